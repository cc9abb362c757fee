"""Format ``.md``: text that may open with front matter (``---``, lines of ``key: value``, ``---``)."""

from __future__ import annotations

import re

from discrepancy.read.decode import decode
from discrepancy.read.draft import Contents, Draft

_FENCE = re.compile(r"---[ \t]{0,20}(?:\r\n?|\n)")
_LINE = re.compile(r"([^\r\n]{0,2000})(\r\n?|\n|\Z)")
_FIELD = re.compile(r"([A-Za-z_]{1,30})[ \t]{0,20}:[ \t]{0,20}(.{1,1900})")
_HEADING = re.compile(r"[ \t\r\n]{0,1000}#[ \t]{1,20}([^\r\n]{1,500})")
LONGEST_FRONT = 50


def read_markdown(data: bytes, name: str) -> Contents:
    """One article; offsets refer to the whole decoded file. Raises ReadError when the bytes are no text."""
    text, warnings = decode(data, name)
    fields, front = _front_matter(text)
    heading = _HEADING.match(text, front)
    return Contents(
        (
            Draft(
                text,
                title=fields.get("title") or (heading.group(1).strip() if heading else None),
                outlet=fields.get("outlet") or fields.get("source"),
                published=fields.get("published") or fields.get("date"),
                url=fields.get("url"),
                front=front,
                warnings=warnings,
            ),
        )
    )


def _front_matter(text: str) -> tuple[dict[str, str], int]:
    """Fields and end of the front matter; nothing and 0 where the text does not open with it."""
    fence = _FENCE.match(text)
    if not fence:
        return {}, 0
    fields: dict[str, str] = {}
    at = fence.end()
    for _ in range(LONGEST_FRONT):
        line = _LINE.match(text, at)
        if not line or line.end() == at:
            break
        at = line.end()
        if line.group(1).strip() == "---":
            return fields, at
        field = _FIELD.fullmatch(line.group(1).strip())
        if field:
            fields[field.group(1).lower()] = field.group(2).strip().strip("\"'")
    return {}, 0
