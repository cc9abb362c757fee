"""A whole archive, from its articles to the conflicts of each event: read, extract, group, compare, write."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from discrepancy.corpus.archive import Archive
from discrepancy.corpus.grouping import group
from discrepancy.corpus.outputs import write
from discrepancy.corpus.pool import Failed, Pool, Result, Task
from discrepancy.corpus.state import NAME, State
from discrepancy.corpus.traits import Traits
from discrepancy.corpus.work import Compared, Found, compare, find
from discrepancy.errors import WriteError
from discrepancy.language.printable import printable
from discrepancy.model import Unread
from discrepancy.settings import Settings
from discrepancy.store.articles import made_with

LITTLE = 20  # articles or events that are not worth a process of their own
Tell = Callable[[str, int, int], None]  # what is being done, how many are done, of how many


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to.

    failed   articles and events that were given up, by name, with the cause
    died     processes that were gone before their work was done; others did it again
    """

    articles: int
    events: int
    conflicts: int
    failed: tuple[Unread, ...]
    died: int
    unread: tuple[Unread, ...]
    warnings: tuple[str, ...]


class Engine(Protocol):
    """What does the work on articles and events; each result comes with the name of its task, in any order."""

    @property
    def died(self) -> int:
        """How many processes were gone before their work was done."""

    def find(self, articles: Iterable[tuple[str, bytes]], number: int) -> Iterator[tuple[str, Found | Failed]]:
        """Extract ``number`` packed articles."""

    def group(self, articles: Mapping[str, Traits]) -> tuple[tuple[str, ...], ...]:
        """Put the names of ``articles`` into events."""

    def compare(
        self, events: Iterable[tuple[str, tuple[bytes, ...]]], number: int
    ) -> Iterator[tuple[str, Compared | Failed]]:
        """Compare the packed extractions of ``number`` events."""


class Processes:
    """This machine: ``jobs`` processes, and none where there is little to do."""

    def __init__(self, settings: Settings, jobs: int) -> None:
        self._settings, self._jobs = settings, jobs
        self._pools: list[Pool[Any, Any]] = []

    @property
    def died(self) -> int:
        """How many processes were gone before their work was done."""
        return sum(pool.died for pool in self._pools)

    def find(self, articles: Iterable[tuple[str, bytes]], number: int) -> Iterator[tuple[str, Found | Failed]]:
        """Extract."""
        return self._over(partial(find, model=self._settings.model), articles, number)

    def group(self, articles: Mapping[str, Traits]) -> tuple[tuple[str, ...], ...]:
        """Group, in this process."""
        return group(articles)

    def compare(
        self, events: Iterable[tuple[str, tuple[bytes, ...]]], number: int
    ) -> Iterator[tuple[str, Compared | Failed]]:
        """Compare."""
        return self._over(partial(compare, settings=self._settings), events, number)

    def _over(
        self, work: Callable[[Task], Result], tasks: Iterable[tuple[str, Task]], number: int
    ) -> Iterator[tuple[str, Result | Failed]]:
        pool = Pool(work, 0 if number <= LITTLE else self._jobs)
        self._pools.append(pool)
        return pool.run(tasks)


def run(source: str, out: str, settings: Settings, formats: tuple[str, ...], engine: Engine, tell: Tell) -> Outcome:
    """Compare the archive ``source`` and write what is found into the folder ``out``; raises DiscrepancyError."""
    archive, folder = Archive(source), _folder(out)
    state = State(folder)
    try:
        _read(archive, state, settings, tell)
        _extract(state, engine, tell)
        events = _group(state, settings, engine, tell)
        _compare(state, engine, tell)
        conflicts, failed = write(state, folder, formats, archive.unread)
        return Outcome(
            state.articles(), events, conflicts, failed, engine.died, tuple(archive.unread), tuple(archive.warnings)
        )
    finally:
        state.close()


def _folder(out: str) -> Path:
    """The folder to write into: a new one, an empty one or one of an earlier run."""
    folder = Path(out)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()) and not (folder / NAME).is_file():
            raise WriteError(printable(out), "is not empty, and not from an earlier run")
    except OSError as error:
        raise WriteError(printable(out), (error.strerror or "cannot be made").lower()) from None
    return folder


def _read(archive: Archive, state: State, settings: Settings, tell: Tell) -> None:
    made = made_with(settings.model).encode()
    state.begin_reading()
    number = 0
    for number, article in enumerate(archive.articles(), 1):
        packed = article.packed()
        state.add(number, hashlib.sha256(made + packed).hexdigest(), article.id, article.path, packed)
        tell("reading", number, 0)
    state.end_reading()
    tell("reading", number, number)


def _extract(state: State, engine: Engine, tell: Tell) -> None:
    number = state.unread()
    for done, (digest, found) in enumerate(engine.find(state.to_extract(), number), 1):
        state.keep_found(digest, found)
        tell("extracting", done, number)
    state.save()


def _group(state: State, settings: Settings, engine: Engine, tell: Tell) -> int:
    """Put the articles into events; the events in the order of their first day, then of the archive."""
    numbers = state.numbers()
    tell("grouping", 0, len(numbers))
    events = []
    for members in engine.group(state.traits()):
        ordered = sorted(members, key=lambda digest: numbers[digest][0])
        names = "\n".join([*ordered, repr(settings)])
        first = min(numbers[digest][1] for digest in ordered), numbers[ordered[0]][0]
        events.append((first, hashlib.sha256(names.encode()).hexdigest(), [numbers[digest][0] for digest in ordered]))
    state.set_events([(digest, members) for _, digest, members in sorted(events)])
    tell("grouping", len(numbers), len(numbers))
    return len(events)


def _compare(state: State, engine: Engine, tell: Tell) -> None:
    number = state.uncompared()
    for done, (digest, compared) in enumerate(engine.compare(state.to_compare(), number), 1):
        state.keep_compared(digest, compared)
        tell("comparing", done, number)
    state.save()
