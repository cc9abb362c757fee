"""Which stretches of a document are read for claims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from discrepancy.model import Document, ZoneKind

CLAIM_ZONES: frozenset[ZoneKind] = frozenset({"headline", "body"})
MOST_READ = 100_000
_WINDOW = 1_000
_SHORT = 250
_FEWEST_LETTERS = 0.5
_LONGEST_WORDS = 25
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")


@dataclass(frozen=True, slots=True)
class ClaimSpans:
    """What is read for claims.

    spans      ``(start, end)`` in text order
    warnings   what is left out, and why
    """

    spans: tuple[tuple[int, int], ...]
    warnings: tuple[str, ...] = ()


def claim_spans(document: Document) -> ClaimSpans:
    """Headline and body of ``document`` (the whole text where no zones are known), as far as they are running text.

    An article of more than ``MOST_READ`` characters is read up to there; lines of signs and figures are not read.
    """
    zones = [(zone.span.start, zone.span.end) for zone in document.zones if zone.kind in CLAIM_ZONES]
    if not document.zones and document.text:
        zones = [(0, len(document.text))]
    spans: list[tuple[int, int]] = []
    left, cut, signs = MOST_READ, False, False
    for start, end in zones:
        for first, last, prose in _windows(document.text, start, end):
            if not prose:
                signs = signs or last - first >= _SHORT
            elif last - first > left:
                cut, left = True, 0
            else:
                left -= last - first
                glued = spans and start <= spans[-1][1] and not document.text[spans[-1][1] : first].strip()
                spans[-1:] = [(spans[-1][0], last)] if glued else [*spans[-1:], (first, last)]
    warnings = []
    if cut:
        warnings.append(f"is very long; only the first {MOST_READ:,} characters are read for claims")
    if signs:
        warnings.append("holds long lines of signs or figures; they are not read for claims")
    return ClaimSpans(tuple(spans), tuple(warnings))


def _windows(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Lines of ``[start, end)``, long ones in pieces, each with whether it is running text."""
    for line in _LINE.finditer(text, start, end):
        for first in range(line.start(), line.end(), _WINDOW):
            last = min(first + _WINDOW, line.end())
            yield first, last, _is_prose(text[first:last])


def _is_prose(stretch: str) -> bool:
    """Whether a line is words for the most part; a short one may be a row of a table, but not without any word."""
    if len(stretch) < _SHORT:
        return any(map(str.isalpha, stretch))
    words = stretch.split()
    signs = "".join(words)
    return len(signs) < _LONGEST_WORDS * len(words) and sum(map(str.isalpha, signs)) > _FEWEST_LETTERS * len(signs)
