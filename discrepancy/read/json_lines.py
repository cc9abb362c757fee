"""Format ``.jsonl``: one article object a line; a broken line is named and the others go on."""

from __future__ import annotations

from discrepancy.errors import ReadError
from discrepancy.read.decode import decode
from discrepancy.read.draft import Contents, Draft
from discrepancy.read.json_article import draft_of, parse_json

MOST_NAMED = 20


def read_json_lines(data: bytes, name: str) -> Contents:
    """All articles of the file; raises ReadError when no line holds one."""
    text, warnings = decode(data, name)
    drafts: list[Draft] = []
    broken: list[str] = []
    # not splitlines(): JSON strings may hold U+2028 and others as they are
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        draft = draft_of(parse_json(line))
        if isinstance(draft, str):
            broken.append(f"line {number} {draft}")
        else:
            drafts.append(draft)
    if not drafts:
        raise ReadError(name, f"holds no article object ({broken[0]})" if broken else "holds no article object")
    if len(broken) > MOST_NAMED:
        broken[MOST_NAMED:] = [f"{len(broken) - MOST_NAMED} more lines hold no article object"]
    return Contents(tuple(drafts), True, (*warnings, *broken))
