"""Pairs claims that name different agents for one act, or different posts for one person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from discrepancy.lexicon import words
from discrepancy.match.kinship import kindred
from discrepancy.match.topics import apart, names_of, same_speaker, shared
from discrepancy.match.weights import total
from discrepancy.model import Claim, Pair, Reason

REACH = 4
ENOUGH = 1.8
_ONCE = frozenset({"fired_first", "broke_truce", "left_talks", "stones", "claimed", "attacked_first", "began_violence"})


def match_roles(claims: Sequence[Claim]) -> Iterable[Pair]:
    """The strongest pair for each act, and every pair of posts of one person that exclude one another."""
    kin = kindred(claims)
    acts = [claim for claim in claims if "act" in claim.frame.cues]
    for name in sorted({claim.attribute for claim in acts}):
        pairs = [
            p for one, other in _close([c for c in acts if c.attribute == name], kin) if (p := _rivals(one, other))
        ]
        best = max(pairs, key=lambda pair: pair.score, default=None)
        if best is not None and best.score >= ENOUGH:
            yield best
    posts = [claim for claim in claims if "post" in claim.frame.cues]
    for name in sorted({claim.attribute for claim in posts}):
        found = (_posts(one, other) for one, other in _close([c for c in posts if c.attribute == name], kin))
        first = next((pair for pair in found if pair is not None), None)
        if first is not None:
            yield first


def _close(claims: Sequence[Claim], kin: frozenset[frozenset[str]]) -> Iterable[tuple[Claim, Claim]]:
    return (
        (one, other)
        for one, other in combinations(claims, 2)
        if one.document == other.document or frozenset((one.document, other.document)) in kin
    )


def _agent(claim: Claim) -> frozenset[str]:
    return frozenset(word for person in claim.frame.participants for word in person.words)


def _rivals(left: Claim, right: Claim) -> Pair | None:
    one, other = _agent(left), _agent(right)
    if not one or not other or shared(one, other) or same_speaker(left, right):
        return None
    near = abs(apart(left, right)) <= REACH
    if not near and left.attribute not in _ONCE:
        return None
    reasons = [Reason("act", "one act, two agents", 1.2 if left.attribute in _ONCE else 0.5)]
    if left.attribute == "claimed":
        reasons.append(Reason("own-claim", "each takes it upon itself", 0.7))
    first, second = left.frame.speaker, right.frame.speaker
    if first is not None and second is not None:
        reasons.append(Reason("speakers", f"{first.name} against {second.name}", 0.6))
        if shared(names_of(first), other) or shared(names_of(second), one):
            reasons.append(Reason("counter", "one speaker is the other's accused", 1.2))
        if near:
            reasons.append(Reason("near", "side by side", 0.6))
    if "background" in left.frame.cues | right.frame.cues:
        reasons.append(Reason("background", "one side speaks of another time", -0.8))
    return Pair(left, right, tuple(reasons), total(reasons))


def _posts(left: Claim, right: Claim) -> Pair | None:
    lists = sorted(set(left.frame.cued("list")) & set(right.frame.cued("list")))
    if (
        left.document == right.document
        or _covers(left, right)
        or not lists
        or "past" in left.frame.cues | right.frame.cues
    ):
        return None
    one, other = _agent(left), _agent(right)
    if len(one) > 1 and len(other) > 1 and not (one <= other or other <= one):
        return None
    reasons = [Reason("person", "both name " + " ".join(sorted(one & other)), 1.0 if len(one & other) < 2 else 1.6)]
    reasons.append(Reason("posts", f"{left.value} / {right.value}", 1.0))
    return Pair(left, right, tuple(reasons), total(reasons))


def _covers(left: Claim, right: Claim) -> bool:
    """Whether one title is the short form of the other ("general", "major general"); "deputy" is none."""
    one, other = str(left.value).split(), str(right.value).split()
    if one == other:
        return True
    extra = set(one) ^ set(other)
    return one[-1] == other[-1] and not extra & words("roles", "rungs", "words")
