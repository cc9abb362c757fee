"""Format ``.docx``: paragraphs and tables of a Word document, in their order."""

from __future__ import annotations

import io
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from discrepancy.errors import ReadError
from discrepancy.read.archive import open_archive
from discrepancy.read.child import in_child, need
from discrepancy.read.draft import Contents, Draft
from discrepancy.read.exports import articles_of_export

_MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACES = {f"{_MAIN}tab": "\t", f"{_MAIN}br": "\n", f"{_MAIN}cr": "\n", f"{_MAIN}noBreakHyphen": "-"}


def read_docx(data: bytes, name: str) -> Contents:
    """One article, or those of an export; raises ReadError where there is no text."""
    need("docx", "Word documents", name)
    return in_child(article_of_docx, data, name)


def prepare() -> None:
    """Load the library once for all files."""
    import_module("docx")


def article_of_docx(data: bytes, name: str) -> Contents:
    """What ``read_docx`` gives; to be called where nothing is lost when the library runs away."""
    from docx import Document
    from docx.table import Table

    open_archive(data, name, "a Word document").close()
    try:
        blocks = list(Document(io.BytesIO(data)).iter_inner_content())
    except (KeyError, ValueError, OSError, SyntaxError, AttributeError):
        raise ReadError(name, "is not a Word document that can be read") from None
    lines = [line for block in blocks for line in (_rows(block) if isinstance(block, Table) else [_words(block._p)])]
    text = "\n".join(line for line in lines if line.strip())
    if not text:
        raise ReadError(name, "holds no text")
    return articles_of_export(text, name) or Contents((Draft(text),))


def _rows(table: Any) -> Iterator[str]:
    for row in table.rows:
        # a cell over several columns is named once for each of them
        cells = dict.fromkeys(cell._tc for cell in row.cells)
        yield "| " + " | ".join(" ".join(_words(cell).split()) for cell in cells) + " |"


def _words(element: Any) -> str:
    """All words of a paragraph or a cell: also those that were inserted under review, not those deleted."""
    return "".join(
        (part.text or "") if part.tag == f"{_MAIN}t" else _SPACES[part.tag]
        for part in element.iter(f"{_MAIN}t", *_SPACES)
        # text boxes stand twice in a file, and beside the running text on the page
        if not any(above.tag == f"{_MAIN}txbxContent" for above in part.iterancestors())
    )
