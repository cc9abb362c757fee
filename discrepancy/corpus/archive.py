"""The articles of an archive, one after the other: never all of them in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath

from discrepancy.corpus.work import Article
from discrepancy.errors import ReadError
from discrepancy.language.printable import printable
from discrepancy.model import Unread
from discrepancy.read.documents import Ids, wanted_id
from discrepancy.read.formats import reader_for
from discrepancy.read.inputs import expand, is_web
from discrepancy.read.open_file import LARGEST_FILE, file_bytes

LINES = frozenset({".jsonl", ".ndjson"})


class Archive:
    """The folder or file ``source``.

    unread, warnings   grow while the articles are read: what could not be read, and what was lost on the way
    """

    def __init__(self, source: str) -> None:
        if is_web(source):
            raise ReadError(printable(source), "is a web address; an archive is a folder or a file")
        self._source = source
        self.unread: list[Unread] = []
        self.warnings: list[str] = []

    def articles(self) -> Iterator[Article]:
        """Every article; paths are told from the archive on, so that an archive may move."""
        inputs = expand([self._source])
        self.unread += inputs.unread
        self.warnings += inputs.warnings
        root = Path(self._source) if Path(self._source).is_dir() else Path(self._source).parent
        ids = Ids()
        for path in inputs.paths:
            shown = printable(str(PurePath(path).relative_to(root)))
            number = 0
            for part in _parts(path):
                try:
                    contents = reader_for(PurePath(path).suffix, shown)(
                        file_bytes(path) if part is None else part, shown
                    )
                except ReadError as error:
                    self.unread.append(Unread(shown, error.reason))
                    continue
                self.unread += contents.unread
                self.warnings += (f"{shown}: {line}" for line in contents.warnings)
                for draft in contents.drafts:
                    number += 1
                    name = ids.unique(wanted_id(path, draft, number if contents.several else None))
                    yield Article(name, f"{shown}/{draft.inside}" if draft.inside else shown, draft)


def _parts(path: str) -> Iterator[bytes | None]:
    """A file of lines that is too large for a reader in parts of whole lines; any other as it is (None)."""
    if PurePath(path).suffix.lower() not in LINES or Path(path).stat().st_size <= LARGEST_FILE:
        yield None
        return
    before = 0
    with Path(path).open("rb") as file:
        while part := b"".join(file.readlines(LARGEST_FILE // 2)):
            yield b"\n" * before + part  # empty lines, so that a broken one is named by its number in the file
            before += part.count(b"\n")
