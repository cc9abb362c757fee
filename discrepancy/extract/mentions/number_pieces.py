"""Text cut into pieces for the number grammar: one linear pass, numbers kept whole.

The parser's own tokens do not serve here: they split "1.5bn", keep "27-year-old" together, and change with the model.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, NamedTuple

PieceKind = Literal["number", "dotted", "fraction", "word", "sign"]
_VULGAR = "¼½¾⅐-⅞"
_CUT = re.compile(
    r"(?P<number>[0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9])(?:\.[0-9]{1,9}(?![0-9]))?"  # 1,200  1,200.50
    r"|[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}(?![0-9])"  # 12,34,567
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,5}(?![0-9.])"  # 1.200.000
    r"|[0-9]{1,3}(?:'[0-9]{3}){1,5}(?![0-9'])"  # 1'200
    r")|(?P<dotted>[0-9]++(?:\.[0-9]++){2,40})"  # 192.168.1.2  17.09.2016
    r"|(?P<plain>[0-9]++(?:\.[0-9]++)?|(?<![\w.])\.[0-9]++)"
    rf"|(?P<fraction>[{_VULGAR}])"
    rf"|(?P<word>[^\W\d_{_VULGAR}]+(?:'[^\W\d_{_VULGAR}]{{1,3}}(?![^\W\d_]))?)"
    r"|(?P<sign>\S)"
)
_KINDS: dict[str, PieceKind] = {
    "number": "number",
    "plain": "number",
    "dotted": "dotted",
    "fraction": "fraction",
    "word": "word",
    "sign": "sign",
}
MOST_DIGITS = 18


class Piece(NamedTuple):
    """One piece of a sentence.

    start, end   half-open range in the sentence's text
    glued        nothing stands between this piece and the one before
    """

    start: int
    end: int
    text: str
    lower: str
    kind: PieceKind
    glued: bool


_SEPARATORS = {ord("٫"): ".", ord("٬"): ",", ord("．"): ".", ord("，"): ","}


def _ascii_digits(text: str) -> dict[int, str]:
    """The decimal digits of Unicode in ``text`` ("٧", "７") and the Arabic separators as their ASCII counterparts."""
    # a table of all of Unicode takes longer to make than an article to read
    digits = {ord(c): str(unicodedata.digit(c)) for c in set(text) if c > "\x7f" and unicodedata.category(c) == "Nd"}
    return {**digits, **_SEPARATORS}


def cut(text: str) -> tuple[Piece, ...]:
    """The pieces of ``text`` in order; white space separates them and is no piece."""
    found: list[Piece] = []
    before = -1
    plain = text if text.isascii() else text.translate(_ascii_digits(text))
    for match in _CUT.finditer(plain):
        start, end = match.span()
        word = match.group()
        found.append(Piece(start, end, word, word.lower(), _KINDS[match.lastgroup or "sign"], start == before))
        before = end
    return tuple(found)


def literal(text: str) -> float | None:
    """The value of a number in digits, None where it has too many digits to be one."""
    if sum(c.isdigit() for c in text[:60]) > MOST_DIGITS or len(text) > 40:
        return None
    if text.count(".") > 1:  # 1.200.000
        text = text.replace(".", "")
    return float(text.replace(",", "").replace("'", ""))


def joined(pieces: tuple[Piece, ...], first: int, last: int, *, lower: bool = True) -> str:
    """Pieces ``[first, last)`` as written, with one space where there was any."""
    words = [(piece.lower if lower else piece.text) for piece in pieces[first:last]]
    gaps = ["" if at == first or pieces[at].glued else " " for at in range(first, last)]
    return "".join(gap + word for gap, word in zip(gaps, words, strict=True))


def word_at(pieces: tuple[Piece, ...], at: int) -> str:
    """Piece ``at`` in lower case; empty outside the sentence."""
    return pieces[at].lower if 0 <= at < len(pieces) else ""


def after_hyphen(pieces: tuple[Piece, ...], at: int) -> int:
    """``at``, or the piece after it where a hyphen joins the words around it."""
    if word_at(pieces, at) == "-" and pieces[at].glued and at + 1 < len(pieces) and pieces[at + 1].glued:
        return at + 1
    return at
