"""Live blogs: the lines that say when each entry was posted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from discrepancy.language.entries import Stamp, opening_stamp, read_stamp
from discrepancy.lexicon import words
from discrepancy.read.lines import Line, Mark

_ENTRY = 40
_FEWEST = 3
_FEWEST_CALLED_LIVE = 2
_WORD = re.compile(r"\w{1,30}")


def find_stamps(lines: Sequence[Line], title: str | None) -> Iterator[Mark]:
    """Times of posting: at least two with text below each, three where nothing calls the text a live report."""
    head = f"{title or ''} {lines[0].text if lines else ''}".lower()
    live = any(word in words("zones", "live", "words") for word in _WORD.findall(head))
    alone = list(_alone(lines))
    worded = any(stamp.worded or stamp.day for _, stamp in alone)
    if len(alone) >= (_FEWEST_CALLED_LIVE if live else _FEWEST) and (live or worded):
        yield from (Mark(line.start, line.end, "stamp") for line, _ in alone)
        return
    opening = [(line, stamp) for line in lines if (stamp := opening_stamp(line.text))] if live else []
    if len(opening) >= _FEWEST_CALLED_LIVE:
        yield from (Mark(line.start, line.start + stamp.end, "stamp") for line, stamp in opening)


def _alone(lines: Sequence[Line]) -> Iterator[tuple[Line, Stamp]]:
    """Stamps on lines of their own that have text below them, without the one that dates the whole."""
    stamped = [(i, stamp) for i, line in enumerate(lines) if (stamp := read_stamp(line.text))]
    if len(stamped) > 1 and stamped[0][1].day and not any(stamp.day for _, stamp in stamped[1:]):
        del stamped[0]
    ends = [*(i for i, _ in stamped[1:]), len(lines)]
    for (i, stamp), end in zip(stamped, ends, strict=False):
        if sum(len(line.text) for line in lines[i + 1 : end]) >= _ENTRY:
            yield lines[i], stamp
