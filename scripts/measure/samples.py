"""The sample events of the repository: figures, cross-event flags, and every conflict by a lasting id."""

from __future__ import annotations

import hashlib
from collections import Counter
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from discrepancy.model import Conflict, Report
from measure.figures import Figure, Measured, contents_of, per_hundred
from measure.floors import Found
from measure.groups import Events, compared, crossing, mixed_groups

NAME = "samples"
WHAT = "the events in data/"


def load(path: Path) -> ModuleType:
    """The program ``path`` as a module; its own folder need not be on the search path."""
    spec = spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(str(path))
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure_samples(data: Path, *, limit: int | None, all_pairs: bool, show: bool) -> tuple[Measured, Found]:
    """The figures of the events in ``data``, scored by its own ``score.py``, and the conflicts found."""
    score = load(data / "score.py")
    total: Counter[str] = Counter()
    traps: Counter[str] = Counter()
    events, found = {}, {}
    folders = sorted(path.parent for path in data.glob("*/gold.json"))[:limit]
    for folder in folders:
        gold, events[folder.name] = score.read_gold(folder)
        report = compared(events[folder.name])
        found[folder.name] = in_words(report)
        score.score_event(gold, report, total, traps, show=show)
    figures = [Figure(name, value) for name, value in score.shares(total, traps).items()]
    articles = sum(len(documents) for documents in events.values())
    files = [path for folder in folders for path in folder.iterdir() if path.is_file()]
    size = f"{len(events)} events, {articles} articles"
    crossed = cross_event_flags(events, all_pairs=all_pairs, show=show)
    return Measured(NAME, size, WHAT, contents_of(files, data), (*figures, crossed)), found


def cross_event_flags(events: Events, *, all_pairs: bool, show: bool) -> Figure:
    """Conflicts between articles of two events, per hundred pairs of events: all of them are false."""
    pairs = list(mixed_groups(events, all_pairs=all_pairs))
    flags = [(pair, conflict) for pair in pairs for conflict in crossing(events, pair)]
    if show:
        for pair, conflict in flags:
            print(f"cross-event  {' + '.join(pair)}  {words(conflict)}")
    name = "cross-event flags per 100 groups" + (" (all pairs)" if all_pairs else "")
    return Figure(name, per_hundred(len(flags), len(pairs)), falling=True)


def in_words(report: Report) -> dict[str, str]:
    """Every conflict as kind, question and answers, by an id made of kind, question and quotes."""
    return {identity(conflict): words(conflict) for conflict in report.conflicts}


def identity(conflict: Conflict) -> str:
    """The same for the same question and quotes, whatever the order and the confidence."""
    quotes = sorted(
        f"{claim.document} {claim.evidence.text}" for position in conflict.positions for claim in position.claims
    )
    return hashlib.sha256("\n".join([conflict.kind, conflict.question, *quotes]).encode()).hexdigest()[:12]


def words(conflict: Conflict) -> str:
    """One line that a reader recognises the conflict by."""
    return f"{conflict.kind}: {conflict.question} {' / '.join(position.shown for position in conflict.positions)}"
