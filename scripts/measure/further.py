"""Further sets, where a folder of them is there: annotated events, and published sets with the scorers beside them."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from discrepancy.report.json_report import to_json
from measure.figures import Figure, Measured, contents_of
from measure.groups import compared, document_of
from measure.samples import cross_event_flags

EVENT_SETS = {
    "events": "invented and retold events",
    "daily-events": "invented daily news",
    "real-events": "real articles on the war in Syria (FA-KES)",
}
NAIVE = {"F1": "naive rule .05 to .06, best peer .02 to .11 (other events)"}
EXTRACT = shlex.join([sys.executable, "-m", "discrepancy", "extract"])


@dataclass(frozen=True, slots=True)
class Extraction:
    """How a published set is measured.

    file       of ``public/`` that holds it
    what       the set in a few words
    patterns   name of a figure: where it stands in the output of the scorer, and what others reached
    kept       what stands in the rows that the scorer uses
    unit       what a row is
    """

    file: str
    what: str
    patterns: dict[str, tuple[str, str]]
    kept: str = ""
    unit: str = "texts"


def _line(start: str, which: str) -> str:
    return rf"^{start}.*?\b{which} ([0-9.]+)"


TIMES = {
    f"{corpus} {kind}": (rf"^times {corpus} .*?{kind} ([0-9.]+)", published)
    for corpus in ("aquaint", "meantime", "timebank")
    for kind, published in (
        ("relaxed F1", "HeidelTime .903 (TempEval-3)"),
        ("value F1", "HeidelTime .776, SUTime .674 (TempEval-3)"),
    )
}
TOLLS = {
    f"{attribute} {name}": (_line(attribute, which), "")
    for attribute in ("killed", "injured")
    for name, which in (("precision", "P"), ("recall", "R"))
}
EXTRACTIONS = {
    "quantities": Extraction(
        "newsquant",
        "quantities in news (NewsQuant, CQE 2023)",
        {
            "value F1": (r"^quantity value  .*? F1 ([0-9.]+)", "CQE .920, quantulum3 .730, Recognizers-Text .691"),
            "value and bound F1": (r"^quantity value \+ bound .*? F1 ([0-9.]+)", "CQE .881"),
        },
        '"set": "NewsQuant"',
    ),
    "times": Extraction("timex", "time expressions (TimeBank, AQUAINT, MEANTIME)", TIMES),
    "attributions": Extraction(
        "polnear",
        "who said what (PolNeAR)",
        {
            "precision": (_line("attribution", "P"), "regular expressions .640"),
            "recall": (_line("attribution", "R"), "regular expressions .094"),
            "F1": (_line("attribution", "F1"), ""),
        },
    ),
    "tolls": Extraction("syria_tolls", "tolls in real articles (over FA-KES)", TOLLS, unit="events"),
    "shootings": Extraction(
        "shootings",
        "tolls of shootings (Narasimhan 2016)",
        {
            "killed accuracy": (r"^killed +accuracy ([0-9.]+)", "MaxEnt .698, .776 with more articles"),
            "wounded accuracy": (r"^injured +accuracy ([0-9.]+)", "MaxEnt .686, .746 with more articles"),
        },
    ),
}


class ScorerFailed(Exception):
    """A scorer went wrong, or its output has no such figure."""


def measure_events(bench: Path, name: str, *, limit: int | None, all_pairs: bool, show: bool) -> Measured:
    """Conflicts found in one set of annotated events, and flags between its events."""
    files = sorted((bench / name).glob("e*.json"))[:limit]
    events = {}
    with tempfile.TemporaryDirectory() as folder:
        gold, reports = Path(folder, "gold"), Path(folder, "reports")
        gold.mkdir()
        reports.mkdir()
        for file in files:
            shutil.copyfile(file, gold / file.name)
            articles = json.loads(file.read_text(encoding="utf-8"))["articles"]
            events[file.stem] = [document_of(article, article["id"]) for article in articles]
            (reports / file.name).write_text(to_json(compared(events[file.stem])), encoding="utf-8")
        printed = run([sys.executable, str(bench / "score_events.py"), str(gold), "--reports", str(reports)])
    crossed = cross_event_flags(events, all_pairs=all_pairs, show=show)
    size = f"{len(events)} events, {sum(map(len, events.values()))} articles"
    return Measured(name, size, EVENT_SETS[name], contents_of(files, bench), (*event_figures(printed), crossed))


def event_figures(printed: str) -> Iterator[Figure]:
    """The figures in what ``score_events.py`` prints."""
    for name, word in (("precision", "precision"), ("recall", "recall"), ("F1", "f1")):
        yield Figure(name, float(found(rf"\b{word} ([0-9.]+)", printed)[0]), published=NAIVE.get(name, ""))
    for name, words in (("kind right", "kind right"), ("opposed pairs right", "on one gold conflict:")):
        part, whole = map(int, found(rf"{words} ([0-9]+) of ([0-9]+)", printed))
        yield Figure(name, part / whole if whole else 0.0)


def measure_extraction(bench: Path, name: str, *, limit: int | None) -> Measured:
    """What ``discrepancy extract`` finds on a published set, by the scorer beside it."""
    wanted = EXTRACTIONS[name]
    path = bench / "public" / f"{wanted.file}.jsonl"
    limited = [] if limit is None else ["--limit", str(limit)]
    printed = run([sys.executable, str(bench / "score_extraction.py"), name, "--command", EXTRACT, *limited])
    figures = tuple(
        Figure(figure, float(found(pattern, printed)[0]), published=published)
        for figure, (pattern, published) in wanted.patterns.items()
        if limit is None or re.search(pattern, printed, re.MULTILINE)
    )
    rows = sum(wanted.kept in line for line in path.read_text(encoding="utf-8").splitlines())
    return Measured(name, f"{min(rows, limit or rows)} {wanted.unit}", wanted.what, contents_of([path], bench), figures)


def run(command: Sequence[str]) -> str:
    """Standard output of a scorer; raises ScorerFailed with the end of what it complains of."""
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise ScorerFailed(f"{Path(command[1]).name}: {(done.stderr or done.stdout).strip()[-400:]}")
    return done.stdout


def found(pattern: str, printed: str) -> tuple[str, ...]:
    """The groups of ``pattern`` in ``printed``; raises ScorerFailed where it does not stand there."""
    match = re.search(pattern, printed, re.MULTILINE)
    if match is None:
        raise ScorerFailed(f"the scorer did not print {pattern}")
    return tuple(match.groups())


def rows_of(path: Path, limit: int | None) -> list[dict[str, Any]]:
    """The objects of a file with one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()][:limit]
