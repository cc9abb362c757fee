"""How time and memory grow with the number of articles of an archive; each size runs in a process of its own."""

from __future__ import annotations

import resource
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path

from archive import write_archive

from discrepancy.cli import cli
from speed.clock import Row, exponent, peak_memory


def growth_rows(data: Path, sizes: Sequence[int]) -> list[Row]:
    """``discrepancy corpus`` over so many articles; the exponent is that of the step from the size before."""
    rows: list[Row] = []
    before: tuple[int, float] | None = None
    for size in sizes:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
            seconds, memory = alone.submit(run_archive, data, size).result()
        power = f"{exponent(before, (size, seconds)):.2f}" if before else ""
        rows.append(Row(f"{size:,} articles", seconds, (f"{size / seconds:.1f}", f"{memory:,.0f} MB", power)))
        before = size, seconds
    return rows


def run_archive(data: Path, size: int) -> tuple[float, float]:
    """Processor seconds of a run over ``size`` articles with all its processes, and peak megabytes of the first one."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_archive(data, size, folder / "archive.jsonl")
        before = _seconds()
        with suppress(SystemExit):
            cli(["corpus", str(folder / "archive.jsonl"), "-o", str(folder / "out"), "--jobs", "1", "--quiet"])
        if not (folder / "out" / "articles.csv").exists():
            raise RuntimeError(f"the run over {size} articles wrote nothing")
        return _seconds() - before, peak_memory()


def _seconds() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime
