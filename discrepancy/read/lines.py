"""Lines of a text with their offsets, and the marks that zones are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from discrepancy.model import ZoneKind

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words: offsets of its first and behind its last visible character.

    text        the line without outer spaces
    gap_after   a blank line or the end of the text follows
    """

    start: int
    end: int
    text: str
    gap_after: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch that is something else than body."""

    start: int
    end: int
    kind: ZoneKind


def find_lines(text: str, start: int = 0) -> Iterator[Line]:
    """Lines of ``text`` from ``start`` that are not blank, in order."""
    previous: tuple[int, int] | None = None
    for match in _LINE.finditer(text, start):
        if match.group().isspace():
            continue
        if previous:
            yield _line(text, *previous, until=match.start())
        previous = match.span()
    if previous:
        yield _line(text, *previous, until=None)


def _line(text: str, start: int, end: int, until: int | None) -> Line:
    raw = text[start:end]
    first = start + len(raw) - len(raw.lstrip())
    words = raw.strip()
    between = "\n\n" if until is None else text[end:until]
    breaks = len(between) - between.count("\r\n")  # a Windows line end is one break
    return Line(first, first + len(words), words, breaks > 1)
