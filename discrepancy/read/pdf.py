"""Format ``.pdf``: the text layer of a document; the lines of the page are joined to paragraphs again."""

from __future__ import annotations

from importlib import import_module

from discrepancy.errors import ReadError
from discrepancy.read.child import in_child, need
from discrepancy.read.draft import Contents, Draft
from discrepancy.read.page_lines import paragraphs, without_margins

MOST_PAGES = 500
_MOST_CHARACTERS = 8 * 1024 * 1024
_FEWEST_LETTERS = 20


def read_pdf(data: bytes, name: str) -> Contents:
    """One article; raises ReadError where there is no text layer, or a password."""
    need("pypdfium2", "PDF files", name)
    return in_child(article_of_pdf, data, name)


def prepare() -> None:
    """Load the library once for all files."""
    import_module("pypdfium2")


def article_of_pdf(data: bytes, name: str) -> Contents:
    """What ``read_pdf`` gives; to be called where nothing is lost when the library crashes."""
    from pypdfium2 import PdfDocument, PdfiumError

    if b"%PDF-" not in data[:1024]:
        raise ReadError(name, "is not a PDF file")
    try:
        document = PdfDocument(data)
        number = len(document)
        pages: list[list[str]] = []
        for page in range(min(number, MOST_PAGES)):
            pages.append(document[page].get_textpage().get_text_bounded().splitlines())
            if sum(map(len, pages[-1])) > _MOST_CHARACTERS:
                raise ReadError(name, "holds more text on one page than any page of a newspaper")
    except PdfiumError as error:
        secret = "password" in str(error).lower() or "security" in str(error).lower()
        raise ReadError(name, "is encrypted; save it without a password" if secret else "is damaged") from None
    text = "\n".join(paragraphs(without_margins(pages)))
    if sum(letter.isalpha() for letter in text[:10_000]) < _FEWEST_LETTERS:
        raise ReadError(name, "holds no text, only pictures of it (a scan?); run text recognition on it first")
    left = (f"has {number} pages; the first {MOST_PAGES} are read",) if number > MOST_PAGES else ()
    return Contents((Draft(text, warnings=left),))
