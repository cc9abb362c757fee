"""The value strip of a card: every answer as a point or a stretch on one line, open ends as arrows."""

from __future__ import annotations

import math
from dataclasses import dataclass

from discrepancy.model import Conflict
from discrepancy.report import explain
from discrepancy.report.html.letters import letter
from discrepancy.report.numbers import interval
from discrepancy.values.quantity import Quantity

LEFT, RIGHT = 60, 540
STEEP = 30
MARGIN = 0.08


@dataclass(frozen=True, slots=True)
class Bar:
    """One answer on the strip, in the strip's own units (0 to 600)."""

    letter: str
    shown: str
    start: float
    end: float
    open_below: bool
    open_above: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """The strip: ``logarithmic`` when the answers lie very far apart."""

    bars: tuple[Bar, ...]
    logarithmic: bool
    words: str


def scale_of(conflict: Conflict) -> Scale | None:
    """The strip for a conflict of numbers in one unit, else None."""
    held = [(number, position) for number, position in enumerate(conflict.positions) if position.claims]
    values = [position.claims[0].value for _, position in held]
    if len(held) < 2 or not all(isinstance(value, Quantity) for value in values):
        return None
    if len({value.unit for value in values if isinstance(value, Quantity)}) > 1:
        return None
    ends = [interval(position.claims[0]) for _, position in held]
    finite = [float(end) for pair in ends for end in pair if end is not None]
    if len(set(finite)) < 2:
        return None
    low, high = min(finite), max(finite)
    steep = low > 0 and high / low > STEEP
    bars = tuple(
        Bar(
            letter(number),
            explain.plain(position.shown),
            LEFT if below is None else _at(float(below), low, high, steep),
            RIGHT if above is None else _at(float(above), low, high, steep),
            below is None,
            above is None,
        )
        for (number, position), (below, above) in zip(held, ends, strict=True)
    )
    words = "; ".join(f"{bar.letter}: {bar.shown}" for bar in bars)
    return Scale(bars, steep, words)


def _at(value: float, low: float, high: float, steep: bool) -> float:
    share = math.log(value / low) / math.log(high / low) if steep else (value - low) / (high - low)
    room = RIGHT - LEFT
    return round(LEFT + room * (MARGIN + share * (1 - 2 * MARGIN)), 1)
