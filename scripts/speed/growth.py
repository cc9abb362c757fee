"""How time and memory grow with the number of articles; each size runs in a process of its own."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from discrepancy.pipeline import compare
from speed.articles import Event, many_articles
from speed.clock import Row, exponent, peak_memory, seconds_of


def growth_rows(events: list[Event], sizes: Sequence[int]) -> list[Row]:
    """Articles of many events, each event compared; the exponent is that of the step from the size before."""
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
    """Processor seconds and peak megabytes of comparing ``size`` articles, event by event."""
    compare(events[0][:2])  # the model is loaded once, before the clock runs
    return seconds_of(lambda: _compare_each(events, size)), peak_memory()


def _compare_each(events: list[Event], size: int) -> None:
    for event in many_articles(events, size):
        compare(event)
