"""Measure the tool on the sample events and on further sets, and hold the figures against the floors.

    python scripts/bench.py [--bench FOLDER] [--only SET ...] [--limit N] [--all-pairs] [--show]
                            [--raise-floors | --lower-floors] [--readme] [--jobs N]

The sample events are always there. Further sets are measured where FOLDER holds them, with the scorers that lie in it.
Exit code 1: a figure of the sample events is worse than its floor in data/floors.json. 2: a set could not be measured.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from measure import samples
from measure.figures import Measured
from measure.floors import Floors, Found, gained_and_lost, missed, raised, read_floors, write_floors
from measure.further import EVENT_SETS, EXTRACTIONS, ScorerFailed, measure_events, measure_extraction
from measure.grouping import GROUPINGS, measure_grouping
from measure.silence import FILES, measure_silence
from measure.table import to_screen, write_readme

ROOT = Path(__file__).parent.parent
SETS = (samples.NAME, *EVENT_SETS, *FILES, *EXTRACTIONS, *GROUPINGS)


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, help="folder of further sets")
    parser.add_argument("--data", type=Path, default=ROOT / "data", help="folder of the sample events and their floors")
    parser.add_argument("--only", nargs="+", choices=SETS, default=SETS, metavar="SET", help=", ".join(SETS))
    parser.add_argument("--limit", type=int, help="so many events or texts of each set; floors are left alone")
    parser.add_argument("--all-pairs", action="store_true", help="mix every two events of a set, not only neighbours")
    parser.add_argument(
        "--show",
        action="store_true",
        help="print what is missed, and what is flagged wrongly",
    )
    parser.add_argument("--jobs", type=int, default=2, help="1: one process at a time (default: 2)")
    parser.add_argument("--readme", action="store_true", help="write the table into README.md")
    floors = parser.add_mutually_exclusive_group()
    floors.add_argument("--raise-floors", action="store_true", help="record what is better, refuse what is worse")
    floors.add_argument("--lower-floors", action="store_true", help="record everything, better or worse")
    options = parser.parse_args(arguments)
    if options.limit is not None and (options.raise_floors or options.lower_floors or options.readme):
        parser.error("figures of a limited run are not recorded")
    return options


def place_of(bench: Path, name: str) -> Path:
    """The folder or file of a further set."""
    if name in EVENT_SETS:
        return bench / name
    if name in GROUPINGS:
        return bench / GROUPINGS[name]
    file = EXTRACTIONS[name].file if name in EXTRACTIONS else FILES[name]
    return bench / "public" / f"{file}.jsonl"


def further(options: argparse.Namespace) -> Iterator[Measured]:
    """The figures of the further sets; scorers that extract run beside the comparisons when there are two jobs."""
    limit = options.limit
    named = [name for name in SETS if name in options.only and name != samples.NAME]
    if named and options.bench is None:
        say("further sets are skipped: no folder is named")
    if not named or options.bench is None:
        return
    bench: Path = options.bench
    wanted = [name for name in named if place_of(bench, name).exists()]
    if len(wanted) < len(named):
        say(f"skipped, not in {bench}: {', '.join(name for name in named if name not in wanted)}")
    with ThreadPoolExecutor(max_workers=1) as pool:
        beside: dict[str, Future[Measured]] = {}
        if options.jobs > 1:
            for name in wanted:
                if name in EXTRACTIONS:
                    beside[name] = pool.submit(measure_extraction, bench, name, limit=limit)
        for name in wanted:
            say(f"measuring {name}")
            if name in EVENT_SETS:
                yield measure_events(bench, name, limit=limit, all_pairs=options.all_pairs, show=options.show)
            elif name in EXTRACTIONS:
                yield beside[name].result() if name in beside else measure_extraction(bench, name, limit=limit)
            elif name in GROUPINGS:
                yield measure_grouping(bench, name, limit=limit)
            else:
                yield measure_silence(bench, name, limit=limit, show=options.show)


def measured(options: argparse.Namespace) -> tuple[list[Measured], Found]:
    """The figures of all sets that are wanted and there, and the conflicts found in the samples."""
    results: list[Measured] = []
    found: Found = {}
    if samples.NAME in options.only:
        say(f"measuring {samples.NAME}")
        one, found = samples.measure_samples(
            options.data, limit=options.limit, all_pairs=options.all_pairs, show=options.show
        )
        results.append(one)
    results.extend(further(options))
    return results, found


def compare_with_floors(results: Sequence[Measured], found: Found, floors: Floors) -> bool:
    """Print gains, losses and changed sets; whether a floor of the samples is missed."""
    gained, lost = gained_and_lost(floors, found)
    for sign, lines in (("gained", gained), ("lost", lost)):
        for line in lines:
            print(f"{sign:7} {line}")
    for one in results:
        if floors.changed(one):
            print(f"{one.name}: its texts are not those on which its floors were recorded")
        for figure in missed(floors, one):
            print(f"{one.name}: {figure.name} is worse than its floor")
    return any(one.name == samples.NAME and missed(floors, one) for one in results)


def main(arguments: Sequence[str]) -> int:
    """Measure, print, record; the exit code."""
    options = parsed(arguments)
    path = options.data / "floors.json"
    floors = read_floors(path)
    try:
        results, found = measured(options)
    except ScorerFailed as error:
        say(str(error))
        return 2
    print(to_screen(results, None if options.limit else floors))
    if options.limit is not None:
        return 0
    worse = compare_with_floors(results, found, floors)
    if options.raise_floors or options.lower_floors:
        new, refused = raised(floors, results, found, lower=options.lower_floors)
        write_floors(path, new)
        for name in refused:
            print(f"not lowered: {name} (--lower-floors does)")
        worse = worse and not options.lower_floors
    if options.readme:
        write_readme(ROOT / "README.md", results)
    return 1 if worse else 0


def say(line: str) -> None:
    """A line about the progress, beside the table."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
