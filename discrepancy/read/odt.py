"""Format ``.odt``: headings, paragraphs and tables of an OpenDocument text."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from discrepancy.errors import ReadError
from discrepancy.read.archive import member_bytes, open_archive
from discrepancy.read.child import in_child, need
from discrepancy.read.draft import Contents, Draft
from discrepancy.read.xml_tree import parse_xml

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT = f"{{{_NAMES}text:1.0}}"
_LINES = (f"{_TEXT}h", f"{_TEXT}p")
_ROW, _CELL = f"{{{_NAMES}table:1.0}}table-row", f"{{{_NAMES}table:1.0}}table-cell"
_ASIDE = frozenset({f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{{{_NAMES}office:1.0}}annotation"})
_SPACES = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}


def read_odt(data: bytes, name: str) -> Contents:
    """One article; raises ReadError where there is no text."""
    need("lxml", "OpenDocument texts", name)
    return in_child(article_of_odt, data, name)


def prepare() -> None:
    """Load the library once for all files."""
    import_module("lxml.etree")


def article_of_odt(data: bytes, name: str) -> Contents:
    """What ``read_odt`` gives; to be called where nothing is lost when the library runs away."""
    archive = open_archive(data, name, "an OpenDocument text")
    root = parse_xml(member_bytes(archive, "content.xml", name), name)
    body = root.find(f".//{{{_NAMES}office:1.0}}text")
    text = "\n".join(line for line in _lines(body) if line.strip()) if body is not None else ""
    if not text:
        raise ReadError(name, "holds no text")
    return Contents((Draft(text),))


def _lines(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in _LINES:
            yield _words(child)
        elif child.tag == _ROW:
            cells = (" ".join(" ".join(_lines(cell)).split()) for cell in child.iter(_CELL))
            yield "| " + " | ".join(cells) + " |"
        elif child.tag not in _ASIDE:
            yield from _lines(child)


def _words(element: Any) -> str:
    """The words of a paragraph, without notes and remarks."""
    pieces = [element.text or ""]
    for child in element:
        pieces += ["" if child.tag in _ASIDE else _SPACES.get(child.tag) or _words(child), child.tail or ""]
    return "".join(pieces)
