"""Units and currencies beside a number: before it ("$", "CHF") and after it ("km", "per cent", "dollars")."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from discrepancy.extract.mentions.number_pieces import Piece, cut, joined
from discrepancy.lexicon import table, words

UnitKind = Literal["measure", "duration", "percentage", "money"]
_LONGEST = 4
_ONLY_GLUED = frozenset({"t", "s", "h", "l", "L", "V", "W", "G", "C", "F"})
_PERIODS = {
    "second": "second",
    "minute": "minute",
    "hour": "hour",
    "hr": "hour",
    "h": "hour",
    "day": "day",
    "night": "night",
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "annum": "year",
}
_SPEEDS = {("km", "hour"): "km/h", ("mile", "hour"): "mph", ("m", "second"): "m/s"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit found in the text: its canonical name, its kind and the pieces ``[first, last)`` it covers."""

    name: str
    kind: UnitKind
    first: int
    last: int


@cache
def _lists() -> tuple[dict[str, tuple[str, UnitKind]], dict[str, tuple[str, UnitKind]]]:
    words: dict[str, tuple[str, UnitKind]] = {}
    symbols: dict[str, tuple[str, UnitKind]] = {}
    kinds: tuple[UnitKind, ...] = ("measure", "duration", "percentage", "money")
    for kind in kinds:
        for name, entry in table("units")[kind].items():
            words.update(dict.fromkeys(entry["words"], (name, kind)))
            symbols.update(dict.fromkeys(entry["symbols"], (name, kind)))
    return words, symbols


@cache
def _edges() -> tuple[frozenset[str], frozenset[str]]:
    """First pieces of all units and last pieces of all currency signs and codes: a cheap test before the costly one."""
    names, symbols = _lists()
    firsts = {cut(key)[0].lower for key in (*names, *symbols)}
    return frozenset(firsts), frozenset(cut(key)[-1].lower for key in symbols)


def currency_before(pieces: tuple[Piece, ...], at: int) -> Unit | None:
    """The currency sign or code that ends just before piece ``at``."""
    _, symbols = _lists()
    if not at or pieces[at - 1].lower not in _edges()[1]:
        return None
    for length in range(min(_LONGEST, at), 0, -1):
        key = joined(pieces, at - length, at, lower=False)
        name, kind = symbols.get(key, ("", "measure"))
        if kind == "money" and (len(key) > 1 or not key.isalpha()) and key not in ("kr",):
            return Unit(name, kind, at - length, at)
    return None


def unit_after(pieces: tuple[Piece, ...], at: int, *, digits: bool) -> Unit | None:
    """The unit at piece ``at``, a joining hyphen before it skipped; symbols only after a number in digits."""
    names, symbols = _lists()
    if at >= len(pieces):
        return None
    first = at
    if pieces[at].text in "-–" and pieces[at].glued and at + 1 < len(pieces) and pieces[at + 1].glued:
        first = at + 1
    if pieces[first].lower not in _edges()[0]:
        return None
    for length in range(min(_LONGEST, len(pieces) - first), 0, -1):
        name, kind = names.get(joined(pieces, first, first + length), ("", None))
        if kind is None and digits:
            key = joined(pieces, first, first + length, lower=False)
            if key == "p" and joined(pieces, first, min(first + 3, len(pieces))).replace(" ", "") == "p.m":
                continue
            if key not in _ONLY_GLUED or pieces[first].glued:
                name, kind = symbols.get(key, ("", None))
        if kind is not None:
            return Unit(name, kind, first, first + length)
    return None


def period_after(pieces: tuple[Piece, ...], at: int) -> tuple[str, int] | None:
    """The period and end of "a day", "per hour", "/h" or "every year" at piece ``at``."""
    if at + 1 >= len(pieces) or pieces[at].lower not in ("a", "an", "per", "every", "each", "/"):
        return None
    period = _PERIODS.get(pieces[at + 1].lower)
    if not period or (pieces[at].text == "/" and not pieces[at].glued):
        return None
    follows = pieces[at + 2].lower if at + 2 < len(pieces) else ""
    if pieces[at].lower in ("a", "an") and follows in words("numbers", "beside", "after_period"):
        return None
    return period, at + 2


def share_after(pieces: tuple[Piece, ...], at: int) -> tuple[str, int] | None:
    """What a sum or measure is given for: the name and end of "per barrel", "a gallon" or "per share"."""
    if at + 1 >= len(pieces) or pieces[at].lower not in ("per", "a", "/"):
        return None
    unit = unit_after(pieces, at + 1, digits=pieces[at].text == "/")
    if unit and unit.kind == "measure" and unit.first == at + 1:
        return unit.name, unit.last
    if pieces[at].lower == "per" and pieces[at + 1].kind == "word":
        return pieces[at + 1].lower, at + 2
    return None


def compound(name: str, period: str) -> str:
    """The unit of ``name`` per ``period``: "km/h" for kilometres an hour."""
    return _SPEEDS.get((name, period), f"{name}/{period}")
