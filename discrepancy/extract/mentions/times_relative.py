"""Times that lean on the day of publication or on a day named before: "last week", "two days later", "on Friday"."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from discrepancy.extract.mentions.times_calendar import (
    century_reading,
    day_reading,
    decade_reading,
    month_reading,
    quarter_reading,
    week_reading,
    weekend_reading,
    with_edge,
    year_for_day,
    year_reading,
)
from discrepancy.extract.mentions.times_grammar import Anchor, Match, Reading, Rule, edged
from discrepancy.extract.mentions.times_lengths import period_value
from discrepancy.values.timerange import part_range, years_range

_LONGEST_STEP = 5_000
_ROUND_YEARS = 2


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
    if unit == "C":
        return century_reading(day.year)
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
    reach = match.get("REL")
    if match.get("ANA") is not None:
        anchor, reach = Anchor(anchor.last), match.get("ANA")
    day = weekday_day(weekday, anchor, reach)
    if match.has("week"):
        day = weekday_day(weekday, Anchor(anchor.published))
        monday = shifted(anchor.published, match.get("REL") * 7, "D") if anchor.published else None
        day = shifted(monday, weekday - monday.isoweekday(), "D") if monday else None
    if day is None:
        suffix = f"T{part}" if part else ""
        return Reading("TIME" if part else "DATE", f"XXXX-WXX-{weekday}{suffix}")
    return part_reading(day, part) if part else with_edge(day_reading(day), match.edge())


def _deictic(match: Match, anchor: Anchor) -> Reading | None:
    part = match.get("PART") or ("NI" if match.has("tonight") else None)
    if anchor.published is None:
        return Reading("TIME" if part else "DATE", None)
    day = shifted(anchor.published, match.get("DEICTIC"), "D")
    if day is None:
        return None
    return part_reading(day, part) if part else with_edge(day_reading(day), match.edge())


def _tonight(match: Match, anchor: Anchor) -> Reading | None:
    return part_reading(anchor.published, "NI") if anchor.published else Reading("TIME", None)


def _overnight(match: Match, anchor: Anchor) -> Reading | None:
    """The night before the day of publication, or the night that leads into or out of a weekday."""
    base = anchor.published
    if match.get("WEEKDAY"):
        base = weekday_day(match.get("WEEKDAY"), anchor)
    before = not match.get("WEEKDAY") or match.has("into")
    day = shifted(base, -1 if before else 0, "D") if base else None
    return part_reading(day, "NI") if day else Reading("TIME", None)


def _relative_unit(match: Match, anchor: Anchor) -> Reading | None:
    return _units_away(anchor.published, match.get("REL"), match)


def _past_years(match: Match, anchor: Anchor) -> Reading | None:
    """ "Over the past decade": the ten years up to now, not those of the calendar."""
    return Reading("DURATION", period_value(1.0, "E" if match.has("decade") else "C"))


def _anaphoric_unit(match: Match, anchor: Anchor) -> Reading | None:
    """ "The previous day", "the following year": away from the time named last."""
    base, unit = anchor.last, match.get("UNIT")
    if unit in {"Y", "MO", "Q"} and anchor.period and anchor.period.range:
        base = anchor.period.range.start.date()
    reach = match.get("ANA")
    return _units_away(base, 1 if reach is None else reach, match)


def _next_day(match: Match, anchor: Anchor) -> Reading | None:
    day = shifted(anchor.last, 1, "D") if anchor.last else None
    return day_reading(day) if day else Reading("DATE", None)


def _units_away(base: date | None, reach: int, match: Match) -> Reading | None:
    unit = match.get("UNIT")
    if unit in {"S", "M", "H"}:
        return None
    if base is None:
        return Reading("DATE", None)
    day = shifted(base, min(reach, 0) if unit == "N" else reach, "D" if unit == "N" else unit)
    reading = unit_reading(day, unit) if day else None
    return with_edge(reading, match.edge()) if reading else None


def _relative_part(match: Match, anchor: Anchor) -> Reading | None:
    """ "This morning"; "the next morning" counts from the day named last."""
    reach = match.get("REL")
    base = anchor.published if reach is not None else anchor.last
    if reach is None:
        reach = 1 if match.get("ANA") is None else match.get("ANA")
    day = shifted(base, reach, "D") if base else None
    return part_reading(day, match.get("PART")) if day else Reading("TIME", None)


def _next_part(match: Match, anchor: Anchor) -> Reading | None:
    day = shifted(anchor.last, 1, "D") if anchor.last else None
    return part_reading(day, match.get("PART")) if day else Reading("TIME", None)


def _part_of_day(match: Match, anchor: Anchor) -> Reading | None:
    """ "In the morning", "at dawn": of the day named last."""
    day = anchor.last or anchor.published
    return part_reading(day, match.get("PART")) if day else Reading("TIME", None)


def _moment(match: Match, anchor: Anchor) -> Reading | None:
    day = anchor.last or anchor.published
    return part_reading(day, match.get("MOMENT")) if day else Reading("TIME", None)


def _part_of_date(match: Match, anchor: Anchor) -> Reading | None:
    """ "The night of 14 July", "dawn on Friday"."""
    if match.get("MONTH"):
        year = match.get("YEAR")
        found = date(year, match.get("MONTH"), match.get("DAY")) if year else None
        day = found or year_for_day(match.get("MONTH"), match.get("DAY"), anchor)
    else:
        day = weekday_day(match.get("WEEKDAY"), anchor, match.get("REL"))
    return part_reading(day, match.get("PART")) if day else Reading("TIME", None)


def _ago(match: Match, anchor: Anchor) -> Reading | None:
    """ "Three days ago" counts from publication, "two days later" from the day that the text named last."""
    count, unit = match.get("NUM"), match.get("UNITS") or match.get("UNIT")
    count = 1.0 if count is None else count
    ago, later = match.has("ago"), match.has("later", "afterwards")
    if count < 0:
        return Reading("DATE", "PAST_REF") if ago else Reading("DURATION", period_value(count, unit))
    if unit in {"S", "M", "H"} or count != int(count):
        return Reading("DURATION", period_value(count, unit)) if not ago else None
    if unit == "Y" and count == 1 and not later and (quarter := _quarter_of(anchor)):
        return quarter
    base = anchor.published if ago or (unit in {"Y", "MO"} and not later) else anchor.last
    if base is None:
        return Reading("DATE", None)
    day = shifted(base, int(count) * (1 if later else -1), unit)
    if unit in {"E", "C"}:
        # "a decade ago" is a round figure, and no decade of the calendar
        around = years_range(day.year - _ROUND_YEARS, 2 * _ROUND_YEARS + 1, "decade") if day else None
        return replace(year_reading(day.year), range=around, derived=True) if day else None
    reading = unit_reading(day, unit) if day else None
    return replace(reading, derived=unit not in {"D", "N"}) if reading else None


def _quarter_of(anchor: Anchor) -> Reading | None:
    """The quarter that the text compares with, one year before."""
    if anchor.period is None or anchor.period.range is None or "-Q" not in (anchor.period.value or ""):
        return None
    start = anchor.period.range.start
    return replace(quarter_reading(start.year - 1, (start.month + 2) // 3), derived=True)


def _year_before(match: Match, anchor: Anchor) -> Reading | None:
    """ "The year-earlier period", "the year-ago quarter"."""
    if anchor.published is None:
        return Reading("DATE", None)
    before = _quarter_of(anchor)
    if before is None and match.has("quarter"):
        before = _quarter_of(replace(anchor, period=_quarter_ended(anchor.published)))
    return before or replace(year_reading(anchor.published.year - 1), derived=True)


def _quarter_ended(day: date) -> Reading | None:
    before = shifted(day, -1, "Q")
    return unit_reading(before, "Q") if before else None


def _latest_quarter(match: Match, anchor: Anchor) -> Reading | None:
    if anchor.published is None:
        return Reading("DATE", None)
    if anchor.period and "-Q" in (anchor.period.value or ""):
        return replace(anchor.period, derived=True)
    return _quarter_ended(anchor.published) if match.has("quarter") else None


def _quarter_of_year(match: Match, anchor: Anchor) -> Reading | None:
    """ "The 1988 quarter": the quarter that the text speaks of, in another year."""
    year = match.get("YEAR")
    if year is None and anchor.published:
        year = anchor.published.year + match.get("REL")
    if year is None or anchor.period is None or anchor.period.range is None or "-Q" not in (anchor.period.value or ""):
        return None
    return replace(quarter_reading(year, (anchor.period.range.start.month + 2) // 3), derived=True)


def _same_day(match: Match, anchor: Anchor) -> Reading | None:
    return day_reading(anchor.last) if anchor.last else Reading("DATE", None)


def _same_unit(match: Match, anchor: Anchor) -> Reading | None:
    """ "That year", "later that month": the one that holds the time named last."""
    unit = match.get("UNIT")
    if unit in {"S", "M", "H"}:
        return None
    base = anchor.last
    if unit in {"Y", "MO", "Q"} and anchor.period and anchor.period.range:
        base = anchor.period.range.start.date()
    reading = unit_reading(base, unit) if base else Reading("DATE", None)
    return with_edge(reading, match.edge()) if reading else None


def _edge_of_unit(match: Match, anchor: Anchor) -> Reading | None:
    """ "The end of the year": of the one that holds the day of publication."""
    if match.get("UNIT") in {"S", "M", "H"}:
        return None
    reading = unit_reading(anchor.published, match.get("UNIT")) if anchor.published else Reading("DATE", None)
    return with_edge(reading, match.edge()) if reading else None


def _week_of(match: Match, anchor: Anchor) -> Reading | None:
    month, day, year = match.get("MONTH"), match.get("DAY"), match.get("YEAR")
    found = date(year, month, day) if year else year_for_day(month, day, anchor)
    return week_reading(found) if found else Reading("DATE", None)


def _unresolved(match: Match, anchor: Anchor) -> Reading | None:
    """ "Five days into the truce": nothing in the words says when that began."""
    return Reading("DATE", None)


def _weekend(match: Match, anchor: Anchor) -> Reading | None:
    if anchor.published is None:
        return Reading("DATE", None)
    ahead = anchor.ahead or anchor.published.isoweekday() >= 6
    day = anchor.published if ahead else shifted(anchor.published, -1, "W")
    return weekend_reading(day) if day else None


RULES: tuple[Rule, ...] = (
    ("the next day", _next_day),
    ("EDGE? the next PART", _next_part),
    *((pattern, _weekday) for pattern in edged("WEEKDAY", "REL WEEKDAY", "ANA WEEKDAY", "WEEKDAY PART")),
    ("REL|ANA WEEKDAY EDGE? PART", _weekday),
    ("WEEKDAY EDGE PART", _weekday),
    ("WEEKDAY REL week", _weekday),
    ("EDGE? DEICTIC", _deictic),
    ("EDGE? DEICTIC EDGE? PART", _deictic),
    ("EDGE -? PART DEICTIC", _deictic),
    ("tonight", _tonight),
    ("overnight", _overnight),
    ("overnight on|into? WEEKDAY", _overnight),
    ("the? past decade|century", _past_years),
    *((pattern, _relative_unit) for pattern in edged("REL UNIT", "the REL UNIT", "REL fiscal UNIT")),
    ("earlier|later|sometime REL UNIT", _relative_unit),
    *((pattern, _anaphoric_unit) for pattern in edged("ANA UNIT", "the ANA UNIT")),
    ("later|earlier|EDGE? REL PART", _relative_part),
    ("EDGE? the? ANA PART", _relative_part),
    ("in the EDGE? PART", _part_of_day),
    ("at|before|after|around|until|by MOMENT", _moment),
    ("the? EDGE? PART of|on? REL? WEEKDAY", _part_of_date),
    ("the? EDGE? PART of|on? WEEKDAY? ,? MONTH DAY ,? YEAR?", _part_of_date),
    ("the? EDGE? PART of|on? WEEKDAY? ,? the? DAY of? MONTH ,? YEAR?", _part_of_date),
    ("NUM UNITS ago|earlier|later|afterwards|previously", _ago),
    ("a|an UNIT ago|earlier|later|previously", _ago),
    ("the|a? comparable|corresponding|same? year - ago|earlier quarter|period?", _year_before),
    ("the|that|its latest? fiscal? quarter", _latest_quarter),
    ("the latest period", _latest_quarter),
    ("the? YEAR quarter|period", _quarter_of_year),
    ("REL year ' s quarter|period", _quarter_of_year),
    ("the corresponding|same|comparable quarter|period of|in? REL year", _quarter_of_year),
    ("earlier? that|the same day", _same_day),
    ("earlier? that same day", _same_day),
    ("later|earlier|EDGE? that UNIT", _same_unit),
    ("the same UNIT", _same_unit),
    ("the? EDGENOUN of the UNIT", _edge_of_unit),
    ("EDGE in the UNIT", _edge_of_unit),
    ("earlier|later in the UNIT", _edge_of_unit),
    ("the week of MONTH DAY ,? YEAR?", _week_of),
    ("over|on|at|during the EDGE? weekend", _weekend),
    ("the weekend", _weekend),
    ("NUM UNITS into", _unresolved),
    ("a|an UNIT into", _unresolved),
)
