"""Times as ranges with a grain, so that "September 2016" and "17 September 2016" agree."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, date, datetime, time, timedelta
from typing import Literal

from discrepancy.values.relation import SAME, Relation

Grain = Literal["minute", "hour", "part", "day", "week", "month", "season", "year", "decade", "century"]
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
PART_HOURS = {"MO": (4, 12), "MI": (11, 14), "AF": (12, 18), "EV": (17, 24), "NI": (18, 30)}
_EDGE_HOURS = {"start": (0, 10), "mid": (10, 16), "end": (16, 24)}
_ROUND_SLACK = {"minute": timedelta(minutes=5), "hour": timedelta(minutes=15)}
_FAR = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class TimeRange:
    """The half-open stretch of local time [start, end) that a time expression names.

    grain   the unit in which the text speaks; "part" is a part of a day (morning, overnight)
    zone    minutes east of UTC where the text names a time zone, else None
    dated   False for a clock time of a day that the text does not tell: its hours count, its date means nothing
    """

    start: datetime
    end: datetime
    grain: Grain
    zone: int | None = field(default=None)
    dated: bool = field(default=True)

    def relate(self, other: TimeRange) -> Relation:
        """Whether this and ``other`` can name the same time.

        Clock times of which only one names its zone are incomparable when they differ.
        """
        if self.dated != other.dated:
            return Relation("incomparable", "undated")
        mine, theirs = self._common(other), other._common(self)
        if mine == theirs:
            return SAME
        if mine[0] < theirs[1] and theirs[0] < mine[1]:
            return Relation("overlapping", "granularity")
        if self._on_clock() and other._on_clock() and (self.zone is None) != (other.zone is None):
            return Relation("incomparable", "time-zone")
        apart = max(mine[0], theirs[0]) - min(mine[1], theirs[1])
        if apart < self._slack() or apart < other._slack():
            return Relation("overlapping", "approximation")
        return Relation("disjoint", "differs", min(1.0, apart / _FAR))

    def _on_clock(self) -> bool:
        return self.grain in {"minute", "hour"}

    def _common(self, other: TimeRange) -> tuple[datetime, datetime]:
        """Start and end; in UTC where both sides name a zone."""
        if self.zone is None or other.zone is None:
            return self.start, self.end
        return _moved(self.start, -self.zone), _moved(self.end, -self.zone)

    def _slack(self) -> timedelta:
        """How far a rounded clock time may lie off: "10 p.m." and "9.50 p.m." do not contradict each other."""
        if self.grain == "minute" and self.start.minute % 5:
            return timedelta(0)
        return _ROUND_SLACK.get(self.grain, timedelta(0))


def _moved(moment: datetime, minutes: int) -> datetime:
    try:
        return moment + timedelta(minutes=minutes)
    except OverflowError:
        return moment


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _after(moment: datetime, days: float) -> datetime:
    try:
        return moment + timedelta(days=days)
    except OverflowError:
        return datetime.max


def day_range(first: date, days: int = 1, grain: Grain = "day") -> TimeRange:
    """``days`` whole days from ``first`` on."""
    return TimeRange(_midnight(first), _after(_midnight(first), days), grain)


def week_range(day: date) -> TimeRange:
    """The week from Monday to Sunday that holds ``day``."""
    return day_range(_monday(day), 7, "week")


def weekend_range(day: date) -> TimeRange:
    """Saturday and Sunday of the week that holds ``day``."""
    monday = _monday(day)
    return day_range(date.fromordinal(min(monday.toordinal() + 5, date.max.toordinal())), 2)


def _monday(day: date) -> date:
    return date.fromordinal(max(1, day.toordinal() - day.weekday()))


def months_range(year: int, month: int, months: int = 1, grain: Grain = "month") -> TimeRange:
    """``months`` whole months from ``month`` of ``year`` on; ValueError outside of the calendar."""
    until = year * 12 + month - 1 + months
    return TimeRange(datetime(year, month, 1), datetime(until // 12, until % 12 + 1, 1), grain)


def years_range(year: int, years: int = 1, grain: Grain = "year") -> TimeRange:
    """``years`` whole years from ``year`` on; ValueError outside of the calendar."""
    if not MINYEAR <= year <= MAXYEAR - years:
        raise ValueError("year outside of the calendar")
    return TimeRange(datetime(year, 1, 1), datetime(year + years, 1, 1), grain)


def part_range(day: date, part: str) -> TimeRange:
    """Part of ``day``: MO, MI, AF, EV or NI (the night that begins on that day)."""
    first, last = PART_HOURS[part]
    return TimeRange(_after(_midnight(day), first / 24), _after(_midnight(day), last / 24), "part")


def clock_range(day: date, hour: int, minute: int | None, zone: int | None = None) -> TimeRange:
    """A clock time on ``day``, one minute long, or one hour long where no minute is given."""
    start = datetime.combine(day, time(hour, minute or 0))
    length = timedelta(hours=1) if minute is None else timedelta(minutes=1)
    return TimeRange(start, _after(start, length / timedelta(days=1)), "hour" if minute is None else "minute", zone)


def roughly(exact: TimeRange, how: str | None, close: bool) -> TimeRange:
    """A clock time said with "about", "before" or "after"; ``close`` keeps within an hour ("shortly after").

    Its grain is the minute: unlike "5 p.m.", which is a point said roughly, it is as long as it is.
    """
    if how is None:
        return exact
    midnight = _midnight(exact.start.date())
    hour = timedelta(hours=1)
    if how == "about":
        return TimeRange(_moved(exact.start, -30), _moved(exact.start, 30), "minute", exact.zone)
    if how == "before":
        start = max(datetime.min + hour, exact.start) - hour if close else midnight
        return TimeRange(start, max(exact.start, _moved(start, 1)), "minute", exact.zone)
    end = _moved(exact.start, 60) if close else _after(midnight, 1)
    return TimeRange(exact.start, end, "minute", exact.zone)


def edge_of(whole: TimeRange, edge: str) -> TimeRange:
    """The "start", "mid" or "end" of ``whole``, taken generously: the three overlap."""
    if whole.grain == "day":
        first, last = _EDGE_HOURS[edge]
        return TimeRange(_after(whole.start, first / 24), _after(whole.start, last / 24), "part", whole.zone)
    low, high = {"start": (0.0, 0.4), "mid": (0.3, 0.7), "end": (0.6, 1.0)}[edge]
    length = whole.end - whole.start
    start, end = whole.start + length * low, whole.start + length * high
    if length > timedelta(days=3):
        start, end = _midnight(start.date()), min(whole.end, _after(_midnight(end.date()), 1))
    return TimeRange(start, end, whole.grain, whole.zone)
