"""Pairs of times given for one event: the same act, the same subject or object, the same phase, the same grain.

Days alone are compared only between two speakers of one article: on news of several days they tell events apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations

from discrepancy.lexicon import words
from discrepancy.match.claim_parts import rivals
from discrepancy.match.kinship import kindred
from discrepancy.match.topics import concepts
from discrepancy.model import Claim, Pair, Reason
from discrepancy.values.stance import Stance
from discrepancy.values.timerange import TimeRange

CLOCK = frozenset({"minute", "hour", "part"})
REACH = 4
SLACK = timedelta(minutes=15)
HALF_DAY = timedelta(hours=12)


def match_dates(claims: Sequence[Claim]) -> Iterator[Pair]:
    """Weekdays beside their dates, and rival times of one event."""
    weekdays: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    moments: list[Claim] = []
    for claim in claims:
        if claim.kind == "date" and isinstance(claim.value, Stance):
            weekdays[claim.document, claim.frame.sentence].append(claim)
        elif claim.kind == "date" and isinstance(claim.value, TimeRange):
            moments.append(claim)
    for stated in weekdays.values():
        for left, right in zip(stated[::2], stated[1::2], strict=False):
            yield Pair(left, right, (Reason("weekday", "a weekday stands beside its date", 2.5),), 2.5)
    kin = kindred(claims) if moments else frozenset()
    for left, right in combinations(moments, 2):
        here = left.document == right.document
        if (_told_here(left, right) if here else frozenset((left.document, right.document)) in kin) and apart(
            left, right
        ):
            reasons = tuple(_reasons(left, right))
            score = sum(reason.weight for reason in reasons)
            if score > 0:
                yield Pair(left, right, reasons, score)


def _told_here(left: Claim, right: Claim) -> bool:
    return rivals(left, right) and abs(left.frame.sentence - right.frame.sentence) <= REACH


def apart(left: Claim, right: Claim) -> bool:
    """Whether the two times exclude each other; clock times are compared by the clock alone."""
    one, two = left.value, right.value
    if not isinstance(one, TimeRange) or not isinstance(two, TimeRange):
        return False
    if one.grain in CLOCK and two.grain in CLOCK:
        return {one.grain, two.grain} != {"part"} and _clocks_apart(one, two)
    if one.grain == "day" and not (left.document == right.document and rivals(left, right)):
        return False  # a day sets two events apart far more often than it contradicts
    return one.grain == two.grain and one.relate(two).standing == "disjoint"


def _clocks_apart(one: TimeRange, two: TimeRange) -> bool:
    if (one.zone is None) != (two.zone is None):
        return False
    shift = timedelta(minutes=(two.zone or 0) - (one.zone or 0))
    here = one.start - one.start.replace(hour=0, minute=0)
    there = two.start - two.start.replace(hour=0, minute=0) - shift
    gap = max(here, there) - min(here + (one.end - one.start), there + (two.end - two.start))
    return SLACK < gap < HALF_DAY


def _subjects(claim: Claim) -> frozenset[str]:
    return frozenset(who.noun for who in claim.frame.participants if who.role == "subject")


def _reasons(left: Claim, right: Claim) -> Iterator[Reason]:
    yield Reason("prior", "any two times", -3.2)
    wide = words("moments", "wide")
    light = words("moments", "light")
    one = concepts({left.frame.predicate or ""} - light)
    two = concepts({right.frame.predicate or ""} - light)
    nouns = [
        {noun for who in claim.frame.participants for noun in who.words if noun not in wide} for claim in (left, right)
    ]
    shared = concepts(nouns[0]) & concepts(nouns[1])
    if not one and not two and shared & concepts(_subjects(left)) & concepts(_subjects(right)):
        yield Reason("same-event", "the same event is the subject", 2.2)
    elif one & two:
        yield Reason("same-act", "the same act", 1.5)
        if one & two & concepts(words("moments", "once")):
            yield Reason("once-only", "a thing that happens once", 1.2)
    elif (one & concepts(nouns[1])) or (two & concepts(nouns[0])):
        yield Reason("act-named", "the act of one is named by the other", 1.2)
    if shared:
        yield Reason("same-thing", "both name the same thing", min(2.4, 1.2 * len(shared)))
    if rivals(left, right):
        yield Reason("rivals", "two speakers", 0.6)
    phases = [{cue for cue in claim.frame.cues if cue.startswith("phase:")} for claim in (left, right)]
    if phases[0] != phases[1]:
        yield Reason("other-phase", "one tells of the beginning or the end", -1.5)
    elif phases[0]:
        yield Reason("same-phase", "both tell of the beginning or the end", 0.5)
    if left.frame.occasion.relation != right.frame.occasion.relation:
        yield Reason("other-event", "one speaks of another occasion", -1.0)
