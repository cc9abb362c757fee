"""Loose harm against a toll: "we bombed 70 troops" is neither the dead nor the dead and wounded of another count.

Being hit says nothing of what became of people, so that a lower toll alone agrees with it. Only a toll above the
figure, or dead and wounded of one speaker that miss it together, cannot be true beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from discrepancy.match.claim_parts import role
from discrepancy.match.kinship import kindred
from discrepancy.match.number_question import rival_groups
from discrepancy.match.occasions import one_occasion
from discrepancy.match.weights import total
from discrepancy.model import Claim, Pair, Reason
from discrepancy.values.quantity import Quantity


def match_loose_harm(claims: Sequence[Claim]) -> Iterator[Pair]:
    """Each figure of people hit with the tolls that it cannot stand beside."""
    hits = [claim for claim in claims if claim.kind == "number" and claim.attribute == "hit"]
    tolls = [claim for claim in claims if claim.kind == "number" and claim.attribute == "killed"]
    kin = kindred(claims, late=True) if hits and tolls else frozenset()
    for hit in hits:
        for toll in tolls:
            related = hit.document == toll.document or (
                frozenset((hit.document, toll.document)) in kin and one_occasion(hit, toll)
            )
            if related and _other_voice(hit, toll) and _excluded(hit, toll, claims):
                reasons = tuple(_reasons(hit, toll))
                yield Pair(hit, toll, reasons, total(reasons))


def _reasons(hit: Claim, toll: Claim) -> Iterator[Reason]:
    yield Reason("prior", "any two figures", -1.0)
    yield Reason("loose-harm", "people hit are neither the dead nor the dead and wounded", 0.5)
    one, two = role(hit, "counted"), role(toll, "counted")
    if one is not None and two is not None and one.group is not None and one.group == two.group:
        yield Reason("same-group", "the same kind of people", 1.0)
        if one.words & two.words - {one.noun}:
            yield Reason("same-modifiers", "described in the same words", 0.5)
    if hit.document == toll.document:
        yield Reason("same-article", "one article sets them side by side", 0.3)
    groups = one.group if one is not None else None, two.group if two is not None else None
    if hit.frame.scope.level != toll.frame.scope.level or rival_groups(*groups):
        yield Reason("other-people", "other people or another stretch of time", -4.0)


def _other_voice(hit: Claim, toll: Claim) -> bool:
    return hit.frame.speaker is None or toll.frame.speaker is None or hit.frame.speaker.key != toll.frame.speaker.key


def _excluded(hit: Claim, toll: Claim, claims: Sequence[Claim]) -> bool:
    people, dead = hit.value, toll.value
    if not isinstance(people, Quantity) or not isinstance(dead, Quantity) or people.relate(dead).standing != "disjoint":
        return False
    if dead.low > people.high:
        return True
    return any(
        isinstance(hurt.value, Quantity) and dead.low + hurt.value.low > people.high
        for hurt in claims
        if hurt.attribute == "injured" and hurt.document == toll.document and hurt.frame.sentence == toll.frame.sentence
    )
