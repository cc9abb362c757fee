"""Comparisons asked for on the page: a few run, a few wait, the last ones are kept in memory until the page ends."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from queue import SimpleQueue
from typing import Any, Literal

from discrepancy.model import Report
from discrepancy.read.handed import Handed
from discrepancy.settings import Settings
from discrepancy.store.investigation import Investigation
from discrepancy.web.worker import FEWEST_ARTICLES, Step, Task, Unfinished, Worker

MOST_RUNNING = 2
MOST_WAITING = 8
MOST_KEPT = 20
MOST_CHARACTERS = 40_000_000
SECONDS = 60.0

Status = Literal["waiting", "running", "done", "failed"]
WAITING = Step("Waiting for other comparisons")


@dataclass(frozen=True, slots=True)
class Job:
    """One comparison as it stands.

    id         cannot be guessed: whoever knows it sees the articles
    step       what is being done
    report     there once the status is "done"
    why        there once the status is "failed"
    warnings   what was lost on the way to the report
    changes    what is different from the last look at the store
    """

    id: str
    status: Status = "waiting"
    step: Step = WAITING
    report: Report | None = None
    why: str = ""
    warnings: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()

    @property
    def over(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.status in ("done", "failed")


class TooBusy(Exception):
    """Too many comparisons are waiting."""


class Jobs:
    """All comparisons of one page, with the store ``db`` where one is named; for any thread."""

    def __init__(self, *, db: str | None = None) -> None:
        self._db = db
        self._jobs: dict[str, Job] = {}
        self._lock = threading.Lock()
        self._workers = tuple(Worker() for _ in range(MOST_RUNNING))
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(MOST_RUNNING, thread_name_prefix="comparison")
        self._ended = False

    @property
    def fewest(self) -> int:
        """How many articles a comparison needs at least; a store may hold enough itself."""
        return FEWEST_ARTICLES if self._db is None else 0

    def held(self) -> int | None:
        """How many articles the store holds; None without a store. Raises StoreError."""
        if self._db is None:
            return None
        with Investigation(self._db) as store:
            return len(store.ids())

    def start(self, articles: Sequence[Handed], settings: Settings = Settings()) -> Job:
        """A new comparison, under way or waiting; raises TooBusy."""
        with self._lock:
            if self._ended or sum(not job.over for job in self._jobs.values()) >= MOST_RUNNING + MOST_WAITING:
                raise TooBusy
            job = Job(secrets.token_urlsafe(24))
            self._jobs[job.id] = job
            self._threads.submit(self._run, job.id, Task(tuple(articles), settings, self._db))
        return job

    def warm_up(self) -> None:
        """Load the language model for the first comparison while its articles are still being chosen."""
        self._threads.submit(self._warm_up)

    def get(self, identity: str) -> Job | None:
        """The comparison as it stands now; None where there is none of that id, or no more."""
        with self._lock:
            return self._jobs.get(identity)

    def end(self) -> None:
        """Stop everything and forget it."""
        with self._lock:
            self._ended = True
            self._jobs.clear()
        for worker in self._workers:
            worker.end()
        self._threads.shutdown(wait=True, cancel_futures=True)
        for worker in self._workers:
            worker.stop()

    def _warm_up(self) -> None:
        worker = self._idle.get()
        try:
            worker.warm_up()
        except (Unfinished, EOFError, OSError):
            worker.stop()  # the first comparison tries again, and says what is wrong
        finally:
            self._idle.put(worker)

    def _run(self, identity: str, task: Task) -> None:
        worker = self._idle.get()
        try:
            self._change(identity, status="running", step=Step("Loading the language model"))
            finished = worker.run(task, seconds=SECONDS, tell=lambda step: self._change(identity, step=step))
            told = {"warnings": finished.warnings, "changes": finished.changes}
            self._change(identity, status="done", report=finished.report, **told)
        except Unfinished as error:
            self._change(identity, status="failed", why=str(error))
        except Exception as error:  # whatever else: it must not end as a comparison that never ends
            self._change(identity, status="failed", why=f"unexpected {type(error).__name__}")
        finally:
            self._idle.put(worker)
            self._forget_the_oldest()

    def _change(self, identity: str, **what: Any) -> None:
        with self._lock:
            if identity in self._jobs:
                self._jobs[identity] = replace(self._jobs[identity], **what)

    def _forget_the_oldest(self) -> None:
        with self._lock:
            over = [job for job in self._jobs.values() if job.over]
            characters = 0
            for number, job in enumerate(reversed(over)):
                characters += sum(len(document.text) for document in job.report.documents) if job.report else 0
                if number and (number >= MOST_KEPT or characters > MOST_CHARACTERS):
                    del self._jobs[job.id]
