"""Pairs of times given for one happening: one family of acts, the same thing, the same end of it.

A clock time is compared by the clock alone, a day or a year only for what happens once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cache
from itertools import combinations

from discrepancy.language.calendar import weekdays_in_full
from discrepancy.lexicon import table, words
from discrepancy.match.claim_parts import rivals, rivals_nearby
from discrepancy.match.kinship import kindred
from discrepancy.match.participants import told_apart
from discrepancy.match.topics import things
from discrepancy.match.weights import total
from discrepancy.model import Claim, Pair, Reason
from discrepancy.values.stance import Stance
from discrepancy.values.timerange import TimeRange

CLOCK = frozenset({"minute", "hour", "part"})
REACH = 4
SLACK = timedelta(minutes=15)
HALF_DAY = timedelta(hours=12)
_ENDS = ({"begin", "end"}, {"begin", "resume"}, {"end", "resume"})


def match_dates(claims: Sequence[Claim]) -> Iterator[Pair]:
    """Weekdays beside their dates, and rival times of one happening."""
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
        if not (rivals_nearby(left, right, REACH) if here else frozenset((left.document, right.document)) in kin):
            continue
        common = frozenset(left.frame.cued("act")).intersection(right.frame.cued("act"))
        if (
            not common
            or not _one_plan(left, right)
            or _other_occasion(left, right, common)
            or {_phase(left), _phase(right)} in _ENDS
        ):
            continue
        if apart(left, right):
            reasons = tuple(_reasons(left, right, common))
            score = total(reasons)
            if score > 0:
                yield Pair(left, right, reasons, score)


def _one_plan(left: Claim, right: Claim) -> bool:
    """Whether both tell of what was, or of what one and the same thing will do: the factory is not its canteen."""
    to_come = [claim for claim in (left, right) if "to-come" in claim.frame.cues]
    if len(to_come) != 2:
        return not to_come
    one, two = ([who for who in claim.frame.participants if who.group != "open"] for claim in to_come)
    return bool(one and two) and one[0].noun == two[0].noun and not told_apart(one[0], two[0])


def _phase(claim: Claim) -> str:
    return next(iter(claim.frame.cued("phase")), "")


def apart(left: Claim, right: Claim) -> bool:
    """Whether the two times exclude each other; clock times are compared by the clock alone, nights by their days."""
    one, two = left.value, right.value
    if not isinstance(one, TimeRange) or not isinstance(two, TimeRange):
        return False
    if {one.grain, two.grain} == {"part"}:
        days = _named_days(left), _named_days(right)
        return bool(days[0] and days[1]) and not days[0] & days[1] and one.relate(two).standing == "disjoint"
    if one.grain in CLOCK and two.grain in CLOCK:
        return _clocks_apart(left, right)
    return one.grain not in CLOCK and two.grain not in CLOCK and one.relate(two).standing == "disjoint"


def _named_days(claim: Claim) -> frozenset[str]:
    """The weekdays that the words of a time name: "Monday night"."""
    return frozenset(claim.shown.lower().split()).intersection(weekdays_in_full())


def _clocks_apart(left: Claim, right: Claim) -> bool:
    one, two = left.value, right.value
    if not isinstance(one, TimeRange) or not isinstance(two, TimeRange) or (one.zone is None) != (two.zone is None):
        return False
    shift = timedelta(minutes=(two.zone or 0) - (one.zone or 0))
    here = one.start - one.start.replace(hour=0, minute=0)
    there = two.start - two.start.replace(hour=0, minute=0) - shift
    halves = (timedelta(0), HALF_DAY) if "either-half" in left.frame.cues | right.frame.cues else (timedelta(0),)
    gaps = [_gap(here + half, _length(one), there, _length(two)) for half in halves]
    return all(gap > SLACK for gap in gaps)


def _length(time: TimeRange) -> timedelta:
    """How long a time of the clock lasts; "5 p.m." is a point of it."""
    return timedelta(0) if time.grain == "hour" else time.end - time.start


def _gap(here: timedelta, long: timedelta, there: timedelta, wide: timedelta) -> timedelta:
    """The shorter way round the clock between two stretches of a day."""
    day = 2 * HALF_DAY
    return min(max(here, there + turn) - min(here + long, there + turn + wide) for turn in (timedelta(0), day, -day))


def _named(claim: Claim, common: frozenset[str]) -> frozenset[str]:
    """What the act is done to or by, without wide words and without the nouns that name the act itself."""
    idle = words("moments", "wide")
    nouns = frozenset(noun for who in claim.frame.participants for noun in who.words)
    return frozenset(noun for noun in nouns if noun not in idle and not _families(noun) & common)


@cache
def _families(noun: str) -> frozenset[str]:
    return frozenset(name for name, members in table("happenings")["families"].items() if noun in members) | {
        f"noun:{noun}"
    }


def _theme(claim: Claim, common: frozenset[str]) -> frozenset[str]:
    """The thing that the act befalls: the object, else the subject."""
    people = claim.frame.participants
    own = [who for who in people if who.role == "object"] or [who for who in people if who.role == "subject"]
    return frozenset(noun for who in own for noun in who.words if not _families(noun) & common)


def _one_is_a_name(left: Claim, right: Claim, common: frozenset[str]) -> bool:
    """Whether one names the thing and the other by a noun, and no person is meant: the Rufina, the boat."""
    if not common <= words("happenings", "befalling", "families"):
        return False
    named = [bool(_theme(claim, common) & claim.frame.names) for claim in (left, right)]
    return named[0] != named[1]


def _reasons(left: Claim, right: Claim, common: frozenset[str]) -> Iterator[Reason]:
    yield Reason("prior", "any two times", -2.0)
    yield Reason("same-act", "both tell of one act: " + ", ".join(sorted(common)), 1.6)
    phases = {_phase(left), _phase(right)}
    shared = things(_named(left, common)) & things(_named(right, common))
    themes = bool(_theme(left, common) and _theme(right, common))
    yield _unique(left, common, phases, bool(shared), themes)
    if shared:
        yield Reason("same-thing", "both name the same thing", min(1.6, 1.0 * len(shared)))
    elif themes and not _one_is_a_name(left, right, common):
        yield Reason("other-thing", "they name different things", -1.0)
    if rivals(left, right):
        yield Reason("rivals", "two speakers", 0.6)
    if len(phases) > 1 and not (phases == {"", "begin"} and common & _once()):
        yield Reason("other-phase", "one tells of the beginning or the end", -1.5)
    elif len(phases) == 1 and "" not in phases:
        yield Reason("same-phase", "both tell of the beginning or the end", 0.5)
    relations = {left.frame.occasion.relation, right.frame.occasion.relation}
    if len(relations) > 1 and not _is_history(left, right, common):
        yield Reason("other-event", "one speaks of another occasion", -1.0 if "earlier" in relations else -0.5)


def _once() -> frozenset[str]:
    return words("happenings", "once", "families")


def _unique(left: Claim, common: frozenset[str], phases: set[str], shared: bool, themes: bool) -> Reason:
    """Whether there can be but one such act: by the hour within one event, by the day only for what happens once."""
    clock = isinstance(left.value, TimeRange) and left.value.grain in CLOCK
    alone = not themes or (len(phases) == 1 and "" not in phases)
    if clock and (shared or alone or not common <= words("happenings", "many", "families")):
        return Reason("clock", "both give the hour", 0.8)
    if any(name.startswith("plan:") for name in common):
        return Reason("once-only", "a thing that happens once", 0.8)
    once = _once() | (words("happenings", "once", "days") if left.attribute == "moment:day" else frozenset())
    if not clock and shared and common & once:
        return Reason("once-only", "a thing that happens once", 0.8)
    return Reason("many-times", "such acts happen more than once", -2.0)


def _other_occasion(left: Claim, right: Claim, common: frozenset[str]) -> bool:
    """Whether days are given for two occasions ("he left in January", "earlier that year")."""
    clock = isinstance(left.value, TimeRange) and left.value.grain in CLOCK
    if clock or "over" in common or _is_history(left, right, common):
        return False
    return left.frame.occasion.relation != right.frame.occasion.relation


def _is_history(left: Claim, right: Claim, common: frozenset[str]) -> bool:
    """Whether both give the year of what a thing has once in its life; such years are always of an earlier time."""
    grains = {claim.value.grain for claim in (left, right) if isinstance(claim.value, TimeRange)}
    return grains == {"year"} and bool(common & _once())
