"""The labelled stretches of an article. Only what is surely not the article is marked; the rest is body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from discrepancy.model import Span, Zone
from discrepancy.read.endings import find_endings
from discrepancy.read.line_kinds import is_agency, line_kind
from discrepancy.read.lines import Line, Mark, find_lines
from discrepancy.read.openings import HEAD_LINES, find_opening, match_title
from discrepancy.read.stretches import find_stretches

_SHORTEST_REPEAT = 40
_SAMPLE = 200_000
_LONGEST_GAP = 1_000
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]{1,1000}")
_OTHER = re.compile(r"[^\W\d_\u0041-\u024f\u1e00-\u1eff]{1,1000}")


def find_zones(text: str, title: str | None = None, front: int = 0, told: Sequence[Mark] = ()) -> tuple[Zone, ...]:
    """Zones that cover ``text`` in order without overlap; ``front`` is the end of front matter.

    told   stretches that the file itself sets apart
    """
    lines = list(find_lines(text, front))
    marks = [*told, *([Mark(0, front, "credit")] if front else [])]
    marks += find_stretches(lines, title)
    marks += find_opening(text, lines, title)
    headed = any(mark.kind == "headline" for mark in marks)
    marks += _line_marks(lines, title if headed else None)
    marks += _foreign(text, lines)
    marks += find_endings(text, lines)
    return tuple(_cover(text, marks))


def _line_marks(lines: Sequence[Line], title: str | None) -> Iterator[Mark]:
    """Lines that are something else by their own words, and lines that stood before."""
    seen: set[str] = set()
    for i, line in enumerate(lines):
        kind = line_kind(line.text) or ("byline" if i < HEAD_LINES and is_agency(line.text) else None)
        if kind:
            yield Mark(line.start, line.end, kind)
        elif line.text in seen or (i and title and match_title(line.text, 0, title) == len(line.text)):
            yield Mark(line.start, line.end, "repeat")
        elif len(line.text) >= _SHORTEST_REPEAT:
            seen.add(line.text)


def _foreign(text: str, lines: Sequence[Line]) -> Iterator[Mark]:
    """Whole lines in another script, in a text that is mostly Latin."""
    if text.isascii() or _is_other(text[:_SAMPLE]):
        return
    for line in lines:
        if not line.text.isascii() and _is_other(line.text):
            yield Mark(line.start, line.end, "foreign")


def _is_other(stretch: str) -> bool:
    other = sum(len(match) for match in _OTHER.findall(stretch))
    return other > sum(len(match) for match in _LATIN.findall(stretch))


def _cover(text: str, marks: Iterable[Mark]) -> Iterator[Zone]:
    """Zones from marks: the first of two that overlap wins, gaps are body, blank gaps go to the zone before."""
    pieces: list[Mark] = []
    at = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        start, end = max(mark.start, at), mark.end
        if end <= start:
            continue
        if text[at:start].strip():
            pieces.append(Mark(at, start, "body"))
        pieces.append(Mark(start, end, mark.kind))
        at = end
    if text[at:].strip() or not pieces:
        pieces.append(Mark(at, len(text), "body"))
    start = 0
    for i, piece in enumerate(pieces):
        following = pieces[i + 1] if i + 1 < len(pieces) else None
        if following and following.kind == piece.kind:
            continue
        end = len(text) if not following else following.start
        if following:
            gap = text[end : end + _LONGEST_GAP]
            end += len(gap) - len(gap.lstrip()) if following.kind == "body" else 0
        yield Zone(piece.kind, Span(start, end))
        start = end
