"""The elements of a web page, without what only costs time: attributes by the thousand, scripts by the ten thousand."""

from __future__ import annotations

import re
from typing import Any

from discrepancy.errors import ReadError

MOST_ATTRIBUTES = 200
MOST_ELEMENTS = 50_000
LONGEST_TAG = 20_000  # an image in the page itself is longer, and nothing of it is read
_LONG_TAG = re.compile(rf"<([A-Za-z][A-Za-z0-9:-]{{0,30}}+)[\s/][^<>]{{{LONGEST_TAG},}}+>?")
_DEEP = "Excessive depth"
_DATA = "application/ld+json"  # what a page says about itself
_IDLE = frozenset({"style", "noscript", "template", "svg"})
_EMPTY = frozenset(
    {"div", "span", "p", "a", "b", "i", "em", "strong", "li", "ul", "section", "aside", "script", "iframe"}
)


def page_tree(page: str, name: str) -> tuple[Any, bool]:
    """The root element, and whether some elements were lost to the depth of the page; raises ReadError."""
    from lxml import etree, html

    parser = html.HTMLParser(
        collect_ids=False,
        default_doctype=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
        encoding="utf-8",
    )
    try:
        short = _LONG_TAG.sub(r"<\1>", page)  # the parser takes the square of the number of attributes, too
        tree = html.document_fromstring(short.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise ReadError(name, "is not a web page") from None
    elements = list(tree.iter())
    for element in elements:
        if len(element.attrib) > MOST_ATTRIBUTES:  # parsers take the square of their number
            element.attrib.clear()
    if len(elements) > MOST_ELEMENTS:
        _clear(elements)
    return tree, any(_DEEP in entry.message for entry in parser.error_log)


def _clear(elements: list[Any]) -> None:
    """Drop scripts, and what is empty without them; the inner ones come first."""
    for element in reversed(elements[1:]):
        idle = element.tag in _IDLE or (element.tag == "script" and element.get("type") != _DATA)
        empty = element.tag in _EMPTY and not len(element) and not (element.text or "").strip()
        above = element.getparent()
        # what stands behind an element goes with it, so that no text grows word by word
        if (idle or empty) and above is not None and not (element.tail or "").strip():
            above.remove(element)
