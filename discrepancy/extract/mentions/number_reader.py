"""Bare numbers without unit and limit: in digits, in words, as a part ("two-thirds") or vague ("dozens")."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from discrepancy.extract.mentions.number_pieces import Piece, after_hyphen, joined, literal, word_at
from discrepancy.extract.mentions.number_words import (
    Number,
    and_a_half,
    lexicon,
    read_scales,
    scale_at,
    spans,
    spelled_number,
)
from discrepancy.lexicon import table, words

_FEW_LENGTH = 3
_FIGURE = re.compile(r"\d|[¼½¾⅐-⅞]")
_LETTERS = re.compile(r"[^\W\d_]+")
_ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})


@cache
def starters() -> frozenset[str]:
    """Words with which a number may begin."""
    names = ("ones", "tens", "ordinals", "vague", "vague_multiples")
    some = {word for name in names for word in table("numbers")[name]}
    return frozenset(
        some | {"a", "an", "half", "several", "couple", "no", "none", "nobody", "quarter", "dozen", "hundred"}
    )


@cache
def _telling() -> frozenset[str]:
    """The words of which one stands in or before every number in words; an article alone begins none."""
    more = {word for name in ("parts", "scales", "few") for entry in table("numbers")[name] for word in entry.split()}
    return (starters() | more | words("times", "lengths", "takes")) - {"a", "an", "of"}


def may_hold_number(text: str) -> bool:
    """Whether any number may stand in ``text``: a cheap test before cutting it."""
    return bool(_FIGURE.search(text)) or not _telling().isdisjoint(_LETTERS.findall(text.lower()))


def may_begin(piece: Piece) -> bool:
    """Whether a number may begin with ``piece``: a cheap test before reading it."""
    return piece.lower in starters() if piece.kind == "word" else piece.kind in ("number", "fraction")


def read_number(pieces: tuple[Piece, ...], at: int, *, money: bool = False) -> Number | None:
    """The longest number that starts at piece ``at``; ``money`` lets "m" and "b" stand for million and billion."""
    piece = pieces[at]
    if piece.kind in ("number", "fraction"):
        return _digits(pieces, at, money=money)
    if not may_begin(piece):
        return None
    return (
        _part(pieces, at) or _half(pieces, at) or _zero(pieces, at) or _vague(pieces, at) or spelled_number(pieces, at)
    )


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
    halves = and_a_half(pieces, end)
    value, end = value + halves[0], halves[1]
    scale, end = read_scales(pieces, end, digits=True, money=money)
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
        and (scale_at(pieces, end + 2, digits=True, money=True) or word_at(pieces, end + 2) == "%")
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
    if word_at(pieces, at + 3) == "/":
        return None
    share = int(above) / int(below)
    return Number(at, at + 3, share, share, "fraction")


def _part(pieces: tuple[Piece, ...], at: int) -> Number | None:
    """ "a third of", "two-thirds", "three quarters"."""
    word = word_at(pieces, at)
    many = 1.0 if word in ("a", "an", "one") else lexicon("ones").get(word, 0.0)
    below = after_hyphen(pieces, at + 1)
    name = word_at(pieces, below)
    if not many or name not in lexicon("parts") or name in ("half", "halves"):
        return None
    plural = name.endswith("s")
    if plural != (many > 1) or many >= lexicon("parts")[name]:
        return None
    if (
        not plural
        and word in ("a", "an")
        and not _of_scale(pieces, at, below + 1, 1.0)
        and word_at(pieces, below + 1) not in ("of", "to", "more", "less", "fewer", "higher", "lower")
    ):
        return None
    share = many / lexicon("parts")[name]
    return _of_scale(pieces, at, below + 1, share) or Number(at, below + 1, share, share, "fraction")


def _of_scale(pieces: tuple[Piece, ...], at: int, end: int, share: float) -> Number | None:
    """ "three quarters of a million", "a quarter million"."""
    of_a = word_at(pieces, end) == "of" and word_at(pieces, end + 1) == "a"
    scale = lexicon("scales").get(word_at(pieces, end + 2 * of_a), 0.0)
    if scale < 1000:
        return None
    return Number(at, end + 2 * of_a + 1, share * scale, share * scale, "words", share, scale)


def _half(pieces: tuple[Piece, ...], at: int) -> Number | None:
    """ "half a million", "half an hour", "half of", "a half-dozen"."""
    start = at
    if word_at(pieces, at) in ("a", "an", "one"):
        at = after_hyphen(pieces, at + 1)
    if word_at(pieces, at) != "half" or word_at(pieces, start - 1) in lexicon("ordinals"):
        return None
    after = after_hyphen(pieces, at + 1)
    article = word_at(pieces, after) in ("a", "an")
    scale = lexicon("scales").get(word_at(pieces, after + article), 0.0)
    if scale:
        return Number(start, after + article + 1, scale / 2, scale / 2, "words", 0.5, scale)
    if article:
        return Number(start, after + 1, 0.5, 0.5, "fraction")
    weighed = word_at(pieces, at - 1) in _beside("half_before") or word_at(pieces, at + 1) in _beside("half_after")
    if weighed or word_at(pieces, after) in _beside("half_units"):
        return Number(start, at + 1, 0.5, 0.5, "fraction")
    return None


def _beside(name: str) -> frozenset[str]:
    return words("numbers", "beside", name)


def _zero(pieces: tuple[Piece, ...], at: int) -> Number | None:
    word = word_at(pieces, at)
    if word in words("numbers", "zero", "words"):
        return Number(at, at + 1, 0.0, 0.0, "zero")
    if word != "no":
        return None
    after = after_hyphen(pieces, at + 1)
    if word_at(pieces, after) == "one":
        return Number(at, after + 1, 0.0, 0.0, "zero")
    nouns = table("numbers")["zero"]["nouns"]
    if any(word_at(pieces, near) in nouns for near in (at + 1, at + 2)):
        return Number(at, at + 1, 0.0, 0.0, "zero")
    return None


def _vague(pieces: tuple[Piece, ...], at: int) -> Number | None:
    """ "dozens", "tens of thousands", "several hundred", "a couple"."""
    for length in range(_FEW_LENGTH if word_at(pieces, at) in ("a", "couple", "several") else 0, 0, -1):
        few = spans("few").get(joined(pieces, at, min(at + length, len(pieces))))
        if few and at + length <= len(pieces):
            return _some(pieces, at, at + length, few)
    word = word_at(pieces, at)
    multiple = spans("vague_multiples").get(word)
    if multiple and word_at(pieces, at + 1) == "of":
        scale = lexicon("scales").get(word_at(pieces, at + 2).removesuffix("s"), 0.0)
        if scale >= 1000:
            return Number(at, at + 3, multiple[0] * scale, (multiple[1] + 1) * scale - 1, "vague")
    span = spans("vague").get(word)
    if not span or (word == "scores" and word_at(pieces, at + 1) not in _beside("scores_after")):
        return None
    return Number(at, at + 1, *span, "vague")


def _some(pieces: tuple[Piece, ...], at: int, end: int, few: tuple[float, float]) -> Number | None:
    scale, after = read_scales(pieces, end, digits=False)
    if scale == 1 and word_at(pieces, end).removesuffix("s") in ("hundred", "thousand", "million", "dozen"):
        scale, after = lexicon("scales")[word_at(pieces, end).removesuffix("s")], end + 1
    if (
        scale == 1
        and joined(pieces, at, end) == "couple of"
        and word_at(pieces, at - 1) not in ("last", "past", "next", "the")
    ):
        return None
    if scale == 1 and joined(pieces, at, end) == "a couple":
        return None if word_at(pieces, end) != "more" else Number(at, end, *few, "vague")
    if scale == 1:
        return Number(at, after, *few, "vague")
    return Number(at, after, few[0] * scale, few[1] * scale + (scale - 1 if scale > 12 else 0), "vague")
