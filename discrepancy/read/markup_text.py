"""Bytes of a web page to text: mark, then UTF-8 where it fits, then what the page says of itself, then a guess.

The name of an encoding that a page gives is looked up in a list; an unknown one is not used.
"""

from __future__ import annotations

import codecs
import re

from discrepancy.read.decode import decode

_HEAD = 4096
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
# as browsers have it: what calls itself Latin-1 is Windows-1252
_WESTERN = frozenset({"ascii", "iso8859-1", "cp1252"})
_KNOWN = frozenset(
    {
        *(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16)),
        *(f"cp125{page}" for page in range(9)),
        *("koi8-r", "koi8-u", "mac-cyrillic", "cp866", "gb2312", "gbk", "gb18030", "big5"),
        *("shift_jis", "cp932", "euc_jp", "iso2022_jp", "euc_kr", "cp949"),
    }
)


def markup_text(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The text of a page and warnings; raises ReadError when it is no text."""
    # bytes that are sound UTF-8 beyond ASCII are UTF-8, whatever a template wrote above them
    if data.startswith(_MARKS) or b"\x00" in data or is_utf8(data):
        return decode(data, name)
    found = _DECLARED.search(data[:_HEAD])
    codec = known_codec(found[1].decode("ascii")) if found else None
    if codec is None:
        return decode(data, name)
    try:
        return decode(data.decode(codec).encode(), name)
    except UnicodeError:
        text, warnings = decode(data, name)
        return text, (*warnings, f"is not {codec.upper()}, as it says")


def declared(data: bytes, label: str) -> bytes:
    """``data`` marked as UTF-8, where a server that calls it ``label`` is right about that; else ``data``."""
    codec = known_codec(label)
    if codec is None or data.startswith(_MARKS) or b"\x00" in data or is_utf8(data):
        return data
    try:
        return codecs.BOM_UTF8 + data.decode(codec).encode()
    except UnicodeError:
        return data


def known_codec(label: str) -> str | None:
    """The codec that ``label`` names, None when it is not one that web pages are written in."""
    try:
        codec = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    return "cp1252" if codec in _WESTERN else codec if codec in _KNOWN else None


def is_utf8(data: bytes) -> bool:
    """Whether ``data`` is valid UTF-8."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
