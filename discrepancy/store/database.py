"""The files of this program: made whole, opened only when they are ours, never changed when they are not."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from discrepancy.errors import StoreError
from discrepancy.language.printable import error_words, printable

PATIENCE = 30.0  # seconds to wait for another writer
_HEADER = 100
_MAGIC = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file.

    name      what messages call it
    mark      four letters, where SQLite keeps the kind of a file
    version   rises with the tables and with the fields of what they hold by their order
    """

    name: str
    mark: bytes
    version: int
    tables: str


STORE = FileKind(
    "store",
    b"DSCR",
    2,
    """
CREATE TABLE article
    (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, digest TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
CREATE TABLE extraction (id TEXT PRIMARY KEY, made_with TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE review (fingerprint TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE look (number INTEGER PRIMARY KEY, settings TEXT NOT NULL, body TEXT NOT NULL);
""",
)
CACHE = FileKind(
    "cache",
    b"DSCC",
    1,
    "CREATE TABLE found (digest TEXT PRIMARY KEY, made_with TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;",
)


def is_store(path: str) -> bool:
    """Whether there is a database of any kind at ``path``."""
    return _header(path).startswith(_MAGIC)


def connect(path: str, *, create: bool, kind: FileKind = STORE) -> sqlite3.Connection:
    """The database at ``path``; raises StoreError when it is not there (unless ``create``) or not ours."""
    with named(path):
        if create and not os.path.lexists(path):
            _make(Path(path), kind)
        _refuse_others(path, kind)
        connection = sqlite3.connect(f"{Path(path).resolve().as_uri()}?mode=rw", uri=True, timeout=PATIENCE)
        connection.isolation_level = None  # transactions are begun where they belong
        connection.execute("PRAGMA trusted_schema=OFF")  # the file may come from anybody
        connection.execute("PRAGMA synchronous=FULL")  # what is acknowledged survives a loss of power
        return connection


@contextlib.contextmanager
def changing(connection: sqlite3.Connection) -> Iterator[None]:
    """One transaction, held from the first look on: committed when this ends, undone when it fails."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


@contextlib.contextmanager
def named(path: str) -> Iterator[None]:
    """Give an error of the database or the file system the name that the user gave."""
    try:
        yield
    except (sqlite3.OperationalError, OSError, ValueError, RuntimeError) as error:
        raise StoreError(printable(path), error_words(error)) from None
    except sqlite3.Error as error:
        raise StoreError(printable(path), f"is damaged ({printable(str(error))})") from None


def _header(path: str) -> bytes:
    try:
        with Path(path).open("rb") as file:
            return file.read(_HEADER)
    except (OSError, ValueError):
        return b""


def _refuse_others(path: str, wanted: FileKind) -> None:
    """Look at the bytes: SQLite itself might repair, and so change, a file that belongs to somebody else."""
    if not Path(path).is_file():
        raise StoreError(printable(path), "is not a file" if os.path.lexists(path) else "no such file")
    header = _header(path)
    mark, version = header[68:72], int.from_bytes(header[60:64], "big")
    if not header.startswith(_MAGIC) or mark != wanted.mark:
        raise StoreError(printable(path), f"is no {wanted.name} of this program")
    if version != wanted.version:
        told = f"{wanted.name} {version}, not {wanted.version}"
        raise StoreError(printable(path), f"is of another version of this program ({told})")


def _make(path: Path, kind: FileKind) -> None:
    """An empty file, for its owner alone: finished beside its place, then put there unless something else is."""
    handle, name = tempfile.mkstemp(prefix=".discrepancy-", dir=path.resolve().parent)
    os.close(handle)
    try:
        with contextlib.closing(sqlite3.connect(name)) as connection:
            mark = int.from_bytes(kind.mark, "big")
            connection.executescript(f"PRAGMA application_id={mark}; PRAGMA user_version={kind.version}; {kind.tables}")
            connection.execute("PRAGMA journal_mode=WAL")
        with contextlib.suppress(FileExistsError):  # somebody else made it in the meantime
            os.link(name, path)
    finally:
        Path(name).unlink()
    folder = os.open(path.resolve().parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
