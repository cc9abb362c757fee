"""Measure how fast the tool is, as ratios within one run, and print tables in Markdown.

    python scripts/perf.py [--bench FOLDER] [--only PART ...] [--limit N] [--articles N ...] [--claims N ...] [-o FILE]

The sample events are always there; real news is read where FOLDER holds it. Seconds are those of the processor.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from speed.articles import real_events, sample_events
from speed.clock import Row
from speed.commands import compare_rows, start_rows
from speed.extraction import extraction_rows
from speed.growth import growth_rows
from speed.matching import matching_rows
from tabulate import tabulate

from discrepancy.settings import COLLECT_AFTER

ROOT = Path(__file__).parent.parent
ARTICLES = (10, 100, 1_000, 10_000)
CLAIMS = (100, 1_000, 10_000)
HEADERS = {
    "extract": ("extraction", "seconds", "words a second", "of the model", "times as fast"),
    "compare": ("two articles, one process from start to end", "seconds", "of the model"),
    "start": ("start-up", "seconds", "of python alone"),
    "articles": ("discrepancy corpus", "seconds", "articles a second", "peak of the parent", "exponent"),
    "match": ("claims of one event", "seconds", "pairs", "a claim", "exponent"),
}


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, help="folder of further sets")
    parser.add_argument("--data", type=Path, default=ROOT / "data", help="folder of the sample events")
    parser.add_argument("--only", nargs="+", choices=HEADERS, default=list(HEADERS), metavar="PART")
    parser.add_argument("--limit", type=int, help="so many events of each set")
    parser.add_argument("--articles", type=int, nargs="+", default=ARTICLES, metavar="N", help="numbers of articles")
    parser.add_argument("--claims", type=int, nargs="+", default=CLAIMS, metavar="N", help="numbers of claims")
    parser.add_argument("--output", "-o", type=Path, help="write the tables here too")
    return parser.parse_args(arguments)


def measured(options: argparse.Namespace) -> dict[str, Callable[[], list[Row]]]:
    """What each part measures; nothing runs before it is called."""
    samples = sample_events(options.data, options.limit)
    real = real_events(options.bench, options.limit) if options.bench else []
    texts = [document for event in real or samples for document in event]
    return {
        "extract": lambda: extraction_rows(texts),
        "compare": lambda: compare_rows(samples[0]),
        "start": start_rows,
        "articles": lambda: growth_rows(options.data, options.articles),
        "match": lambda: matching_rows(samples[0], options.claims),
    }


def to_table(part: str, rows: Sequence[Row]) -> str:
    """The rows of one part in Markdown."""
    cells = [[row.what, f"{row.seconds:.2f}", *row.notes] for row in rows]
    align = ("left", *("right",) * (len(HEADERS[part]) - 1))
    return tabulate(cells, HEADERS[part], tablefmt="pipe", disable_numparse=True, colalign=align)


def main(arguments: Sequence[str]) -> int:
    """Measure and print; each table as soon as it is there."""
    options = parsed(arguments)
    gc.set_threshold(COLLECT_AFTER)  # as the program does, and for the bare model too
    tables = []
    for part, rows in measured(options).items():
        if part in options.only:
            print(f"measuring {part}", file=sys.stderr, flush=True)
            tables.append(to_table(part, rows()))
            print(f"{tables[-1]}\n", flush=True)
    if options.output:
        options.output.write_text("\n\n".join(tables) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
