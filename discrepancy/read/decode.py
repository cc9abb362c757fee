"""Bytes to text: strict first, a guess last, and never in silence.

The order is byte-order mark, plain signs of UTF-16, strict UTF-8, UTF-8 with a few broken places, and only then a guess
among encodings that newspapers have used. What an input says about its own encoding is never used as a codec name.
"""

from __future__ import annotations

import codecs
import re

from discrepancy.errors import ReadError

# longest mark first: the one of UTF-32 begins with the one of UTF-16
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "a rich text document"),
)
_CODECS = [
    *("cp1252", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"),
    *("shift_jis", "euc_jp", "gb18030", "big5", "euc_kr", "latin_1"),
]
_SAMPLE = 64 * 1024
_CONTROL_BYTES = bytes(code for code in range(32) if code not in b"\t\n\x0b\x0c\r\x1b")
_ASCII = bytes(range(128))
_MOST_FOREIGN = 0.03
_WESTERN = "“”‘’–—…•€£©®°«»§·½¼¾ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüŒœ\u00a0".encode("cp1252")
_MOST_CONTROLS = 0.05
_BROKEN = re.compile("\ufffd+")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_WORD = re.compile(r"[^\W_]")


def decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The text of ``data`` without byte-order mark, and warnings; raises ReadError when it is no text."""
    if not data:
        raise ReadError(name, "is empty")
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise ReadError(name, f"is {kind}, not text")
    text, warnings = _decode(data, name)
    if not _WORD.search(text):
        raise ReadError(name, "holds no words")
    controls = len(_CONTROLS.findall(text))
    if controls > _MOST_CONTROLS * len(text):
        raise ReadError(name, "is not text (too many control characters)")
    if controls:
        warnings = (*warnings, f"holds {controls} control characters")
    return text, warnings


def _decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _with_replacement(data[len(mark) :], codec)
    sixteen_bit = _sixteen_bit(data[:_SAMPLE])
    if sixteen_bit:
        return _with_replacement(data, sixteen_bit)
    if b"\x00" in data:
        raise ReadError(name, "is not text (NUL bytes)")
    text = data.decode("utf-8", "replace")
    broken = len(_BROKEN.findall(text)) - data.count("\ufffd".encode())
    # one broken place at the very end is a file cut inside a character
    if broken <= len(re.findall(r"[^\x00-\x7f\ufffd]", text)) or (broken == 1 and text.endswith("\ufffd")):
        return _with_replacement(data, "utf-8")
    return _guess(data, name)


def _with_replacement(data: bytes, codec: str) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode(codec), ()
    except UnicodeDecodeError:
        text = data.decode(codec, "replace")
    places = len(_BROKEN.findall(text))
    verb = "place is" if places == 1 else "places are"
    return text, (f"{places} {verb} not valid {codec.upper()} and {verb.split()[1]} read as U+FFFD",)


def _sixteen_bit(sample: bytes) -> str | None:
    """UTF-16 without mark, where nearly half of the bytes are the empty halves of Latin letters."""
    even, odd = sample[::2], sample[1::2]
    if len(odd) < 2:
        return None
    even_empty, odd_empty = even.count(0) / len(even), odd.count(0) / len(odd)
    if min(even_empty, odd_empty) > 0.05 or max(even_empty, odd_empty) < 0.6:
        return None
    return "utf-16-le" if odd_empty > even_empty else "utf-16-be"


def _guess(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    if len(data.translate(None, _CONTROL_BYTES)) < (1 - _MOST_CONTROLS) * len(data):
        raise ReadError(name, "is not text")
    codec = _western(data) or _likely(data)
    if codec is None:
        raise ReadError(name, "is not text in a known encoding")
    return data.decode(codec, "replace"), (f"is not UTF-8; read as {codec}, which is a guess",)


def _western(data: bytes) -> str | None:
    """Windows-1252 where nearly all is ASCII and the rest makes sense in it; short texts give no better evidence."""
    foreign = data.translate(None, _ASCII)
    if len(foreign) > _MOST_FOREIGN * len(data) or foreign.translate(None, _WESTERN):
        return None
    return "cp1252"


def _likely(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=_CODECS, preemptive_behaviour=False).best()
    return best.encoding if best else None
