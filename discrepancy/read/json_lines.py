"""Format ``.jsonl``: one article object a line; a broken line is named and the others go on."""

from __future__ import annotations

from discrepancy.read.decode import decode
from discrepancy.read.draft import Contents, Draft
from discrepancy.read.json_article import draft_of, parse_json
from discrepancy.read.parts import contents_of_parts


def read_json_lines(data: bytes, name: str) -> Contents:
    """All articles of the file; raises ReadError when no line holds one."""
    text, warnings = decode(data, name)
    # not splitlines(): JSON strings may hold U+2028 and others as they are
    found = (_article(line, number) for number, line in enumerate(text.split("\n"), 1) if line.strip())
    none = "holds no article object"
    return contents_of_parts(found, name, none=none, more="lines hold no article object", warnings=warnings)


def _article(line: str, number: int) -> Draft | str:
    draft = draft_of(parse_json(line))
    return f"line {number} {draft}" if isinstance(draft, str) else draft
