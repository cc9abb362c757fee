"""Articles named on a command line or in code, as documents."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

from discrepancy.errors import ReadError
from discrepancy.language.printable import printable
from discrepancy.model import Document, Unread
from discrepancy.read.document import to_document
from discrepancy.read.draft import Contents
from discrepancy.read.formats import FORMATS
from discrepancy.read.open_file import file_bytes, stream_bytes
from discrepancy.read.plain_text import read_text


@dataclass(frozen=True, slots=True)
class Reading:
    """What a list of inputs gave.

    unread     inputs that could not be read, and why
    warnings   one line each, beginning with the name of the file
    """

    documents: tuple[Document, ...]
    unread: tuple[Unread, ...] = ()
    warnings: tuple[str, ...] = ()


def read_document(source: str | os.PathLike[str]) -> Document:
    """The one article in the file ``source``; raises ReadError."""
    path = os.fspath(source)
    drafts = _contents(path, None).drafts
    if len(drafts) != 1:
        raise ReadError(printable(path), "holds several articles; use read_documents")
    return to_document(drafts[0], _stem(path), printable(path))


def read_documents(arguments: Sequence[str], *, stdin: BinaryIO | None = None) -> Reading:
    """Every article that ``arguments`` name; ``-`` is ``stdin``. What cannot be read is listed, not raised."""
    documents: list[Document] = []
    unread: list[Unread] = []
    warnings: list[str] = []
    stems: Counter[str] = Counter()
    for path in arguments:
        try:
            contents = _contents(path, stdin)
        except ReadError as error:
            unread.append(Unread(error.path, error.reason))
            continue
        for draft in contents.drafts:
            stem = _stem(path)
            stems[stem] += 1
            identity = stem if stems[stem] == 1 else f"{stem}-{stems[stem]}"
            documents.append(to_document(draft, identity, printable(path)))
    return Reading(tuple(documents), tuple(unread), tuple(warnings))


def _contents(path: str, stdin: BinaryIO | None) -> Contents:
    if path == "-" and stdin is not None:
        return read_text(stream_bytes(stdin, "standard input"), "standard input")
    reader = FORMATS.get(PurePath(path).suffix.lower(), read_text)
    return reader(file_bytes(path), printable(path))


def _stem(path: str) -> str:
    return "stdin" if path == "-" else printable(PurePath(path).stem)
