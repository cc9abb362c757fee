"""Learn the weights of the reasons for a statement and a negation from annotated events.

    python scripts/train_negations.py EVENT... [--others FILE] [--out FILE] [--dry]

EVENT is a folder as in ``data/`` or a JSON file that holds the articles too. FILE holds one group of articles a line
(``{"articles": [{"source", "title", "text"}, ...]}``) that nobody annotated: ordinary news, in which most of what looks
opposed is not, so that all its pairs count as no conflict. Pairs and reasons are made by the very
functions of the product. The average precision printed is cross-validated: every event is judged by weights learned
without it.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
from labels import Entry, GoldEvent, read_event
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold

from discrepancy.match.negations import candidates
from discrepancy.model import Claim
from discrepancy.pipeline import extract
from discrepancy.read.document import to_document
from discrepancy.read.draft import Draft

WEIGHTS = Path(__file__).parent.parent / "discrepancy" / "match" / "negation_weights.toml"
STRENGTH = 0.1  # inverse strength of the penalty on large weights
ROUNDS = 3000
FOLDS = 8
LEAST = 0.01
THRESHOLD = 0.45  # probability of the model that the product shows as confidence 0.5
UNREAD = 0.1  # what a pair of articles that nobody annotated weighs beside an annotated one
HEADER = """\
# Weights of the named reasons for a statement and a negation being about one thing, learned from annotated events.
# The score of a pair is the sum of weight times value, as log odds; the prior is raised so that confidence 0.5 stands
# at a probability of {threshold}.
# Made by scripts/train_negations.py; weights under {least} are left out.

[negations]
"""

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Row:
    """One pair: number of its event, its reasons, whether the gold holds it for a conflict, and how much it counts."""

    event: int
    features: dict[str, float]
    conflict: bool
    weight: float = 1.0


def rows_of(number: int, event: GoldEvent) -> Iterator[Row]:
    """Every pair of ``event`` on which the gold does not leave the answer open."""
    claims = [claim for one in extract(event.documents) for claim in one.claims]
    for yes, no, features in candidates(claims):
        conflict = any(_on(yes, no, entry, opposed=True) for entry in event.conflicts)
        if conflict or not any(_on(yes, no, entry, opposed=False) for entry in event.unclear):
            yield Row(number, features, conflict)


def others_of(number: int, group: dict[str, Any]) -> Iterator[Row]:
    """Every pair of a group of articles that nobody annotated, as no conflict."""
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


def fit(rows: Sequence[Row], names: Sequence[str]) -> LogisticRegression:
    """Logistic regression over ``rows``."""
    answers = np.array([row.conflict for row in rows])
    weights = [row.weight for row in rows]
    return LogisticRegression(C=STRENGTH, max_iter=ROUNDS).fit(_matrix(rows, names), answers, sample_weight=weights)


def _matrix(rows: Sequence[Row], names: Sequence[str]) -> Matrix:
    return np.array([[row.features.get(name, 0.0) for name in names] for row in rows])


def average_precision(rows: Sequence[Row], names: Sequence[str]) -> float:
    """Cross-validated: how well conflicts are put above other pairs."""
    scores = np.zeros(len(rows))
    groups = [row.event for row in rows]
    for learn, judge in GroupKFold(FOLDS).split(np.zeros((len(rows), 1)), groups=groups):
        model = fit([rows[i] for i in learn], names)
        scores[judge] = model.decision_function(_matrix([rows[i] for i in judge], names))
    return float(average_precision_score([row.conflict for row in rows], scores))


def to_toml(model: LogisticRegression, names: Sequence[str]) -> str:
    """The weights file: sorted, three decimals, without what weighs next to nothing."""
    weights = {name: round(float(weight), 3) for name, weight in zip(names, model.coef_[0], strict=True)}
    lines = [f"prior = {float(model.intercept_[0]) - math.log(THRESHOLD / (1 - THRESHOLD)):.3f}"]
    lines += [f'"{name}" = {weight:.3f}' for name, weight in sorted(weights.items()) if abs(weight) >= LEAST]
    return HEADER.format(threshold=THRESHOLD, least=LEAST) + "\n".join(lines) + "\n"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", nargs="+", type=Path)
    parser.add_argument("--others", type=Path, help="articles nobody annotated, one group a line")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--dry", action="store_true", help="print the figures and write nothing")
    args = parser.parse_args()
    rows = [row for number, path in enumerate(args.events) for row in rows_of(number, read_event(path))]
    groups = args.others.read_text(encoding="utf-8").splitlines() if args.others else []
    for number, line in enumerate(groups, len(args.events)):
        rows.extend(others_of(number, json.loads(line)))
    names = sorted({name for row in rows for name in row.features})
    print(f"events {len(args.events)}, pairs {len(rows)}, conflicts {sum(row.conflict for row in rows)}")
    print(f"average precision {average_precision(rows, names):.3f}")
    if not args.dry:
        args.out.write_text(to_toml(fit(rows, names), names), encoding="utf-8")


if __name__ == "__main__":
    main()
