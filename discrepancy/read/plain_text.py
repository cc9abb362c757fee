"""Format ``.txt``: the decoded file is the text of one article, or an export of an archive with many."""

from __future__ import annotations

from discrepancy.read.decode import decode
from discrepancy.read.draft import Contents, Draft
from discrepancy.read.exports import articles_of_export


def read_text(data: bytes, name: str) -> Contents:
    """One article, or those of an export; raises ReadError when the bytes are no text."""
    text, warnings = decode(data, name)
    return articles_of_export(text, name, warnings) or Contents((Draft(text, warnings=warnings),))
