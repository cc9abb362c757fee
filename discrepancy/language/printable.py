"""Foreign text made safe for one line of a terminal or a message."""

from __future__ import annotations

import unicodedata

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_SURROGATE_BYTE = range(0xDC80, 0xDD00)


def printable(text: str) -> str:
    """``text`` on one line with every character that is not shown as itself written as an escape.

    Escaped are control, format (bidirectional, zero-width), surrogate, private and unassigned characters and line
    separators. A byte of a file name that is not UTF-8 is shown as ``\\xNN``.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_escape(char) if unicodedata.category(char) in _HIDDEN else char for char in text)


def error_words(error: Exception) -> str:
    """What the system or a library says about ``error``, as the end of a line of our own."""
    words = getattr(error, "strerror", None) or str(error)
    return printable(words[:1].lower() + words[1:])


def _escape(char: str) -> str:
    code = ord(char)
    if code in _SURROGATE_BYTE:
        code -= 0xDC00
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
