"""Bare numbers, in digits or words, without unit and modifier: "1,200", "twelve hundred", "two and a half million"."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from discrepancy.extract.mentions.number_pieces import Piece, joined, literal
from discrepancy.lexicon import table

Form = Literal["digits", "words", "vague", "ordinal", "fraction", "zero", "year"]
_FEW_LENGTH = 3
_ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})


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
        """A loose round figure: a scale word after few digits, or a thousand and more with two digits at most."""
        if self.form not in ("digits", "words") or not float(self.low).is_integer():
            return False
        digits = len(str(int(abs(self.low))).rstrip("0"))
        return digits <= 2 and abs(self.low) >= 1000 or (self.scale >= 1000 and digits <= 3)


@cache
def lexicon(name: str) -> dict[str, float]:
    """One table of numbers.toml with float values."""
    return {word: float(value) for word, value in table("numbers")[name].items()}


@cache
def _spans(name: str) -> dict[str, tuple[float, float]]:
    return {word: (float(pair[0]), float(pair[1])) for word, pair in table("numbers")[name].items()}


@cache
def starters() -> frozenset[str]:
    """Words with which a number may begin."""
    names = ("ones", "tens", "ordinals", "vague", "vague_multiples")
    some = {word for name in names for word in table("numbers")[name]}
    return frozenset(
        some | {"a", "an", "half", "several", "couple", "no", "none", "nobody", "quarter", "dozen", "hundred"}
    )


def read_number(pieces: tuple[Piece, ...], at: int, *, money: bool = False) -> Number | None:
    """The longest number that starts at piece ``at``; ``money`` lets "m" and "b" stand for million and billion."""
    piece = pieces[at]
    if piece.kind in ("number", "fraction"):
        return _digits(pieces, at, money=money)
    if piece.kind != "word" or piece.lower not in starters():
        return None
    return _part(pieces, at) or _half(pieces, at) or _zero(pieces, at) or _vague(pieces, at) or _words(pieces, at)


def _word(pieces: tuple[Piece, ...], at: int) -> str:
    return pieces[at].lower if 0 <= at < len(pieces) else ""


def _after_hyphen(pieces: tuple[Piece, ...], at: int) -> int:
    """``at``, or the piece after it where a hyphen joins the words around it."""
    if _word(pieces, at) == "-" and pieces[at].glued and at + 1 < len(pieces) and pieces[at + 1].glued:
        return at + 1
    return at


def _digits(pieces: tuple[Piece, ...], at: int, *, money: bool) -> Number | None:
    end = at + 1
    if pieces[at].kind == "fraction":
        value: float | None = unicodedata.numeric(pieces[at].text)
        return Number(at, end, value or 0.0, value or 0.0, "fraction")
    value, end = _grouped(pieces, at)
    if value is None:
        return None
    if end < len(pieces) and pieces[end].glued and pieces[end].lower in _ORDINAL_ENDS:
        return Number(at, end + 1, value, value, "ordinal")
    divided = _divided(pieces, at)
    if divided:
        return divided
    if end < len(pieces) and pieces[end].kind == "fraction":
        value, end = value + unicodedata.numeric(pieces[end].text), end + 1
    elif end < len(pieces) and not pieces[end].glued and (mixed := _divided(pieces, end)):
        value, end = value + mixed.low, mixed.last
    halves = _and_a_half(pieces, end)
    value, end = value + halves[0], halves[1]
    scale, end = _scales(pieces, end, digits=True, money=money)
    return Number(at, end, value * scale, value * scale, "digits", value, scale)


def _grouped(pieces: tuple[Piece, ...], at: int) -> tuple[float | None, int]:
    """Digits with spaced groups ("1 200") or a decimal comma ("2,5 Mio.")."""
    text, end = pieces[at].text, at + 1
    if text.isdigit() and len(text) <= 3 and text[0] != "0":
        groups = [text]
        while end < len(pieces) and _is_group(pieces, end) and len(groups) < 6:
            groups.append(pieces[end].text)
            end += 1
        if len(groups) > 1:
            return literal("".join(groups)), end
    if (
        text.isdigit()
        and end + 1 < len(pieces)
        and pieces[end].text == ","
        and pieces[end].glued
        and pieces[end + 1].glued
        and pieces[end + 1].text.isdigit()
        and len(pieces[end + 1].text) <= 2
        and (_scale_at(pieces, end + 2, digits=True, money=True) or _word(pieces, end + 2) == "%")
    ):
        return literal(f"{text}.{pieces[end + 1].text}"), end + 2
    return literal(text), end


def _is_group(pieces: tuple[Piece, ...], at: int) -> bool:
    piece, before = pieces[at], pieces[at - 1]
    alone = at + 1 >= len(pieces) or not (pieces[at + 1].glued and pieces[at + 1].kind == "number")
    return piece.text.isdigit() and len(piece.text) == 3 and piece.start == before.end + 1 and alone


def _divided(pieces: tuple[Piece, ...], at: int) -> Number | None:
    """ "1/16" as a fraction; "9/11" and "24/7" are none."""
    if at + 2 >= len(pieces) or pieces[at + 1].text not in "/⁄" or not (pieces[at + 1].glued and pieces[at + 2].glued):
        return None
    above, below = pieces[at].text, pieces[at + 2].text
    usual = below in ("2", "3", "4", "5", "8", "10", "16", "20", "32", "40", "50", "64", "100", "128", "1000")
    if not (above.isdigit() and len(above) <= 3 and usual and int(above) < int(below)) or above[0] == "0":
        return None
    if _word(pieces, at + 3) == "/":
        return None
    share = int(above) / int(below)
    return Number(at, at + 3, share, share, "fraction")


def _and_a_half(pieces: tuple[Piece, ...], at: int) -> tuple[float, int]:
    """The value and end of "and a half" or "and three quarters" at ``at``; 0 where there is none."""
    if _word(pieces, at) != "and":
        return 0.0, at
    first = at + 1
    if _word(pieces, first) in ("a", "one"):
        part = _after_hyphen(pieces, first + 1)
        if _word(pieces, part) in ("half", "quarter", "third"):
            return 1 / lexicon("parts")[_word(pieces, part)], part + 1
    if _word(pieces, first) in ("two", "three") and _word(pieces, first + 1) in ("thirds", "quarters"):
        return lexicon("ones")[_word(pieces, first)] / lexicon("parts")[_word(pieces, first + 1)], first + 2
    return 0.0, at


def _scale_at(pieces: tuple[Piece, ...], at: int, *, digits: bool, money: bool) -> float:
    word = _word(pieces, at)
    scale = lexicon("scales").get(word, 0.0)
    if digits and not scale:
        scale = lexicon("short_scales").get(word, 0.0) or lexicon("scales").get(word.removesuffix("s"), 0.0)
        if word == "k" and not pieces[at].glued:
            scale = 0.0
        if money and not scale:
            scale = lexicon("money_scales").get(word, 0.0)
    return scale


def _scales(pieces: tuple[Piece, ...], at: int, *, digits: bool, money: bool = False) -> tuple[float, int]:
    """The product of the scale words at ``at`` ("hundred million") and where they end."""
    product = 1.0
    for _ in range(2):
        here = _after_hyphen(pieces, at)
        scale = _scale_at(pieces, here, digits=digits, money=money)
        if not scale:
            break
        product, at = product * scale, here + 1
        if _word(pieces, at) == "." and pieces[at].glued and _word(pieces, at - 1) in ("mio", "mrd", "mln", "bln"):
            at += 1
    return product, at


def _part(pieces: tuple[Piece, ...], at: int) -> Number | None:
    """ "a third of", "two-thirds", "three quarters"."""
    word = _word(pieces, at)
    many = 1.0 if word in ("a", "an", "one") else lexicon("ones").get(word, 0.0)
    below = _after_hyphen(pieces, at + 1)
    name = _word(pieces, below)
    if not many or name not in lexicon("parts") or name in ("half", "halves"):
        return None
    plural = name.endswith("s")
    if plural != (many > 1) or many >= lexicon("parts")[name]:
        return None
    if (
        not plural
        and word in ("a", "an")
        and _word(pieces, below + 1) not in ("of", "to", "more", "less", "fewer", "higher", "lower")
    ):
        return None
    share = many / lexicon("parts")[name]
    return Number(at, below + 1, share, share, "fraction")


_HALF_BEFORE = frozenset("about nearly almost over than around roughly least to by some by".split())
_HALF_AFTER = frozenset("of the their its his her our all were are these those that this".split())


def _half(pieces: tuple[Piece, ...], at: int) -> Number | None:
    """ "half a million", "half an hour", "half of", "a half-dozen"."""
    start = at
    if _word(pieces, at) in ("a", "one") and _word(pieces, at + 1) == "half":
        at += 1
    if _word(pieces, at) != "half":
        return None
    after = _after_hyphen(pieces, at + 1)
    article = _word(pieces, after) in ("a", "an")
    scale = lexicon("scales").get(_word(pieces, after + article), 0.0)
    if scale:
        end = after + article + 1
        return Number(start, end, scale / 2, scale / 2, "words", 0.5, scale)
    if article:
        return Number(start, after + 1, 0.5, 0.5, "words", 0.5)
    if _word(pieces, after) in ("hour", "mile", "century", "day", "year", "minute") and _word(pieces, start) == "half":
        return Number(start, after, 0.5, 0.5, "words", 0.5) if after > at + 1 else None
    if _word(pieces, at - 1) in _HALF_BEFORE or _word(pieces, at + 1) in _HALF_AFTER:
        return Number(start, at + 1, 0.5, 0.5, "fraction")
    return None


def _zero(pieces: tuple[Piece, ...], at: int) -> Number | None:
    word = _word(pieces, at)
    if word in ("none", "nobody"):
        return Number(at, at + 1, 0.0, 0.0, "zero")
    if word != "no":
        return None
    after = _after_hyphen(pieces, at + 1)
    if _word(pieces, after) == "one":
        return Number(at, after + 1, 0.0, 0.0, "zero")
    nouns = table("numbers")["zero"]["nouns"]
    if any(_word(pieces, near) in nouns for near in (at + 1, at + 2)):
        return Number(at, at + 1, 0.0, 0.0, "zero")
    return None


def _vague(pieces: tuple[Piece, ...], at: int) -> Number | None:
    """ "dozens", "tens of thousands", "several hundred", "a couple"."""
    for length in range(_FEW_LENGTH, 0, -1):
        few = _spans("few").get(joined(pieces, at, min(at + length, len(pieces))))
        if few and at + length <= len(pieces):
            return _some(pieces, at, at + length, few)
    word = _word(pieces, at)
    multiple = _spans("vague_multiples").get(word)
    if multiple and _word(pieces, at + 1) == "of":
        scale = lexicon("scales").get(_word(pieces, at + 2).removesuffix("s"), 0.0)
        if scale >= 1000:
            return Number(at, at + 3, multiple[0] * scale, (multiple[1] + 1) * scale - 1, "vague")
    span = _spans("vague").get(word)
    if not span or (word == "scores" and _word(pieces, at + 1) not in _SCORES_AFTER):
        return None
    return Number(at, at + 1, *span, "vague")


_SCORES_AFTER = frozenset("of were was are have had more killed dead injured wounded others missing died".split())


def _some(pieces: tuple[Piece, ...], at: int, end: int, few: tuple[float, float]) -> Number | None:
    scale, after = _scales(pieces, end, digits=False)
    if scale == 1 and _word(pieces, end).removesuffix("s") in ("hundred", "thousand", "million", "dozen"):
        scale, after = lexicon("scales")[_word(pieces, end).removesuffix("s")], end + 1
    if (
        scale == 1
        and joined(pieces, at, end) == "couple of"
        and _word(pieces, at - 1) not in ("last", "past", "next", "the")
    ):
        return None
    if scale == 1 and joined(pieces, at, end) == "a couple":
        return None if _word(pieces, end) != "more" else Number(at, end, *few, "vague")
    if scale == 1:
        return Number(at, after, *few, "vague")
    return Number(at, after, few[0] * scale, few[1] * scale + (scale - 1 if scale > 12 else 0), "vague")


def _words(pieces: tuple[Piece, ...], at: int) -> Number | None:
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
        here = _after_hyphen(pieces, end)
        if _word(pieces, end) == "and" and spelled.last in ("hundred", "scale"):
            here = end + 1
    if end == at or spelled.value is None or spelled.last == "article":
        return None
    return _tail(pieces, Number(at, end, spelled.value, spelled.value, "words", spelled.value, spelled.scale))


def _tail(pieces: tuple[Piece, ...], number: Number) -> Number:
    """ "and a half", "point five" and a scale word after them."""
    halves, end = _and_a_half(pieces, number.last)
    value = number.low + halves * (number.scale if number.scale > 1 else 1)
    if _word(pieces, end) == "point" and number.low < 1000:
        after, place = end + 1, 0.1
        while (digit := lexicon("ones").get(_word(pieces, after), 10.0)) < 10 and place > 1e-7:
            value, after, place, end = value + digit * place, after + 1, place / 10, after + 1
    if end == number.last:
        return number
    scale, end = _scales(pieces, end, digits=False)
    value = round(value * scale, 9)
    return replace(number, last=end, low=value, high=value, mantissa=value / scale, scale=number.scale * scale)


def _year(pieces: tuple[Piece, ...], at: int) -> Number | None:
    """ "nineteen eighty-four", "twenty sixteen"."""
    head = _word(pieces, at)
    century = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}.get(head)
    if not century or at + 1 >= len(pieces) or pieces[at + 1].kind != "word":
        return None
    rest = _word(pieces, at + 1)
    tens, teens = lexicon("tens").get(rest), lexicon("ones").get(rest, 0.0)
    if tens is not None and head != "twenty":
        unit = _after_hyphen(pieces, at + 2)
        ones = lexicon("ones").get(_word(pieces, unit), 10.0)
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
        following = _word(pieces, _after_hyphen(pieces, at + 1))
        if first and word in ("a", "an"):
            if following not in lexicon("scales"):
                return False
            self.current, self.last = 1.0, "article"
            return True
        if first and word in ("hundred", "dozen"):
            return False
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
