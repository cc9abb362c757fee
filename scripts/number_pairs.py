"""Pairs of figures to learn from and to be judged by, and what a report made of scored pairs holds right and wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from against_gold import outcomes
from labels import GoldEvent, Label, label, number_spans
from learning import NUMBERS, average_precision, cross_validated

from discrepancy.judge import judge_pairs
from discrepancy.judge.settle import settle
from discrepancy.match.contest import contest
from discrepancy.match.corpus import survey
from discrepancy.match.number_features import number_features
from discrepancy.match.numbers import candidates
from discrepancy.model import Claim, Pair
from discrepancy.pipeline import extract

CONFIDENCES = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)


@dataclass(frozen=True, slots=True)
class Row:
    """One pair of claims: number of its event, what speaks for and against it, and what the gold says of it."""

    event: int
    left: Claim
    right: Claim
    features: dict[str, float]
    label: Label
    weight: float = 1.0

    @property
    def answer(self) -> bool | None:
        """Whether both answer one question; None where that is not known."""
        return None if self.label is Label.UNKNOWN else self.label is not Label.OTHER


def rows_of(number: int, event: GoldEvent) -> Iterator[Row]:
    """Every pair of ``event`` from which something can be learned, or by which the result is judged."""
    extractions = extract(event.documents)
    claims = tuple(claim for one in extractions for claim in one.claims)
    spans = {name: span for one in extractions for name, span in number_spans(one).items()}
    corpus = survey(claims)
    pairs = tuple(candidates(claims, corpus))
    rivals = contest(pairs, corpus)
    for left, right in pairs:
        verdict = label(left, right, event, spans)
        if verdict is not None:
            yield Row(number, left, right, number_features(left, right, corpus, rivals), verdict)


def precision_of(rows: Sequence[Row], scores: Sequence[float]) -> float:
    """Average precision of ``scores`` in putting conflicts above pairs of other things."""
    judged = [(row.label is Label.CONFLICT, s) for row, s in zip(rows, scores, strict=True) if row.label in (0, 1)]
    return average_precision([right for right, _ in judged], [score for _, score in judged])


def conflicts_found(
    rows: Sequence[Row], scores: Sequence[float], events: Sequence[GoldEvent], least: float
) -> Counter[str]:
    """What the judge makes of the scored pairs at confidence ``least``, counted against the gold."""
    total: Counter[str] = Counter()
    for number, event in enumerate(events):
        pairs = [
            Pair(row.left, row.right, (), score) for row, score in zip(rows, scores, strict=True) if row.event == number
        ]
        conflicts, _ = settle(judge_pairs(pairs), least)
        told = outcomes(conflicts, event)
        total += Counter(one.what for one in told)
        total["gold"] += sum(entry.kind == "number" for entry in event.conflicts)
        total["found"] += sum(one.entry is not None and event.conflicts[one.entry].kind == "number" for one in told)
    return total


def report(rows: Sequence[Row], events: Sequence[GoldEvent]) -> Iterator[str]:
    """The cross-validated figures, line by line."""
    labels = Counter(row.label for row in rows)
    yield f"events {len(events)}, pairs {len(rows)}: " + ", ".join(f"{one.name.lower()} {labels[one]}" for one in Label)
    scores = cross_validated(rows, NUMBERS)
    yield f"average precision {precision_of(rows, scores):.3f}"
    for least in CONFIDENCES:
        total = conflicts_found(rows, scores, events, least)
        precision, recall = (
            total["right"] / max(1, total["right"] + total["wrong"]),
            total["found"] / max(1, total["gold"]),
        )
        counts = ", ".join(f"{what} {total[what]}" for what in ("right", "wrong", "again", "open", "gold"))
        yield f"confidence {least:.1f}  precision {precision:.3f}  recall {recall:.3f}  ({counts})"
