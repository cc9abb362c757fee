"""Format ``.rtf``: the text of a rich text document."""

from __future__ import annotations

import re
from importlib import import_module

from discrepancy.errors import ReadError
from discrepancy.read.child import in_child, need
from discrepancy.read.draft import Contents, Draft
from discrepancy.read.exports import articles_of_export

_LIBRARY = "striprtf.striprtf"
_WORD = re.compile(r"[^\W_]{2}")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def read_rtf(data: bytes, name: str) -> Contents:
    """One article, or those of an export; raises ReadError where there is no text."""
    need("striprtf", "rich text", name)
    return in_child(article_of_rtf, data, name)


def prepare() -> None:
    """Load the library once for all files."""
    import_module(_LIBRARY)


def article_of_rtf(data: bytes, name: str) -> Contents:
    """What ``read_rtf`` gives; to be called where nothing is lost when the library runs away."""
    if not data.lstrip().startswith(b"{\\rtf"):
        raise ReadError(name, "is not rich text")
    # the file itself is ASCII; other bytes come as codes in the encoding that it names
    text = import_module(_LIBRARY).rtf_to_text(data.decode("latin-1"), errors="replace")
    text = _UNSEEN.sub("", text).strip()
    if not _WORD.search(text):
        raise ReadError(name, "holds no text")
    return articles_of_export(text, name) or Contents((Draft(text),))
