"""What a run has done so far, in one file in its folder: a run that was killed goes on where it stopped.

Everything hangs on contents: an article that is the same as before, read by the same program, is not worked on again.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from discrepancy.corpus.pool import Failed
from discrepancy.corpus.traits import Traits
from discrepancy.corpus.work import Compared, Found
from discrepancy.errors import StoreError
from discrepancy.language.printable import printable
from discrepancy.store.database import named

NAME = "state.sqlite"
APPLICATION = 0x44534341  # "DSCA", where SQLite keeps the kind of a file
_EVERY = 10  # results that are put on the disk together
_TABLES = """
CREATE TABLE IF NOT EXISTS article (digest TEXT PRIMARY KEY, number INTEGER, id TEXT, path TEXT, packed BLOB,
    extraction BLOB, title TEXT, outlet TEXT, published TEXT, day INTEGER, terms TEXT, shingles BLOB, why TEXT);
CREATE TABLE IF NOT EXISTS event (digest TEXT PRIMARY KEY, number INTEGER, conflicts INTEGER, severe INTEGER,
    rows BLOB, page BLOB, why TEXT);
CREATE TABLE IF NOT EXISTS member (event TEXT, number INTEGER);
CREATE INDEX IF NOT EXISTS article_number ON article (number);
CREATE INDEX IF NOT EXISTS member_event ON member (event);
CREATE INDEX IF NOT EXISTS member_number ON member (number);
"""


@dataclass(frozen=True, slots=True)
class Listed:
    """An article as it is listed; ``why`` says why it was given up, ``event`` is empty then."""

    id: str
    path: str
    title: str | None
    outlet: str | None
    published: str | None
    event: str
    why: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """An event as it is listed; ``why`` says why it could not be compared."""

    digest: str
    articles: tuple[Listed, ...]
    conflicts: int
    severe: int
    why: str | None


class State:
    """The file in the folder ``out``, made where there is none; raises StoreError. One program at a time."""

    def __init__(self, out: Path) -> None:
        self.path = out / NAME
        self._unsaved = 0
        with self._named():
            self._db = sqlite3.connect(self.path, timeout=1.0)
            self._db.isolation_level = None
            self._db.execute("PRAGMA trusted_schema=OFF")
            (kind,) = self._db.execute("PRAGMA application_id").fetchone()
            if kind not in {0, APPLICATION}:
                raise StoreError(printable(str(self.path)), "is not of this program")
            # locked as long as this is open: two runs must not write into one folder
            self._db.execute("PRAGMA locking_mode=EXCLUSIVE")
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")
            self._db.executescript(f"BEGIN; PRAGMA application_id={APPLICATION}; {_TABLES} COMMIT")

    def close(self) -> None:
        """Save and close."""
        with self._named():
            self.save()
            self._db.close()

    @contextlib.contextmanager
    def _named(self) -> Iterator[None]:
        with named(str(self.path)):
            yield

    def save(self) -> None:
        """Put on the disk what was kept."""
        if self._db.in_transaction:
            self._db.execute("COMMIT")
        self._unsaved = 0

    def _write(self, words: str, values: Sequence[object] = ()) -> None:
        with self._named():
            if not self._db.in_transaction:
                self._db.execute("BEGIN")
            self._db.execute(words, values)
            self._unsaved += 1
            if self._unsaved >= _EVERY:
                self.save()

    def begin_reading(self) -> None:
        """Forget the order of the articles, and what failed: it is tried again."""
        self._write("UPDATE article SET number = NULL, why = NULL")

    def add(self, number: int, digest: str, name: str, path: str, packed: bytes) -> None:
        """An article that was read, as number ``number`` of the archive."""
        self._write(
            "INSERT INTO article (digest, number, id, path, packed) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (digest) DO UPDATE SET number = excluded.number",
            (digest, number, name, path, packed),
        )

    def end_reading(self) -> None:
        """Forget articles that are no longer in the archive."""
        self._write("DELETE FROM article WHERE number IS NULL")
        self.save()

    def unread(self) -> int:
        """How many articles are not extracted."""
        return self._count("SELECT count(*) FROM article WHERE extraction IS NULL")

    def articles(self) -> int:
        """How many articles there are."""
        return self._count("SELECT count(*) FROM article")

    def _count(self, words: str) -> int:
        with self._named():
            return int(self._db.execute(words).fetchone()[0])

    def to_extract(self) -> Iterator[tuple[str, bytes]]:
        """Digest and packed article, for those that are not extracted."""
        last = -1
        while True:
            with self._named():
                asked = (
                    "SELECT number, digest, packed FROM article WHERE extraction IS NULL AND number > ? "
                    "ORDER BY number LIMIT 1"
                )
                row = self._db.execute(asked, (last,)).fetchone()
            if row is None:
                return
            last = row[0]
            yield row[1], row[2]

    def keep_found(self, digest: str, found: Found | Failed) -> None:
        """What came of an article."""
        if isinstance(found, Failed):
            self._write("UPDATE article SET why = ? WHERE digest = ?", (found.why, digest))
            return
        traits = found.traits
        listed = (found.title, found.outlet, found.published, traits.day, " ".join(traits.terms), traits.shingles)
        self._write(
            "UPDATE article SET extraction = ?, title = ?, outlet = ?, published = ?, day = ?, "
            "terms = ?, shingles = ?, packed = NULL WHERE digest = ?",
            (found.extraction, *listed, digest),
        )

    def traits(self) -> dict[str, Traits]:
        """What articles are grouped by, by digest; those that were given up are left out."""
        with self._named():
            asked = "SELECT digest, day, terms, shingles FROM article WHERE extraction IS NOT NULL ORDER BY digest"
            return {
                digest: Traits(day, tuple(terms.split()), shingles)
                for digest, day, terms, shingles in self._db.execute(asked)
            }

    def numbers(self) -> dict[str, tuple[int, int]]:
        """Number and day (0 when unknown) of every article that was extracted, by digest."""
        with self._named():
            asked = "SELECT digest, number, coalesce(day, 0) FROM article WHERE extraction IS NOT NULL"
            return {digest: (number, day) for digest, number, day in self._db.execute(asked)}

    def set_events(self, events: Sequence[tuple[str, Sequence[int]]]) -> None:
        """The events in their order, each with its digest and the numbers of its articles; others are forgotten."""
        self.save()
        self._write("UPDATE event SET number = NULL, why = NULL")
        self._write("DELETE FROM member")
        for number, (digest, members) in enumerate(events):
            self._write(
                "INSERT INTO event (digest, number) VALUES (?, ?) "
                "ON CONFLICT (digest) DO UPDATE SET number = excluded.number",
                (digest, number),
            )
            for member in members:
                self._write("INSERT INTO member VALUES (?, ?)", (digest, member))
        self._write("DELETE FROM event WHERE number IS NULL")
        self.save()

    def uncompared(self) -> int:
        """How many events are not compared."""
        return self._count("SELECT count(*) FROM event WHERE rows IS NULL")

    def to_compare(self) -> Iterator[tuple[str, tuple[bytes, ...]]]:
        """Digest and packed extractions, in the order of the archive, of the events that are not compared."""
        last = -1
        while True:
            with self._named():
                asked = "SELECT number, digest FROM event WHERE rows IS NULL AND number > ? ORDER BY number LIMIT 1"
                row = self._db.execute(asked, (last,)).fetchone()
                if row is None:
                    return
                last = row[0]
                asked = (
                    "SELECT extraction FROM member JOIN article ON article.number = member.number "
                    "WHERE member.event = ? ORDER BY article.number"
                )
                packed = tuple(extraction for (extraction,) in self._db.execute(asked, (row[1],)))
            yield row[1], packed

    def keep_compared(self, digest: str, compared: Compared | Failed) -> None:
        """What came of an event."""
        if isinstance(compared, Failed):
            self._write("UPDATE event SET why = ? WHERE digest = ?", (compared.why, digest))
            return
        values = (compared.rows, compared.conflicts, compared.severe, compared.page, digest)
        self._write("UPDATE event SET rows = ?, conflicts = ?, severe = ?, page = ? WHERE digest = ?", values)

    def events(self) -> Iterator[Event]:
        """All events in their order."""
        with self._named():
            asked = (
                "SELECT event.digest, coalesce(conflicts, 0), coalesce(severe, 0), event.why, article.id, path, title, "
                "outlet, published, article.why FROM event JOIN member ON member.event = event.digest "
                "JOIN article ON article.number = member.number ORDER BY event.number, article.number"
            )
            event: Event | None = None
            for digest, conflicts, severe, why, *listed, failed in self._db.execute(asked):
                name, path, title, outlet, published = listed
                one = Listed(name, path, title, outlet, published, digest, failed)
                if event is not None and event.digest == digest:
                    event = Event(digest, (*event.articles, one), conflicts, severe, why)
                    continue
                if event is not None:
                    yield event
                event = Event(digest, (one,), conflicts, severe, why)
            if event is not None:
                yield event

    def listed(self) -> Iterator[Listed]:
        """All articles in the order of the archive."""
        with self._named():
            asked = (
                "SELECT article.id, path, title, outlet, published, coalesce(event, ''), why FROM article "
                "LEFT JOIN member ON member.number = article.number ORDER BY article.number"
            )
            for row in self._db.execute(asked):
                yield Listed(*row)

    def rows(self) -> Iterator[tuple[str, bytes]]:
        """Digest and packed rows of every event that was compared, in order."""
        with self._named():
            yield from self._db.execute("SELECT digest, rows FROM event WHERE rows IS NOT NULL ORDER BY number")

    def pages(self) -> Iterator[tuple[str, bytes]]:
        """Digest and packed page of every event with conflicts."""
        with self._named():
            yield from self._db.execute("SELECT digest, page FROM event WHERE conflicts > 0 ORDER BY number")
