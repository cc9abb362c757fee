"""How time and memory grow with the number of articles of an archive; each size runs in a process of its own."""

from __future__ import annotations

import json
import resource
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path

from discrepancy.cli import cli
from discrepancy.model import Document
from speed.articles import Event, many_articles
from speed.clock import Row, exponent, peak_memory


def growth_rows(events: list[Event], sizes: Sequence[int]) -> list[Row]:
    """``discrepancy corpus`` over so many articles; the exponent is that of the step from the size before."""
    rows: list[Row] = []
    before: tuple[int, float] | None = None
    for size in sizes:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
            seconds, memory = alone.submit(compare_many, events, size).result()
        power = f"{exponent(before, (size, seconds)):.2f}" if before else ""
        rows.append(Row(f"{size:,} articles", seconds, (f"{size / seconds:.1f}", f"{memory:,.0f} MB", power)))
        before = size, seconds
    return rows


def compare_many(events: list[Event], size: int) -> tuple[float, float]:
    """Processor seconds of a run over ``size`` articles with all its processes, and peak megabytes of the first one."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "archive.jsonl"
        with archive.open("w", encoding="utf-8") as file:
            for event in many_articles(events, size):
                file.writelines(_line(document) for document in event)
        before = _seconds()
        with suppress(SystemExit):
            cli(["corpus", str(archive), "-o", str(Path(folder) / "out"), "--jobs", "1", "--exit-zero", "--quiet"])
        if not (Path(folder) / "out" / "articles.csv").exists():
            raise RuntimeError(f"the run over {size} articles wrote nothing")
        return _seconds() - before, peak_memory()


def _seconds() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _line(document: Document) -> str:
    published = document.published.isoformat() if document.published else None
    fields = {"id": document.id, "title": document.title, "source": document.outlet, "published": published}
    return json.dumps(fields | {"text": document.text}) + "\n"
