"""Where inside a building, a street or a town something is: floor, side, room, and the named places around it."""

from __future__ import annotations

from dataclasses import dataclass

from discrepancy.values.names import Place


@dataclass(frozen=True, slots=True)
class Site:
    """A site as one clause gives it; what is not said is empty.

    heads     lemmas of the nouns that name it ("attic", "convent")
    spots     classes of the site itself in the lexicon ("room:attic"), without the whole of which it is a part
    floor     lowest and highest number that the floor can have, the ground floor being 0
    sides     sides with the noun they belong to: ("north", "bank")
    outside   lemmas of the nouns that it lies outside of
    denied    lemmas of the nouns where it is said not to be
    places    named places that it lies in or at
    away      named places from which it is a stated distance away
    """

    heads: frozenset[str] = frozenset()
    spots: frozenset[str] = frozenset()
    floor: tuple[int, int] | None = None
    sides: frozenset[tuple[str, str]] = frozenset()
    outside: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    places: tuple[Place, ...] = ()
    away: tuple[Place, ...] = ()
