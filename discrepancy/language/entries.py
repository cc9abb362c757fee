"""Entries of a live blog: a line that says when, and below it what was known then."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from discrepancy.language.calendar import calendar_dates
from discrepancy.language.plain import plain
from discrepancy.lexicon import table, words
from discrepancy.model import Document, Span

LONGEST_STAMP = 60
_CLOCK = re.compile(
    r"(?<![\w.:/-])(?:([01]?[0-9]|2[0-3])[:.h]([0-5][0-9])(?::[0-5][0-9])?(?: ?([ap])\.?m\b\.?)?"
    r"|(1[0-2]|[1-9]) ?([ap])\.?m\b\.?)(?![\w/-]|[.:][0-9])",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{1,30}")
_FIGURE = re.compile(r"[0-9]")


@dataclass(frozen=True, slots=True)
class Stamp:
    """When an entry was posted, as its line says.

    start, end   where the clock stands in the line
    day          None where the line gives the clock alone
    worded       the line calls itself a time of posting ("Posted at", "GMT")
    """

    start: int
    end: int
    day: date | None
    clock: time
    worded: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A stretch of a document that was written at one time of its own.

    day, clock   when it was posted, on the clock of the outlet; the day is that of publication where no other is given
    """

    span: Span
    day: date | None
    clock: time


def read_stamp(line: str) -> Stamp | None:
    """The time that ``line`` gives, where it holds nothing else than a clock, a day and words such as "posted"."""
    line = plain(line)
    clock = _CLOCK.search(line) if len(line) <= LONGEST_STAMP else None
    if clock is None:
        return None
    rest = line[: clock.start()] + " " + line[clock.end() :]
    dates = list(calendar_dates(rest))
    for start, end, _ in dates:
        rest = rest[:start] + " " + rest[end:]
    found = [word.lower() for word in _WORD.findall(rest)]
    days = table("calendar")["weekdays"]
    if len(dates) > 1 or _FIGURE.search(rest) or not all(_in_stamp(word) or word in days for word in found):
        return None
    return Stamp(*clock.span(), dates[0][2] if dates else None, _time(clock), bool(found))


def opening_stamp(line: str) -> Stamp | None:
    """The time that opens ``line`` before its text: "11.05am: The harbour is open again"."""
    line = plain(line[: LONGEST_STAMP * 2])
    clock = _CLOCK.match(line)
    if clock is None:
        return None
    end = clock.end()
    zone = _WORD.match(line, end + 1)
    if zone and line[end] == " " and zone.group().isupper() and _in_stamp(zone.group().lower()):
        end = zone.end()
    set_off = re.compile(r" ?[:|–—-] ?(?=\S)| (?=[A-Z\"])").match(line, end)
    return Stamp(0, set_off.end(), None, _time(clock), end > clock.end()) if set_off else None


def find_entries(document: Document) -> tuple[Entry, ...]:
    """The entries of ``document`` in text order; nothing where it is no live blog.

    What stands above the first entry is kept up to date by the outlet, so that it counts as posted with the last one.
    """
    entries = tuple(_entries(document))
    if not entries or entries[0].span.start == 0:
        return entries
    latest = max(entries, key=lambda entry: (entry.day or date.min, entry.clock))
    return (Entry(Span(0, entries[0].span.start), latest.day, latest.clock), *entries)


def _entries(document: Document) -> Iterator[Entry]:
    starts = [zone.span for zone in document.zones if zone.kind == "stamp"]
    day = document.published
    ends = [span.start for span in starts[1:]] + [len(document.text)]
    for span, end in zip(starts, ends, strict=False):
        line = document.text[span.start : span.end].strip()
        stamp = read_stamp(line) or opening_stamp(f"{line} X")
        if stamp:
            yield Entry(Span(span.start, end), stamp.day or day, stamp.clock)


def _in_stamp(word: str) -> bool:
    return len(word) > 1 and word in words("zones", "opening", "stamp")


def _time(clock: re.Match[str]) -> time:
    hour, minute, half, full, half_of_full = clock.groups()
    if full:
        hour, minute, half = full, "0", half_of_full
    if half and int(hour) <= 12:
        return time(int(hour) % 12 + (12 if half.lower() == "p" else 0), int(minute))
    return time(int(hour), int(minute))
