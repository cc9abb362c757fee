"""Stretches of several lines that are not the article: lists of other titles, posts of networks, readers' comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from discrepancy.language.entries import read_stamp
from discrepancy.language.plain import plain
from discrepancy.lexicon import words
from discrepancy.read.captions import is_caption
from discrepancy.read.line_kinds import line_kind
from discrepancy.read.lines import Line, Mark
from discrepancy.read.live import find_stamps

_LONGEST_ITEM = 140
_MOST_ITEMS = 15
_SENTENCE_END = re.compile(r"[.!][\"'”’)]{0,2}\Z")
_SIGNED = re.compile(r"(?:-{1,2}|[–—]) ?[^()]{1,80} \(@\w{1,40}\)(?: .{1,60})?\Z|@\w{2,40}(?: [·•|] .{1,40})?\Z")
_MOST_POSTED = 8
_NEAR = 6
_LONGEST_SIGN = 80
_FEWEST_SIGNS = 2
_AGO = re.compile(r"[0-9]{1,3} ?(?:[smhdw]|sec|min|hour|hr|day|week|month|year)[a-z]{0,6} ago\b")
_SAYS = re.compile(r"\S.{0,60} says:?\Z")
_COUNT = re.compile(r"[ (]{0,2}[0-9][0-9,.]{0,9}[ )]{0,2}")


def find_stretches(lines: Sequence[Line], title: str | None) -> Iterator[Mark]:
    """Marks over several lines; those of a live blog are times of posting."""
    comments = next(_comments(lines), len(lines))
    if comments < len(lines):
        yield Mark(lines[comments].start, lines[-1].end, "comment")
    lines = lines[:comments]
    yield from _lists(lines)
    yield from _posts(lines)
    yield from (Mark(line.start, line.end, "caption") for line in lines if is_caption(line.text))
    yield from find_stamps(lines, title)


def _lists(lines: Sequence[Line]) -> Iterator[Mark]:
    """The titles below a heading such as "Most read"; a sentence ends the list."""
    for i, line in enumerate(lines):
        low = line.text.lower().strip(" :*_#•-–—")
        if low not in words("zones", "related", "starts") | words("zones", "related", "lists"):
            continue
        for item in lines[i + 1 : i + 1 + _MOST_ITEMS]:
            other = line_kind(item.text) not in (None, "related")
            if other or len(item.text) > _LONGEST_ITEM or _SENTENCE_END.search(item.text):
                break
            yield Mark(item.start, item.end, "related")


def _posts(lines: Sequence[Line]) -> Iterator[Mark]:
    """What somebody posted on a network, up to the line that names the account."""
    blocks = any(line.gap_after for line in lines[:-1])
    for i, line in enumerate(lines):
        if not _SIGNED.match(plain(line.text)):
            continue
        first = i
        # without blank lines nothing tells where a post begins but the paragraph before its signature
        while first > 0 and i - first < (_MOST_POSTED if blocks else 1) and not (blocks and lines[first - 1].gap_after):
            first -= 1
        yield Mark(lines[first].start, line.end, "embed")


def _comments(lines: Sequence[Line]) -> Iterator[int]:
    """The heading of the readers' comments, below which nothing of the article follows."""
    signs, nearest = 0, len(lines) + _NEAR
    for i in range(len(lines) - 1, 0, -1):
        if signs >= _FEWEST_SIGNS and nearest - i <= _NEAR and _heads_comments(lines[i].text):
            yield i
        if _is_sign(lines[i].text):
            signs, nearest = signs + 1, i


def _heads_comments(line: str) -> bool:
    if len(line) > _LONGEST_ITEM:
        return False
    low = _COUNT.sub(" ", plain(line).lower()).strip(" :#*_")
    return low in words("zones", "comments", "headings") or any(
        low.startswith(phrase) and low != line.lower() for phrase in words("zones", "comments", "openings")
    )


def _is_sign(line: str) -> bool:
    """What stands around each comment: "Reply", "2 hours ago", "Ama says:"."""
    low = line.lower().strip(" ·•|:()0123456789")
    return (
        low in words("zones", "comments", "signs")
        or bool(len(line) < _LONGEST_SIGN and (_AGO.search(line.lower()) or _SAYS.match(line)))
        or read_stamp(line) is not None
    )
