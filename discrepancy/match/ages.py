"""Pairs of ages given to one person: a person has one age, whatever else the articles tell of.

Too few annotated ages exist to learn from, so the reasons are weighed by hand, unlike those of other figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from discrepancy.lexicon import words
from discrepancy.match.claim_parts import role, same_figure, size
from discrepancy.match.kinship import kindred
from discrepancy.match.weights import total
from discrepancy.model import Claim, Pair, Participant, Reason

PRIOR = Reason("prior", "any two ages", -0.8)
ONE_NAME = Reason("one-name", "both are given to one name", 1.6)
FULL_NAME = Reason("full-name", "both give the first name too", 0.5)
ONE_YEAR = Reason("one-year", "they lie one year apart, as a birthday explains", -0.4)
LONG_APART = 60  # days between two articles in which a birthday is likely


def match_ages(claims: Sequence[Claim]) -> Iterator[Pair]:
    """Different ages of one person, in one article or in two about one event."""
    ages = [claim for claim in claims if claim.kind == "number" and named_owner(claim) is not None]
    kin = kindred(claims) if len(ages) > 1 else frozenset()
    family = _namesakes(claims) if len(ages) > 1 else frozenset()
    for left, right in combinations(ages, 2):
        told_once = left.document == right.document and left.frame.sentence == right.frame.sentence
        near = left.document == right.document or frozenset((left.document, right.document)) in kin
        if not near or told_once or same_figure(left, right) or not one_person(left, right):
            continue
        if _last_name(left) in family and not _full_name(left, right):
            continue
        reasons = tuple(_reasons(left, right))
        score = total(reasons)
        if score > 0:
            yield Pair(left, right, reasons, score)


def named_owner(claim: Claim) -> Participant | None:
    """The person whose age ``claim`` gives, None where no name stands beside it."""
    owner = role(claim, "owner") if claim.attribute == "age" else None
    return owner if owner is not None and owner.group is not None else None


def one_person(left: Claim, right: Claim) -> bool:
    """Whether two ages are given to one name: the same last name, and no two first names."""
    one, two = named_owner(left), named_owner(right)
    if one is None or two is None or one.noun != two.noun:
        return False
    here, there = _first_names(one), _first_names(two)
    if (one.words | two.words) & words("ties", "ties", "kin"):  # "his sister Ana Ruel" is not he
        return bool(here & there)
    return not here or not there or bool(here & there)


def _namesakes(claims: Sequence[Claim]) -> frozenset[str]:
    """Last names that two people with other first names bear: then "Ruel, 71" may be either of them."""
    borne: dict[str, set[frozenset[str]]] = {}
    for claim in claims:
        speaker, owner = claim.frame.speaker, named_owner(claim)
        if speaker is not None and speaker.type == "person":
            *first, last = speaker.name.lower().split()
            borne.setdefault(last, set()).add(frozenset(first))
        if owner is not None:
            borne.setdefault(owner.noun, set()).add(_first_names(owner))
    return frozenset(
        last for last, names in borne.items() if any(a and b and not a & b for a, b in combinations(names, 2))
    )


def _last_name(claim: Claim) -> str | None:
    owner = named_owner(claim)
    return owner.noun if owner is not None else None


def _full_name(left: Claim, right: Claim) -> bool:
    one, two = named_owner(left), named_owner(right)
    return one is not None and two is not None and bool(_first_names(one) & _first_names(two))


def _first_names(owner: Participant) -> frozenset[str]:
    return owner.words - {owner.noun} - words("ties", "ties", "kin")


def _reasons(left: Claim, right: Claim) -> Iterator[Reason]:
    yield PRIOR
    yield ONE_NAME
    if _full_name(left, right):
        yield FULL_NAME
    if abs(size(left) - size(right)) <= 1:
        yield ONE_YEAR
        first, last = left.frame.published, right.frame.published
        if first is not None and last is not None and abs((last - first).days) > LONG_APART:
            yield ONE_YEAR
