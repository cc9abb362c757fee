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

from discrepancy.changes import changes, look_of
from discrepancy.errors import DiscrepancyError
from discrepancy.model import Document, Extraction, Report
from discrepancy.read.documents import Reading
from discrepancy.read.handed import Handed, Pasted
from discrepancy.review import apply_reviews
from discrepancy.settings import Settings
from discrepancy.store.investigation import Investigation

SECONDS_TO_START = 120.0
MOST_ARTICLES = 50
FEWEST_ARTICLES = 2


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be compared; ``db`` is a store whose articles take part and that keeps the new ones."""

    articles: tuple[Handed, ...]
    settings: Settings = Settings()
    db: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """How far a comparison is: ``words`` say what is being done, ``done`` of ``of`` articles are behind it."""

    words: str
    done: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class Finished:
    """A report and what it does not say itself, one line each.

    warnings   what was lost on the way to it
    changes    what is different from the last look at the store
    """

    report: Report
    warnings: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()


FIRST = Task((Pasted("The mayor said that two people were hurt."),) * 2)


class Unfinished(Exception):
    """A comparison that gave no report; its words say why."""


class Worker:
    """One process; it starts with the first task and again after it was stopped. Not for two threads at once."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._ended = False

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
    from discrepancy.stored import extract_stored, keep_look, open_investigation

    def look(document: Document, done: int, of: int) -> None:
        tell(Step(f"Looking for claims in {document.id}", done, of))

    tell(Step("Reading the articles", 0, len(task.articles)))
    with open_investigation(task.db) as store:
        held = store.ids() if store else frozenset()
        reading = read_handed(task.articles, taken=held)
        if store and not held and len(reading.documents) == 1:
            store.add(reading.documents[0])
            return "the article is in the store now; a comparison needs one more"
        problem = _problem(reading, len(held))
        if problem:
            return problem
        extractions: list[Extraction] = []
        if store:
            extractions += extract_stored(store, reading.documents, task.settings, look)
        else:
            for number, document in enumerate(reading.documents):
                look(document, number, len(reading.documents))
                extractions += pipeline.extract((document,), settings=task.settings)
        tell(Step("Comparing the claims", len(extractions), len(extractions)))
        report = pipeline.compare_extractions(extractions, settings=task.settings, unread=reading.unread)
        changed = _changes(store, report, task.settings) if store else ()
        if store:
            keep_look(store, apply_reviews(report, store.reviews()), task.settings, decided=True)
    told = tuple(line for document in reading.documents for line in document.warnings)
    warnings = tuple(line for line in reading.warnings if not told or not line.endswith(told))
    return Finished(report, warnings, changed)


def _problem(reading: Reading, held: int) -> str:
    """Why what was read cannot be compared, with ``held`` articles in a store beside it; nothing when it can."""
    number = len(reading.documents)
    if number + held < FEWEST_ARTICLES:
        return "; ".join(f"{one.path}: {one.why}" for one in reading.unread) or "two articles or more are needed"
    if number > MOST_ARTICLES:
        return f"there are {number} articles; the page compares at most {MOST_ARTICLES}"
    return ""


def _changes(store: Investigation, report: Report, settings: Settings) -> tuple[str, ...]:
    """What is different from the last look at ``store`` with the same settings, one line each."""
    now = look_of(report, settings.kinds)
    looks = store.looks()
    if not looks or looks[-1]["settings"] != now["settings"]:
        return ()
    found = changes(looks[-1], now)
    return tuple(f"{one.what}: {one.words}{f' ({one.detail})' if one.detail else ''}" for one in found)
