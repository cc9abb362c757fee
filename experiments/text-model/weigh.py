"""Add the reasons of a text model to those of the product, and say what they change.

    PYTHONPATH=scripts python experiments/text-model/weigh.py --learn FOLDER REASONS [--judge FOLDER REASONS ...]
        [--only NAME ...] [--open CODE]

REASONS is a file of ``embed.py`` or ``cross.py`` for the passages of FOLDER. The learning set is judged by
cross-validation by event in six folds, every other set by weights learned from the whole learning set.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from labels import GoldEvent, events_in
from learning import NUMBERS, cross_validated, fit
from number_pairs import Row, conflicts_found, precision_of, rows_of
from passages import gates_open, key_of

LEAST_RIGHT = 5  # fewer right ones say nothing of a precision
STEPS = tuple(step / 50 for step in range(1, 48))
PRECISIONS = (0.6, 0.7, 0.75, 0.8, 0.85, 0.9)


@dataclass(frozen=True, slots=True)
class GoldSet:
    """The pairs of one set with the product's reasons, and with those of the text model added."""

    name: str
    events: list[GoldEvent]
    plain: list[Row]
    more: list[Row]


def read_set(folder: Path, reasons: Path, only: Sequence[str], codes: frozenset[str]) -> GoldSet:
    """The pairs of ``folder``; ``only`` names the reasons to take, all when empty."""
    added: dict[str, dict[str, float]] = json.loads(reasons.read_text(encoding="utf-8"))
    events = events_in(folder)
    plain: list[Row] = []
    for number, event in enumerate(events):
        with gates_open(codes) as through:
            for row in rows_of(number, event):
                code = through.get(f"{row.left.id}|{row.right.id}")
                plain.append(replace(row, features={**row.features, f"gate-{code}": 1.0}) if code else row)
    more = [replace(row, features={**row.features, **_split(row, added.get(key_of(row), {}), only)}) for row in plain]
    return GoldSet(folder.name, events, plain, more)


def _split(row: Row, reasons: dict[str, float], only: Sequence[str]) -> dict[str, float]:
    """Each reason once for all pairs and once for pairs inside one article, or across two."""
    side = "here" if row.left.document == row.right.document else "across"
    taken = {name: value for name, value in reasons.items() if not only or name in only}
    return {**taken, **{f"{side}:{name}": value for name, value in taken.items()}}


def recalls(rows: Sequence[Row], scores: Sequence[float], events: Sequence[GoldEvent]) -> list[float]:
    """The highest recall of conflicts in a report at each of the precisions, over all thresholds."""
    points = []
    for least in STEPS:
        total = conflicts_found(rows, scores, events, least)
        if total["right"] >= LEAST_RIGHT:
            precision = total["right"] / (total["right"] + total["wrong"])
            points.append((precision, total["found"] / max(1, total["gold"])))
    return [max((recall for precision, recall in points if precision >= least), default=0.0) for least in PRECISIONS]


def lines(learn: GoldSet, judged: Sequence[GoldSet]) -> Iterator[str]:
    """The table."""
    yield "| set | reasons | average precision | " + " | ".join(f"at {one:.2f}" for one in PRECISIONS) + " |"
    yield "|---|---|" + "---:|" * (1 + len(PRECISIONS))
    for what in ("plain", "more"):
        rows = getattr(learn, what)
        yield _line(learn, what, rows, cross_validated(rows, NUMBERS))
        model = fit(rows, NUMBERS)
        for one in judged:
            rows = getattr(one, what)
            yield _line(one, what, rows, [model.score(row.features) for row in rows])


def _line(one: GoldSet, what: str, rows: Sequence[Row], scores: Sequence[float]) -> str:
    figures = [precision_of(rows, scores), *recalls(rows, scores, one.events)]
    name = {"plain": "the product's", "more": "with text"}[what]
    return f"| {one.name} | {name} | " + " | ".join(f"{figure:.3f}" for figure in figures) + " |"


def main(arguments: Sequence[str]) -> None:
    """Read the sets and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--learn", type=Path, nargs=2, required=True, metavar=("FOLDER", "REASONS"))
    parser.add_argument("--judge", type=Path, nargs=2, action="append", default=[], metavar=("FOLDER", "REASONS"))
    parser.add_argument("--only", nargs="*", default=[], metavar="NAME", help="take only these reasons")
    parser.add_argument("--open", action="append", default=[], metavar="CODE", help="let pairs through this gate too")
    options = parser.parse_args(arguments)
    learn, *judged = (read_set(*one, options.only, frozenset(options.open)) for one in (options.learn, *options.judge))
    for line in lines(learn, judged):
        print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
