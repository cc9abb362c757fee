"""Score the tool on the sample events: ``python data/score.py [--show] [EVENT ...]``.

A reported conflict is right when evidence of two of its positions touches the quotes of two sides of one gold conflict
that have different values. Each gold conflict is found once; a further report of it is a duplicate. Everything else is
a false alarm, counted under the reason of the trap it fell into ("unlisted" where the gold names none).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, product
from pathlib import Path
from typing import Any

from discrepancy.model import LONGEST_EVIDENCE, Conflict, Document, Position, Report
from discrepancy.pipeline import compare
from discrepancy.read import read_documents

DATA = Path(__file__).parent
Side = tuple[str, int, int, str]
Entry = dict[str, Any]


def sides_of(entry: Entry, documents: dict[str, Document]) -> list[Side]:
    """Article, start, end and value of every side of a gold entry."""
    sides = []
    for side in entry["sides"]:
        start = documents[side["article"]].text.index(side["quote"])
        sides.append((side["article"], start, start + len(side["quote"]), side["value"]))
    return sides


def touched(position: Position, sides: list[Side]) -> list[Side]:
    """The sides whose quote shares a character with evidence of ``position``."""
    spans = [(claim.document, claim.evidence.span) for claim in position.claims]
    short = [(name, span) for name, span in spans if span.end - span.start <= LONGEST_EVIDENCE]
    return [side for side in sides if any(n == side[0] and s.start < side[2] and side[1] < s.end for n, s in short)]


def stands_on(conflict: Conflict, sides: list[Side], *, opposed: bool) -> bool:
    """Whether two positions touch two different sides, of different value where ``opposed``."""
    touches = [touched(position, sides) for position in conflict.positions]
    pairs = ((x, y) for left, right in combinations(touches, 2) for x in left for y in right)
    return any(x != y and (not opposed or x[3] != y[3]) for x, y in pairs)


def evidence_pairs(conflict: Conflict) -> Iterator[Conflict]:
    """Every pair of single passages that stand opposed in ``conflict``, as a conflict of its own."""
    for left, right in combinations(conflict.positions, 2):
        for one, other in product(left.claims, right.claims):
            yield replace(conflict, positions=(Position(left.shown, (one,)), Position(right.shown, (other,))))


def read_gold(folder: Path) -> tuple[Entry, tuple[Document, ...]]:
    """The gold of the event in ``folder`` and its articles."""
    gold: Entry = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    reading = read_documents(sorted({str(folder / article["file"]) for article in gold["articles"]}))
    return gold, reading.documents


def score_event(gold: Entry, report: Report, total: Counter[str], traps: Counter[str], *, show: bool = False) -> None:
    """Add the counts of one event to ``total`` and ``traps``; ``show`` prints what is missed and what is wrong."""
    documents = {document.id: document for document in report.documents}
    wanted = [sides_of(entry, documents) for entry in gold["conflicts"]]
    found: set[int] = set()
    for conflict in report.conflicts:
        opposed = [any(stands_on(pair, sides, opposed=True) for sides in wanted) for pair in evidence_pairs(conflict)]
        total += Counter({"pairs": len(opposed), "pairs-right": sum(opposed)})
        hits = [i for i, sides in enumerate(wanted) if stands_on(conflict, sides, opposed=True)]
        fresh = [i for i in hits if i not in found]
        if fresh:
            best = min(fresh, key=lambda i: gold["conflicts"][i]["kind"] != conflict.kind)
            found.add(best)
            total[f"found {gold['conflicts'][best]['kind']}"] += 1
            total["kinds-right"] += gold["conflicts"][best]["kind"] == conflict.kind
        elif hits:
            total["duplicates"] += 1
        else:
            fallen = (e for e in gold["not_conflicts"] if stands_on(conflict, sides_of(e, documents), opposed=False))
            traps[next((entry["reason"] for entry in fallen), "unlisted")] += 1
            if show:
                print(f"false alarm  {gold['event']}  {conflict.kind}  {[p.shown for p in conflict.positions]}")
    for i, entry in enumerate(gold["conflicts"]):
        if i not in found:
            total[f"missed {entry['kind']}"] += 1
            if show:
                print(f"missed       {gold['event']}  {entry['kind']}  {entry['question']}")


def ratio(part: int, whole: int) -> float:
    """Share of ``part`` in ``whole``; 0 where there is nothing."""
    return part / whole if whole else 0.0


def shares(total: Counter[str], traps: Counter[str]) -> dict[str, float]:
    """Precision, recall, F1, and the shares of right kinds and of opposed passages that stand on one gold conflict."""
    right, missed = (sum(n for key, n in total.items() if key.startswith(what)) for what in ("found ", "missed "))
    precision, recall = ratio(right, right + traps.total()), ratio(right, right + missed)
    return {
        "precision": precision,
        "recall": recall,
        "F1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
        "kind right": ratio(total["kinds-right"], right),
        "opposed pairs right": ratio(total["pairs-right"], total["pairs"]),
    }


def main(arguments: list[str]) -> None:
    """Score the events named, or all of them, and print the result."""
    total: Counter[str] = Counter()
    traps: Counter[str] = Counter()
    names = [argument for argument in arguments if argument != "--show"]
    folders = [DATA / name for name in names] or sorted(path.parent for path in DATA.glob("*/gold.json"))
    for folder in folders:
        gold, documents = read_gold(folder)
        score_event(gold, compare(documents), total, traps, show="--show" in arguments)
    kinds = sorted({key.split()[1] for key in total if " " in key})
    for kind in kinds:
        print(f"{kind:10} found {total[f'found {kind}']:3}  missed {total[f'missed {kind}']:3}")
    print(f"false alarms {traps.total()} {dict(sorted(traps.items()))}, duplicates {total['duplicates']}")
    print("  ".join(f"{name} {share:.3f}" for name, share in shares(total, traps).items()))


if __name__ == "__main__":
    main(sys.argv[1:])
