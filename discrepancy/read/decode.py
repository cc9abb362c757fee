"""Bytes to text: strict first, a guess last, and never in silence."""

from __future__ import annotations

from discrepancy.errors import ReadError

_BOM = "\ufeff"


def decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The text of ``data`` without byte-order mark, and warnings; raises ReadError when it is no text."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise ReadError(name, "is not UTF-8 text") from None
    return text.removeprefix(_BOM), ()
