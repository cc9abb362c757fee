"""Spelled numbers: "twelve hundred", "two and a half million", "one hundred and nineteenth", "nineteen eighty-four"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from discrepancy.extract.mentions.number_pieces import Piece, after_hyphen, word_at
from discrepancy.lexicon import table

Form = Literal["digits", "words", "vague", "ordinal", "fraction", "zero", "year"]


@dataclass(frozen=True, slots=True)
class Number:
    """A bare number.

    first, last   half-open range of pieces
    low, high     lowest and highest value; equal unless the word is vague
    mantissa      the value before its scale word ("1.2" of "1.2 million")
    scale         product of the scale words, 1 where there is none
    """

    first: int
    last: int
    low: float
    high: float
    form: Form
    mantissa: float = 0.0
    scale: float = 1.0

    @property
    def value(self) -> float | None:
        """The number as written; None for a vague word."""
        return None if self.form == "vague" else self.low

    @property
    def rounded(self) -> bool:
        """A loose round figure: a scale word after few digits, or ten thousand and more with two digits at most."""
        if self.form not in ("digits", "words") or not float(self.low).is_integer():
            return False
        digits = len(str(int(abs(self.low))).rstrip("0"))
        return (digits <= 2 and abs(self.low) >= 10_000) or (self.scale >= 1000 and digits <= 3)


@cache
def lexicon(name: str) -> dict[str, float]:
    """One table of numbers.toml with float values."""
    return {word: float(value) for word, value in table("numbers")[name].items()}


@cache
def spans(name: str) -> dict[str, tuple[float, float]]:
    """One table of numbers.toml whose values are lowest and highest number."""
    return {word: (float(pair[0]), float(pair[1])) for word, pair in table("numbers")[name].items()}


def and_a_half(pieces: tuple[Piece, ...], at: int) -> tuple[float, int]:
    """The value and end of "and a half" or "and three quarters" at ``at``; 0 where there is none."""
    if word_at(pieces, at) != "and":
        return 0.0, at
    first = at + 1
    if word_at(pieces, first) in ("a", "one"):
        part = after_hyphen(pieces, first + 1)
        if word_at(pieces, part) in ("half", "quarter", "third"):
            return 1 / lexicon("parts")[word_at(pieces, part)], part + 1
    if word_at(pieces, first) in ("two", "three") and word_at(pieces, first + 1) in ("thirds", "quarters"):
        return lexicon("ones")[word_at(pieces, first)] / lexicon("parts")[word_at(pieces, first + 1)], first + 2
    return 0.0, at


def scale_at(pieces: tuple[Piece, ...], at: int, *, digits: bool, money: bool) -> float:
    """The scale word at ``at``, 0 where there is none; abbreviations only after digits, "m" and "b" only of money."""
    word = word_at(pieces, at)
    scale = lexicon("scales").get(word, 0.0)
    if digits and not scale:
        scale = lexicon("short_scales").get(word, 0.0) or lexicon("scales").get(word.removesuffix("s"), 0.0)
        if word == "k" and not pieces[at].glued:
            scale = 0.0
        if not scale and pieces and at < len(pieces) and pieces[at].glued and pieces[at].text in ("M", "MM"):
            scale = 1e6
        if money and not scale:
            scale = lexicon("money_scales").get(word, 0.0)
    return scale


def read_scales(pieces: tuple[Piece, ...], at: int, *, digits: bool, money: bool = False) -> tuple[float, int]:
    """The product of the scale words at ``at`` ("hundred million") and where they end."""
    product = 1.0
    for _ in range(2):
        here = after_hyphen(pieces, at)
        scale = scale_at(pieces, here, digits=digits, money=money)
        if not scale:
            break
        product, at = product * scale, here + 1
        if word_at(pieces, at) == "." and pieces[at].glued and word_at(pieces, at - 1) in ("mio", "mrd", "mln", "bln"):
            at += 1
    return product, at


def spelled_number(pieces: tuple[Piece, ...], at: int) -> Number | None:
    """Spelled cardinals and ordinals."""
    year = _year(pieces, at)
    if year:
        return year
    spelled = _Spelled()
    end = here = at
    while here < len(pieces) and spelled.take(pieces, here, first=here == at):
        end = here + 1
        if spelled.ordinal:
            return Number(at, end, spelled.value, spelled.value, "ordinal")
        here = after_hyphen(pieces, end)
        if word_at(pieces, end) == "and" and spelled.last in ("hundred", "scale"):
            here = end + 1
    if end == at or spelled.value is None or spelled.last == "article":
        return None
    return _tail(pieces, Number(at, end, spelled.value, spelled.value, "words", spelled.value, spelled.scale))


def _tail(pieces: tuple[Piece, ...], number: Number) -> Number:
    """ "and a half", "point five" and a scale word after them."""
    halves, end = and_a_half(pieces, number.last)
    value = number.low + halves * (number.scale if number.scale > 1 else 1)
    if word_at(pieces, end) == "point" and number.low < 1000:
        after, place = end + 1, 0.1
        while (digit := lexicon("ones").get(word_at(pieces, after), 10.0)) < 10 and place > 1e-7:
            value, after, place, end = value + digit * place, after + 1, place / 10, after + 1
    if end == number.last:
        return number
    scale, end = read_scales(pieces, end, digits=False) if number.scale == 1 else (1.0, end)
    value = round(value * scale, 9)
    return replace(number, last=end, low=value, high=value, mantissa=value / scale, scale=number.scale * scale)


def _year(pieces: tuple[Piece, ...], at: int) -> Number | None:
    """ "nineteen eighty-four", "twenty sixteen"."""
    head = word_at(pieces, at)
    century = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}.get(head)
    if not century or at + 1 >= len(pieces) or pieces[at + 1].kind != "word":
        return None
    rest = word_at(pieces, at + 1)
    tens, teens = lexicon("tens").get(rest), lexicon("ones").get(rest, 0.0)
    if tens is not None and head != "twenty":
        unit = after_hyphen(pieces, at + 2)
        ones = lexicon("ones").get(word_at(pieces, unit), 10.0)
        extra, end = (ones, unit + 1) if 0 < ones < 10 else (0.0, at + 2)
        return Number(at, end, century + tens + extra, century + tens + extra, "year")
    if teens >= 10:
        return Number(at, at + 2, century + teens, century + teens, "year")
    return None


class _Spelled:
    """The running value of a spelled number; ``take`` says whether the next word still belongs to it."""

    def __init__(self) -> None:
        self.total = 0.0
        self.current: float | None = None
        self.last = ""
        self.scale = 1.0
        self.lowest = float("inf")
        self.ordinal = False

    @property
    def value(self) -> float:
        return self.total + (self.current or 0.0)

    def take(self, pieces: tuple[Piece, ...], at: int, *, first: bool) -> bool:
        word = pieces[at].lower
        following = word_at(pieces, after_hyphen(pieces, at + 1))
        if self.last == "scale" and lexicon("scales").get(following, 0.0) >= self.lowest:
            return False  # "two million, three million" without its comma
        if first and word in ("a", "an"):
            if following not in lexicon("scales"):
                return False
            self.current, self.last = 1.0, "article"
            return True
        if first and word in ("hundred", "dozen"):
            self.current, self.last = 100.0, "hundred"
            return word == "hundred" and lexicon("scales").get(following, 0.0) >= 1000
        return self._small(word) or self._scale(word) or self._ordinal(word)

    def _small(self, word: str) -> bool:
        ones, tens = lexicon("ones").get(word), lexicon("tens").get(word)
        fresh = self.last in ("", "scale", "hundred")
        if tens is not None and fresh:
            self.current, self.last = (self.current or 0.0) + tens, "tens"
            return True
        if ones is not None and (fresh or (self.last == "tens" and 0 < ones < 10)):
            self.current, self.last = (self.current or 0.0) + ones, "ones"
            return True
        return False

    def _scale(self, word: str) -> bool:
        scale = lexicon("scales").get(word)
        if scale is None or not self.current or self.last == "dozen":
            return False
        if scale == 100:
            if self.current >= 100:
                return False
            self.current, self.last = self.current * 100, "hundred"
            return True
        if scale >= self.lowest:
            return False
        self.total, self.current = self.total + self.current * scale, None
        self.scale, self.lowest, self.last = max(self.scale, scale), scale, "dozen" if scale == 12 else "scale"
        return True

    def _ordinal(self, word: str) -> bool:
        value = lexicon("ordinals").get(word)
        if value is None or (word == "second" and self.last == "ones"):
            return False
        if (
            self.last == ""
            or (self.last in ("hundred", "scale") and value < 100)
            or (self.last == "tens" and value < 10)
        ):
            self.current = (self.current or 0.0) + value
        elif value >= 100 and self.last in ("ones", "tens", "article"):
            self.current = (self.current or 1.0) * value
        else:
            return False
        self.ordinal, self.last = True, "ordinal"
        return True
