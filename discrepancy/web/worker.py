"""A process of its own for comparisons: it can be stopped, and when it dies the page lives on.

The language model is loaded once in each process. The process hears nothing but this program, through one pipe.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from discrepancy.errors import DiscrepancyError
from discrepancy.model import Extraction, Report
from discrepancy.read.handed import Handed, Pasted
from discrepancy.settings import Settings

SECONDS_TO_START = 120.0
MOST_ARTICLES = 50
FEWEST_ARTICLES = 2


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be compared."""

    articles: tuple[Handed, ...]
    settings: Settings = Settings()


@dataclass(frozen=True, slots=True)
class Step:
    """How far a comparison is: ``words`` say what is being done, ``done`` of ``of`` articles are behind it."""

    words: str
    done: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class Finished:
    """A report, and what was lost on the way to it that the report does not say, one line each."""

    report: Report
    warnings: tuple[str, ...] = ()


FIRST = Task((Pasted("The mayor said that two people were hurt."),) * 2)


class Unfinished(Exception):
    """A comparison that gave no report; its words say why."""


class Worker:
    """One process; it starts with the first task and again after it was stopped. Not for two threads at once."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._ended = False

    @property
    def pid(self) -> int | None:
        """The number of the process; None where none runs."""
        return self._process.pid if self._process else None

    def run(self, task: Task, *, seconds: float, tell: Callable[[Step], None]) -> Finished:
        """The outcome of ``task``; raises Unfinished. ``tell`` hears every step."""
        try:
            self.warm_up()
            return self._outcome(task, seconds, tell)
        except (EOFError, OSError):
            self.stop()
            raise Unfinished("the comparison was ended from outside, or there was not enough memory for it") from None

    def warm_up(self) -> None:
        """Start the process if none runs, and wait until the language model is loaded; raises Unfinished."""
        if self._ended:
            raise Unfinished("the program is ending")
        if self._pipe is None or self._process is None or not self._process.is_alive():
            self._start()

    def end(self) -> None:
        """Stop for good; may be called from another thread than the one that runs tasks."""
        self._ended = True
        process = self._process
        if process:
            with suppress(ValueError):  # its own thread was faster
                process.kill()

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        if self._process:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._pipe:
            self._pipe.close()
        self._process = self._pipe = None

    def _start(self) -> None:
        self.stop()
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs,), daemon=True, name="discrepancy-worker")
        self._process.start()
        theirs.close()  # the pipe must end with the process
        self._hear(SECONDS_TO_START, "the language model did not load in time")

    def _outcome(self, task: Task, seconds: float, tell: Callable[[Step], None]) -> Finished:
        deadline = time.monotonic() + seconds
        too_long = f"took longer than {seconds:.0f} seconds and was stopped; compare fewer or shorter articles"
        if self._pipe:
            self._pipe.send(task)
        while True:
            heard = self._hear(deadline - time.monotonic(), too_long)
            if isinstance(heard, Finished):
                return heard
            if isinstance(heard, Step):
                tell(heard)
            else:
                raise Unfinished(str(heard))

    def _hear(self, seconds: float, too_long: str) -> object:
        """The next thing the process says."""
        if self._pipe is None:
            raise EOFError
        if not self._pipe.poll(max(0.0, seconds)):
            self.stop()
            raise Unfinished(too_long)
        return self._pipe.recv()


def serve(pipe: Connection) -> None:
    """The life of the process: load, then task after task until the pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the page, which then ends this process
    # loads the language model and everything else; what goes wrong is said again, in words, by the first task
    outcome(FIRST, lambda _: None)
    try:
        pipe.send("ready")
        while True:
            pipe.send(outcome(pipe.recv(), pipe.send))
    except (EOFError, OSError):
        return


def outcome(task: Task, tell: Callable[[Step], None]) -> Finished | str:
    """Read, extract and compare; words where that is not possible."""
    try:
        return _compare(task, tell)
    except DiscrepancyError as error:
        return str(error)
    except MemoryError:
        return "there was not enough memory; compare fewer or shorter articles"
    except Exception as error:
        # the message of the error may quote an article
        return f"unexpected {type(error).__name__}; the same articles on the command line with --debug show where"


def _compare(task: Task, tell: Callable[[Step], None]) -> Finished | str:
    from discrepancy import pipeline
    from discrepancy.read import read_handed

    tell(Step("Reading the articles", 0, len(task.articles)))
    reading = read_handed(task.articles)
    documents = reading.documents
    unread = "; ".join(f"{one.path}: {one.why}" for one in reading.unread)
    if len(documents) < FEWEST_ARTICLES:
        return unread or "two articles or more are needed"
    if len(documents) > MOST_ARTICLES:
        return f"there are {len(documents)} articles; the page compares at most {MOST_ARTICLES}"
    extractions: list[Extraction] = []
    for number, document in enumerate(documents):
        tell(Step(f"Looking for claims in {document.id}", number, len(documents)))
        extractions += pipeline.extract((document,), settings=task.settings)
    tell(Step("Comparing the claims", len(documents), len(documents)))
    report = pipeline.compare_extractions(extractions, settings=task.settings, unread=reading.unread)
    told = tuple(line for document in documents for line in document.warnings)
    return Finished(report, tuple(line for line in reading.warnings if not told or not line.endswith(told)))
