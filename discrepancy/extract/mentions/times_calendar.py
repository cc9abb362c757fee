"""Dates that name their place in the calendar: days, months, years, quarters, seasons, decades, centuries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from discrepancy.extract.mentions.times_grammar import Anchor, Match, Reading, Rule, edged
from discrepancy.values.timerange import (
    SEASON_STARTS,
    TimeRange,
    day_range,
    edge_of,
    months_range,
    week_range,
    weekend_range,
    years_range,
)

ANNOUNCED = timedelta(days=31)
_HALF_A_YEAR = 6


def day_reading(day: date) -> Reading:
    """A whole day."""
    return Reading("DATE", day.isoformat(), day_range(day))


def week_reading(day: date) -> Reading:
    """The week that holds ``day``."""
    year, week, _ = day.isocalendar()
    return Reading("DATE", f"{year:04}-W{week:02}", week_range(day))


def weekend_reading(day: date) -> Reading:
    """The weekend of the week that holds ``day``."""
    year, week, _ = day.isocalendar()
    return Reading("DATE", f"{year:04}-W{week:02}-WE", weekend_range(day))


def month_reading(year: int, month: int) -> Reading:
    """A whole month."""
    return Reading("DATE", f"{year:04}-{month:02}", months_range(year, month))


def year_reading(year: int) -> Reading:
    """A whole year."""
    return Reading("DATE", f"{year:04}", years_range(year))


def quarter_reading(year: int, quarter: int) -> Reading:
    """Three months."""
    return Reading("DATE", f"{year:04}-Q{quarter}", months_range(year, quarter * 3 - 2, 3, "season"))


def season_reading(year: int, season: str) -> Reading:
    """A season; the winter of a year begins in its December."""
    return Reading("DATE", f"{year:04}-{season}", months_range(year, SEASON_STARTS[season], 3, "season"))


def decade_reading(year: int) -> Reading:
    """Ten years from ``year`` on."""
    return Reading("DATE", f"{year // 10:03}", years_range(year, 10, "decade"))


def full_year(year: int, published: date | None) -> int:
    """A year of two digits as one of four: the latest not more than ten years ahead."""
    if year >= 100:
        return year
    century = (published.year + 10) // 100 * 100 if published else 2000
    limit = published.year + 10 if published else 2035
    return century + year if century + year <= limit else century + year - 100


def year_for_day(month: int, day: int, anchor: Anchor) -> date | None:
    """The day of a date without year: the one nearest to publication, the next where the text points ahead."""
    base = anchor.published or anchor.last
    if base is None:
        return None
    days = [d for year in range(base.year - 4, base.year + 5) if (d := _valid(year, month, day))]
    told = [d for d in reversed(anchor.named) if (d.month, d.day) == (month, day)]
    if told:
        return told[0]
    if anchor.ahead and anchor.published:
        days = [d for d in days if d >= base - ANNOUNCED]
    elif anchor.past and anchor.published:
        days = [d for d in days if d <= base + ANNOUNCED * 2]
    return min(days, key=lambda d: abs(d - base), default=None)


def year_for_month(month: int, anchor: Anchor, reach: int = 0) -> int | None:
    """The year of a month without year: the nearest, or the one on the side to which the clause points.

    ``reach`` -1 is "last", 1 is "next".
    """
    base = anchor.published or anchor.last
    if base is None:
        return None
    if month == base.month:
        return base.year + reach
    if reach > 0 or (reach == 0 and anchor.ahead):
        return base.year + (month < base.month)
    if reach < 0 or anchor.past:
        return base.year - (month > base.month)
    away = month - base.month
    return base.year + (away < -_HALF_A_YEAR) - (away >= _HALF_A_YEAR)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _full_date(match: Match, anchor: Anchor) -> Reading | None:
    month, day = match.get("MONTH"), match.get("DAY")
    year = match.get("YEAR")
    found = _valid(year, month, day) if year else year_for_day(month, day, anchor)
    if found:
        return day_reading(found)
    return None if year or not _valid(2000, month, day) else Reading("DATE", f"XXXX-{month:02}-{day:02}")


def _relative_date(match: Match, anchor: Anchor) -> Reading | None:
    month = match.get("MONTH")
    year = year_for_month(month, anchor, match.get("REL")) if anchor.published else None
    found = _valid(year, month, match.get("DAY")) if year else None
    return day_reading(found) if found else Reading("DATE", None)


def _days_of_month(match: Match, anchor: Anchor) -> Reading | None:
    month, year = match.get("MONTH"), match.get("YEAR")
    first, last = match.get("DAY"), match.get("DAY", 1)
    start = _valid(year, month, first) if year else year_for_day(month, first, anchor)
    end = _valid(start.year, month, last) if start else None
    if start is None or end is None or end <= start:
        return None
    return Reading("DATE", f"{start}/{end}", day_range(start, (end - start).days + 1))


def _iso_date(match: Match, anchor: Anchor) -> Reading | None:
    found = _valid(*match.get("ISO"))
    return day_reading(found) if found else None


def _slash_date(match: Match, anchor: Anchor) -> Reading | None:
    """Day and month stand in either order; where both readings are possible the value stays open."""
    first, second, year = match.get("SLASH")
    year = full_year(year, anchor.published)
    readings = {d for d in (_valid(year, first, second), _valid(year, second, first)) if d}
    return day_reading(readings.pop()) if len(readings) == 1 else Reading("DATE", None, void=not readings)


def _month_of_year(match: Match, anchor: Anchor) -> Reading | None:
    month, edge = match.get("MONTH"), match.edge()
    year = match.get("YEAR") or year_for_month(month, anchor)
    if "REL" in dict(match.found) and anchor.published:
        year = anchor.published.year + match.get("REL")
    if year is None:
        return Reading("DATE", f"XXXX-{month:02}")
    return with_edge(month_reading(year, month), edge)


def _relative_month(match: Match, anchor: Anchor) -> Reading | None:
    month = match.get("MONTH")
    year = year_for_month(month, anchor, match.get("REL")) if anchor.published else None
    if year is None:
        return Reading("DATE", f"XXXX-{month:02}")
    if match.get("REL") == 0 and anchor.published:
        year = anchor.published.year
    return with_edge(month_reading(year, month), match.edge())


def with_edge(reading: Reading, edge: str | None) -> Reading:
    """The early, middle or late part; TIMEX3 keeps the value of the whole."""
    if edge is None or reading.range is None:
        return reading
    return Reading(reading.type, reading.value, edge_of(reading.range, edge))


def _year(match: Match, anchor: Anchor) -> Reading | None:
    return with_edge(year_reading(match.get("YEAR")), match.edge())


def _this_year(match: Match, anchor: Anchor) -> Reading | None:
    """ "The full year": the one that holds the time named last, else that of publication."""
    told = anchor.period.range if anchor.period else None
    day = told.start.date() if told else anchor.published
    return year_reading(day.year) if day else Reading("DATE", None)


def _year_end(match: Match, anchor: Anchor) -> Reading | None:
    """ "By year-end": the last weeks of the year of publication."""
    return with_edge(year_reading(anchor.published.year), "end") if anchor.published else Reading("DATE", None)


def _spelled_year(match: Match, anchor: Anchor) -> Reading | None:
    year = match.get("NUM")
    return year_reading(int(year)) if 1000 <= year <= 2100 else None


def _short_year(match: Match, anchor: Anchor) -> Reading | None:
    return year_reading(full_year(match.get("YY"), anchor.published))


def _years(match: Match, anchor: Anchor) -> Reading | None:
    first, last = match.get("YEAR"), match.get("YEAR", 1)
    if last is None:
        last = first - first % 100 + match.get("YY")
    if not first < last < first + 100:
        return None
    return Reading("DATE", f"{first}/{last}", years_range(first, last - first + 1))


def _quarter(match: Match, anchor: Anchor) -> Reading | None:
    number, year = match.get("ORD"), match.get("YEAR")
    if not 1 <= number <= 4:
        return None
    reach, now = match.get("REL"), anchor.published
    if year is None and now is None:
        return Reading("DATE", f"XXXX-Q{number}")
    if year is None and now is not None:
        year = now.year + reach if reach is not None else now.year - (number * 3 - 2 > now.month and not anchor.ahead)
    return quarter_reading(year, number)


def _quarter_before(match: Match, anchor: Anchor) -> Reading | None:
    if anchor.published is None or not 1 <= match.get("ORD") <= 4:
        return None
    return replace(quarter_reading(anchor.published.year - 1, match.get("ORD")), derived=True)


def _half(match: Match, anchor: Anchor) -> Reading | None:
    number, year = match.get("ORD"), match.get("YEAR")
    if number not in {1, 2}:
        return None
    if year is None:
        if anchor.published is None:
            return None
        year = anchor.published.year + (match.get("REL") or 0)
    return Reading("DATE", f"{year:04}-H{number}", months_range(year, number * 6 - 5, 6, "season"))


def _season(match: Match, anchor: Anchor) -> Reading | None:
    season, year, now = match.get("SEASON"), match.get("YEAR"), anchor.published
    reach = match.get("REL")
    if year is None and now is None:
        return Reading("DATE", f"XXXX-{season}")
    if year is None and now is not None:
        year = now.year
        begun = SEASON_STARTS[season] <= now.month
        over = SEASON_STARTS[season] + 2 < now.month
        if reach == -1:
            year -= not over
        elif reach == 1:
            year += begun
        elif not begun and not anchor.ahead and reach is None:
            year -= 1
    return with_edge(season_reading(year, season), match.edge())


def _decade(match: Match, anchor: Anchor) -> Reading | None:
    decade = match.get("DECADE")
    if decade < 100:
        decade = full_year(decade, anchor.published)
    return with_edge(decade_reading(decade), match.edge()) if decade >= 1000 else None


def century_reading(year: int) -> Reading:
    """The hundred years that hold ``year``; TIMEX3 writes their first two figures."""
    first = year - year % 100
    span = TimeRange(years_range(first or 1).start, years_range(first + 99).end, "century")
    return Reading("DATE", f"{first // 100:02}", span)


def _century(match: Match, anchor: Anchor) -> Reading | None:
    number = match.get("ORD")
    if not 1 <= number <= 30:
        return None
    return with_edge(century_reading((number - 1) * 100), match.edge())


RULES: tuple[Rule, ...] = (
    ("ISO", _iso_date),
    ("SLASH", _slash_date),
    ("MONTH the? DAY ,? YEAR?", _full_date),
    ("REL MONTH DAY", _relative_date),
    ("the? DAY of? MONTH ,? YEAR?", _full_date),
    ("WEEKDAY ,? the? MONTH the? DAY ,? YEAR?", _full_date),
    ("WEEKDAY ,? the? DAY of? MONTH ,? YEAR?", _full_date),
    ("MONTH DAY -|–|to|and|until DAY ,? YEAR?", _days_of_month),
    ("DAY -|–|to|and|until DAY MONTH ,? YEAR?", _days_of_month),
    *((pattern, _month_of_year) for pattern in edged("MONTH of? ,? YEAR", "MONTH", "MONTH of? REL year")),
    *((pattern, _relative_month) for pattern in edged("REL MONTH")),
    *((pattern, _year) for pattern in edged("YEAR", "year YEAR")),
    ("the? full|entire|whole? fiscal YEAR", _year),
    ("the full|entire|whole fiscal? year", _this_year),
    ("year -? end", _year_end),
    ("year ' s end", _year_end),
    ("the? year NUM", _spelled_year),
    ("' YY", _short_year),
    ("YEAR -|– YEAR|YY", _years),
    ("the? fiscal? -? ORD -? quarter of? REL year", _quarter),
    ("the? fiscal? -? ORD -? quarter of? YEAR?", _quarter),
    ("REL year ' s ORD -? quarter", _quarter),
    ("YEAR ' s ORD -? quarter", _quarter),
    ("the? YEAR ORD -? quarter", _quarter),
    ("the? year - ago|earlier ORD -? quarter", _quarter_before),
    ("the? ORD half of? YEAR|REL year?", _half),
    *((pattern, _season) for pattern in edged("SEASON of? YEAR", "the SEASON of? YEAR")),
    *((pattern, _season) for pattern in edged("REL SEASON", "the SEASON")),
    ("in|since|during|by|until the? SEASON of? YEAR?", _season),
    *((pattern, _decade) for pattern in edged("DECADE", "the DECADE")),
    *((pattern, _century) for pattern in edged("ORD -? century", "the ORD -? century")),
)
