"""Holidays: on the same day every year, on the n-th weekday of a month, or so many days from Easter."""

from __future__ import annotations

from datetime import date, timedelta

from discrepancy.extract.mentions.times_calendar import ANNOUNCED, day_reading
from discrepancy.extract.mentions.times_grammar import Anchor, Match, Reading, Rule
from discrepancy.values.timerange import months_range


def _holiday(match: Match, anchor: Anchor) -> Reading | None:
    rule, reach, now = match.get("HOLIDAY"), match.get("REL"), anchor.published
    if match.get("YEAR"):
        return day_reading(_holiday_of(rule, match.get("YEAR")))
    if now is None:
        return Reading("DATE", f"XXXX-{rule}" if isinstance(rule, str) else None)
    days = [_holiday_of(rule, year) for year in range(now.year - 1, now.year + 2)]
    if reach == -1 or anchor.past:
        days = [d for d in days if d <= (now if reach == -1 else now + ANNOUNCED)]
    elif reach == 1 or anchor.ahead:
        days = [d for d in days if d >= now]
    return day_reading(min(days, key=lambda d: abs(d - now)))


def _holiday_of(rule: str | list[int], year: int) -> date:
    if isinstance(rule, str):
        return date(year, int(rule[:2]), int(rule[3:]))
    if len(rule) == 1:
        return easter(year) + timedelta(days=rule[0])
    month, weekday, nth = rule
    if nth < 0:
        last = months_range(year, month).end.date() - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Easter Sunday of the Western churches (the anonymous Gregorian computus)."""
    golden, century, rest = year % 19, year // 100, year % 100
    lunar = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    days = (32 + 2 * (century % 4) + 2 * (rest // 4) - lunar - rest % 4) % 7
    month, day = divmod(lunar + days - 7 * ((golden + 11 * lunar + 22 * days) // 451) + 114, 31)
    return date(year, month, day + 1)


RULES: tuple[Rule, ...] = (("REL? HOLIDAY ,? YEAR?", _holiday),)
