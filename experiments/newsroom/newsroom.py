"""Compare the articles of events in newsroom style and set what is reported against their gold.

    PYTHONPATH=scripts python experiments/newsroom/newsroom.py experiments/newsroom/read [--show]

One line per kind: reported and in the gold, reported and not in it, conflicts of the gold. ``--show`` also prints every
report that is not in the gold, to be read: the gold is not complete.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from against_gold import outcomes
from labels import read_event

from discrepancy.pipeline import compare


def main() -> None:
    """Print the figures of one folder of events."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="print what is reported and not in the gold")
    options = parser.parse_args()
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for path in sorted(options.folder.glob("*.json")):
        event = read_event(path)
        gold.update(entry.kind for entry in event.conflicts)
        for one in outcomes(compare(list(event.documents)).conflicts, event):
            if one.what == "right":
                right[one.conflict.kind] += 1
            elif one.what == "wrong":
                wrong[one.conflict.kind] += 1
                if options.show:
                    sides = " || ".join(side.claims[0].evidence.text for side in one.conflict.positions)
                    print(f"{path.stem}: {one.conflict.kind}: {one.conflict.question} {sides}")
    for kind in sorted(gold | right | wrong):
        print(f"{kind:<10} right {right[kind]:3}  not in the gold {wrong[kind]:3}  of {gold[kind]:3}")
    reported = right.total() + wrong.total()
    print(f"precision {right.total() / max(1, reported):.3f}  recall {right.total() / max(1, gold.total()):.3f}")


if __name__ == "__main__":
    main()
