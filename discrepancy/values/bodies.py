"""Whether two actors are one: bodies are compared as bodies, so that two that share an adjective stay apart."""

from __future__ import annotations

import unicodedata

from discrepancy.values.names import Actor
from discrepancy.values.relation import SAME, Relation

ALIAS = Relation("overlapping", "alias")
OTHER = Relation("disjoint", "differs", 1.0)
UNKNOWN = Relation("incomparable", "generic")
_PARTICLES = {"al", "el", "bin", "ibn", "de", "da", "van", "von"}
_SERVANTS = {"abdul": "abd", "abdel": "abd", "abdal": "abd"}
_SOUNDS = str.maketrans({"q": "k", "c": "k", "z": "s", "v": "w", "j": "g"})


def same_body(one: Actor, other: Actor) -> Relation:
    """How two actors stand to one another: same, overlapping as "alias", disjoint or incomparable.

    Nameless sources are nobody in particular: incomparable with everybody. A person or office and the body that it
    speaks for overlap. A person and a body without a known link are incomparable.
    """
    if one.generic or other.generic:
        return UNKNOWN
    if one.key == other.key:
        return SAME
    kinds = {_kind(one), _kind(other)}
    if kinds == {"person"}:
        return _same_person(one.name, other.name)
    if kinds == {"body"}:
        return _same_organisation(one, other)
    return _speaks_for(one, other)


def _kind(actor: Actor) -> str:
    return {"person": "person", "role": "role"}.get(actor.type, "body")


def _same_person(one: str, other: str) -> Relation:
    """Last names sound alike and given names do not clash: "Kerry" and "John Kerry", "J. Kerry" and "John Kerry"."""
    left, right = name_sounds(one), name_sounds(other)
    if not left or not right or left[-1] != right[-1]:
        return OTHER
    if left == right:
        return SAME
    shorter, longer = sorted((left[:-1], right[:-1]), key=len)
    return ALIAS if all(any(_fits(part, known) for known in longer) for part in shorter) else OTHER


def _fits(part: str, known: str) -> bool:
    """Equal, or one is the initial of the other."""
    return part == known or (1 in {len(part), len(known)} and part[:1] == known[:1])


def name_sounds(name: str) -> tuple[str, ...]:
    """The parts of a name as their consonants, so that spellings of one name agree; particles left out."""
    flat = unicodedata.normalize("NFKD", name.lower()).replace("-", " ").replace("'", "")
    words = [part.strip(".") for part in "".join(c for c in flat if not unicodedata.combining(c)).split()]
    parts = [part for word in words for part in ([word[:5], word[5:]] if word[:5] in _SERVANTS else [word])]
    return tuple(_sound(_SERVANTS.get(part, part)) for part in parts if part and part not in _PARTICLES)


def _sound(part: str) -> str:
    plain = part.replace("ph", "f").replace("kh", "h").replace("gh", "g").replace("ou", "u").translate(_SOUNDS)
    kept = plain[:1]
    for letter in plain[1:]:
        if letter not in "aeiouyh" and letter != kept[-1]:
            kept += letter
    return kept


def _same_organisation(one: Actor, other: Actor) -> Relation:
    """Names that contain one another overlap, and so do a state and its organs; others are two bodies."""
    left, right = set(one.key.split("-")), set(other.key.split("-"))
    if left <= right or right <= left:
        return ALIAS if one.camp == other.camp or None in {one.camp, other.camp} else OTHER
    governs = one.key.endswith("-government") or other.key.endswith("-government")
    return ALIAS if governs and one.camp is not None and one.camp == other.camp else OTHER


def _speaks_for(one: Actor, other: Actor) -> Relation:
    """A minister and a ministry of one side may be one voice; of two sides they are not."""
    if one.camp is not None and other.camp is not None:
        return ALIAS if one.camp == other.camp else OTHER
    left, right = set(one.key.split("-")), set(other.key.split("-"))
    smaller, larger = sorted((left, right), key=len)
    if {_kind(one), _kind(other)} == {"role"}:
        return ALIAS if smaller <= larger else Relation("incomparable", "unknown-link")
    return (
        ALIAS
        if smaller <= larger and "role" in {_kind(one), _kind(other)}
        else Relation("incomparable", "unknown-link")
    )
