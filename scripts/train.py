"""Learn the weights of the reasons for pairs of claims from annotated events, and say how good they are.

    python scripts/train.py EVENT... [--pairs numbers|negations] [--others FILE] [--out FILE] [--dry]

EVENT is a folder as in ``data/`` or a JSON file that holds the articles too. FILE of ``--others`` holds one group of
articles a line (``{"articles": [{"source", "title", "text"}, ...]}``) that nobody annotated: ordinary news, in which
most of what looks opposed is not, so that all its pairs of a statement and a negation count as no conflict. Pairs and
reasons are made by the very functions of the product. The figures printed are cross-validated: every event is judged by
weights learned without it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import negation_pairs
import number_pairs
from labels import GoldEvent, read_event
from learning import NEGATIONS, NUMBERS, Example, fit, to_toml


def of_numbers(events: Sequence[GoldEvent]) -> tuple[Sequence[Example], Iterator[str]]:
    """The pairs of figures of ``events``, and how good weights learned from them are."""
    rows = [row for number, event in enumerate(events) for row in number_pairs.rows_of(number, event)]
    return rows, number_pairs.report(rows, events)


def of_negations(events: Sequence[GoldEvent], others: Path | None) -> tuple[Sequence[Example], Iterator[str]]:
    """The pairs of a statement and a negation of ``events`` and of the articles nobody annotated, and the same."""
    rows = [row for number, event in enumerate(events) for row in negation_pairs.rows_of(number, event)]
    rows += negation_pairs.others_in(others, len(events)) if others else ()
    return rows, negation_pairs.report(rows, events)


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", nargs="+", type=Path, metavar="EVENT")
    parser.add_argument("--pairs", choices=("numbers", "negations"), default="numbers", help="which weights to learn")
    parser.add_argument("--others", type=Path, metavar="FILE", help="articles nobody annotated, for negations")
    parser.add_argument("--out", type=Path, help="the file to write (default: the weights in use)")
    parser.add_argument("--dry", action="store_true", help="print the figures and write nothing")
    options = parser.parse_args(arguments)
    if options.others and options.pairs != "negations":
        parser.error("--others goes with --pairs negations")
    return options


def main(arguments: Sequence[str]) -> None:
    """Read the events, print the figures, write the weights."""
    options: Any = parsed(arguments)
    recipe = NUMBERS if options.pairs == "numbers" else NEGATIONS
    events = [read_event(path) for path in options.events]
    rows, lines = of_numbers(events) if recipe is NUMBERS else of_negations(events, options.others)
    for line in lines:
        print(line)
    if not options.dry:
        out = options.out or recipe.path
        out.write_text(to_toml(fit(rows, recipe), recipe), encoding="utf-8")
        print(f"written: {out}")


if __name__ == "__main__":
    main(sys.argv[1:])
