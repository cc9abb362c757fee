"""Numbers as closed intervals.

"62" is [62, 62]; "at least 62" [62, inf); "more than 60" (60, inf); "up to 50" [0, 50]; "some 100" a halo around
100; "nearly 200" [180, 200); "dozens" [24, 99]. The widths of halos and vague words follow the annotation guide of the
project; they are conventions, kept here and in ``lexicons/en/numbers.toml`` so that they can be read and argued about.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal

from discrepancy.values.conversion import conversion
from discrepancy.values.relation import SAME, Relation

Bound = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "range", "vague"]
WIDEST_HALO = 0.15
NARROWEST_HALO = 0.05
NEARLY = 0.9
ROUNDED_CONVERSION = 0.1
SHARE_SLACK = 0.02
LEAST_ROUND = 10


@dataclass(frozen=True, slots=True)
class Quantity:
    """An interval of numbers with a unit.

    low, high   ends of the interval; -inf or inf where it is open
    bound       how the text limits the number
    unit        canonical unit ("km", "USD", "percent", "hour") or None for a bare count
    written     the number as written; None for a range or a vague word
    rounded     the text gives a round figure with a scale word or many zeros ("1.2 million", "50,000")
    """

    low: float
    high: float
    bound: Bound = "exact"
    unit: str | None = None
    written: float | None = field(default=None, compare=False)
    rounded: bool = field(default=False, compare=False)

    def relate(self, other: Quantity) -> Relation:
        """Whether this and ``other`` can describe one number; units are converted first."""
        if self.unit != other.unit:
            return self._relate_converted(other)
        if (self.low, self.high, self.bound) == (other.low, other.high, other.bound):
            return SAME
        if _meet(self, other):
            return Relation("overlapping", _agreement(self, other))
        if _rounds_to(self, other) or _rounds_to(other, self) or _touch(self, other):
            return Relation("overlapping", "approximation")
        return Relation("disjoint", "differs", _gap(self, other))

    def converted(self, unit: str) -> Quantity | None:
        """The same quantity in ``unit``, None where it cannot be converted."""
        turn = conversion(self.unit, unit)
        if turn is None:
            return None
        low, high = turn(self.low), turn(self.high)
        reach = turn.looseness * max((abs(end) for end in (low, high) if math.isfinite(end)), default=0.0)
        bound: Bound = "about" if reach and self.bound == "exact" else self.bound
        written = None if self.written is None else turn(self.written)
        return replace(self, low=low - reach, high=high + reach, bound=bound, unit=unit, written=written)

    def _relate_converted(self, other: Quantity) -> Relation:
        turn = conversion(other.unit, self.unit)
        theirs = other.converted(self.unit) if self.unit is not None else None
        if turn is None or theirs is None:
            return Relation("incomparable", "same-unit")
        apart = max(self.low, theirs.low) - min(self.high, theirs.high)
        if apart <= max(_slack(self), _slack(other) * abs(turn.factor)) or _rounds_to(theirs, self):
            return Relation("overlapping", "same-unit")
        return Relation("disjoint", "differs", _gap(self, theirs))


def exact(number: float, unit: str | None = None) -> Quantity:
    """``number`` and nothing else."""
    return Quantity(number, number, "exact", unit, number)


def about(number: float, unit: str | None = None) -> Quantity:
    """``number`` with the halo of "about": half its last rounded place, at least 5 and at most 15 per cent."""
    reach = abs(number) * min(WIDEST_HALO, max(NARROWEST_HALO, _half_place(number) / abs(number) if number else 0))
    return Quantity(number - reach, number + reach, "about", unit, number)


def nearly(number: float, unit: str | None = None) -> Quantity:
    """Just below ``number``: "nearly 200" is [180, 200]."""
    low, high = sorted((NEARLY * number, number))
    return Quantity(low, high, "about", unit, number)


def _half_place(number: float) -> float:
    """Half of the decimal place to which ``number`` seems to be rounded: 50 for 300, 0.5 for 42, 0.05 for 1.6."""
    if not number or not math.isfinite(number):
        return 0.0
    exponent = Decimal(repr(float(number))).normalize().as_tuple().exponent
    return 10.0**exponent / 2 if isinstance(exponent, int) else 0.0


def _slack(quantity: Quantity) -> float:
    """How far the number may be off because it was rounded when it was written or converted: 0.5 for "8 km"."""
    if quantity.unit == "fraction":
        return SHARE_SLACK
    if quantity.written is None:
        return 0.0
    return min(_half_place(quantity.written), ROUNDED_CONVERSION * abs(quantity.written))


def _meet(one: Quantity, other: Quantity) -> bool:
    low, high = max(one.low, other.low), min(one.high, other.high)
    if low < high:
        return True
    if low > high:
        return False
    return not any(
        (q.bound == "more_than" and q.low == low) or (q.bound == "less_than" and q.high == low) for q in (one, other)
    )


def _touch(one: Quantity, other: Quantity) -> bool:
    """ "Over 100" and a bare 100: the ends meet in a round number, and round numbers are used loosely."""
    meeting = max(one.low, other.low)
    return meeting == min(one.high, other.high) and _half_place(meeting) >= LEAST_ROUND / 2


def _agreement(one: Quantity, other: Quantity) -> str:
    bounds = {one.bound, other.bound}
    return "approximation" if bounds & {"about", "vague"} else "bound"


def _rounds_to(rounded: Quantity, precise: Quantity) -> bool:
    """Whether a loosely used round figure stands for the precise one: "1.2 million" for 1,214,000."""
    if not rounded.rounded or rounded.written is None or precise.written is None:
        return False
    reach = min(_half_place(rounded.written), WIDEST_HALO / 2 * abs(rounded.written))
    return abs(rounded.written - precise.written) <= reach


def _gap(one: Quantity, other: Quantity) -> float:
    near, far = sorted((min(one.high, other.high), max(one.low, other.low)))
    largest = max(abs(near), abs(far))
    return 0.0 if not largest or math.isinf(largest) else min(1.0, (far - near) / largest)
