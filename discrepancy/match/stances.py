"""Pairs opposed sides of one axis: the best pair for each axis, because one event asks each question once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from discrepancy.match.causes import causes_apart
from discrepancy.match.deeds import (
    one_deed,
    one_happening,
    one_party,
    one_thing,
    other_names,
    parted,
    times_apart,
)
from discrepancy.match.kinship import kindred
from discrepancy.match.occasions import one_occasion
from discrepancy.match.topics import apart, concepts, proper_words, same_speaker, shared, weekdays
from discrepancy.match.weights import total
from discrepancy.model import Claim, Pair, Reason
from discrepancy.values.stance import Stance

REACH = 4
ENOUGH = 1.4
RIVAL_CAUSES = 0.6  # "the brakes failed", "the driver fell asleep": two speakers need no word of causes


def match_stances(claims: Sequence[Claim]) -> Iterable[Pair]:
    """The strongest pair of opposed sides on each axis."""
    taken = [claim for claim in claims if "stance" in claim.frame.cues]
    kin = kindred(claims)
    for axis in sorted({claim.attribute for claim in taken}):
        same = [claim for claim in taken if claim.attribute == axis]
        close = [
            (one, other)
            for one, other in combinations(same, 2)
            if one.document == other.document
            or (frozenset((one.document, other.document)) in kin and one_occasion(one, other))
        ]
        pairs = [pair for one, other in close if (pair := _pair(one, other)) is not None]
        best = max(pairs, key=lambda pair: pair.score, default=None)
        if best is not None and best.score >= ENOUGH:
            yield best


def _pair(left: Claim, right: Claim) -> Pair | None:
    if not _opposed(left, right) or same_speaker(left, right):
        return None
    near = abs(apart(left, right)) <= REACH
    reasons = _proof(left, right, near)
    if reasons is None:
        return None
    one, other = left.frame.speaker, right.frame.speaker
    rivals = one is not None and other is not None
    if rivals:
        reasons.append(Reason("speakers", "two speakers", 0.8))
    elif one is None and other is None:
        reasons.append(Reason("speakers", "both in the outlets' own voice", -0.6))
    if near and rivals:
        reasons.append(Reason("near", "side by side", 0.7))
    common = shared(left.frame.clause, right.frame.clause)
    if common:
        reasons.append(Reason("topic", "both speak of " + ", ".join(common), min(0.9, 0.3 * len(common))))
    reasons += [reason for claim in (left, right) for reason in _open(claim)]
    return Pair(left, right, tuple(reasons), total(reasons))


def _open(claim: Claim) -> list[Reason]:
    """What makes a side less than a statement about this event; a cause is often given as probable."""
    cues, found = claim.frame.cues, []
    if claim.frame.factuality == "hedged" and "proof:plan" not in cues:
        found.append(Reason("open", "one side is hedged", -0.3 if cues & {"cause", "cause-near"} else -0.8))
    if "background" in cues:
        found.append(Reason("background", "one side speaks of another time", -0.8))
    return found


def _one_charge(left: Claim, right: Claim) -> bool:
    """Whether both speak of the same offence, or one of all of them."""
    one, other = (set(claim.frame.cued("offence")) for claim in (left, right))
    if one and other:
        return bool(concepts(one) & concepts(other))
    if not (one or other):
        return "every" in left.frame.cues | right.frame.cues
    return "every" in (right if one else left).frame.cues


def _parties(claim: Claim) -> frozenset[str]:
    """Proper words of the subject and objects of the claim, those that a pronoun stands for among them."""
    people = claim.frame.participants
    own = frozenset(word for person in people for word in person.words)
    befallen = (person for person in people if person.group == "name" and person.role in {"party", "undergoer"})
    meant = (person.words - claim.frame.content for person in befallen)
    return (proper_words(claim) & own).union(*meant)


def _opposed(left: Claim, right: Claim) -> bool:
    """Whether the two sides exclude one another; "not X" excludes X alone."""
    if not (isinstance(left.value, Stance) and isinstance(right.value, Stance)):
        return False
    one, other = left.value.side, right.value.side
    days = weekdays(left), weekdays(right)
    if one == other or (days[0] and days[1] and not days[0] & days[1]):
        return False
    if "proof:stated" in left.frame.cues:
        return True  # whether two causes shut each other out is told by their words
    if one.startswith("not ") or other.startswith("not "):
        return one == f"not {other}" or other == f"not {one}"
    return True


def _proof(left: Claim, right: Claim, near: bool) -> list[Reason] | None:
    """The reasons that this axis asks for, None where they are missing."""
    cues = left.frame.cues, right.frame.cues
    rivals = left.frame.speaker is not None and right.frame.speaker is not None
    proof = left.frame.cued("proof")[0]
    if proof in _MEETINGS:
        meets, reason = _MEETINGS[proof]
        return [reason] if meets(left, right) and not times_apart(left, right) else None
    if proof == "cue":
        return _named_causes(left, right)
    if proof == "name":
        common = _parties(left) & _parties(right)
        meet = common and "none" not in cues[0] | cues[1] and not other_names(left, right)
        return [Reason("name", "both name " + ", ".join(sorted(common)), 1.6)] if meet else None
    if proof in {"anchor", "plan"}:
        named = [concepts(claim.frame.cued("anchor")) for claim in (left, right)]
        alike = len(shared(left.frame.clause, right.frame.clause)) > 1
        if parted(left, right) or not (rivals or near or alike):
            return None
        met = named[0] & named[1] or (near and rivals)
        return [Reason("anchor", "both speak of one thing", 1.6)] if met else None
    if proof == "near":
        return [Reason("near", "rival speakers side by side", 0.8)] if near and rivals else None
    if proof == "be":
        right_verbs = {left.frame.predicate, right.frame.predicate} <= {"be", "know"}
        return [Reason("relation", "both say who they are to one another", 1.2)] if right_verbs else None
    anchored = [bool(claim.frame.cued("anchor")) for claim in (left, right)]
    beside = abs(apart(left, right)) <= 1
    met = beside or any(anchored) or bool(shared(left.frame.clause, right.frame.clause))
    if not (all(anchored) or (rivals and met)):
        return None
    return [Reason("side", "each takes a side", 1.4)]


def _named_causes(left: Claim, right: Claim) -> list[Reason] | None:
    """Both tell what befell one thing, or each names a cause and somebody stands for it."""
    cues = left.frame.cues, right.frame.cues
    sides = {claim.value.side for claim in (left, right) if isinstance(claim.value, Stance)}
    if any(f"anchor:{noun}" in cues[0] & cues[1] and noun not in sides for noun in one_thing(left, right)):
        return [Reason("thing", "both tell what befell one thing", 1.4)]
    if parted(left, right):
        return None
    weights = [1.0 if "cause" in cue else 0.8 if "cause-near" in cue else 0.0 for cue in cues]
    speakers = sum(claim.frame.speaker is not None for claim in (left, right))
    if not all(weights) and speakers < 2 and not (any(weights) and speakers):
        return None
    least = RIVAL_CAUSES if speakers > 1 else 0.0
    return [Reason("cause", "each side names a cause", max(least, sum(weights)))]


def _one_effect(left: Claim, right: Claim) -> bool:
    """Whether two causes are given for one happening, and shut each other out."""
    return one_happening(left, right) and causes_apart(left, right)


def _one_trial(left: Claim, right: Claim) -> bool:
    return one_party(left, right) and _one_charge(left, right)


# What has to be one and the same on an axis, and the reason that it makes.
_MEETINGS: dict[str, tuple[Callable[[Claim, Claim], object], Reason]] = {
    "party": (one_party, Reason("party", "both say it of one person or thing", 1.6)),
    "stated": (_one_effect, Reason("cause", "each side names a cause of one happening", 1.6)),
    "deed": (one_deed, Reason("deed", "both say what was done with one thing", 1.6)),
    "verdict": (_one_trial, Reason("verdict", "both speak of one person and one charge", 1.6)),
}
