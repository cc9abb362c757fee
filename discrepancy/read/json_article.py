"""Format ``.json``: one article object with ``text`` and, where known, title, source, published and url."""

from __future__ import annotations

import json
import re

from discrepancy.errors import ReadError
from discrepancy.read.decode import decode
from discrepancy.read.draft import Contents, Draft
from discrepancy.read.fields import standard_fields

_SURROGATES = re.compile("[\ud800-\udfff]")
_WORD = re.compile(r"[^\W_]")


def read_json(data: bytes, name: str) -> Contents:
    """One article, or none where the file tells of others; offsets refer to its ``text``. Raises ReadError else."""
    text, warnings = decode(data, name)
    record = parse_json(text)
    if isinstance(record, list):
        raise ReadError(name, "holds a list; write one article object a line in a .jsonl file")
    if _is_gold(record):
        return Contents(())
    draft = draft_of(record, warnings)
    if isinstance(draft, str):
        raise ReadError(name, draft)
    return Contents((draft,))


def _is_gold(record: object) -> bool:
    """Whether it tells where the articles beside it disagree, as in ``data/``: no article, and nothing lost."""
    if not isinstance(record, dict) or "conflicts" not in record:
        return False
    named = record.get("articles")
    return isinstance(named, list) and all(isinstance(one, dict) and "file" in one for one in named)


def parse_json(text: str) -> object:
    """The value that ``text`` holds; None when it is not valid JSON (or is ``null``)."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):  # also numbers of thousands of digits, lists of thousands of levels
        return None


def draft_of(record: object, warnings: tuple[str, ...] = ()) -> Draft | str:
    """The draft of an article object, or the reason why ``record`` is none.

    Fields of another type than text are left out. Half characters, which JSON can hold and no file can, become U+FFFD.
    """
    if record is None:
        return "is not valid JSON"
    if not isinstance(record, dict):
        return "is not an article object"
    fields = standard_fields(record)
    body = fields["text"]
    if not isinstance(body, str):
        return "has no text"
    if not _WORD.search(body):
        return "has an empty text"
    halves = len(_SURROGATES.findall(body))
    if halves:
        characters = "half character is" if halves == 1 else "half characters are"
        warnings = (*warnings, f"{halves} {characters} read as U+FFFD")
    title, outlet, published, url = (_words(fields[field]) for field in ("title", "outlet", "published", "url"))
    return Draft(_sound(body), _identity(fields["id"]), title, outlet, published, url, warnings=warnings)


def _identity(value: object) -> str | None:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else _words(value)


def _words(value: object) -> str | None:
    return _sound(value.strip()) if isinstance(value, str) and value.strip() else None


def _sound(text: str) -> str:
    return _SURROGATES.sub("\ufffd", text)
