"""Day of publication: what the file gives, else what the head of the article says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from discrepancy.language.calendar import calendar_dates
from discrepancy.model import Zone
from discrepancy.read.imprints import is_outlet, read_imprint
from discrepancy.read.stamps import is_stamp

_LONGEST_GIVEN = 100
_HEAD = 1_500


def given_day(written: str | None) -> date | None:
    """The day that a field such as ``published`` names, None when it names none for certain."""
    return next((day for _, _, day in calendar_dates((written or "")[:_LONGEST_GIVEN])), None)


def find_published(text: str, written: str | None, zones: Sequence[Zone]) -> tuple[date | None, str]:
    """Day of publication and where it was found: "given", "dateline", "text" or "unknown".

    A line between headline and text that gives outlet and day or the day alone counts as "text", a place line
    ("BEIRUT, 18 September 2016 -") as "dateline".
    """
    given = given_day(written)
    if given:
        return given, "given"
    for zone in zones:
        if zone.kind not in ("dateline", "byline", "credit", "stamp") or zone.span.start > _HEAD:
            continue
        for line, whole in _lines(text, zone):
            for _, _, day in calendar_dates(line):
                return day, "text" if whole and (is_stamp(line) or read_imprint(line)) else "dateline"
    return None, "unknown"


def find_outlet(text: str, zones: Sequence[Zone]) -> str | None:
    """The outlet that is named beside the day or on the line above it; None where there is no such line."""
    for zone in zones:
        if zone.kind != "dateline" or zone.span.start > _HEAD:
            continue
        for line, whole in _lines(text, zone):
            imprint = read_imprint(line) if whole else None
            if imprint and imprint.outlet:
                return imprint.outlet
            if whole and is_outlet(line):
                return line
    return None


def _lines(text: str, zone: Zone) -> Iterator[tuple[str, bool]]:
    """Lines of a zone, and whether each is a line of the text to its end."""
    at = zone.span.start
    for line in text[at : zone.span.end].splitlines(keepends=True):
        at += len(line)
        yield line.strip(), at == len(text) or line.splitlines()[0] != line
