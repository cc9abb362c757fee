"""Clock times: "0700 GMT", "10:04", "at 18.26", "3:30 a.m.", "noon on Friday", "six in the morning", "ten to two"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from discrepancy.extract.mentions.times_calendar import year_for_day
from discrepancy.extract.mentions.times_grammar import Anchor, Match, Reading, Rule
from discrepancy.extract.mentions.times_relative import shifted, weekday_day
from discrepancy.values.timerange import TimeRange, clock_range, roughly

_AFTERNOON = {"AF", "EV", "NI"}
_HALF = 30
_ANY_DAY = date(2000, 1, 1)
_HOURS = 24


def _clock(match: Match, anchor: Anchor) -> Reading | None:
    hour, minute = _time_of(match)
    if hour is None or not 0 <= hour <= 24:
        return None
    day = _day_of(match, anchor)
    if hour == 24:
        hour, day = 0, shifted(day, 1, "D") if day else None
    written = f"T{hour:02}:{minute or 0:02}" + ("Z" if _zone(match) == 0 else "")
    exact = _exact(day, hour, minute, _zone(match))
    return Reading("TIME", f"{_written(day)}{written}", _around(exact, match, _is_close(match)))


def _exact(day: date | None, hour: int, minute: int | None, zone: int | None = None) -> TimeRange:
    """A clock time of ``day``, or of a day that nothing tells."""
    found = clock_range(day or _ANY_DAY, hour, minute, zone)
    return replace(found, dated=day is not None)


def _around(exact: TimeRange, match: Match, close: bool) -> TimeRange:
    return replace(roughly(exact, match.get("AROUND"), close), dated=exact.dated)


def _written(day: date | None) -> str:
    return day.isoformat() if day else "XXXX-XX-XX"


def _is_close(match: Match) -> bool:
    return match.has("just", "shortly", "soon", "minutes", "moments") or match.get("AROUND") == "about"


def _zone(match: Match) -> int | None:
    """Minutes east of UTC, with what is added to it ("UTC+3")."""
    zone: int | None = match.get("ZONE")
    if zone is None or not match.has("+", "-"):
        return zone
    hours: int = min(match.get("HOUR", -1), 14)
    return zone + (60 if match.has("+") else -60) * hours


def _time_of(match: Match) -> tuple[int | None, int | None]:
    if match.get("CLOCKNAME") is not None:
        hour = match.get("CLOCKNAME")
        return (24 if hour == 0 else hour), 0
    written = match.get("CLOCK") or match.get("DOTTED") or match.get("MIL")
    hour, minute = written if written else (match.get("HOUR"), None)
    half, part = match.get("AMPM"), match.get("PART")
    if half is not None:
        if not 1 <= hour <= 12:
            return None, None
        return hour % 12 + half, minute
    if part in _AFTERNOON and 1 <= hour < 12 and not (part == "NI" and hour < 5):
        hour += 12
    return hour, minute


def _dotted(match: Match, anchor: Anchor) -> Reading | None:
    """ "at 18.26": without a.m. or a zone a full stop is read as a clock only behind a word of time."""
    hour, _ = match.get("DOTTED")
    return _clock(match, anchor) if hour < _HOURS else None


def _between(match: Match, anchor: Anchor) -> Reading | None:
    """ "between 02.05 and 02.10": everything from the first to the second."""
    kind = "CLOCK" if match.get("CLOCK") else "DOTTED"
    (hour, minute), (until, last) = match.get(kind), match.get(kind, 1)
    day = _day_of(match, anchor)
    if (hour, minute) >= (until, last) or until >= _HOURS:
        return None
    first, second = _exact(day, hour, minute), _exact(day, until, last)
    both = TimeRange(first.start, second.end, "hour", dated=first.dated)
    return Reading("TIME", f"{_written(day)}T{hour:02}:{minute:02}", both)


def _spoken(match: Match, anchor: Anchor) -> Reading | None:
    """ "twenty past one", "a quarter to nine in the morning"."""
    minute = 15 if match.has("quarter") else _HALF if match.has("half") else int(match.get("NUM"))
    if not 0 < minute <= _HALF:
        return None
    hour, _ = _time_of(match)
    day = _day_of(match, anchor)
    if hour is None:
        return None
    hour, minute = ((hour or 12) - 1, 2 * _HALF - minute) if match.has("to") else (hour, minute)
    exact = _exact(day, hour, minute)
    return Reading("TIME", f"{_written(day)}T{hour:02}:{minute:02}", _around(exact, match, True))


def _day_of(match: Match, anchor: Anchor) -> date | None:
    if match.get("MONTH"):
        month, day, year = match.get("MONTH"), match.get("DAY"), match.get("YEAR")
        try:
            return date(year, month, day) if year else year_for_day(month, day, anchor)
        except ValueError:
            return None
    if match.get("WEEKDAY"):
        return weekday_day(match.get("WEEKDAY"), anchor, match.get("REL"))
    if match.get("DEICTIC") is not None:
        return shifted(anchor.published, match.get("DEICTIC"), "D") if anchor.published else None
    return anchor.last or anchor.published


_WHEN = (
    "",
    " ,? on? REL? WEEKDAY",
    " ,? on? REL? WEEKDAY PART",
    " ,? on? WEEKDAY? ,? MONTH DAY ,? YEAR?",
    " ,? on? WEEKDAY? ,? DAY MONTH ,? YEAR?",
    " DEICTIC",
)
_TIMES = (
    "HOUR|CLOCK|DOTTED AMPM local? time? (? ZONE? )?",
    "HOUR|CLOCK|DOTTED AMPM (? ZONE +|- HOUR )?",
    "CLOCK|MIL|DOTTED (? ZONE )?",
    "CLOCK|MIL|DOTTED (? ZONE +|- HOUR )?",
    "CLOCK local? time?",
    "MIL hours|hrs|local time?",
    "HOUR o ' clock in? the? PART?",
    "HOUR o'clock in? the? PART?",
    "HOUR in the PART",
    "HOUR at PART",
    "CLOCKNAME local? time? ZONE?",
)
_LEADS = ("at ", "at? AROUND ", "by ", "from ", "since ", "till ", "until ")
_SPOKEN = (
    "at|by|since|till|until? AROUND? a? quarter|half past HOUR",
    "at|by|since|till|until? AROUND? NUM minutes? past HOUR",
    "at AROUND? a? quarter to HOUR",
    "at AROUND? NUM minutes? to HOUR",
)
_FRONTS = ("", "just|shortly|soon|moments|minutes? AROUND ")
RULES: tuple[Rule, ...] = (
    *((front + time + when, _clock) for front in _FRONTS for time in _TIMES for when in _WHEN),
    *((front + "DOTTED" + when, _dotted) for front in _LEADS for when in _WHEN),
    *(("between " + time + " and " + time + when, _between) for time in ("CLOCK", "DOTTED") for when in _WHEN),
    *((spoken + part + when, _spoken) for spoken in _SPOKEN for part in ("", " in the? PART") for when in _WHEN),
)
