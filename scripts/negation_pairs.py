"""Pairs of a statement and a negation to learn from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from labels import Entry, GoldEvent
from learning import NEGATIONS, average_precision, cross_validated

from discrepancy.match.negations import candidates
from discrepancy.model import Claim
from discrepancy.pipeline import extract
from discrepancy.read.document import to_document
from discrepancy.read.draft import Draft

UNREAD = 0.1  # what a pair of articles that nobody annotated weighs beside an annotated one


@dataclass(frozen=True, slots=True)
class Row:
    """One pair: number of its event, its reasons, whether the gold holds it for a conflict, and how much it counts."""

    event: int
    features: dict[str, float]
    answer: bool
    weight: float = 1.0


def rows_of(number: int, event: GoldEvent) -> Iterator[Row]:
    """Every pair of ``event`` on which the gold does not leave the answer open."""
    claims = [claim for one in extract(event.documents) for claim in one.claims]
    for yes, no, features in candidates(claims):
        conflict = any(_on(yes, no, entry, opposed=True) for entry in event.conflicts)
        if conflict or not any(_on(yes, no, entry, opposed=False) for entry in event.unclear):
            yield Row(number, features, conflict)


def others_in(path: Path, first: int) -> Iterator[Row]:
    """Every pair of articles that nobody annotated, as no conflict: one group a line, numbered from ``first``."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), first):
        yield from _others_of(number, json.loads(line))


def _others_of(number: int, group: dict[str, Any]) -> Iterator[Row]:
    documents = [
        to_document(Draft(one["text"], str(i), title=one["title"], outlet=one["source"]), str(i), f"{i}.json")
        for i, one in enumerate(group["articles"])
    ]
    claims = [claim for one in extract(documents) for claim in one.claims]
    yield from (Row(number, features, False, UNREAD) for _, _, features in candidates(claims))


def _on(yes: Claim, no: Claim, entry: Entry, *, opposed: bool) -> bool:
    """Whether the two stand on two sides of ``entry``, of different value where ``opposed``."""
    touched = [[s for s in entry.sides if s.touches(c.document, c.evidence.span)] for c in (yes, no)]
    return any(one.value != other.value or not opposed for one, other in product(*touched))


def report(rows: Sequence[Row], events: Sequence[GoldEvent]) -> Iterator[str]:
    """The cross-validated figure."""
    yield f"events {len(events)}, pairs {len(rows)}, conflicts {sum(row.answer for row in rows)}"
    right = [row.answer for row in rows]
    yield f"average precision {average_precision(right, cross_validated(rows, NEGATIONS)):.3f}"
