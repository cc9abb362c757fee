"""A small grammar over time words: patterns of kinds and words, the longest match wins.

A pattern is a line such as ``WEEKDAY? ,? MONTH .? DAY ,? YEAR?``: capitals name a kind of word, anything else is the
word itself, ``|`` separates alternatives and ``?`` marks what may be left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

from discrepancy.extract.mentions.times_pieces import Word
from discrepancy.values.timerange import TimeRange

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a time expression means.

    void      the words are no time at all ("a 27-year-old")
    derived   seen from another time ("a year earlier"): nothing later leans on it
    """

    type: TimeType
    value: str | None
    range: TimeRange | None = None
    void: bool = False
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an expression may lean on.

    published   day of publication
    last        the day that the text named last
    period      the stretch of a week or more that the text named last
    named       days that the text has named with their year, the latest last
    ahead       the clause speaks of the future
    past        the clause speaks of the past
    """

    published: date | None
    last: date | None = None
    period: Reading | None = None
    named: tuple[date, ...] = ()
    ahead: bool = False
    past: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found: the words ``first`` to ``stop`` and the values of its kinds in text order."""

    first: int
    stop: int
    found: tuple[tuple[str, Any], ...]

    def get(self, kind: str, nth: int = 0) -> Any:
        """Value of the ``nth`` word of ``kind``; None when there is none."""
        values = [value for name, value in self.found if name == kind]
        return values[nth] if -len(values) <= nth < len(values) else None

    def edge(self) -> str | None:
        """Which part of the whole is meant: "start", "mid" or "end"."""
        edge: str | None = self.get("EDGE") or self.get("EDGENOUN")
        return edge

    def has(self, *words: str) -> bool:
        """Whether one of ``words`` (themselves, not kinds) is part of the match."""
        return any(name in words for name, _ in self.found)


Resolve = Callable[[Match, Anchor], Reading | None]
Rule = tuple[str, Resolve]
_LOOSE = {",", "(", "on", "the"}
_Slot = tuple[tuple[str, ...], bool]


@cache
def _slots(pattern: str) -> tuple[_Slot, ...]:
    slots = []
    for part in pattern.split():
        optional = part.endswith("?") and part != "?"
        slots.append((tuple((part[:-1] if optional else part).split("|")), optional))
    return tuple(slots)


def edged(*patterns: str) -> tuple[str, ...]:
    """Each pattern alone and with "early", "mid-" or "the end of" in front."""
    fronts = ("", "EDGE -|in|on? the? ", "the? EDGENOUN of|to the? ")
    return tuple(front + pattern for pattern in patterns for front in fronts)


def match_pattern(pattern: str, words: Sequence[Word], first: int) -> Match | None:
    """The longest match of ``pattern`` at word ``first``; a comma at its end is left out."""
    match = _match(_slots(pattern), 0, words, first, first, ())
    if match and words[match.stop - 1].lower in _LOOSE and match.stop - first > 1:
        return Match(first, match.stop - 1, match.found)
    return match


def _match(
    slots: tuple[_Slot, ...], at: int, words: Sequence[Word], first: int, i: int, found: tuple[tuple[str, Any], ...]
) -> Match | None:
    if at == len(slots):
        return Match(first, i, found)
    names, optional = slots[at]
    best: Match | None = None
    if i < len(words):
        for name in names:
            if name in words[i].kinds:
                best = _match(slots, at + 1, words, first, i + 1, (*found, (name, words[i].kinds[name])))
            elif name == words[i].lower:
                best = _match(slots, at + 1, words, first, i + 1, (*found, (name, None)))
            if best:
                break
    if optional:
        other = _match(slots, at + 1, words, first, i, found)
        if other and (best is None or other.stop > best.stop):
            return other
    return best


def starts_of(pattern: str) -> tuple[str, ...]:
    """Kinds and words with which a match of ``pattern`` can begin."""
    starts: list[str] = []
    for names, optional in _slots(pattern):
        starts.extend(names)
        if not optional:
            break
    return tuple(starts)


@cache
def needs_of(pattern: str) -> tuple[frozenset[str], ...]:
    """What every match of ``pattern`` holds: one kind or word of each set."""
    return tuple(frozenset(names) for names, optional in _slots(pattern) if not optional)
