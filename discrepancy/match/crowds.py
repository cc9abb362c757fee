"""Articles with hundreds of claims, and hundreds of articles: what is repeated is compared once, past a limit the rest
is left out.

Pairs grow with the square of the claims; ordinary articles stay far below the limits and are never touched.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from discrepancy.match.claim_parts import counted_noun
from discrepancy.model import Claim

MOST_COMPARED = 300
MOST_FIGURES = 60  # of one question; they are weighed against one another, and no article of the sets has ten
MANY_IN_ALL = 1_000
TOLD_OFTEN = 2
QUOTED = 3
REPEATED = "the same is said before in the article"
ECHOED = "the same is said in other articles that are compared"
CROWDED = f"the article makes more than {MOST_COMPARED} claims of this kind"
LISTED = f"the article gives more than {MOST_FIGURES} figures for one question"
MOST_IN_EVENT = 2_500
OVERFULL = f"the articles make more than {MOST_IN_EVENT:,} different claims"
_ARTICLE = f"makes very many claims; of each kind only the first {MOST_COMPARED} different ones are compared"
_LIST = f"gives very many figures for one question; only the first {MOST_FIGURES} different ones are compared"
_EVENT = f"is one of very many; of their claims {MOST_IN_EVENT:,} are compared, the first of each article and question"


@dataclass(frozen=True, slots=True)
class Crowd:
    """Claims to compare, in their order.

    left_out   claim id -> why it is not compared
    warnings   document id -> what is left out of it, beyond repetitions
    """

    claims: tuple[Claim, ...]
    left_out: dict[str, str]
    warnings: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Home:
    """Claims of one document that grow with their square: how many of them are compared, and what is said past that."""

    of: tuple[object, ...]
    most: int
    why: str


def thin_out(claims: Sequence[Claim]) -> Crowd:
    """``claims`` as they are, but for documents with more than ``MOST_COMPARED`` claims of one kind, or more than
    ``MOST_FIGURES`` figures for one question.

    Where all documents make more than ``MANY_IN_ALL`` of a kind, ``TOLD_OFTEN`` stand for all that say the same; and no
    more than ``MOST_IN_EVENT`` are compared in all.
    """
    many = Counter(home for claim in claims for home in _homes(claim))
    kept: list[Claim] = []
    left_out: dict[str, str] = {}
    seen: set[tuple[object, ...]] = set()
    taken: Counter[_Home] = Counter()
    for claim in claims:
        crowded = [home for home in _homes(claim) if many[home] > home.most]
        if crowded:
            said = (*_said(claim), claim.frame.participants)
            full = next((home.why for home in crowded if taken[home] == home.most), None)
            why = REPEATED if said in seen else full
            if why is not None:
                left_out[claim.id] = why
                continue
            seen.add(said)
            taken.update(crowded)
        kept.append(claim)
    kept = _first_of_each(_once_or_twice(kept, left_out), left_out)
    lost = {CROWDED: _ARTICLE, LISTED: _LIST, OVERFULL: _EVENT}
    warnings: dict[str, str] = {}
    for claim in claims:
        if left_out.get(claim.id) in lost:
            warnings.setdefault(claim.document, lost[left_out[claim.id]])
    return Crowd(tuple(kept), left_out, warnings)


def _first_of_each(claims: Sequence[Claim], left_out: dict[str, str]) -> list[Claim]:
    """Of every article and question the first claim, then of every one the second, up to the limit.

    Only then a claim that says the same in other words counts as told, too: a report quotes three for one answer.
    """
    if len(claims) <= MOST_IN_EVENT:
        return list(claims)
    told: Counter[tuple[object, ...]] = Counter()
    turn: Counter[tuple[str, str, str]] = Counter()
    turns: list[tuple[int, int]] = []
    for number, claim in enumerate(claims):
        said = _said(claim)[1:]
        told[said] += 1
        if told[said] > QUOTED:
            left_out[claim.id] = ECHOED
            continue
        asked = (claim.document, claim.kind, claim.attribute)
        turns.append((turn[asked], number))
        turn[asked] += 1
    chosen = {number for _, number in sorted(turns)[:MOST_IN_EVENT]}
    for number, claim in enumerate(claims):
        if number not in chosen:
            left_out.setdefault(claim.id, OVERFULL)
    return [claim for number, claim in enumerate(claims) if number in chosen]


def _once_or_twice(claims: Sequence[Claim], left_out: dict[str, str]) -> list[Claim]:
    """``claims`` without those of a crowded kind that enough others say word for word."""
    many = Counter(claim.kind for claim in claims)
    told: Counter[tuple[object, ...]] = Counter()
    kept: list[Claim] = []
    for claim in claims:
        if many[claim.kind] > MANY_IN_ALL:
            said = (*_said(claim)[1:], claim.frame.clause, claim.frame.published)
            told[said] += 1
            if told[said] > TOLD_OFTEN:
                left_out[claim.id] = ECHOED
                continue
        kept.append(claim)
    return kept


def _homes(claim: Claim) -> Iterator[_Home]:
    """All claims of the document and kind; of figures, those for one question as well."""
    yield _Home((claim.document, claim.kind), MOST_COMPARED, CROWDED)
    if claim.kind == "number":
        asked = (claim.document, claim.attribute, claim.frame.predicate, claim.frame.participants)
        yield _Home(asked, MOST_FIGURES, LISTED)


def _said(claim: Claim) -> tuple[object, ...]:
    """What a claim says, without where it stands."""
    frame = claim.frame
    speaker = frame.speaker.key if frame.speaker is not None else None
    places = tuple(place.key for place in frame.occasion.places)
    asked = (claim.document, claim.kind, claim.attribute, claim.value, counted_noun(claim))
    return (*asked, speaker, frame.factuality, frame.scope, places, frame.occasion.days, frame.predicate)
