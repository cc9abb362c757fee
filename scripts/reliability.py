"""How far confidence can be trusted: how often conflicts of each kind are right, and what each threshold finds.

    python scripts/reliability.py FOLDER...

Each FOLDER holds annotated events, in the form of ``data/`` or as JSON files. The first table goes over all folders, by
kind and confidence: right of all, those left open by the gold not counted. The second gives precision and recall of
whole reports for each folder, at several least confidences.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from against_gold import Outcome, outcomes
from labels import GoldEvent, events_in

from discrepancy.model import KINDS, Extraction
from discrepancy.pipeline import compare_extractions, extract
from discrepancy.settings import Settings

BORDERS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
LEAST = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
Read = tuple[GoldEvent, tuple[Extraction, ...]]


def outcomes_at(read: Sequence[Read], least: float) -> list[Outcome]:
    """What becomes of all conflicts that are reported at ``least``."""
    settings = Settings(min_confidence=least)
    return [
        one
        for event, extractions in read
        for one in outcomes(compare_extractions(extractions, settings=settings).conflicts, event)
    ]


def by_kind(told: Sequence[Outcome]) -> Iterator[str]:
    """The table by kind and confidence."""
    yield "| kind | " + " | ".join(f"{low:.1f} to {high:.1f}" for low, high in _ranges()) + " |"
    yield "|---|" + "---:|" * len(list(_ranges()))
    judged = [one for one in told if one.what != "open"]
    for kind in KINDS:
        own = [one for one in judged if one.conflict.kind == kind]
        if own:
            yield f"| {kind} | " + " | ".join(_share(own, low, high) for low, high in _ranges()) + " |"


def _ranges() -> Iterator[tuple[float, float]]:
    return pairwise(BORDERS)


def _share(told: Sequence[Outcome], low: float, high: float) -> str:
    inside = [one for one in told if low <= one.conflict.confidence < high or one.conflict.confidence == high == 1.0]
    right = sum(one.what in ("right", "again") for one in inside)
    return f"{right} of {len(inside)}" if inside else ""


def by_threshold(name: str, read: Sequence[Read]) -> Iterator[str]:
    """Rows of the second table for one set."""
    gold = sum(len(event.conflicts) for event, _ in read)
    for least in LEAST:
        count = Counter(one.what for one in outcomes_at(read, least))
        precision = count["right"] / max(1, count["right"] + count["wrong"])
        recall = count["right"] / max(1, gold)
        yield f"| {name} | {least:.1f} | {precision:.2f} | {recall:.2f} | {count['right']} | {count['wrong']} |"


def main(arguments: Sequence[str]) -> None:
    """Read the events once and print both tables."""
    if not arguments:
        sys.exit("name the folders of annotated events")
    sets = {Path(folder).name: [(e, extract(e.documents)) for e in events_in(Path(folder))] for folder in arguments}
    print(*by_kind([one for read in sets.values() for one in outcomes_at(read, BORDERS[0])]), sep="\n")
    print("\n| set | least confidence | precision | recall | right | wrong |\n|---|---:|---:|---:|---:|---:|")
    for name, read in sets.items():
        print(*by_threshold(name, read), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
