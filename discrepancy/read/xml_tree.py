"""XML from strangers: no entities, no network, and no document type, which articles have no use for."""

from __future__ import annotations

import re
from typing import Any

from discrepancy.errors import ReadError

_DOCTYPE = re.compile(rb"<\s{0,9}!\s{0,9}(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def parse_xml(data: bytes, name: str) -> Any:
    """The root of ``data``; raises ReadError when it is no sound XML or declares a document type."""
    from lxml import etree

    # also in UTF-16, where every other byte is empty
    if _DOCTYPE.search(data.replace(b"\x00", b"")):
        raise ReadError(name, "declares a document type or entities, which is not read")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise ReadError(name, "is not sound XML, or is nested too deeply") from None
