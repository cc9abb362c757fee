"""Do two articles tell of one event? A gate in front of every pair that crosses from one article to another.

Newspapers tell of an event within days of one another. Articles of the same week need little else in common; in the
week after, names must tie them; where a date is missing, names and words must speak for it; and an article written long
after the other must name its days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import combinations

from discrepancy.lexicon import table
from discrepancy.match.claim_parts import finest
from discrepancy.model import Claim
from discrepancy.values.places import level_of
from discrepancy.values.timerange import TimeRange

LEAD = 5
NEWS_DAYS = timedelta(days=7)
LATER_DAYS = timedelta(days=14)
EVENT_DAYS = timedelta(days=4)
SHORTEST_NAME = 3
HELD_NEAR = 0.15
HELD = 0.2
MOST_WORDS = 0.15
BRIEF = 3  # sentences, headline included
HELD_BRIEF = 0.45
FEWEST_LATE = 2
NAMES_LATE = 0.25
_WIDE = frozenset({"country", "people"})
_FINE = frozenset({"minute", "hour", "part", "day", "week", "month"})


@dataclass(frozen=True, slots=True)
class _Article:
    """What an article is about.

    named       all its names
    names       names that could tell one event from another; countries, peoples and weekdays are named everywhere
    words       content words of the whole article
    lead        content words of its first sentences
    head        names of its first sentences
    times       the days, weeks and months it speaks of, first and last day of each
    brief       it is a headline and a sentence or two that name no place but a country
    """

    published: date | None
    named: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    lead: frozenset[str]
    head: frozenset[str]
    times: frozenset[tuple[date, date]]
    brief: bool


def kindred(claims: Sequence[Claim], *, late: bool = False) -> frozenset[frozenset[str]]:
    """Pairs of document ids whose articles are about one event; with ``late`` also those that only names tie together.

    A report of months later may name no day; few claims of such articles can be compared.
    """
    articles = _articles(claims)
    return frozenset(
        frozenset((one, other))
        for one, other in combinations(sorted(articles), 2)
        if _one_event(articles[one], articles[other]) or (late and _told_late(articles[one], articles[other]))
    )


def beside_a_note(claims: Sequence[Claim]) -> bool:
    """Whether two articles are compared of which one is an undated note of a line or two that shares many words.

    It names too little to tell which event it is about; few claims of such articles can be compared.
    """
    articles = tuple(_articles(claims).values())
    return len(articles) == 2 and _one_note(*articles)


def _articles(claims: Sequence[Claim]) -> dict[str, _Article]:
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_document[claim.document].append(claim)
    return {document: _article(own) for document, own in by_document.items()} if len(by_document) > 1 else {}


@cache
def _calendar() -> frozenset[str]:
    return frozenset(table("calendar")["months"]) | frozenset(table("calendar")["weekdays"])


def _article(claims: Sequence[Claim]) -> _Article:
    frames = {claim.frame.sentence: claim.frame for claim in claims}
    lead = [frames[number] for number in sorted(frames)[:LEAD]]
    occasions = [claim.frame.occasion for claim in claims]
    common = {
        form
        for occasion in occasions
        for place in occasion.places
        if level_of(place) in _WIDE
        for word in place.name.lower().split()
        for form in (word, word + "s")
    }
    named = frozenset().union(*(frame.names for frame in frames.values()))
    names = frozenset(name for name in named - common - _calendar() if len(name) >= SHORTEST_NAME)
    return _Article(
        next((claim.frame.published for claim in claims), None),
        named,
        names,
        frozenset().union(*(frame.content for frame in frames.values())),
        frozenset().union(*(frame.content for frame in lead)),
        names & frozenset().union(*(frame.names for frame in lead)),
        frozenset(_days(when) for occasion in occasions for when in occasion.days if when.grain in _FINE),
        len(frames) <= BRIEF and not any(finest(occasion.places) for occasion in occasions),
    )


def _days(when: TimeRange) -> tuple[date, date]:
    return when.start.date(), when.end.date()


def _one_event(one: _Article, other: _Article) -> bool:
    shared = one.names & other.names
    if one.published is None or other.published is None:
        held = _told_alike(one, other)
        if shared & (one.head | other.head):
            return held >= HELD
        strangers = one.named and other.named and not one.named & other.named
        return not strangers and held >= HELD and _part(one.words, other.words) >= MOST_WORDS
    gap = abs(one.published - other.published)
    if gap > NEWS_DAYS and not (_looks_back(one, other) or _looks_back(other, one)):
        return gap <= LATER_DAYS and _told_late(one, other)
    return bool(shared) or _told_alike(one, other) >= HELD_NEAR


def _one_note(one: _Article, other: _Article) -> bool:
    undated = one.published is None or other.published is None
    return undated and (one.brief or other.brief) and _told_alike(one, other) >= HELD_BRIEF


def _told_late(one: _Article, other: _Article) -> bool:
    shared = one.names & other.names
    if len(shared) < FEWEST_LATE or not shared & (one.head | other.head):
        return False
    return _told_alike(one, other) >= HELD and _part(one.names, other.names) >= NAMES_LATE


def _told_alike(one: _Article, other: _Article) -> float:
    """How much of the first sentences of each the other holds, from 0 to 2."""
    return _held(one.lead, other.words) + _held(other.lead, one.words)


def _looks_back(later: _Article, earlier: _Article) -> bool:
    """Whether ``later`` names a day, week or month of the news that ``earlier`` tells."""
    last = earlier.published
    if last is None or later.published is None or later.published < last:
        return False
    return any(first <= last and last - end <= EVENT_DAYS for first, end in later.times)


def _part(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))


def _held(lead: frozenset[str], whole: frozenset[str]) -> float:
    return len(lead & whole) / max(1, len(lead))
