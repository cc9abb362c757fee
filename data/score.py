"""Score the tool on the sample events: ``python data/score.py [--show] [EVENT ...]``.

A reported conflict is right when evidence of two of its positions touches the quotes of two sides of one gold conflict
that have different values. Each gold conflict is found once; a further report of it is a duplicate. Everything else is
a false alarm, counted under the reason of the trap it fell into ("unlisted" where the gold names none).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

from discrepancy.model import LONGEST_EVIDENCE, Conflict, Document, Position
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


def score_event(folder: Path, total: Counter[str], traps: Counter[str], *, show: bool) -> None:
    """Add the counts of one event to ``total`` and ``traps``."""
    gold: Entry = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    reading = read_documents(sorted({str(folder / article["file"]) for article in gold["articles"]}))
    documents = {document.id: document for document in reading.documents}
    wanted = [sides_of(entry, documents) for entry in gold["conflicts"]]
    found: set[int] = set()
    for conflict in compare(reading.documents).conflicts:
        hits = [i for i, sides in enumerate(wanted) if stands_on(conflict, sides, opposed=True)]
        fresh = [i for i in hits if i not in found]
        if fresh:
            best = min(fresh, key=lambda i: gold["conflicts"][i]["kind"] != conflict.kind)
            found.add(best)
            total[f"found {gold['conflicts'][best]['kind']}"] += 1
        elif hits:
            total["duplicates"] += 1
        else:
            fallen = (e for e in gold["not_conflicts"] if stands_on(conflict, sides_of(e, documents), opposed=False))
            traps[next((entry["reason"] for entry in fallen), "unlisted")] += 1
            if show:
                print(f"false alarm  {folder.name}  {conflict.kind}  {[p.shown for p in conflict.positions]}")
    for i, entry in enumerate(gold["conflicts"]):
        if i not in found:
            total[f"missed {entry['kind']}"] += 1
            if show:
                print(f"missed       {folder.name}  {entry['kind']}  {entry['question']}")


def main(arguments: list[str]) -> None:
    """Score the events named, or all of them, and print the result."""
    total: Counter[str] = Counter()
    traps: Counter[str] = Counter()
    names = [argument for argument in arguments if argument != "--show"]
    folders = [DATA / name for name in names] or sorted(path.parent for path in DATA.glob("*/gold.json"))
    for folder in folders:
        score_event(folder, total, traps, show="--show" in arguments)
    kinds = sorted({key.split()[1] for key in total if " " in key})
    for kind in kinds:
        print(f"{kind:10} found {total[f'found {kind}']:3}  missed {total[f'missed {kind}']:3}")
    right, missed = (sum(total[f"{what} {kind}"] for kind in kinds) for what in ("found", "missed"))
    print(f"false alarms {traps.total()} {dict(sorted(traps.items()))}, duplicates {total['duplicates']}")
    print(f"precision {right / max(1, right + traps.total()):.3f}  recall {right / max(1, right + missed):.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
