"""Numbers in the words of times: "twenty four", "nineteen ninety", "two and a half", "a couple of"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from discrepancy.extract.mentions.times_pieces import VAGUE, Word
from discrepancy.lexicon import table

_ARTICLES = frozenset({"a", "the", "couple", "one", "half"})
_AFTER_ARTICLES = frozenset({"couple", "few", "half", "one"})
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000}


@cache
def small_numbers() -> dict[str, int]:
    """Numbers in one word, below a hundred."""
    return {**table("numbers")["ones"], **table("numbers")["tens"]}


def number_words() -> frozenset[str]:
    """Words that a number of several words may be made of."""
    return _AFTER_ARTICLES.union(_SCALES, small_numbers())


def join_numbers(pieces: Sequence[Word]) -> list[Word]:
    """Number words become one word: tens and ones, years in words, "a couple of", "and a half"."""
    joined: list[Word] = []
    counting = _counting()
    i = 0
    while i < len(pieces):
        may_count = pieces[i].lower in counting or "NUM" in pieces[i].kinds
        length, kinds = _number_at(pieces, i) if may_count else (1, {})
        if length > 1:
            first, last = pieces[i], pieces[i + length - 1]
            lower = " ".join(piece.lower for piece in pieces[i : i + length])
            joined.append(Word(first.start, last.end, lower, lower, kinds, first.glued, first.token))
        else:
            joined.append(pieces[i])
        i += max(1, length)
    return joined


@cache
def _counting() -> frozenset[str]:
    """Words with which a number of several words may begin."""
    return _ARTICLES.union(small_numbers())


def _number_at(pieces: Sequence[Word], i: int) -> tuple[int, dict[str, Any]]:
    """How many pieces from ``i`` on make one number, and its kinds."""
    lower = [piece.lower for piece in pieces[i : i + 5]] + [""] * 5
    if lower[0] in {"a", "the"} and lower[1] in {"couple", "few"}:
        return (3 if lower[2] == "of" else 2), {"NUM": 2.0 if lower[1] == "couple" else VAGUE}
    if lower[0] == "couple" and lower[1] == "of":
        return 2, {"NUM": 2.0}
    if lower[0] in {"a", "one"} and lower[1] in _SCALES:
        return 2, {"NUM": float(_SCALES[lower[1]])}
    if lower[0] == "half" and lower[1] in {"a", "an"}:
        return 2, {"NUM": 0.5}
    length, value = _spelled(lower)
    if not length:
        if pieces[i].kinds.get("NUM", VAGUE) < 0:
            return 0, {}
        length, value = 1, pieces[i].kinds["NUM"]
    elif 13 <= value <= 20 and length == 1:
        more, rest = _spelled(lower[1:])
        if more and (10 <= rest <= 99):
            return 1 + more, {"YEAR": int(value * 100 + rest), "NUM": value * 100 + rest}
    if lower[length : length + 3] == ["and", "a", "half"]:
        return length + 3, {"NUM": value + 0.5}
    if lower[length : length + 3] == ["1", "/", "2"]:
        return length + 3, {"NUM": value + 0.5}
    return length, {"NUM": value}


def _spelled(lower: Sequence[str]) -> tuple[int, float]:
    """Length and value of a number in words at the start of ``lower``: (0, 0) when there is none."""
    numbers = small_numbers()
    value = numbers.get(lower[0])
    if value is None:
        return 0, 0.0
    length = 1
    if 20 <= value < 100:
        skip = 2 if lower[1] == "-" else 1
        ones = numbers.get(lower[skip], 0)
        if 0 < ones < 10:
            length, value = skip + 1, value + ones
    if lower[length] in _SCALES:
        value *= _SCALES[lower[length]]
        length += 1
    return length, float(value)
