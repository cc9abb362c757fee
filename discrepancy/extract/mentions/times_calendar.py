"""Dates that name their place in the calendar: days, months, years, quarters, seasons, decades, centuries."""

from __future__ import annotations

from datetime import date, timedelta

from discrepancy.extract.mentions.times_grammar import Anchor, Match, Reading, Rule
from discrepancy.values.timerange import (
    SEASON_STARTS,
    Grain,
    TimeRange,
    day_range,
    edge_of,
    months_range,
    week_range,
    weekend_range,
    years_range,
)

ANNOUNCED = timedelta(days=7)


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
    """The day of a date without year: the latest not long after publication, the next where the text points ahead."""
    base = anchor.published or anchor.last
    if base is None:
        return None
    days = [d for year in range(base.year - 4, base.year + 5) if (d := _valid(year, month, day))]
    if anchor.published is None:
        return min(days, key=lambda d: abs(d - base), default=None)
    if anchor.ahead:
        return min((d for d in days if d >= base - ANNOUNCED * 4), default=None)
    return max((d for d in days if d <= base + ANNOUNCED), default=None)


def year_for_month(month: int, anchor: Anchor, reach: int = 0) -> int | None:
    """The year of a month without year: the latest that has begun, the next where the text points ahead.

    ``reach`` -1 is "last", 1 is "next".
    """
    base = anchor.published or anchor.last
    if base is None:
        return None
    if reach > 0 or (reach == 0 and anchor.ahead):
        return base.year if month > base.month or (month == base.month and reach == 0) else base.year + 1
    return base.year if month < base.month or (month == base.month and reach == 0) else base.year - 1


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
    month, edge = match.get("MONTH"), match.get("EDGE")
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
    return with_edge(month_reading(year, month), match.get("EDGE"))


def with_edge(reading: Reading, edge: str | None) -> Reading:
    """The early, middle or late part; TIMEX3 keeps the value of the whole."""
    if edge is None or reading.range is None:
        return reading
    return Reading(reading.type, reading.value, edge_of(reading.range, edge))


def _year(match: Match, anchor: Anchor) -> Reading | None:
    return with_edge(year_reading(match.get("YEAR")), match.get("EDGE"))


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
    return with_edge(season_reading(year, season), match.get("EDGE"))


def _decade(match: Match, anchor: Anchor) -> Reading | None:
    decade = match.get("DECADE")
    if decade < 100:
        decade = full_year(decade, anchor.published)
    return with_edge(decade_reading(decade), match.get("EDGE")) if decade >= 1000 else None


def _century(match: Match, anchor: Anchor) -> Reading | None:
    number = match.get("ORD")
    if not 1 <= number <= 30:
        return None
    grain: Grain = "century"
    span = TimeRange(years_range((number - 1) * 100 or 1).start, years_range(number * 100).start, grain)
    return with_edge(Reading("DATE", f"{number - 1:02}", span), match.get("EDGE"))


RULES: tuple[Rule, ...] = (
    ("ISO", _iso_date),
    ("SLASH", _slash_date),
    ("WEEKDAY? .? ,? the? EDGE? MONTH .? the? DAY ,? YEAR?", _full_date),
    ("WEEKDAY? .? ,? the? DAY of? MONTH .? ,? YEAR?", _full_date),
    ("MONTH .? DAY -|–|to|and|until DAY ,? YEAR?", _days_of_month),
    ("DAY -|–|to|and|until DAY MONTH .? ,? YEAR?", _days_of_month),
    ("the? EDGE? -|of? MONTH .? of? ,? YEAR", _month_of_year),
    ("the? EDGE? -|of? MONTH .?", _month_of_year),
    ("the? EDGE? -|of? MONTH .? of? REL year", _month_of_year),
    ("the? EDGE? -|of? REL MONTH", _relative_month),
    ("the? EDGE? -|of? the? year? YEAR", _year),
    ("fiscal YEAR", _year),
    ("' YY", _short_year),
    ("YEAR -|–|to|and|until YEAR|YY", _years),
    ("the? fiscal? -? ORD -? quarter of? REL year", _quarter),
    ("the? fiscal? -? ORD -? quarter of? YEAR?", _quarter),
    ("YEAR ' s ORD -? quarter", _quarter),
    ("YEAR ORD -? quarter", _quarter),
    ("the? ORD half of? YEAR|REL year?", _half),
    ("the? EDGE? SEASON of? YEAR", _season),
    ("the? EDGE? -|of? REL SEASON", _season),
    ("in|since|during|by|until the? SEASON", _season),
    ("the EDGE? SEASON", _season),
    ("the? EDGE? -|of? the? DECADE", _decade),
    ("the? EDGE? -|of? the? ORD -? century", _century),
)
