"""Lines of nothing but a date, and what the pages of newspapers print around it."""

from __future__ import annotations

import re

from discrepancy.language.calendar import calendar_dates, month_names, weekday_names
from discrepancy.lexicon import languages, words
from discrepancy.read.line_kinds import is_agency

TOKEN = re.compile(r"[A-Za-z.]{1,20}|[0-9]{1,5}(?:[.:/-][0-9]{1,4}){0,3}|[^\sA-Za-z0-9]")
JUNK = re.compile(r"[ .,]{0,3}(?:Get short URL(?: [0-9]{1,6}){0,3}|(?:SEND )?https?\S{3,80}|Print this page)[ ]{0,3}")


def is_stamp(line: str) -> bool:
    """A line of nothing but a date with its time, weekday and words such as "published"."""
    if len(line) > 160 or not any(char.isdigit() for char in line):
        return False
    dated = (
        bool(re.search(r"[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}", line))
        or next(calendar_dates(line), None) is not None
    )
    line = JUNK.sub(" ", line)
    return dated and all(in_stamp(token.group()) for token in TOKEN.finditer(line))


def in_stamp(token: str) -> bool:
    """A word or figure that may stand in such a line."""
    low = token.lower().strip(".")
    if not token[0].isalpha():
        return True
    return (
        any(low in words("zones", "opening", "stamp", language=code) for code in languages())
        or low in month_names()
        or low in weekday_names()
        or is_agency(low)
        or low in ("st", "nd", "rd", "th", "t", "z", "")
    )
