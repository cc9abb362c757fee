"""What keeps two figures from answering one question, whatever speaks for it.

Each gate is named by the code of the annotation guide that it stands for. They come before all weighing: a round-up of
several incidents holds far more pairs that a gate rightly stops than pairs that it stops wrongly.
"""

from __future__ import annotations

from datetime import timedelta

from discrepancy.lexicon import words
from discrepancy.match.claim_parts import counted_noun, finest, grows, rivals, role, same_figure, size, unit_of
from discrepancy.match.corpus import Corpus
from discrepancy.match.deeds import act_standing, another_party, in_role
from discrepancy.match.number_question import ELIDED, HARM, is_anaphor, kinds, question_level
from discrepancy.match.topics import concepts
from discrepancy.match.voices import teller
from discrepancy.model import Claim, Occasion
from discrepancy.values.places import same_place
from discrepancy.values.quantity import Quantity
from discrepancy.values.timerange import TimeRange

OUT_OF_REACH = frozenset({"bare-one", "bare-both", "time-only"})
MANY_TOLLS = 4
NEAR_HOURS = timedelta(hours=3)
CLOCK = frozenset({"minute", "hour"})
HOPELESS = frozenset({"nothing", "noun-other", "harm-rival", "age-other"})


def barred(left: Claim, right: Claim, corpus: Corpus) -> str | None:
    """The code of the first gate that stops the pair, None when it may be weighed."""
    level = question_level(left, right)
    if level in HOPELESS or (level in OUT_OF_REACH and not _adjacent(left, right)):
        return "other"
    if "one" in (left.shown.lower(), right.shown.lower()):
        return "other"
    if any((cue in left.frame.cues) != (cue in right.frame.cues) for cue in ("difference", "one-of-many")):
        return "other"
    if {"share", "whole"} <= left.frame.cues | right.frame.cues and left.document != right.document:
        return "containment"
    if _two_owners(left, right, level):
        return "other"
    if "share" in left.frame.cues & right.frame.cues and grows(left, right):
        return "update"
    if left.attribute == right.attribute == "ordinal" and counted_noun(left) in words("scope", "lengths"):
        return "update"
    facts = {left.frame.factuality, right.frame.factuality}
    if facts & {"hypothetical", "hedged"} or ("future" in facts and (len(facts) > 1 or not _one_plan(left, right))):
        return "hypothetical"
    if _round_up(left, right, corpus):
        return "different-event"
    if left.attribute == right.attribute == "duration" and (another_party(left, right) or _other_deeds(left, right)):
        return "other"
    if corpus.adds_up(left, right) or corpus.adds_up(right, left):
        return "sum"
    return _other_scope(left, right, level) or _other_event(left, right) or _told_already(left, right, corpus)


def _other_deeds(left: Claim, right: Claim) -> bool:
    """Whether two lengths of time are of two deeds: spreading over a hall, being put out. Light verbs tell of none."""
    acts = [in_role(claim, "act") for claim in (left, right)]
    light = words("acts", "light", "verbs") | words("acts", "lasting", "verbs")
    plain = all(acts) and not any(light & act.words for told in acts for act in told)
    return plain and not act_standing(left, right)


def _two_owners(left: Claim, right: Claim, level: str) -> bool:
    """Whether the figures are said of two things or people: "the boom is 2 km long", "a slick of 7"; she and he."""
    one, two = role(left, "subject"), role(right, "subject")
    if one is None or two is None:
        return False
    if {one.noun, two.noun} == {"he", "she"} or _own_shares(left, right):
        return True
    if left.document == right.document or left.attribute != "measure" or level not in {"unit-only", "unit-topic"}:
        return False
    if is_anaphor(one.noun) or is_anaphor(two.noun) or teller(left) is not None or teller(right) is not None:
        return False
    return not (concepts({one.noun}) & concepts({two.noun}) or kinds(one.noun) & kinds(two.noun))


def _own_shares(left: Claim, right: Claim) -> bool:
    """Whether two names each have a share of their own: "Ruel has 50.6 per cent. Brehm has 49.4"."""
    names = role(left, "named-subject"), role(right, "named-subject")
    having = {left.frame.predicate, right.frame.predicate} <= words("tellers", "having")
    return having and names[0] is not None and names[1] is not None and not names[0].words & names[1].words


def _one_plan(left: Claim, right: Claim) -> bool:
    """Whether two figures that are still to come count one thing, or are said of one: plans hold many figures."""
    for name in ("subject", "counted") if unit_of(left) == "count" else ("subject",):
        one, two = role(left, name), role(right, name) or (role(right, "carried") if name == "counted" else None)
        if one is not None and two is not None and _same_lot(one.noun, two.noun) and not is_anaphor(one.noun):
            return True
    return left.attribute in HARM


def _round_up(left: Claim, right: Claim, corpus: Corpus) -> bool:
    """Tolls in an article that lists many: only two speakers who gainsay each other then speak of one incident."""
    if left.attribute not in HARM or left.attribute != right.attribute or rivals(left, right):
        return False
    return max(corpus.tolls[claim.document, claim.attribute] for claim in (left, right)) >= MANY_TOLLS


def _adjacent(left: Claim, right: Claim) -> bool:
    return left.document == right.document and abs(left.frame.sentence - right.frame.sentence) <= 1


