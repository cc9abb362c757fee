"""Words that limit a number, before it ("at least", "nearly") and after it ("or more", "-odd")."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cache

from discrepancy.extract.mentions.number_pieces import Piece, cut, joined
from discrepancy.extract.mentions.number_reader import starters
from discrepancy.lexicon import table, words
from discrepancy.values.quantity import Bound, about, nearly

_LONGEST = 5
_GIVEN = frozenset({"a", "an", "another", "additional", "further", "combined"})
JUST = 0.1
_REACH = 12
_CLOSES = frozenset({",", ";", ":", "and", "but", "or"})
_TURNED = {"more_than": "at_most", "less_than": "at_least"}


@dataclass(frozen=True, slots=True)
class Limit:
    """A limiting phrase: its kind and the pieces ``[first, last)`` it covers."""

    kind: str
    first: int
    last: int


@cache
def _phrases(side: str) -> dict[str, str]:
    return {phrase: kind for kind, phrases in table("numbers")[side].items() for phrase in phrases}


@cache
def _edges(side: str) -> frozenset[str]:
    """Pieces that can end a phrase before a number or begin one after it: a cheap test before the costly one."""
    at = -1 if side == "before" else 0
    return frozenset(cut(phrase)[at].lower for phrase in _phrases(side))


def limits_before(pieces: tuple[Piece, ...], at: int) -> tuple[Limit, ...]:
    """The limiting phrases that end just before piece ``at``, innermost first; at most two ("up to about")."""
    found: list[Limit] = []
    start = at
    for _ in range(2):
        limit = _before(pieces, at)
        if limit is None and at and pieces[at - 1].lower in _GIVEN:
            limit = _before(pieces, at - 1)
        if limit is None:
            break
        found.append(limit)
        at = limit.first
    if found and found[0].kind in _TURNED and _never(pieces, start):
        found[0] = replace(found[0], kind=_TURNED[found[0].kind])
    return tuple(found)


def _never(pieces: tuple[Piece, ...], at: int) -> bool:
    """Whether the limit was passed at no time: "was never more than", "at no point had there been"."""
    lead = [piece.lower for piece in pieces[max(0, at - _REACH) : at]]
    lead = lead[max((i + 1 for i, word in enumerate(lead) if word in _CLOSES), default=0) :]
    return "never" in lead or any(
        lead[i : i + 2] == ["at", "no"] and lead[i + 2 : i + 3] and lead[i + 2] in words("acts", "moments", "nouns")
        for i in range(len(lead))
    )


def _before(pieces: tuple[Piece, ...], at: int) -> Limit | None:
    if at and pieces[at - 1].text == "-" and pieces[at - 1].glued and pieces[at - 2].lower == "sub":
        return Limit("less_than", at - 2, at)
    if not at or pieces[at - 1].lower not in _edges("before"):
        return None
    for length in range(min(_LONGEST, at), 0, -1):
        first = at - length
        kind = _phrases("before").get(joined(pieces, first, at))
        if kind and not (first and pieces[first].kind == "sign" and pieces[first].glued and _closes(pieces, first)):
            return Limit(kind, first, at)
    return None


def _closes(pieces: tuple[Piece, ...], sign: int) -> bool:
    """Whether a sign ends what it touches, as in "<b> 70"."""
    return pieces[sign - 1].kind == "word" or pieces[sign - 1].text in "'\"/-"


def limit_after(pieces: tuple[Piece, ...], at: int) -> Limit | None:
    """The limiting phrase at piece ``at``, or after one noun where it begins with "or" or "and"."""
    for skip in (0, 1):
        first = at + skip
        if first >= len(pieces):
            return None
        if skip and (pieces[at].kind != "word" or pieces[first].lower not in ("or", "and")):
            return None
        start = first
        if pieces[first].text == "-" and pieces[first].glued and first + 1 < len(pieces):
            start = first + 1
        if pieces[start].lower not in _edges("after"):
            continue
        for length in range(min(3, len(pieces) - start), 0, -1):
            phrase = joined(pieces, start, start + length)
            kind = _phrases("after").get(phrase)
            if kind and _fits(pieces, phrase, first, start, start + length):
                return Limit(kind, first, start + length)
    return None


def _fits(pieces: tuple[Piece, ...], phrase: str, first: int, start: int, end: int) -> bool:
    if phrase in ("odd", "ish"):
        return start > first or pieces[start].glued
    follows = pieces[end] if end < len(pieces) else None
    if phrase == "+":
        return pieces[start].glued
    if follows is not None and follows.lower == "than":
        return False
    number_follows = follows is not None and (follows.kind == "number" or follows.lower in starters())
    if phrase == "plus":
        return start > first or not (number_follows or (follows is not None and follows.lower in ("a", "the")))
    if phrase.startswith(("at ", "approx")):
        return follows is None or follows.kind == "sign"
    return not number_follows


def limited(kind: str, low: float, high: float) -> tuple[float, float, Bound]:
    """The interval of a number ``[low, high]`` under a limiting phrase of ``kind``, and how it is bound."""
    floor = min(0.0, high) if low >= 0 else -math.inf
    if kind == "at_least":
        return low, math.inf, "at_least"
    if kind == "more_than":
        return low, math.inf, "more_than"
    if kind == "at_most":
        return floor, high, "at_most"
    if kind == "less_than":
        return floor, high, "less_than"
    if kind == "just_over":
        return low, high + JUST * abs(high), "more_than"
    if kind == "just_under":
        return low - JUST * abs(low), high, "less_than"
    if low != high:
        return low, high, "vague"
    near = nearly(low) if kind == "nearly" else about(low)
    return near.low, near.high, "about"
