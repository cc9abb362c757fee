"""Reported conflicts against the gold of their event: which are right, said again, left open by the gold, or wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from labels import Entry, GoldEvent

from discrepancy.model import Conflict, Position


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one reported conflict; ``entry`` is the number of the gold conflict that it finds first."""

    conflict: Conflict
    what: Literal["right", "again", "open", "wrong"]
    entry: int | None = None


def outcomes(conflicts: Sequence[Conflict], event: GoldEvent) -> list[Outcome]:
    """One outcome for each of ``conflicts``, in their order; each gold conflict is found once."""
    found: set[int] = set()
    told = []
    for conflict in conflicts:
        hits = [i for i, entry in enumerate(event.conflicts) if stands_on(conflict, entry, opposed=True)]
        fresh = [i for i in hits if i not in found]
        if fresh:
            best = min(fresh, key=lambda i: event.conflicts[i].kind != conflict.kind)
            found.add(best)
            told.append(Outcome(conflict, "right", best))
        elif hits:
            told.append(Outcome(conflict, "again"))
        else:
            left_open = any(stands_on(conflict, entry, opposed=False) for entry in event.unclear)
            told.append(Outcome(conflict, "open" if left_open else "wrong"))
    return told


def stands_on(conflict: Conflict, entry: Entry, *, opposed: bool) -> bool:
    """Whether two positions touch two different sides of ``entry``, of different value where ``opposed``."""
    touched = [_touched(position, entry) for position in conflict.positions]
    return any(
        i != j and not (opposed and entry.sides[i].value == entry.sides[j].value)
        for one, other in combinations(touched, 2)
        for i in one
        for j in other
    )


def _touched(position: Position, entry: Entry) -> list[int]:
    return [
        i
        for i, side in enumerate(entry.sides)
        if any(side.touches(claim.document, claim.evidence.span) for claim in position.claims)
    ]
