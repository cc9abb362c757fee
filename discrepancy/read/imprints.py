"""The lines above an article that name outlet, writer or day: ``The Evening Gazette, 12 March 2019``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from discrepancy.language.calendar import calendar_dates
from discrepancy.lexicon import words
from discrepancy.read.line_kinds import is_byline
from discrepancy.read.stamps import is_stamp

_LONGEST = 160
_MOST_WORDS = 12
_PARTS = re.compile(r"[|·•/]|(?<=\s)[-–—](?=\s)")
_WORD = re.compile(r"[^\s,]{1,60}")
_SEPARATORS = " \t\u00a0,|·•/–—-:"
_NUMBERED = re.compile(r"[0-9]{1,4}")


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the line says.

    outlet   the name beside the day, None where only a writer or nobody is named
    """

    outlet: str | None
    day: date


def read_imprint(line: str) -> Imprint | None:
    """What ``line`` says when it holds one full date and, besides, nothing but names; None for all other lines.

    Names are told by their capitals, so a line that ends like a sentence or has a small word with meaning is none.
    """
    if len(line) > _LONGEST or line[-1:] in '.!?:;"”':
        return None
    dates = list(calendar_dates(line))
    if len(dates) != 1:
        return None
    start, end, day = dates[0]
    if is_stamp(line):
        return Imprint(None, day)
    before, after = _without_notes(line[:start]), line[end:].lstrip()
    if before is None or (after and after[0] not in _SEPARATORS and not _is_note(_PARTS.split(after)[0])):
        return None
    outlet: str | None = None
    for part in (*_PARTS.split(before), *_PARTS.split(after)):
        name = part.strip(_SEPARATORS)
        if not name or _is_note(name):
            continue
        writer, _, rest = name.partition(", ")
        if is_byline(writer):
            name = rest.strip()
        if name and (outlet or not _is_name(name)):
            return None
        outlet = name or outlet
    return Imprint(outlet, day)


def is_outlet(line: str) -> bool:
    """Whether ``line`` is the name of an outlet and nothing else: ``The Evening Gazette``."""
    return _is_name(line) and line.split()[-1].lower() in words("zones", "imprint", "outlets")


def _without_notes(before: str) -> str | None:
    """What stands before the day, without words such as "published"; None where nothing sets it off from the day."""
    before = before.rstrip()
    while before and before[-1] not in _SEPARATORS:
        rest, _, word = before.replace(",", ", ").rpartition(" ")
        if word.lower() not in words("zones", "opening", "stamp"):
            return None
        before = rest.rstrip()
    return before


def _is_note(part: str) -> bool:
    """Words such as "published" and a clock time."""
    known = words("zones", "opening", "stamp")
    return all(
        word.lower().strip(".:") in known or word.replace(":", "").replace(".", "").isdigit()
        for word in _WORD.findall(part)
    )


def _is_name(part: str) -> bool:
    found = _WORD.findall(part)
    if not found or len(found) > _MOST_WORDS or found[0].lower() in words("zones", "imprint", "openers"):
        return False
    small = words("zones", "imprint", "joiners")
    capitals = sum(any(char.isupper() for char in word) for word in found)
    return capitals > 0 and all(
        any(char.isupper() for char in word) or word in small or not word[:1].isalnum() or _NUMBERED.fullmatch(word)
        for word in found
    )
