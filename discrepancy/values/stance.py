"""Opposed readings of one matter: accident or intention, asserted or denied, holding or collapsed."""

from __future__ import annotations

from dataclasses import dataclass

from discrepancy.values.relation import SAME, Relation


@dataclass(frozen=True, slots=True)
class Stance:
    """One side of an axis from the lexicon.

    axis   name of the question ("intent", "happened")
    side   which answer ("accident", "deliberate"); two sides of one axis exclude one another
    """

    axis: str
    side: str

    def relate(self, other: Stance) -> Relation:
        """Whether this and ``other`` take opposed sides of one axis."""
        if self.axis != other.axis:
            return Relation("incomparable", "other")
        return SAME if self.side == other.side else Relation("disjoint", "differs", 1.0)
