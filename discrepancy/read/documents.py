"""Articles named on a command line or in code, as documents."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path, PurePath
from typing import BinaryIO

from discrepancy.errors import ReadError
from discrepancy.language.printable import printable
from discrepancy.model import Document, Unread
from discrepancy.read.document import to_document
from discrepancy.read.draft import Contents, Draft
from discrepancy.read.formats import read_piped, reader_for
from discrepancy.read.inputs import STANDARD_INPUT, expand, is_web
from discrepancy.read.open_file import file_bytes, is_idle, stream_bytes
from discrepancy.read.packed import without_packing
from discrepancy.read.web_page import page_stem, read_page

LONGEST_ID = 80


@dataclass(frozen=True, slots=True)
class Reading:
    """What a list of inputs gave.

    unread     inputs that could not be read, and why
    warnings   one line each, beginning with the name of the file; those of the documents are among them
    """

    documents: tuple[Document, ...]
    unread: tuple[Unread, ...] = ()
    warnings: tuple[str, ...] = ()


def read_document(source: str | os.PathLike[str]) -> Document:
    """The one article in the file ``source``; raises ReadError."""
    path = os.fspath(source)
    drafts = _file(path).drafts
    if len(drafts) != 1:
        raise ReadError(printable(path), f"holds {len(drafts)} articles; use read_documents")
    return to_document(drafts[0], _stem(path), printable(path))


def read_documents(arguments: Sequence[str], *, stdin: BinaryIO | None = None, taken: Collection[str] = ()) -> Reading:
    """Every article that ``arguments`` name: files, folders, globs, web addresses and ``-`` for ``stdin``.

    What cannot be read is listed in the result, not raised. The same file twice counts once. ``taken`` are ids of
    articles that were read before.
    """
    inputs = expand(arguments)
    unread, warnings = list(inputs.unread), list(inputs.warnings)
    read: list[tuple[str, Contents]] = []
    for path in inputs.paths:
        try:
            read.append((path, _contents(path, stdin)))
        except ReadError as error:
            unread.append(Unread(error.path, error.reason))
    return to_reading(read, unread, warnings, taken=taken)


def to_reading(
    read: Sequence[tuple[str, Contents]],
    unread: Sequence[Unread] = (),
    warnings: Sequence[str] = (),
    *,
    taken: Collection[str] = (),
) -> Reading:
    """Documents with ids of their own, none of them in ``taken``, from what was read under each path or label."""
    told = [*warnings, *(f"{printable(path)}: {line}" for path, contents in read for line in contents.warnings)]
    documents: list[Document] = []
    for path, draft, identity, note, about in _named(read, taken):
        shown = f"{printable(path)}/{draft.inside}" if draft.inside else printable(path)
        document = to_document(draft, identity, shown)
        label = shown if document.id == _stem(shown) else f"{shown}: article {document.id}"
        told += (f"{label}: {warning}" for warning in (*note, *document.warnings))
        documents.append(replace(document, warnings=(*about, *document.warnings)) if about else document)
    left = (one for _, contents in read for one in contents.unread)
    return Reading(tuple(documents), (*unread, *left), tuple(told))


def _named(
    read: Sequence[tuple[str, Contents]], before: Collection[str]
) -> Iterator[tuple[str, Draft, str, tuple[str, ...], tuple[str, ...]]]:
    """Path, draft, unique id and a note about a repeated id, for every article.

    With the first article of a file come the warnings about the file itself, which is nowhere else in a report.

    An id hangs on what was read before, never on what comes after: articles that are added one by one have the same.
    """
    ids = Ids(before)
    for path, contents in read:
        for number, draft in enumerate(contents.drafts, 1):
            wanted = wanted_id(path, draft, number if contents.several else None)
            unique = ids.unique(wanted)
            note = (f"the id {wanted} was taken before",) if draft.id and unique != wanted else ()
            yield path, draft, unique, note, contents.warnings if number == 1 else ()


class Ids:
    """Ids that were given out; ``taken`` are those of articles that were read before."""

    def __init__(self, taken: Collection[str] = ()) -> None:
        self._taken = set(taken)
        self._last: dict[str, int] = {}

    def unique(self, wanted: str) -> str:
        """``wanted``, or where it is taken the same with a number."""
        found = wanted
        if wanted in self._taken:
            last = self._last.get(wanted, 1)
            last = self._last[wanted] = next(n for n in count(last + 1) if f"{wanted}-{n}" not in self._taken)
            found = f"{wanted}-{last}"
        self._taken.add(found)
        return found


def wanted_id(path: str, draft: Draft, number: int | None) -> str:
    """The id that an article asks for: article ``number`` of a file of many, None for one that has its file alone."""
    if number is None:
        return _stem(path)
    return printable(draft.id)[:LONGEST_ID] if draft.id else f"{_stem(path)}-{number}"


def _contents(path: str, stdin: BinaryIO | None) -> Contents:
    if path == STANDARD_INPUT:
        return _stream(stdin)
    return read_page(path) if is_web(path) else _file(path)


def _file(path: str) -> Contents:
    reader = reader_for(PurePath(path).suffix, printable(path))
    return reader(file_bytes(path), printable(path))


def _stream(stdin: BinaryIO | None) -> Contents:
    """Standard input; where nothing is piped in and a file has the name "-", that file."""
    if Path(STANDARD_INPUT).is_file() and is_idle(stdin):
        return _file(STANDARD_INPUT)
    if stdin is None:
        raise ReadError(STANDARD_INPUT, "there is no standard input")
    return read_piped(stream_bytes(stdin, STANDARD_INPUT), STANDARD_INPUT)


def _stem(path: str) -> str:
    if is_web(path):
        return page_stem(path)
    return "stdin" if path == STANDARD_INPUT else printable(PurePath(without_packing(path)).stem)