def _other_scope(left: Claim, right: Claim, level: str) -> str | None:
    one, two = left.frame.scope, right.frame.scope
    # a toll of a week holds more than that of a day; ballots rejected "this week" are those of the one vote
    one_count = left.attribute == right.attribute == "count" and level == "noun-predicate"
    reach = one.level != two.level and left.attribute != "duration" and not one_count
    if _on_top(left) != _on_top(right) or reach:
        return "scope"
    a, b = counted_noun(left), counted_noun(right)
    tolls = {left.attribute, right.attribute} <= HARM
    if tolls and a and b and not _same_lot(a, b) and (_narrower(left) or _narrower(right)):
        return "scope"
    if left.attribute != right.attribute and one.part != two.part:
        return "scope"
    if left.attribute != right.attribute and not _exceeds(left, right) and not _exceeds(right, left):
        return "containment"
    if tolls and one.part != two.part and (size(left) < size(right)) == one.part:
        return "containment"
    if _kind_of_victims(left, right) or _kind_of_victims(right, left) or _some_of(left, right):
        return "containment"
    vague = "vague" in (_bound(left), _bound(right))
    if vague and level in {"noun-group", "noun-kind", "noun-people", "noun-topic", "bare-one-topic", "bare-one-asked"}:
        return "other"
    return None


def _on_top(claim: Claim) -> bool:
    """Whether the figure comes on top of another of its kind; 27 others hurt beside four killed are all the hurt."""
    return claim.frame.scope.additional and "besides" not in claim.frame.cues


def _same_lot(one: str, other: str) -> bool:
    return one == other or bool(kinds(one) & kinds(other))


def _kind_of_victims(part: Claim, whole: Claim) -> bool:
    """Whether fewer victims of one kind are set against more of all kinds: 8 civilians and at least 9 people."""
    if not {part.attribute, whole.attribute} <= HARM:
        return False
    a, b = counted_noun(part), counted_noun(whole)
    if a is None or b is None or a in words("people", "any") or b not in words("people", "any"):
        return False
    if {a, b} <= words("scope", "locals"):  # villagers are the civilians of the place
        return False
    return size(part) < size(whole)


def _some_of(whole: Claim, part: Claim) -> bool:
    """Whether a figure is taken out of the one right before it: "48 fell ill; the hospital reported 21 of them"."""
    taken = ELIDED in part.frame.cues and part.frame.scope.part and not whole.frame.scope.part
    return taken and _adjacent(whole, part) and size(part) < size(whole)


def _exceeds(part: Claim, whole: Claim) -> bool:
    """Whether a figure breaks the one that should include it: more dead than casualties; other kinds never include."""
    if not {part.attribute, whole.attribute} <= HARM or "hit" in (part.attribute, whole.attribute):
        return True
    a, b = part.value, whole.value
    return whole.attribute == "casualties" and isinstance(a, Quantity) and isinstance(b, Quantity) and a.low > b.high


def _bound(claim: Claim) -> str:
    return claim.value.bound if isinstance(claim.value, Quantity) else ""


def _narrower(claim: Claim) -> bool:
    """Whether the figure counts a kind of people that a toll of all would include: children, women, teachers."""
    noun = counted_noun(claim)
    return noun is not None and noun not in words("people", "any") and noun not in words("scope", "broad_groups")


def _other_event(left: Claim, right: Claim) -> str | None:
    one, two = left.frame.occasion, right.frame.occasion
    if left.document == right.document and one.incident != two.incident:
        return "different-event"
    if one.relation != two.relation and not _same_days(one, two):
        return "earlier-event" if "earlier" in (one.relation, two.relation) else "different-event"
    days = [(a, b) for a in one.days for b in two.days] if one.own_day and two.own_day else []
    if left.document != right.document:  # the day of a clock time is only inferred
        days = [(a, b) for a, b in days if not {a.grain, b.grain} & CLOCK or {a.grain, b.grain} <= CLOCK]
    if days and all(a.relate(b).standing == "disjoint" and not _rival_hours(left, right, a, b) for a, b in days):
        return "different-event"
    here, there = finest(one.places), finest(two.places)
    if here and there and one.own_place and two.own_place:
        standings = {same_place(a, b).standing for a in here for b in there}
        tolls = {left.attribute, right.attribute} <= HARM
        if not standings & {"same", "overlapping"} and (tolls or standings == {"disjoint"}):
            return "different-event"
    return None


def _rival_hours(left: Claim, right: Claim, one: TimeRange, other: TimeRange) -> bool:
    """Whether two articles give hours of one day that lie near: they may disagree on the hour of one event."""
    clock = {one.grain, other.grain} <= CLOCK
    return left.document != right.document and clock and abs(one.start - other.start) <= NEAR_HOURS


def _same_days(one: Occasion, two: Occasion) -> bool:
    """Whether both sentences name a day or a year of their own, and these can be the same."""
    meets = any(a.relate(b).standing != "disjoint" for a in one.days for b in two.days)
    return one.own_day and two.own_day and meets


def _told_already(left: Claim, right: Claim, corpus: Corpus) -> str | None:
    """One author does not contradict himself in one breath, nor do two copies that give the same figures."""
    if ("first" in left.frame.cues) != ("first" in right.frame.cues):
        return "update"
    if left.document == right.document:
        one_breath = left.frame.sentence == right.frame.sentence
        both_speak = left.frame.speaker is not None and right.frame.speaker is not None
        return "other" if (one_breath or both_speak) and not rivals(left, right) else None
    if same_figure(left, right):
        return None
    if corpus.agreed(left, right.document) and corpus.agreed(right, left.document):
        return "paraphrase"
    return "paraphrase" if corpus.copied(left, right) else None
