"""What an article in an export is described by: labels in two styles, those of Nexis and those of Factiva."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from discrepancy.language.calendar import calendar_dates

_NAMED = re.compile(r"\s{0,20}([A-Za-z][A-Za-z -]{2,24}):(?:\s{1,20}(.{0,500}))?\Z")
_BODY = re.compile(r"\s{0,20}BODY:?\s{0,20}(.*)\Z", re.IGNORECASE)
_BODY_ENDS = frozenset(
    {"classification", "graphic", "load-date", "language", "publication-type", "subject", "journal-code", "notes"}
    | {"document-type", "correction-date", "geographic", "organization", "person", "industry", "company", "city"}
)
_HEADER = frozenset({"byline", "section", "length", "dateline", "headline", "highlight", "series", "edition", "url"})
_RIGHTS = re.compile(r"\s{0,80}(?:Copyright|©|\([cC]\))[ \t].{0,200}\Z|\s{0,80}All Rights Reserved\.?\s{0,80}\Z", re.I)
_CODED = re.compile(r"([A-Z]{2,3})(?:[ \t]{1,20}(.*)|\s{0,20})\Z")
_CODES = frozenset(
    {"SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP", "TD", "ART", "CO", "IN"}
    | {"NS", "RE", "IPC", "IPD", "PUB", "AN", "RF", "CT", "CX", "DE"}
)
_LISTED = re.compile(r"[;|]| : ")
_ONCE = frozenset({"HD", "WC", "PD", "SN", "LP", "AN", "length", "body", "load-date"})
_TEXTS = ("LP", "TD", "ART")
_WORDS = re.compile(r"([0-9][0-9,.]{0,8}) words?\b")
_LONGEST_TITLE = 500
_WRAPPED, _WIDEST = 50, 100
_CENTRED = 8
_HEADER_LINES = 14
_PROSE = 8


@dataclass(frozen=True, slots=True)
class Fields:
    """One article of an export.

    words   how many the export says it has, 0 where it does not
    notes   what was missing
    """

    body: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    words: int = 0
    notes: tuple[str, ...] = ()


def centred_fields(lines: Sequence[str]) -> Fields:
    """The older style of Nexis: outlet and day in the middle of their lines, then the headline at the left."""
    header, text, notes = _halves(lines)
    labels = _labels(header)
    dated = _day_line(header, 0, len(header))
    outlet = next((line for line in header[: dated or 0] if _loose(line)), None)
    title: list[str] = []
    for line in header[dated + 1 :] if dated is not None else header:
        if _loose(line) and len(line) - len(line.lstrip()) < _CENTRED:
            title.append(line)
        elif title:
            break
    return Fields(
        text,
        labels.get("headline") or " ".join(" ".join(title).split())[:_LONGEST_TITLE] or None,
        " ".join(outlet.split()) if outlet else None,
        header[dated].strip() if dated is not None else None,
        _count(labels.get("length", "")),
        notes,
    )


def stacked_fields(lines: Sequence[str]) -> Fields:
    """The newer style of Nexis: headline, outlet and day on lines of their own above the labels."""
    header, text, notes = _halves(lines)
    at = next((i for i, line in enumerate(header) if _label(line) == "length"), len(header))
    first, day = title_line(header, at), _day_line(header, 0, at, last=True)
    outlet = next((line.strip() for line in reversed(header[first + 1 : day]) if _loose(line)), None) if day else None
    title = header[first].strip() if first < len(header) else None
    return Fields(
        text,
        title[:_LONGEST_TITLE] if title else None,
        outlet,
        header[day].strip() if day is not None else None,
        _count(_labels(header).get("length", "")),
        notes,
    )


def title_line(lines: Sequence[str], at: int) -> int:
    """The number of the line with the headline of the article whose length stands in line ``at``."""
    day = _day_line(lines, max(0, at - _HEADER_LINES), at, last=True)
    above = [i for i in range(max(0, (day if day is not None else at) - 6), day or at) if _loose(lines[i])]
    return above[-2] if len(above) > 1 else above[-1] if above else at


def factiva_fields(lines: Sequence[str]) -> Fields:
    """Fields by labels of two or three capitals; lead paragraph and text are "LP" and "TD"."""
    found: dict[str, list[str]] = {}
    label, seen = "", list[str]()
    for line in lines:
        coded = _CODED.match(line)
        if coded and coded[1] in _CODES and (not coded[2] or line[len(coded[1]) :][:2].strip() == ""):
            label, line = coded[1], coded[2] or ""
            seen.append(label)
        found.setdefault(label, []).append(line)
    fields = {name: " ".join(" ".join(rest).split()) for name, rest in found.items()}
    body = "\n\n".join(part for name in _TEXTS if (part := joined(found.get(name, []))))
    notes = _twice(seen)
    if not body and not found.keys() & set(_TEXTS):
        notes = (*notes, 'has no label "LP" or "TD"; what stands under another label is read')
        body = joined(max(found.values(), key=lambda rest: sum(map(len, rest)), default=[]))
    else:
        told = (line for name, rest in found.items() if name not in (*_TEXTS, "HD") for line in rest)
        lost = sum(len(line.split()) for line in told if _is_prose(line))
        notes = (*notes, f"{lost} words under other labels are not read") if lost else notes
    return Fields(
        body,
        fields.get("HD", "")[:_LONGEST_TITLE] or None,
        fields.get("SN") or None,
        fields.get("PD") or None,
        _count(fields.get("WC", "")),
        notes,
    )


def _starts_body(line: str) -> bool:
    return bool(_BODY.match(line)) and (line.strip().lower() == "body" or _label(line) == "body")


def _label(line: str) -> str:
    named = _NAMED.match(line)
    return named[1].lower() if named else ""


def _value(line: str) -> str:
    named = _NAMED.match(line)
    return " ".join((named[2] or "").split()) if named else ""


def _halves(lines: Sequence[str]) -> tuple[Sequence[str], str, tuple[str, ...]]:
    """What stands above the label of the text, the text, and notes on what is missing or not read."""
    at = next((i for i, line in enumerate(lines) if _starts_body(line)), None)
    notes: tuple[str, ...] = ()
    if at is None:
        at = max((i for i, line in enumerate(lines) if _label(line) in _HEADER), default=-1)
        notes = ('has no label "BODY"; all below its last label is read',)
    start = _BODY.match(lines[at]) if not notes else None
    notes += _twice([_label(line) or line.strip().lower() for line in lines])
    below = (start[1] if start else "", *lines[at + 1 :])
    end = next((i for i, line in enumerate(below) if _ends_body(line)), len(below))
    lost = sum(len(line.split()) for line in below[end + 1 :] if _is_prose(line))
    if lost:
        notes = (*notes, f'{lost} words below the label "{below[end].strip()[:30]}" are not read')
    text = joined(line for line in below[:end] if not _RIGHTS.match(line))
    return lines[: at if start else at + 1], text, notes


def _twice(labels: Sequence[str]) -> tuple[str, ...]:
    """A note where a label stands twice that an article has once."""
    again = next((label for label in labels if label in _ONCE and labels.count(label) > 1), None)
    return (f'has the label "{again}" twice; two articles may be read as one',) if again else ()


def _labels(header: Sequence[str]) -> dict[str, str]:
    return {name: value for line in header if (name := _label(line)) in _HEADER and (value := _value(line))}


def _loose(line: str) -> bool:
    """A line of the header that has no label."""
    return bool(line.strip()) and not _label(line) and not _RIGHTS.match(line)


def _day_line(lines: Sequence[str], first: int, end: int, *, last: bool = False) -> int | None:
    dated = [i for i in range(first, end) if _loose(lines[i]) and next(calendar_dates(lines[i][:200]), None)]
    return (dated[-1] if last else dated[0]) if dated else None


def _ends_body(line: str) -> bool:
    return _label(line) in _BODY_ENDS or line.strip().lower() in _BODY_ENDS


def _is_prose(line: str) -> bool:
    """A line of running text, as no list of subjects and places is."""
    return not _label(line) and not _RIGHTS.match(line) and len(line.split()) >= _PROSE and not _LISTED.search(line)


def joined(lines: Iterable[str]) -> str:
    """The text, with the lines of a paragraph put together where the export broke them."""
    lines = [" ".join(line.split()) for line in lines]
    wrapped = max(map(len, lines), default=0) <= _WIDEST
    text = ""
    for before, line in zip(["", *lines], lines, strict=False):
        text += (" " if wrapped and len(before) >= _WRAPPED and line else "\n") + line
    return re.sub(r"\n{3,1000}", "\n\n", text).strip()


def _count(written: str) -> int:
    found = _WORDS.search(written)
    return int(re.sub(r"[,.]", "", found[1])) if found else 0
