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
from discrepancy.read.open_file import file_bytes


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
            try:
                contents = reader_for(PurePath(path).suffix, shown)(file_bytes(path), shown)
            except ReadError as error:
                self.unread.append(Unread(shown, error.reason))
                continue
            self.unread += contents.unread
            self.warnings += (f"{shown}: {line}" for line in contents.warnings)
            for number, draft in enumerate(contents.drafts, 1):
                name = ids.unique(wanted_id(path, draft, number if contents.several else None))
                yield Article(name, f"{shown}/{draft.inside}" if draft.inside else shown, draft)
