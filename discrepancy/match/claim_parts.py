"""The parts of claims that matching compares: who is counted, in which unit, where, by whom."""

from __future__ import annotations

import math
from collections.abc import Sequence

from discrepancy.model import Claim, Participant
from discrepancy.values.bodies import same_body
from discrepancy.values.conversion import COMMON, dimension
from discrepancy.values.names import Place
from discrepancy.values.quantity import Quantity

_ARTICLES = frozenset({"a", "an", "the"})


def role(claim: Claim, name: str) -> Participant | None:
    """The first participant of ``claim`` in the role ``name``."""
    return next((who for who in claim.frame.participants if who.role == name), None)


def rivals(left: Claim, right: Claim) -> bool:
    """Whether two different speakers give the figures; a body and its spokesman are one."""
    a, b = left.frame.speaker, right.frame.speaker
    if a is None or b is None:
        return False
    if a.generic and b.generic:
        one, two = (frozenset(who.name.lower().split()) - _ARTICLES for who in (a, b))
        taken_up = left.document == right.document and (one <= two or two <= one)  # "a police source ... the source"
        return one != two and not taken_up
    return same_body(a, b).standing in {"disjoint", "incomparable"}


def rivals_nearby(left: Claim, right: Claim, reach: int) -> bool:
    """Whether two speakers of one article give it, at most ``reach`` sentences apart."""
    return rivals(left, right) and abs(left.frame.sentence - right.frame.sentence) <= reach


def finest(places: Sequence[Place]) -> list[Place]:
    """The places that contain no other of the list; countries only where nothing finer is said."""
    containers = {key for place in places for key in place.within}
    return [
        place for place in places if place.key not in containers and not place.key.startswith(("country:", "people:"))
    ]


def size(claim: Claim) -> float:
    """The figure of a number claim as one number in its base unit: its closed end, or the middle of a range."""
    value = claim.value
    if not isinstance(value, Quantity):
        return 0.0
    factor = COMMON[value.unit][1] if value.unit in COMMON else 1.0
    if math.isinf(value.high):
        return factor * value.low
    return factor * (value.high if math.isinf(value.low) or value.low == 0 else (value.low + value.high) / 2)


def counted_noun(claim: Claim) -> str | None:
    """The noun that a number claim counts, None where the number stands alone."""
    return next((who.noun for who in claim.frame.participants if who.role == "counted"), None)


def grows(left: Claim, right: Claim) -> bool:
    """Whether the later article gives the higher figure: voting over in 81 of 89 districts, then in 87."""
    one, two = left.frame.published, right.frame.published
    return one is not None and two is not None and one != two and (one < two) == (size(left) < size(right))


def unit_of(claim: Claim) -> str:
    """The block in which a number is compared: "age", what its unit measures, or the attribute of a bare count."""
    value = claim.value
    if isinstance(value, Quantity) and value.unit and claim.attribute != "age":
        return dimension(value.unit)
    return claim.attribute


def same_figure(left: Claim, right: Claim) -> bool:
    """Whether two number claims give the very same interval."""
    a, b = left.value, right.value
    return isinstance(a, Quantity) and isinstance(b, Quantity) and (a.low, a.high, a.unit) == (b.low, b.high, b.unit)
