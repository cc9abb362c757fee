"""Quoted words in a whole text: pairs of quotation marks, nested ones left inside, unclosed ones bounded."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from discrepancy.language.plain import plain

LONGEST_UNCLOSED = 600
_BREAKS = "\n\r\u2028\u2029\x0b\x0c\x85"
_MARK = re.compile(r"[\n\r\u2028\u2029\x0b\x0c\x85\"]|''")
_OPENERS = "“„«"
_CLOSERS = "”»"


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words.

    start, end   half-open range in the text, marks included
    closed       False when the closing mark is missing, as in quotes that go on in the next paragraph
    """

    start: int
    end: int
    closed: bool = True


def find_quotes(text: str) -> tuple[Quote, ...]:
    """All double-quoted stretches of ``text`` in order; two single marks in a row count as a double one.

    A quote never runs past its line. An unclosed one ends with the line, the next opening mark or 600 characters.
    """
    found: list[Quote] = []
    start: int | None = None
    for at, size, side in _marks(text):
        if side == "break":
            if start is not None:
                found.append(Quote(start, min(at, start + LONGEST_UNCLOSED), closed=False))
            start = None
        elif start is None:
            start = None if side == "close" else at
        elif side == "open":
            found.append(Quote(start, min(at, start + LONGEST_UNCLOSED), closed=False))
            start = at
        else:
            found.append(Quote(start, at + size))
            start = None
    return tuple(quote for quote in found if quote.end - quote.start > 2)


def quotes_near(quotes: Sequence[Quote], start: int, end: int) -> Sequence[Quote]:
    """Those of ``quotes``, which are in text order, that touch ``[start, end)``."""
    first = bisect_left(quotes, start, key=lambda quote: quote.end)
    last = bisect_right(quotes, end, key=lambda quote: quote.start)
    return quotes[first:last]


def _marks(text: str) -> Iterator[tuple[int, int, str]]:
    """Quotation marks and line ends as (offset, length, side); neighbours tell the side of a straight mark."""
    flat = plain(text)
    for found in _MARK.finditer(flat):
        at, size = found.start(), len(found.group())
        if text[at] in _BREAKS:
            yield at, 1, "break"
        else:
            yield at, size, _side(text, flat, at, size)
    yield len(text), 1, "break"


def _side(text: str, flat: str, at: int, size: int) -> str:
    if text[at] in _OPENERS:
        return "open"
    if text[at] in _CLOSERS:
        return "close"
    before, after = flat[at - 1 : at] or " ", flat[at + size : at + size + 1] or " "
    spaced, starts = before.isspace() or before in "([-–—", after.isalnum() or after in "'$£€.["
    if spaced and starts:
        return "open"
    return "close" if not before.isspace() and not after.isalnum() else "either"
