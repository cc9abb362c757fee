"""What was found in articles, kept by their content: nothing that was read before is parsed again."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import Self

from discrepancy.errors import StoreError
from discrepancy.language.printable import printable
from discrepancy.model import Document, Extraction
from discrepancy.store.articles import made_with
from discrepancy.store.database import CACHE, changing, connect, named
from discrepancy.store.plain import from_plain, to_plain


class Cache:
    """The cache at ``path``, made where there is none, for what is found with the language model ``model``.

    An entry is found again by all that an extraction depends on: the article but for its name, the model, and every
    file of this package, lexicons included. Every method raises StoreError when the file cannot be used.
    """

    def __init__(self, path: str, model: str) -> None:
        self._path, self._made = path, made_with(model)
        self._connection = connect(path, create=True, kind=CACHE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def extraction(self, document: Document) -> Extraction | None:
        """What was found in ``document``, None when that is not known."""
        with named(self._path):
            asked = "SELECT body FROM found WHERE digest = ? AND made_with = ?"
            row = self._connection.execute(asked, (_digest(document), self._made)).fetchone()
        return None if row is None else _named(document.id, document.path, document.text, self._kept(row[0]))

    def keep(self, document: Document, extraction: Extraction) -> None:
        """Keep what was found in ``document``; what other versions of this program found is dropped."""
        body = to_plain(_named("", "", "", extraction))
        with named(self._path), changing(self._connection):
            self._connection.execute("DELETE FROM found WHERE made_with != ?", (self._made,))
            row = _digest(document), self._made, body
            self._connection.execute("INSERT OR REPLACE INTO found VALUES (?, ?, ?)", row)

    def _kept(self, body: str) -> Extraction:
        try:
            found = from_plain(body)
        except ValueError as error:
            raise StoreError(printable(self._path), f"is damaged ({printable(str(error))})") from None
        if not isinstance(found, Extraction):
            raise StoreError(printable(self._path), "is damaged (holds no Extraction)")
        return found


def _digest(document: Document) -> str:
    return sha256(to_plain(replace(document, id="", path="")).encode()).hexdigest()


def _named(name: str, path: str, text: str, extraction: Extraction) -> Extraction:
    """``extraction`` as that of an article with another name, and with ``text`` for its text."""
    claims = tuple(
        replace(
            claim,
            id=f"{name}:{claim.id.rpartition(':')[2]}",
            document=name,
            evidence=replace(claim.evidence, document=name),
        )
        for claim in extraction.claims
    )
    return replace(extraction, document=replace(extraction.document, id=name, path=path, text=text), claims=claims)
