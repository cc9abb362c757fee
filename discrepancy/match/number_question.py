"""What a number claim asks, and how nearly two of them ask the same."""

from __future__ import annotations

from functools import cache

from discrepancy.lexicon import table, words
from discrepancy.match.claim_parts import counted_noun, role, unit_of
from discrepancy.model import Claim, Participant

# What is measured in these says by itself which question is asked.
TELLING = frozenset({"magnitude", "speed", "°C", "°F"})
HARM = frozenset(
    {
        "killed",
        "injured",
        "missing",
        "arrested",
        "displaced",
        "casualties",
        "hit",
        "hospitalised",
        "rescued",
        "abducted",
        "infected",
    }
)
FAMILIES = (frozenset({"military", "police"}), frozenset({"civilian", "child", "woman", "man", "official"}))
ELIDED = "elided"


def question_level(left: Claim, right: Claim) -> str:
    """How nearly the two claims ask the same thing, from the same harm to nothing in common but the unit."""
    if ELIDED in left.frame.cues | right.frame.cues:
        return _elided_level(left, right)
    a, b = role(left, "counted"), role(right, "counted")
    if left.attribute in HARM and right.attribute in HARM:
        return _harm_level(left, right, a, b)
    if "ordinal" in (left.attribute, right.attribute):
        same = left.attribute == right.attribute and a is not None and b is not None and a.noun == b.noun
        return "ordinal-noun" if same else "nothing"
    if left.attribute == right.attribute == "age" and (level := _age_level(left, right)):
        return level
    if unit_of(left) == unit_of(right) != "count":
        if _one_subject(left, right):
            return "unit-subject"
        shared = left.frame.asked & right.frame.asked - {who.noun for who in (a, b) if who is not None}
        near = (
            "asked"
            if shared or unit_of(left) in TELLING
            else "topic"
            if left.frame.topics & right.frame.topics
            else "only"
        )
        return f"{'time' if left.attribute == 'duration' else 'unit'}-{near}"
    if a is not None and b is not None:
        return _noun_level(left, right, a, b)
    bare = "bare-one" if a is not None or b is not None else "bare-both"
    if restated(left) or restated(right):
        return f"{bare}-restated"
    if left.frame.asked & right.frame.asked:
        return f"{bare}-asked"
    return f"{bare}-topic" if left.frame.topics & right.frame.topics else bare


def _age_level(left: Claim, right: Claim) -> str | None:
    """Ages of two people with names, or of people called by the same noun ("the landlord, 63")."""
    one, two = role(left, "owner"), role(right, "owner")
    if one is None or two is None:
        return None
    if one.group is not None and two.group is not None:
        return "age-other"
    return "age-noun" if one.noun == two.noun else None


def _one_subject(left: Claim, right: Claim) -> bool:
    """Whether both figures are said of one thing with a word of its own: "turnout was", "turnout never exceeded"."""
    one, two = role(left, "subject"), role(right, "subject")
    if one is None or two is None or one.noun != two.noun or is_anaphor(one.noun):
        return False
    return left.attribute == right.attribute and bool(families(one.noun))


def _elided_level(left: Claim, right: Claim) -> str:
    """Levels of pairs of which one figure takes over what the figure before it counts."""
    if left.attribute in HARM and right.attribute in HARM:
        return "elided-harm" if left.attribute == right.attribute else "harm-mixed"
    if unit_of(left) == unit_of(right) != "count":
        return "elided-unit"
    one, two = (role(claim, "counted") or role(claim, "carried") for claim in (left, right))
    if one is None or two is None:
        return "bare-one" if one or two else "elided-bare" if left.document == right.document else "bare-both"
    if one.noun == two.noun:
        return "elided-noun"
    return _noun_level(left, right, one, two)


def _harm_level(left: Claim, right: Claim, a: Participant | None, b: Participant | None) -> str:
    if left.attribute != right.attribute:
        return "harm-mixed"
    if a is None or b is None:
        return "harm-bare"
    if rival_groups(a.group, b.group):
        return "harm-rival"
    return "harm-noun" if a.noun == b.noun else "harm-group" if a.group and b.group else "harm-other"


def _noun_level(left: Claim, right: Claim, a: Participant, b: Participant) -> str:
    if a.noun == b.noun:
        return "noun-predicate" if left.frame.predicate == right.frame.predicate else "noun"
    if kinds(a.noun) & kinds(b.noun):
        return "noun-kind"
    if a.group and a.group == b.group:
        return "noun-group"
    if a.group and b.group and not rival_groups(a.group, b.group):
        return "noun-people"
    if any(one.group and _names_thing(other.noun) for one, other in ((a, b), (b, a))):
        return "noun-other"
    return "noun-topic" if families(a.noun) & families(b.noun) else "noun-other"


@cache
def _names_thing(noun: str) -> bool:
    """Whether things are counted under the noun, and never people: fire engines are no firefighters."""
    people = frozenset(one for group in table("people").values() for one in group)
    sets = [frozenset(nouns) for nouns in table("kinds")["sets"].values() if noun in nouns]
    return bool(sets) and noun not in people and not any(one & people for one in sets)


@cache
def kinds(noun: str) -> frozenset[str]:
    """Sets of nouns under which the things that ``noun`` counts can be counted too."""
    return frozenset(name for name, nouns in table("kinds")["sets"].items() if noun in nouns)


@cache
def families(noun: str) -> frozenset[str]:
    """Families of attribute words that hold ``noun``: "bus" and "lorry" are vehicles."""
    return frozenset(family for family, words in table("attributes").items() if noun in words.get("nouns", ()))


def restated(claim: Claim) -> bool:
    """Whether the figure stands alone in a clause that gives somebody's count: "the union put it at 2,300"."""
    if counted_noun(claim) is not None and claim.attribute in HARM | {"count"}:
        return False
    subject = role(claim, "subject")
    predicate = claim.frame.predicate
    if predicate in words("questions", "figures", "giving"):
        return True
    amounts = predicate in words("questions", "figures", "amounting")
    return subject is not None and is_anaphor(subject.noun) and amounts


def is_anaphor(noun: str) -> bool:
    """Whether ``noun`` stands for a figure and counts nothing: "the toll", "it"."""
    return noun in words("questions", "figures", "anaphors")


def rival_groups(one: str | None, two: str | None) -> bool:
    """Whether two groups of people exclude each other: soldiers and civilians do, civilians and children do not."""
    if not one or not two or one == two or "any" in (one, two):
        return False
    return not any(one in family and two in family for family in FAMILIES)
