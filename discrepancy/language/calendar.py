"""Full calendar dates in text: day, month and year, in the forms that newspapers and their web pages use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from discrepancy.lexicon import languages, table

# every repetition is bounded and every form starts with a different kind of token, so one pass is linear
_GAP = r"[ \t\u00a0\u202f]{1,3}"
_NAME = r"[A-Z][A-Za-z]{2,8}"
_DAY = r"[0-9]{1,2}"
_YEAR = r"[12][0-9]{3}"
_FORMS = re.compile(
    r"(?<![\w/+-])(?<![0-9][.,:])(?:"
    rf"(?P<d1>{_DAY})(?:st|nd|rd|th)?{_GAP}(?:of{_GAP})?(?P<m1>{_NAME})\.?,?{_GAP}(?P<y1>{_YEAR})"
    rf"|(?P<m2>{_NAME})\.?{_GAP}(?P<d2>{_DAY})(?:st|nd|rd|th)?(?:,?{_GAP}|,)?(?P<y2>{_YEAR})"
    rf"|(?P<y3>{_YEAR})(?P<s3>[-/.])(?P<m3>[0-9]{{1,2}})(?P=s3)(?P<d3>{_DAY})(?=\D|\Z)"
    rf"|(?P<d4>{_DAY})(?P<s4>[-/.])(?P<m4>[0-9]{{1,2}})(?P=s4)(?P<y4>{_YEAR})"
    rf"|(?P<d6>{_DAY}){_GAP}(?P<w6>[a-z]{{1,3}}){_GAP}(?P<m6>[^\W\d_]{{3,12}}){_GAP}(?P=w6){_GAP}(?P<y6>{_YEAR})"
    rf"|(?P<d5>{_DAY})(?P<s5>[- ])(?P<m5>{_NAME})(?P=s5)(?P<y5>{_YEAR})"
    rf")(?![0-9]|[-/.,][0-9])"
)
_WEEKDAY = re.compile(rf"(?<!\w)({_NAME})[.,]{{0,2}}{_GAP}\Z")
_EARLIEST, _LATEST = 1800, 2199
_LONGEST_WEEKDAY = 16


@cache
def month_names() -> dict[str, int]:
    """Names of months in all languages that have a lexicon, with their numbers."""
    return _named("months")


@cache
def weekday_names() -> dict[str, int]:
    """Names of weekdays in all languages that have a lexicon; Monday is 1."""
    return _named("weekdays")


@cache
def weekdays_in_full() -> tuple[str, ...]:
    """Monday to Sunday in small letters, as English spells them: "sun" may be a name, "sunday" is a day."""
    return tuple(name for name in table("calendar")["weekdays"] if name.endswith("day"))


def _named(what: str) -> dict[str, int]:
    calendars = (table("calendar", code)[what] for code in reversed(languages()))
    return {name: number for calendar in calendars for name, number in calendar.items()}


def calendar_dates(text: str) -> Iterator[tuple[int, int, date]]:
    """``(start, end, day)`` for every full date in ``text``, in order; a weekday before the date belongs to it.

    "17 September 2016", "Sept. 18, 2016", "12 de marzo de 2031", "2016-09-17", "Wed Feb 17 2016", "17.02.2016".
    Dates in figures with hyphens or strokes count only where day and month cannot be exchanged ("17-02-2016").
    Impossible dates are left out.
    """
    for match in _FORMS.finditer(text):
        day = _day(match)
        if day:
            yield _start(text, match.start()), match.end(), day


def _day(match: re.Match[str]) -> date | None:
    part = {key[0]: value for key, value in match.groupdict().items() if value is not None}
    month = month_names().get(part["m"].lower(), 0) if part["m"].isalpha() else int(part["m"])
    figures, year = int(part["d"]), int(part["y"])
    # 03-04-2016 is April in London and March in New York; with full stops the day always comes first
    swappable = match["d4"] and match["s4"] != "." and figures != month and figures <= 12 and month <= 12
    if not month or swappable or not _EARLIEST <= year <= _LATEST:
        return None
    if match["d4"] and match["s4"] != "." and month > 12:
        month, figures = figures, month
    try:
        return date(year, month, figures)
    except ValueError:
        return None


def _start(text: str, at: int) -> int:
    low = max(0, at - _LONGEST_WEEKDAY)
    weekday = _WEEKDAY.search(text[low:at])
    if weekday and weekday.group(1).lower() in weekday_names():
        return low + weekday.start()
    return at
