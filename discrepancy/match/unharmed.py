"""A toll against the statement that nobody came to harm: "14 were killed", "there were no deaths from the strike".

A figure and a none are no two figures of one count, so the weights of figures know nothing of them. What counts is
whom and what the none is said of: an article is full of blasts and shots in which, as it says too, nobody was hurt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from discrepancy.lexicon import table, words
from discrepancy.match.claim_parts import rivals, role
from discrepancy.match.deeds import filling, in_role
from discrepancy.match.kinship import kindred
from discrepancy.match.number_question import kinds
from discrepancy.match.occasions import one_occasion
from discrepancy.match.participants import groups, is_nobody
from discrepancy.match.propositions import points_somewhere
from discrepancy.match.topics import concepts, same_speaker
from discrepancy.match.weights import total
from discrepancy.model import Claim, Pair, Reason
from discrepancy.values.quantity import Quantity

ENOUGH = 1.4
_HARMS = frozenset({"injured", "killed"})
_OPEN = frozenset({"announced", "background", "limited", "to-come"})
_NOBODY = frozenset({"anybody", "anyone", "nobody", "none", "one"})
_CIVIL = frozenset({"child", "civilian", "man", "woman"})


def match_unharmed(claims: Sequence[Claim]) -> Iterator[Pair]:
    """For each statement that nobody was killed or hurt, the toll that fits it best, if that is good enough."""
    nones = [(claim, harms) for claim in claims if (harms := _ruled_out(claim))]
    tolls = [claim for claim in claims if _is_toll(claim)]
    kin = kindred(claims) if nones and tolls else frozenset()
    for none, harms in nones:
        met = [toll for toll in tolls if toll.attribute in harms and _may_meet(toll, none, kin)]
        pairs = [Pair(toll, none, reasons, total(reasons)) for toll in met if (reasons := _reasons(toll, none))]
        best = max(pairs, key=lambda pair: pair.score, default=None)
        if best is not None and best.score >= ENOUGH:
            yield best


def _is_toll(claim: Claim) -> bool:
    told = claim.kind == "number" and claim.attribute in _HARMS and claim.frame.factuality == "asserted"
    return told and isinstance(claim.value, Quantity) and claim.value.low > 0


def _ruled_out(claim: Claim) -> frozenset[str]:
    """The tolls that the claim rules out flatly, empty where it leaves harm open.

    Who was not hurt is not dead either; that nobody was badly hurt, or reported dead yet, rules nothing out.
    """
    cues, frame = claim.frame.cues, claim.frame
    flat = frame.factuality == "asserted" or "denied" in cues
    if "negation" not in cues or not cues & {"denied", "none"} or not flat or cues & _OPEN:
        return frozenset()
    if frame.clause & words("acts", "unharmed", "degrees") or points_somewhere(claim):
        return frozenset()
    named = [noun for noun in frame.cued("focus") if noun in _nouns()]
    if named:
        if {frame.predicate, *(act.noun for act in in_role(claim, "act"))} & words("acts", "unsettled", "words"):
            return frozenset()
        told = cues & {"denied", "none-at-all"} or frame.predicate in words("acts", "unharmed", "verbs")
        return _nouns()[named[0]] if told else frozenset()
    none = any(is_nobody(who) or "any" in who.words or who.noun in _NOBODY for who in filling(claim, "undergoer"))
    return _verbs().get(frame.predicate or "", frozenset()) if none else frozenset()


@cache
def _verbs() -> dict[str, frozenset[str]]:
    """Verb -> the tolls that its negation rules out."""
    hurt = dict.fromkeys((*table("harm")["injured"]["verbs"], *words("acts", "unharmed", "hurting")), _HARMS)
    return hurt | dict.fromkeys(table("harm")["killed"]["verbs"], frozenset({"killed"}))


@cache
def _nouns() -> dict[str, frozenset[str]]:
    """Noun -> the tolls that are ruled out where there was none of it."""
    hurt = dict.fromkeys((*table("harm")["injured"]["nouns"], *words("acts", "unharmed", "nouns")), _HARMS)
    return hurt | dict.fromkeys(table("harm")["killed"]["nouns"], frozenset({"killed"}))


def _may_meet(toll: Claim, none: Claim, kin: frozenset[frozenset[str]]) -> bool:
    """Whether both speak of one occasion, and in two voices."""
    if toll.frame.occasion.relation != none.frame.occasion.relation:
        return False
    if toll.document == none.document:
        return rivals(toll, none) and toll.frame.occasion.incident == none.frame.occasion.incident
    related = frozenset((toll.document, none.document)) in kin and one_occasion(toll, none)
    return related and not same_speaker(toll, none) and toll.frame.scope.level == none.frame.scope.level


def _reasons(toll: Claim, none: Claim) -> tuple[Reason, ...]:
    """What makes both speak of the same people, empty where they speak of others or the none has limits of its own."""
    people = _same_people(toll, none)
    if people is None or not concepts(_limits(none)) <= concepts(toll.frame.content):
        return ()
    found = [Reason("none-harmed", "one side says that there was none, the other counts them", 0.6)]
    if rivals(toll, none):
        found.append(Reason("speakers", "two speakers", 0.8))
    elif toll.frame.speaker is None and none.frame.speaker is None:
        found.append(Reason("speakers", "both in the outlets' own voice", -0.2))
    if people:
        found.append(Reason("same-people", f"both speak of {people}", 0.6 if " " in people else 0.8))
    elif toll.document != none.document and _whom(none)[0]:
        found.append(Reason("any-people", "one counts people of any kind, who may be others", -0.3))
    return tuple(found)


def _limits(none: Claim) -> frozenset[str]:
    """What the none is bound to beside place and day, which are compared as such: "from the hospital strike"."""
    told = [p for p in none.frame.participants if ":" in p.role and p.group not in {"open", "name"}]
    return frozenset(word.removeprefix("of ") for p in told for word in p.words) - words("acts", "unharmed", "loose")


def _same_people(toll: Claim, none: Claim) -> str | None:
    """What both call those who came to harm, "" where one speaks of people of any kind; None where they are others.

    Of any dead some may be civilians, and often are; that they were passengers or children has to be said.
    """
    nouns, described = _whom(none)
    counted = role(toll, "counted")
    if not concepts(described) <= concepts(toll.frame.content):
        return None
    if not nouns:
        return ""
    if counted is None or counted.noun in words("people", "any"):
        return "" if nouns <= words("scope", "locals") else None
    return next((" and ".join(sorted({noun, counted.noun})) for noun in nouns if _alike(noun, counted.noun)), None)


def _whom(none: Claim) -> tuple[frozenset[str], frozenset[str]]:
    """Nouns for the people of whom none came to harm, and the words that describe them."""
    only = frozenset(none.frame.cued("only")) - words("acts", "unharmed", "loose")
    focus = frozenset(none.frame.cued("focus"))
    if not focus & _nouns().keys():
        return focus - _NOBODY - words("people", "any"), only
    people = frozenset(word for word in only if groups(word))
    return people, only - people


def _alike(noun: str, other: str) -> bool:
    """Whether the two may name the same people; civilians are told of as men, women, children or by their trade."""
    civilians = noun in words("scope", "locals") and bool(groups(other) & _CIVIL)
    return noun == other or bool(kinds(noun) & kinds(other)) or civilians
