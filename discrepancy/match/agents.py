"""Pairs two agents of one act where a text itself puts one of them against others: "it was X who ...", "X itself"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from discrepancy.match.kinship import kindred
from discrepancy.match.strongest import opening, strongest
from discrepancy.match.topics import apart, concepts, same_speaker
from discrepancy.match.weights import total
from discrepancy.model import Claim, Pair, Reason

REACH = 4
ENOUGH = 1.0
_FIRM = {"cleft": 1.4, "first": 1.2, "not": 1.4, "self": 1.2, "blamed": 0.4, "plain": 0.0}


def match_agents(claims: Sequence[Claim]) -> Iterator[Pair]:
    """The best rival of each agent that is put against others."""
    told = [claim for claim in claims if claim.attribute == "agent"]
    firm = [claim for claim in told if _how(claim) != "plain"]
    kin = kindred(claims) if firm else frozenset()
    found = []
    for one in firm:
        for other in told:
            near = one.document == other.document
            if near and (abs(apart(one, other)) > REACH or same_speaker(one, other)):
                continue
            if near or frozenset((one.document, other.document)) in kin:
                pair = _pair(one, other, near)
                if pair is not None and pair.score >= ENOUGH:
                    found.append(pair)
    yield from strongest(found, opening)


def match_holders(claims: Sequence[Claim]) -> Iterator[Pair]:
    """Two owners of one thing, or two people at its controls; the strongest pair of each."""
    held = [claim for claim in claims if "holder" in claim.frame.cues]
    kin = kindred(claims) if held else frozenset()
    for post in sorted({claim.attribute for claim in held}):
        pairs = []
        for one, other in combinations([claim for claim in held if claim.attribute == post], 2):
            near = one.document == other.document and not same_speaker(one, other)
            if near or frozenset((one.document, other.document)) in kin:
                pairs.append(_held(one, other))
        best = max((pair for pair in pairs if pair is not None), key=lambda pair: pair.score, default=None)
        if best is not None and best.score >= ENOUGH:
            yield best


def _held(one: Claim, other: Claim) -> Pair | None:
    if concepts(_words(one, "holder")) & concepts(_words(other, "holder")):
        return None
    things = concepts(_words(one, "object")), concepts(_words(other, "object"))
    if all(things) and not things[0] & things[1]:
        return None
    reasons = [Reason("holder", "one thing, two holders", 1.2)]
    reasons.append(Reason("thing", "both name the thing", 1.2) if all(things) else Reason("thing", "one names it", 0.6))
    if one.frame.speaker is not None and other.frame.speaker is not None and not same_speaker(one, other):
        reasons.append(Reason("speakers", f"{one.frame.speaker.name} against {other.frame.speaker.name}", 0.4))
    return Pair(one, other, tuple(reasons), total(reasons))


def _how(claim: Claim) -> str:
    return next(iter(claim.frame.cued("how")), "")


def _words(claim: Claim, role: str) -> frozenset[str]:
    return frozenset(word for who in claim.frame.participants if who.role == role for word in who.words)


def _pair(one: Claim, other: Claim, near: bool) -> Pair | None:
    common = frozenset(one.frame.cued("act")).intersection(other.frame.cued("act"))
    how = {_how(one), _how(other)}
    same = bool(concepts(_words(one, "agent")) & concepts(_words(other, "agent")))
    if not common or same != ("not" in how) or how in ({"not"}, {"blamed"}, {"blamed", "plain"}):
        return None
    things = concepts(_words(one, "object")), concepts(_words(other, "object"))
    shared = things[0] & things[1]
    reasons = [Reason("act", "both tell of one act: " + ", ".join(sorted(common)), 0.2)]
    reasons.append(Reason("firm", "the text puts the agent against others", sum(_FIRM[name] for name in how)))
    if shared:
        reasons.append(Reason("thing", "both name the same thing", 1.0))
    elif all(things):
        reasons.append(Reason("other-thing", "they name different things", -1.2))
    if near:
        reasons.append(Reason("near", "side by side, from two speakers", 0.5))
    elif one.frame.speaker is not None and other.frame.speaker is not None and not same_speaker(one, other):
        reasons.append(Reason("speakers", f"{one.frame.speaker.name} against {other.frame.speaker.name}", 0.4))
    return Pair(one, other, tuple(reasons), total(reasons))
