"""Times that lean on the day of publication or on a day named before: "last week", "two days later", "on Friday"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from discrepancy.extract.mentions.times_calendar import (
    day_reading,
    decade_reading,
    month_reading,
    quarter_reading,
    week_reading,
    weekend_reading,
    with_edge,
    year_reading,
)
from discrepancy.extract.mentions.times_grammar import Anchor, Match, Reading, Rule
from discrepancy.values.timerange import Grain, TimeRange, day_range, part_range, years_range

_LONGEST_STEP = 5_000


def shifted(day: date, count: int, unit: str) -> date | None:
    """``day`` moved by ``count`` units; None outside of the calendar."""
    if abs(count) > _LONGEST_STEP:
        return None
    try:
        if unit in {"D", "N"}:
            return day + timedelta(days=count)
        if unit in {"W", "WE", "F"}:
            return day + timedelta(days=count * (14 if unit == "F" else 7))
        months = count * {"MO": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}[unit]
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError, KeyError):
        return None


def unit_reading(day: date, unit: str) -> Reading | None:
    """The day, week, month, quarter or year that holds ``day``."""
    if unit == "D":
        return day_reading(day)
    if unit == "N":
        return part_reading(day, "NI")
    if unit in {"W", "F"}:
        return week_reading(day)
    if unit == "WE":
        return weekend_reading(day)
    if unit == "MO":
        return month_reading(day.year, day.month)
    if unit == "Q":
        return quarter_reading(day.year, (day.month + 2) // 3)
    if unit == "E":
        return decade_reading(day.year - day.year % 10)
    return year_reading(day.year) if unit == "Y" else None


def part_reading(day: date, part: str) -> Reading:
    """A part of ``day``, as in "Friday night"."""
    return Reading("TIME", f"{day.isoformat()}T{part}", part_range(day, part))


def weekday_day(weekday: int, anchor: Anchor, reach: int | None = None) -> date | None:
    """The latest such day not after publication; the next where the text points ahead or says so."""
    now = anchor.published
    if now is None:
        return None
    back = (now.isoweekday() - weekday) % 7
    if reach == 1 or (reach is None and anchor.ahead):
        return shifted(now, (7 - back) if back or reach == 1 else 0, "D")
    if reach == -1 and back == 0:
        back = 7
    return shifted(now, -back, "D")


def _weekday(match: Match, anchor: Anchor) -> Reading | None:
    weekday, part = match.get("WEEKDAY"), match.get("PART")
    day = weekday_day(weekday, anchor, match.get("REL"))
    if match.has("week"):
        day = weekday_day(weekday, Anchor(anchor.published))
        monday = shifted(anchor.published, match.get("REL") * 7, "D") if anchor.published else None
        day = shifted(monday, weekday - monday.isoweekday(), "D") if monday else None
    if day is None:
        suffix = f"T{part}" if part else ""
        return Reading("TIME" if part else "DATE", f"XXXX-WXX-{weekday}{suffix}")
    return part_reading(day, part) if part else with_edge(day_reading(day), match.get("EDGE"))


def _deictic(match: Match, anchor: Anchor) -> Reading | None:
    part = match.get("PART") or ("NI" if match.has("tonight") else None)
    if anchor.published is None:
        return Reading("TIME" if part else "DATE", None)
    day = shifted(anchor.published, match.get("DEICTIC"), "D")
    if day is None:
        return None
    return part_reading(day, part) if part else with_edge(day_reading(day), match.get("EDGE"))


def _tonight(match: Match, anchor: Anchor) -> Reading | None:
    return part_reading(anchor.published, "NI") if anchor.published else Reading("TIME", None)


def _overnight(match: Match, anchor: Anchor) -> Reading | None:
    """The night before the day of publication, or the night after a day named just before."""
    if anchor.last:
        return part_reading(anchor.last, "NI")
    day = shifted(anchor.published, -1, "D") if anchor.published else None
    return part_reading(day, "NI") if day else Reading("TIME", None)


def _relative_unit(match: Match, anchor: Anchor) -> Reading | None:
    unit, reach = match.get("UNIT"), match.get("REL")
    base = anchor.published
    if match.has("previous", "following", "preceding"):
        base = anchor.last or (anchor.period.range.start.date() if anchor.period and anchor.period.range else None)
    if unit in {"S", "M", "H"}:
        return None
    if base is None:
        return Reading("DATE", None)
    if unit == "N":
        day = shifted(base, min(reach, 0), "D")
        return part_reading(day, "NI") if day else None
    day = shifted(base, reach, unit)
    reading = unit_reading(day, unit) if day else None
    return with_edge(reading, match.get("EDGE")) if reading else None


def _relative_part(match: Match, anchor: Anchor) -> Reading | None:
    """ "This morning", "the next morning"."""
    base = anchor.last if match.has("previous", "following", "next") else anchor.published
    day = shifted(base, match.get("REL"), "D") if base else None
    return part_reading(day, match.get("PART")) if day else Reading("TIME", None)


def _ago(match: Match, anchor: Anchor) -> Reading | None:
    """ "Three days ago" counts from publication, "two days later" from the day that the text named last."""
    count, unit = match.get("NUM"), match.get("UNITS") or match.get("UNIT")
    count = 1.0 if count is None else count
    if count < 0:
        return Reading("DATE", "PAST_REF" if match.has("ago", "earlier", "before") else "FUTURE_REF")
    ago = match.has("ago")
    base = anchor.published if ago or (match.has("earlier") and not anchor.last) else anchor.last
    if unit in {"S", "M", "H"} or count != int(count):
        return None
    if base is None:
        return Reading("DATE", None)
    day = shifted(base, int(count) * (1 if match.has("later", "afterwards", "after") else -1), unit)
    return unit_reading(day, unit) if day else None


def _same_day(match: Match, anchor: Anchor) -> Reading | None:
    return day_reading(anchor.last) if anchor.last else Reading("DATE", None)


def _weekend(match: Match, anchor: Anchor) -> Reading | None:
    if anchor.published is None:
        return Reading("DATE", None)
    monday = (
        anchor.published if anchor.ahead or anchor.published.isoweekday() >= 6 else shifted(anchor.published, -1, "W")
    )
    return weekend_reading(monday) if monday else None


RULES: tuple[Rule, ...] = (
    ("the? EDGE? of? REL? WEEKDAY", _weekday),
    ("WEEKDAY REL week", _weekday),
    ("REL? WEEKDAY EDGE? PART", _weekday),
    ("EDGE? DEICTIC PART?", _deictic),
    ("tonight", _tonight),
    ("overnight", _overnight),
    ("the? EDGE? -|of|in? the? REL fiscal? UNIT", _relative_unit),
    ("earlier|later REL UNIT", _relative_unit),
    ("later|earlier|EDGE? the? REL PART", _relative_part),
    ("NUM UNITS ago|earlier|later|before|afterwards", _ago),
    ("a|an UNIT ago|earlier|later", _ago),
    ("that|the same day", _same_day),
    ("that same day", _same_day),
    ("that day", _same_day),
    ("over|on|at|during the EDGE? weekend", _weekend),
    ("the weekend", _weekend),
)
