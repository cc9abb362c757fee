"""Typographic variants made plain, one character for one, so that offsets stay true."""

from __future__ import annotations

_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
_SINGLE = "\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`"
_DOUBLE = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"
_DASHES = "\u2010\u2011\u2012\u2212"
_HALVES = "".join(map(chr, range(0xD800, 0xE000)))  # of characters: no parser takes them
_TABLE = str.maketrans(
    {
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys(_SINGLE, "'"),
        **dict.fromkeys(_DOUBLE, '"'),
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_HALVES, "\ufffd"),
    }
)


def plain(text: str) -> str:
    """``text`` with spaces, quotes and hyphens made plain and halves of characters U+FFFD; the length never changes."""
    return text.translate(_TABLE)
