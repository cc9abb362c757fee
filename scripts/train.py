"""Learn the weights of the reasons for number pairs from annotated events, and say how good they are.

    python scripts/train.py EVENT... [--out FILE] [--dry]

EVENT is a folder as in ``data/`` or a JSON file that holds the articles too. Pairs and reasons are made by the very
functions of the product. The figures printed are cross-validated: every event is judged by weights learned without it.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from labels import Entry, GoldEvent, Label, label, number_spans, read_event
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold

from discrepancy.judge import judge_pairs
from discrepancy.judge.settle import settle
from discrepancy.match.contest import contest
from discrepancy.match.corpus import survey
from discrepancy.match.number_features import number_features
from discrepancy.match.numbers import candidates
from discrepancy.model import Claim, Conflict, Pair, Position
from discrepancy.pipeline import extract

WEIGHTS = Path(__file__).parent.parent / "discrepancy" / "match" / "weights.toml"
STRENGTH = 0.1  # inverse strength of the penalty on large weights
SMALLEST = 0.02  # no reason counts as if its values spread less than this
ROUNDS = 3000
FOLDS = 6
LEAST = 0.03
THRESHOLD = 0.55  # probability of the model that the product shows as confidence 0.5
SHIFT = math.log(THRESHOLD / (1 - THRESHOLD))
CONFIDENCES = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
FAR = 30.0
HEADER = """\
# Weights of the named reasons for two number claims answering one question, learned from annotated events.
# The score of a pair is the sum of weight times value; as a log odds it gives the confidence. The learned prior is
# lowered by log({threshold}/{rest}), so that confidence 0.5 stands where the model gives a probability of {threshold}.
# Made by scripts/train.py; weights under {least} are left out. docs/model.md says what they are good for.

[numbers]
"""

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Row:
    """One pair of claims: number of its event, what speaks for and against it, and what the gold says of it."""

    event: int
    left: Claim
    right: Claim
    features: dict[str, float]
    label: Label


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by name of the reason, and the prior as learned."""

    weights: dict[str, float]
    prior: float

    def score(self, features: dict[str, float]) -> float:
        """Log odds that the pair of ``features`` answers one question, lowered as in the product."""
        total = self.prior - SHIFT + sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return max(-FAR, min(FAR, total))


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


def fit(rows: Sequence[Row]) -> Model:
    """Logistic regression over all rows whose label is known; ValueError when they are all of one kind."""
    known = [row for row in rows if row.label is not Label.UNKNOWN]
    names = sorted({name for row in known for name in row.features})
    answers = np.array([row.label is not Label.OTHER for row in known])
    if len(set(answers.tolist())) < 2:
        raise ValueError("the events hold no two kinds of pairs: nothing can be learned")
    values = _matrix(known, names)
    scale = np.maximum(np.abs(values).max(axis=0), SMALLEST)
    regression = LogisticRegression(C=STRENGTH, max_iter=ROUNDS).fit(values / scale, answers)
    weights = dict(zip(names, (regression.coef_[0] / scale).tolist(), strict=True))
    return Model(weights, float(regression.intercept_[0]))


def _matrix(rows: Sequence[Row], names: Sequence[str]) -> Matrix:
    columns = {name: column for column, name in enumerate(names)}
    values = np.zeros((len(rows), len(names)))
    for line, row in enumerate(rows):
        for name, value in row.features.items():
            values[line, columns[name]] = value
    return values


def cross_validated(rows: Sequence[Row], folds: int) -> list[float]:
    """The score of every row by a model that has not seen its event."""
    scores = [0.0] * len(rows)
    groups = [row.event for row in rows]
    for learn, judge in GroupKFold(folds).split(np.zeros((len(rows), 1)), groups=groups):
        model = fit([rows[i] for i in learn])
        for i in judge:
            scores[i] = model.score(rows[i].features)
    return scores


def average_precision(rows: Sequence[Row], scores: Sequence[float]) -> float:
    """Average precision of ``scores`` in putting conflicts above pairs of other things."""
    judged = [(row.label is Label.CONFLICT, s) for row, s in zip(rows, scores, strict=True) if row.label in (0, 1)]
    return float(average_precision_score([right for right, _ in judged], [score for _, score in judged]))


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
        total += _against_gold(conflicts, event)
    return total


def _against_gold(conflicts: Sequence[Conflict], event: GoldEvent) -> Counter[str]:
    total: Counter[str] = Counter()
    found: set[int] = set()
    for conflict in conflicts:
        hits = [i for i, entry in enumerate(event.conflicts) if _stands_on(conflict, entry, opposed=True)]
        fresh = [i for i in hits if i not in found]
        if fresh:
            found.add(min(fresh, key=lambda i: event.conflicts[i].kind != "number"))
            total["right"] += 1
        elif hits:
            total["again"] += 1
        elif any(_stands_on(conflict, entry, opposed=False) for entry in event.unclear):
            total["open"] += 1
        else:
            total["wrong"] += 1
    wanted = [i for i, entry in enumerate(event.conflicts) if entry.kind == "number"]
    return total + Counter(gold=len(wanted), found=sum(i in found for i in wanted))


def _stands_on(conflict: Conflict, entry: Entry, *, opposed: bool) -> bool:
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


def to_toml(model: Model) -> str:
    """The weights file: sorted, three decimals, without what weighs next to nothing."""
    kept = {name: round(weight, 3) for name, weight in sorted(model.weights.items()) if abs(weight) >= LEAST}
    header = HEADER.format(threshold=THRESHOLD, rest=round(1 - THRESHOLD, 3), least=LEAST)
    lines = [f"prior = {model.prior - SHIFT:.3f}", *(f'"{name}" = {weight:.3f}' for name, weight in kept.items())]
    return header + "\n".join(lines) + "\n"


def report(rows: Sequence[Row], events: Sequence[GoldEvent]) -> Iterator[str]:
    """The cross-validated figures, line by line."""
    labels = Counter(row.label for row in rows)
    yield f"events {len(events)}, pairs {len(rows)}: " + ", ".join(f"{one.name.lower()} {labels[one]}" for one in Label)
    scores = cross_validated(rows, min(FOLDS, len(events)))
    yield f"average precision {average_precision(rows, scores):.3f}"
    for least in CONFIDENCES:
        total = conflicts_found(rows, scores, events, least)
        precision, recall = (
            total["right"] / max(1, total["right"] + total["wrong"]),
            total["found"] / max(1, total["gold"]),
        )
        counts = ", ".join(f"{what} {total[what]}" for what in ("right", "wrong", "again", "open", "gold"))
        yield f"confidence {least:.1f}  precision {precision:.3f}  recall {recall:.3f}  ({counts})"


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", nargs="+", type=Path, metavar="EVENT")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="the file to write (default: the weights in use)")
    parser.add_argument("--dry", action="store_true", help="print the figures and write nothing")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> None:
    """Read the events, print the figures, write the weights."""
    options: Any = parsed(arguments)
    events = [read_event(path) for path in options.events]
    rows = [row for number, event in enumerate(events) for row in rows_of(number, event)]
    for line in report(rows, events):
        print(line)
    if not options.dry:
        options.out.write_text(to_toml(fit(rows)), encoding="utf-8")
        print(f"written: {options.out}")


if __name__ == "__main__":
    main(sys.argv[1:])
