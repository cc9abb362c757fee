"""Pairs of sites given for one happening: one act, the same victim or thing, and sites that shut each other out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from discrepancy.lexicon import table, words
from discrepancy.match.claim_parts import rivals, rivals_nearby
from discrepancy.match.kinship import kindred
from discrepancy.match.occasions import one_day
from discrepancy.match.strongest import opening, strongest
from discrepancy.match.topics import things
from discrepancy.match.weights import total
from discrepancy.model import Claim, Pair, Reason
from discrepancy.values.places import level_of, same_place
from discrepancy.values.site import Site

REACH = 2
_LARGE = frozenset({"country", "people", "province", "region", "county", "state"})
_NEUTRAL = ({"room", "building"}, {"room", "vehicle"}, {"building", "vehicle"})


def match_places(claims: Sequence[Claim]) -> Iterator[Pair]:
    """The surest rival site of each happening."""
    told = [claim for claim in claims if "site" in claim.frame.cues]
    kin = kindred(claims) if told else frozenset()
    found = []
    for left, right in combinations(told, 2):
        here = left.document == right.document
        if not (rivals_nearby(left, right, REACH) if here else frozenset((left.document, right.document)) in kin):
            continue
        how = _sites_apart(left, right)
        common = frozenset(left.frame.cued("act")).intersection(right.frame.cued("act"))
        if how and common and one_day(left, right):
            reasons = tuple(_reasons(left, right, common, how))
            score = total(reasons)
            if score > 0:
                found.append(Pair(left, right, reasons, score))
    yield from strongest(found, opening)


def _sites_apart(left: Claim, right: Claim) -> str:
    """How the sites shut each other out, "" where they do not."""
    return (
        sites_apart(left.value, right.value) if isinstance(left.value, Site) and isinstance(right.value, Site) else ""
    )


def sites_apart(one: Site, two: Site) -> str:
    """In which way one thing cannot be at both sites, "" where it can."""
    if one.denied & two.heads or two.denied & one.heads:
        return "denied"
    if one.floor and two.floor and (one.floor[1] < two.floor[0] or two.floor[1] < one.floor[0]):
        return "floor"
    if _opposite(one, two):
        return "side"
    if _shut_out(one, two) or _shut_out(two, one):
        return "outside"
    if any(same_place(a, b).standing == "same" for x, y in ((one, two), (two, one)) for a in x.away for b in y.places):
        return "distance"
    if _other_town(one, two):
        return "town"
    return "spot" if _other_spot(one, two) else ""


def _opposite(one: Site, two: Site) -> bool:
    pairs = [tuple(line.split()) for line in sorted(words("sites", "sides", "opposites"))]
    here, there = ({side for side, _ in site.sides} for site in (one, two))
    if not any({a, b} <= here | there and len({a, b} & here) == len({a, b} & there) == 1 for a, b in pairs):
        return False
    nouns = [{noun for _, noun in site.sides} for site in (one, two)]
    return bool(nouns[0] & nouns[1]) or "side" in nouns[0] | nouns[1]


def _shut_out(one: Site, two: Site) -> bool:
    fenced = words("sites", "words", "fenced")
    return bool(one.outside & two.heads) or bool(one.outside & fenced and two.heads & fenced and not two.outside)


def _other_town(one: Site, two: Site) -> bool:
    mine, theirs = ([p for p in site.places if level_of(p) not in _LARGE] for site in (one, two))
    standings = {same_place(a, b).standing for a in mine for b in theirs}
    return standings == {"disjoint"}


def _other_spot(one: Site, two: Site) -> bool:
    if not one.spots or not two.spots or one.heads & two.heads:
        return False
    found = {_spots(a, b) for a in one.spots for b in two.spots}
    return "apart" in found and "together" not in found


@cache
def _spots(one: str, two: str) -> str:
    """ "Apart", "together" (one may be in the other) or "" for two spots that say nothing of one another."""
    (kind, name), (other, named) = one.split(":"), two.split(":")
    held = table("sites")["together"]
    if one == two or named in held.get(name, ()) or name in held.get(named, ()):
        return "together"
    kinds = {kind, other}
    if "body" in kinds and len(kinds) > 1:
        return ""
    return "" if kinds in _NEUTRAL or ("keep" in kinds and len(kinds) > 1) else "apart"


def _theme(claim: Claim) -> frozenset[str]:
    """The thing or person that the act befalls: the object, else the subject."""
    people = claim.frame.participants
    own = [who for who in people if who.role == "object"] or [who for who in people if who.role == "subject"]
    return frozenset(noun for who in own for noun in who.words)


def _reasons(left: Claim, right: Claim, common: frozenset[str], how: str) -> Iterator[Reason]:
    yield Reason("prior", "any two sites", -2.6)
    yield Reason("same-act", "both tell of one act: " + ", ".join(sorted(common)), 1.2)
    yield Reason(f"apart-{how}", "the sites shut each other out", 0.8)
    themes = _theme(left), _theme(right)
    shared = things(themes[0] - words("sites", "idle", "nouns")) & things(themes[1])
    if shared:
        yield Reason("same-thing", "both name the same thing", 1.2)
    elif all(themes):
        yield Reason("other-thing", "they name different things", -1.5)
    if rivals(left, right):
        yield Reason("rivals", "two speakers", 0.6)
    if left.document == right.document:
        yield Reason("near", "side by side", 0.8)
    if "one-of" in left.frame.cues | right.frame.cues:
        yield Reason("one-of", "one speaks of one of several", -1.5)
    if left.frame.occasion.relation != right.frame.occasion.relation:
        yield Reason("other-event", "one speaks of another occasion", -1.0)
