"""Format ``.json``: one article object with ``text`` and, where known, title, source, published and url."""

from __future__ import annotations

import json

from discrepancy.errors import ReadError
from discrepancy.read.decode import decode
from discrepancy.read.draft import Contents, Draft


def read_json(data: bytes, name: str) -> Contents:
    """One article; offsets refer to its ``text``. Raises ReadError when there is no such object."""
    text, warnings = decode(data, name)
    try:
        record = json.loads(text)
    except (ValueError, RecursionError):
        raise ReadError(name, "is not valid JSON") from None
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise ReadError(name, "is not an article object with a text")
    return Contents((draft_of(record, warnings),))


def draft_of(record: dict[str, object], warnings: tuple[str, ...] = ()) -> Draft:
    """The draft of an article object whose ``text`` is a string; fields of another type than text are left out."""

    def field(*keys: str) -> str | None:
        found = (record[key] for key in keys if isinstance(record.get(key), str))
        return next((str(value) for value in found if str(value).strip()), None)

    return Draft(
        str(record["text"]),
        field("id"),
        field("title", "headline"),
        field("outlet", "source"),
        field("published", "date"),
        field("url"),
        warnings=warnings,
    )
