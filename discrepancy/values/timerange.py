"""Times as ranges with a grain, so that "September 2016" and "17 September 2016" agree."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from discrepancy.values.relation import SAME, Relation

Grain = Literal["minute", "hour", "part", "day", "week", "month", "season", "year", "decade", "century"]


@dataclass(frozen=True, slots=True)
class TimeRange:
    """The half-open stretch of local time [start, end) that a time expression names.

    grain   the unit in which the text speaks; "part" is a part of a day (morning, overnight)
    zone    minutes east of UTC where the text names a time zone, else None
    """

    start: datetime
    end: datetime
    grain: Grain
    zone: int | None = field(default=None)

    def relate(self, other: TimeRange) -> Relation:
        """Whether this and ``other`` can name the same time."""
        if (self.start, self.end) == (other.start, other.end):
            return SAME
        if self.start < other.end and other.start < self.end:
            return Relation("overlapping", "granularity")
        apart = max(self.start, other.start) - min(self.end, other.end)
        return Relation("disjoint", "differs", min(1.0, apart.total_seconds() / (7 * 86400)))
