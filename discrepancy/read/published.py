"""Day of publication: what the file gives, else what the head of the article says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from discrepancy.language.calendar import calendar_dates
from discrepancy.model import Zone
from discrepancy.read.openings import is_stamp

_LONGEST_GIVEN = 100
_HEAD = 1_500


def given_day(written: str | None) -> date | None:
    """The day that a field such as ``published`` names, None when it names none for certain."""
    return next((day for _, _, day in calendar_dates((written or "")[:_LONGEST_GIVEN])), None)


def find_published(text: str, written: str | None, zones: Sequence[Zone]) -> tuple[date | None, str]:
    """Day of publication and where it was found: "given", "dateline", "text" or "unknown".

    A date line between headline and text counts as "text", a place line ("BEIRUT, 18 September 2016 -") as "dateline".
    """
    given = given_day(written)
    if given:
        return given, "given"
    for zone in zones:
        if zone.kind not in ("dateline", "byline", "credit") or zone.span.start > _HEAD:
            continue
        stretch = text[zone.span.start : zone.span.end]
        for _, _, day in calendar_dates(stretch):
            return day, "text" if is_stamp(stretch.strip()) else "dateline"
    return None, "unknown"
