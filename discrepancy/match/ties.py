"""Pairs of ties that two people of one event do not have at once, and of institutions of one named person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from discrepancy.lexicon import words
from discrepancy.match.claim_parts import rivals
from discrepancy.match.kinship import kindred
from discrepancy.match.topics import apart, concepts
from discrepancy.match.weights import total
from discrepancy.model import Claim, Pair, Reason
from discrepancy.values.stance import Stance

REACH = 4
_NONE = frozenset({"strangers", "unrelated"})


def match_ties(claims: Sequence[Claim]) -> Iterator[Pair]:
    """The first pair of ties that exclude one another, and of seats of each person."""
    told = [claim for claim in claims if claim.frame.cues & {"tie", "seat"}]
    kin = kindred(claims) if told else frozenset()
    for name in sorted({claim.attribute for claim in told}):
        pairs = (
            _pair(one, other)
            for one, other in combinations([claim for claim in told if claim.attribute == name], 2)
            if _close(one, other, kin)
        )
        first = next((pair for pair in pairs if pair is not None), None)
        if first is not None:
            yield first


def _close(one: Claim, other: Claim, kin: frozenset[frozenset[str]]) -> bool:
    if one.document == other.document:
        return rivals(one, other) and abs(apart(one, other)) <= REACH
    return frozenset((one.document, other.document)) in kin


def _pair(one: Claim, other: Claim) -> Pair | None:
    if "seat" in one.frame.cues:
        return _seats(one, other)
    sides = [claim.value.side for claim in (one, other) if isinstance(claim.value, Stance)]
    if not _exclude(sides[0], sides[1]):
        return None
    reasons = [Reason("tie", f"{sides[0]} / {sides[1]}", 1.8)]
    people = [_subject(claim) for claim in (one, other)]
    if all(people) and not people[0] & people[1]:
        if not {sides[0], sides[1]} & (_NONE | {"related", "known"}) and not rivals(one, other):
            return None
        reasons.append(Reason("other-people", "they name their people in other words", -0.1))
    if rivals(one, other):
        reasons.append(Reason("rivals", "two speakers", 0.6))
    return Pair(one, other, tuple(reasons), total(reasons))


def _exclude(one: str, two: str) -> bool:
    """Whether nobody is both: a stranger knows nobody, one who is not related may still be a friend."""
    if {one, two} & _NONE:
        tie = two if one in _NONE else one
        against = words("ties", "ties", "kin") | {"related"}
        if "strangers" in {one, two}:
            against |= words("ties", "ties", "words") | {"known"}
        return tie in against
    return one != two and {one, two} <= words("ties", "ties", "exclusive")


def _subject(claim: Claim) -> frozenset[str]:
    return concepts(who.noun for who in claim.frame.participants if who.role == "subject")


def _words(claim: Claim, role: str) -> frozenset[str]:
    return frozenset(word for who in claim.frame.participants if who.role == role for word in who.words)


def _seats(one: Claim, other: Claim) -> Pair | None:
    people = _words(one, "subject"), _words(other, "subject")
    seats = _words(one, "object"), _words(other, "object")
    kinds = {who.noun for claim in (one, other) for who in claim.frame.participants if who.role == "object"}
    if one.document == other.document or len(people[0] & people[1]) < 2 or seats[0] & seats[1] or len(kinds) > 1:
        return None
    name = " ".join(sorted(people[0] & people[1]))
    reasons = (Reason("person", f"both name {name}", 1.2), Reason("seats", f"{one.shown} / {other.shown}", 1.0))
    return Pair(one, other, reasons, 2.2)
