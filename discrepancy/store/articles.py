"""The articles of an investigation and what was found in them: added over days, each kept once."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any, Self, TypeVar

import discrepancy
from discrepancy.errors import StoreError
from discrepancy.language.printable import printable
from discrepancy.model import Document, Extraction
from discrepancy.store.database import changing, connect, named
from discrepancy.store.plain import from_plain, to_plain

Kept = TypeVar("Kept", Document, Extraction)


class Articles:
    """The store at ``path``. What a method returned from is on the disk, whatever happens to the machine then.

    create   make an empty store where there is none

    Every method raises StoreError when the file cannot be used.
    """

    def __init__(self, path: str, *, create: bool = False) -> None:
        self.path = path
        self._connection = connect(path, create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def check(self) -> None:
        """Read the whole file; raises StoreError when it is damaged."""
        with named(self.path):
            for (found,) in self._connection.execute("PRAGMA integrity_check"):
                if found != "ok":
                    raise StoreError(printable(self.path), f"is damaged ({printable(str(found))})")

    def add(self, document: Document) -> tuple[str, bool]:
        """Keep ``document``; returns its id in the store and whether it is new.

        The same words from the same outlet are the same article, whatever file they come from.
        """
        words = [document.text, document.title, document.outlet, str(document.published), document.url]
        digest = sha256(json.dumps(words).encode()).hexdigest()
        with named(self.path), changing(self._connection):
            known = self._connection.execute("SELECT id FROM article WHERE digest = ?", (digest,)).fetchone()
            if known is not None:
                return str(known[0]), False
            name = document.id
            if self._connection.execute("SELECT 1 FROM article WHERE id = ?", (name,)).fetchone():
                taken = self.ids()  # another writer was faster
                name = next(new for n in count(2) if (new := f"{name}-{n}") not in taken)
            body = to_plain(replace(document, id=name))
            self._connection.execute("INSERT INTO article (id, digest, body) VALUES (?, ?, ?)", (name, digest, body))
        return name, True

    def ids(self) -> frozenset[str]:
        """The ids of all articles."""
        with named(self.path):
            return frozenset(name for (name,) in self._connection.execute("SELECT id FROM article"))

    def documents(self) -> tuple[Document, ...]:
        """All articles in the order in which they were added."""
        with named(self.path):
            rows = self._connection.execute("SELECT body FROM article ORDER BY number").fetchall()
            return tuple(self._kept(body, Document) for (body,) in rows)

    def extraction(self, document: Document, made: str) -> Extraction | None:
        """What was found in ``document`` by the program ``made_with``; None when that is not known."""
        with named(self.path):
            asked = "SELECT body FROM extraction WHERE id = ? AND made_with = ?"
            row = self._connection.execute(asked, (document.id, made)).fetchone()
            if row is None:
                return None
            found = self._kept(row[0], Extraction)
        return replace(found, document=replace(found.document, text=document.text))

    def keep_extraction(self, extraction: Extraction, made: str) -> None:
        """Keep what was found in an article of the store, so that it need not be parsed again."""
        document = extraction.document
        body = to_plain(replace(extraction, document=replace(document, text="")))  # the text is there already
        with named(self.path), changing(self._connection):
            row = document.id, made, body
            self._connection.execute("INSERT OR REPLACE INTO extraction VALUES (?, ?, ?)", row)

    def _kept(self, body: str, kind: type[Kept]) -> Kept:
        try:
            found: Any = from_plain(body)
        except ValueError as error:
            raise StoreError(printable(self.path), f"is damaged ({printable(str(error))})") from None
        if not isinstance(found, kind):
            raise StoreError(printable(self.path), f"is damaged (holds no {kind.__name__})")
        return found


@lru_cache
def made_with(model: str) -> str:
    """A name for all that decides what is found in an article: the language model and every file of this package."""
    package = Path(discrepancy.__file__).parent
    digest = sha256()
    for path in sorted(package.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(f"{path.relative_to(package).as_posix()}\n".encode() + sha256(path.read_bytes()).digest())
    return f"{discrepancy.__version__} {model} {digest.hexdigest()[:16]}"
