"""Format ``.txt``: the decoded file is the text."""

from __future__ import annotations

from discrepancy.read.decode import decode
from discrepancy.read.draft import Contents, Draft


def read_text(data: bytes, name: str) -> Contents:
    """One article; raises ReadError when the bytes are no text."""
    text, warnings = decode(data, name)
    return Contents((Draft(text, warnings=warnings),))
