"""Comparisons in processes of their own: what happens when one is slow, dies, or there are too many."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from golden.sample import sample_report
from web_articles import HERALD, QUAY
from web_page import at_work

from discrepancy import pipeline
from discrepancy.read import Pasted
from discrepancy.web import jobs as jobs_module
from discrepancy.web.jobs import MOST_KEPT, MOST_RUNNING, MOST_WAITING, Job, Jobs, TooBusy
from discrepancy.web.worker import Finished, Step, Task, Unfinished, Worker, outcome

PAIR = Task((Pasted(HERALD), Pasted(QUAY)))
LONG = Task((Pasted(HERALD * 3_000), Pasted(QUAY * 3_000)))


def until(holds: Callable[[], object]) -> None:
    end = time.monotonic() + 120
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.fixture
def worker() -> Iterator[Worker]:
    working = Worker()
    yield working
    working.stop()


def test_a_worker_lives_through_what_happens_to_it(worker: Worker) -> None:
    """A slow task is stopped, a killed process is replaced, and the next task is done as ever."""
    before = at_work()
    steps: list[Step] = []
    with pytest.raises(Unfinished, match="took longer than 1 seconds and was stopped; compare fewer"):
        worker.run(LONG, seconds=1, tell=steps.append)
    assert at_work() == before

    worker.warm_up()
    (killed,) = at_work() - before
    assassin = threading.Timer(0.3, os.kill, (killed, signal.SIGKILL))
    assassin.start()
    with pytest.raises(Unfinished, match="ended from outside, or there was not enough memory"):
        worker.run(LONG, seconds=60, tell=steps.append)

    finished = worker.run(PAIR, seconds=60, tell=steps.append)
    assert [conflict.question for conflict in finished.report.conflicts] == ["How many passengers were injured?"]
    again = at_work()
    worker.run(PAIR, seconds=60, tell=steps.append)
    assert at_work() == again
    assert killed not in again


def test_the_report_is_that_of_the_command_line() -> None:
    """Article by article gives the same as all at once, and every step is told."""
    steps: list[Step] = []
    found = outcome(PAIR, steps.append)

    assert isinstance(found, Finished)
    assert found.report == pipeline.compare(found.report.documents)
    assert [step.words for step in steps] == [
        "Reading the articles",
        "Looking for claims in text-1",
        "Looking for claims in text-2",
        "Comparing the claims",
    ]


@pytest.mark.parametrize("error", [KeyError("quartermaster"), RecursionError("quartermaster"), MemoryError()])
def test_an_unexpected_error_quotes_no_article(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named by its kind alone."""

    def broken(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(pipeline, "compare_extractions", broken)
    words = outcome(PAIR, lambda _: None)

    assert isinstance(words, str)
    assert "quartermaster" not in words
    assert type(error).__name__ in words or "not enough memory" in words


class Slow:
    """Stands in for a worker: every task takes until it is let go."""

    gate = threading.Event()
    pid = None

    def run(self, task: Task, *, seconds: float, tell: Callable[[Step], None]) -> Finished:
        self.gate.wait(30)
        return Finished(sample_report())

    def end(self) -> None:
        self.gate.set()

    stop = end


@pytest.fixture
def slow_jobs(monkeypatch: pytest.MonkeyPatch) -> Iterator[Jobs]:
    monkeypatch.setattr(jobs_module, "Worker", Slow)
    Slow.gate.clear()
    jobs = Jobs()
    yield jobs
    jobs.end()


def is_over(jobs: Jobs, job: Job) -> bool:
    now = jobs.get(job.id)
    return now is None or now.over


def test_two_run_some_wait_and_more_are_refused(slow_jobs: Jobs) -> None:
    """A refusal takes nothing away from those that were accepted."""
    started = [slow_jobs.start(PAIR.articles) for _ in range(MOST_RUNNING + MOST_WAITING)]
    until(lambda: sum(getattr(slow_jobs.get(job.id), "status", "") == "running" for job in started) == MOST_RUNNING)
    with pytest.raises(TooBusy):
        slow_jobs.start(PAIR.articles)

    Slow.gate.set()
    until(lambda: all(is_over(slow_jobs, job) for job in started))
    assert len({job.id for job in started}) == MOST_RUNNING + MOST_WAITING
    assert slow_jobs.start(PAIR.articles)


def test_only_the_last_ones_are_kept(slow_jobs: Jobs) -> None:
    """The oldest are forgotten."""
    Slow.gate.set()
    started = []
    for _ in range(MOST_KEPT + 5):
        started.append(slow_jobs.start(PAIR.articles))
        until(lambda: is_over(slow_jobs, started[-1]))
    until(lambda: slow_jobs.get(started[4].id) is None)

    assert [slow_jobs.get(job.id) is None for job in started] == [True] * 5 + [False] * MOST_KEPT


def test_large_ones_are_forgotten_sooner(slow_jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the size of the texts, but the last one always stays."""
    monkeypatch.setattr(jobs_module, "MOST_CHARACTERS", 1)
    Slow.gate.set()
    first = slow_jobs.start(PAIR.articles)
    until(lambda: is_over(slow_jobs, first))
    second = slow_jobs.start(PAIR.articles)
    until(lambda: slow_jobs.get(first.id) is None)

    until(lambda: is_over(slow_jobs, second))
    assert slow_jobs.get(second.id) is not None


def test_nothing_is_left_at_the_end() -> None:
    """Processes are gone, also those at work, and so are the articles."""
    before = at_work()
    jobs = Jobs()
    jobs.warm_up()
    running = jobs.start(LONG.articles)
    until(lambda: getattr(jobs.get(running.id), "step", Step("")).words.startswith("Looking for claims"))
    pids = at_work() - before
    jobs.end()

    assert pids
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
    assert jobs.get(running.id) is None
    with pytest.raises(TooBusy):
        jobs.start(PAIR.articles)
