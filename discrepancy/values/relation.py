"""The one answer that every value type gives when two of its values are compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Standing = Literal["same", "overlapping", "disjoint", "incomparable"]


@dataclass(frozen=True, slots=True)
class Relation:
    """How two values stand to one another.

    standing   same, overlapping (both can be true), disjoint (they cannot), incomparable (say nothing)
    code       why, in the codes of the annotation guide: bound, approximation, granularity, same-unit, alias,
               containment, paraphrase; for disjoint values: differs
    gap        how far disjoint values lie apart, as a share of the larger (0 to 1); 0 otherwise
    """

    standing: Standing
    code: str
    gap: float = 0.0


SAME = Relation("same", "paraphrase")
