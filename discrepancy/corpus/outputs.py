"""What a run leaves in its folder: the conflicts, the articles, a report for each event, and an index of them."""

from __future__ import annotations

import os
import shutil
import tempfile
import zlib
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

from discrepancy.corpus.state import Event, State
from discrepancy.corpus.work import records
from discrepancy.errors import ExtraMissing, WriteError
from discrepancy.language.printable import printable
from discrepancy.model import Unread
from discrepancy.report.csv_report import csv_text
from discrepancy.report.explain import counted, day_words
from discrepancy.report.html import asset, environment, source_hash
from discrepancy.report.json_report import strict_json
from discrepancy.report.records import Record
from discrepancy.report.rows import PAIR_COLUMNS

COLUMNS = ("event", *PAIR_COLUMNS)
ARTICLE_COLUMNS = ("id", "path", "title", "outlet", "published", "event", "failed")
REPORTS = "events"
_STAGED = ".discrepancy-"  # how files begin that are not complete
_NAME = 16  # characters of a digest that name an event
_ROWS = 2_000  # rows of a Parquet file that are in memory at once
_NUMBERS = {"confidence": "float64", **dict.fromkeys(("start_a", "end_a", "start_b", "end_b"), "int64")}


def write(state: State, folder: Path, formats: tuple[str, ...], unread: list[Unread]) -> tuple[int, tuple[Unread, ...]]:
    """Write all files, each whole or not at all; returns the number of conflicts, and what was given up."""
    try:
        for left in (*folder.glob(f"{_STAGED}*"), *folder.glob(f"{REPORTS}/{_STAGED}*")):
            left.unlink()  # of a run that was killed
        for name in formats:
            _put(folder / f"conflicts.{name}", partial(FORMATS[name], _rows(state)))
        for name in FORMATS.keys() - set(formats):
            (folder / f"conflicts.{name}").unlink(missing_ok=True)
        _put(folder / "articles.csv", partial(_csv, ARTICLE_COLUMNS, _articles(state)))
        _reports(state, folder / REPORTS)
        index = _Index(state, unread)
        _put(folder / "index.html", partial(_copy, index.page().encode("utf-8", "replace")))
    except OSError as error:
        raise WriteError(printable(str(folder)), (error.strerror or str(error)).lower()) from None
    return index.conflicts, tuple(index.failed)


def need(formats: tuple[str, ...]) -> None:
    """Raise ExtraMissing where a format needs a library that is not installed."""
    if "parquet" in formats and find_spec("pyarrow") is None:
        raise ExtraMissing("parquet", "parquet")


def event_name(digest: str) -> str:
    """The name of an event in the files."""
    return f"e-{digest[:_NAME]}"


def _put(path: Path, fill: Callable[[IO[bytes]], object]) -> None:
    """A file that is complete before it takes its place."""
    handle, name = tempfile.mkstemp(prefix=_STAGED, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            fill(file)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _copy(content: bytes, file: IO[bytes]) -> None:
    file.write(content)


def _rows(state: State) -> Iterator[Record]:
    for digest, packed in state.rows():
        for record in records(packed):
            yield {"event": event_name(digest), **record}


def _articles(state: State) -> Iterator[Record]:
    for one in state.listed():
        event = event_name(one.event) if one.event else ""
        cells = (one.id, one.path, one.title, one.outlet, one.published, event, one.why)
        yield dict(zip(ARTICLE_COLUMNS, cells, strict=True))


def _csv(columns: tuple[str, ...], rows: Iterator[Record], file: IO[bytes]) -> None:
    file.write(csv_text(columns, ()).encode())
    for row in rows:
        file.write(csv_text(columns, [row]).split("\n", 1)[1].encode("utf-8", "replace"))


def to_conflicts_csv(rows: Iterator[Record], file: IO[bytes]) -> None:
    """One row for each pair of opposed answers; no cell can run as a formula."""
    _csv(COLUMNS, rows, file)


def to_conflicts_jsonl(rows: Iterator[Record], file: IO[bytes]) -> None:
    """The same rows, one object a line."""
    for row in rows:
        file.write(strict_json(row).encode())


def to_conflicts_parquet(rows: Iterator[Record], file: IO[bytes]) -> None:
    """The same rows in typed columns."""
    import pyarrow
    from pyarrow import parquet

    schema = pyarrow.schema([(column, _NUMBERS.get(column, "string")) for column in COLUMNS])
    with parquet.ParquetWriter(file, schema) as writer:
        batch: list[Record] = []
        for row in rows:
            batch.append(row)
            if len(batch) == _ROWS:
                writer.write_table(pyarrow.Table.from_pylist(batch, schema))
                batch.clear()
        if batch:
            writer.write_table(pyarrow.Table.from_pylist(batch, schema))


FORMATS: dict[str, Callable[[Iterator[Record], IO[bytes]], None]] = {
    "csv": to_conflicts_csv,
    "jsonl": to_conflicts_jsonl,
    "parquet": to_conflicts_parquet,
}


def _reports(state: State, folder: Path) -> None:
    """A page for every event with conflicts, and no other page."""
    folder.mkdir(exist_ok=True)
    wanted = set()
    for digest, packed in state.pages():
        path = folder / f"{event_name(digest)}.html"
        wanted.add(path.name)
        _put(path, partial(_copy, zlib.decompress(packed)))
    for path in folder.iterdir():
        if path.name not in wanted:
            path.unlink() if not path.is_dir() else shutil.rmtree(path)


class _Index:
    """The page that leads to the reports: events with conflicts first, the others with several articles after them."""

    def __init__(self, state: State, unread: list[Unread]) -> None:
        self.articles, self.failed = state.articles(), [Unread(one.id, one.why) for one in state.listed() if one.why]
        self.conflicts = self.events = self.alone = 0
        self._unread = unread
        self._with: list[tuple[tuple[int, int], Record]] = []
        self._without: list[Record] = []
        for event in state.events():
            self._add(event)

    def _add(self, event: Event) -> None:
        self.events += 1
        self.conflicts += event.conflicts
        shown = _shown(event)
        if event.why:
            self.failed.append(Unread(shown["name"], event.why))
        if event.conflicts:
            self._with.append(((-event.severe, -event.conflicts), shown))
        elif len(event.articles) > 1:
            self._without.append(shown)
        else:
            self.alone += 1

    def page(self) -> str:
        """The whole page; nothing in it is asked for from anywhere."""
        from markupsafe import Markup

        style = asset("style.css") + asset("index.css", "discrepancy.corpus")
        template: Any = environment("discrepancy.corpus").get_template("index.html.j2")
        counts = (counted(self.conflicts, "conflict"), counted(self.events, "event"), counted(self.articles, "article"))
        return str(
            template.render(
                summary=f"{counts[0]} in {counts[1]}, {counts[2]}",
                style=Markup(style),  # files of this package
                policy=f"default-src 'none'; style-src {source_hash(style)}; base-uri 'none'; form-action 'none'",
                found=[shown for _, shown in sorted(self._with, key=lambda one: one[0])],
                quiet=self._without,
                alone=self.alone,
                failed=[(printable(one.path), one.why) for one in self.failed],
                unread=[(one.path, one.why) for one in self._unread],
            )
        )


def _shown(event: Event) -> Record:
    """An event in words."""
    days = sorted(one.published for one in event.articles if one.published)
    titles = [one.title for one in event.articles if one.title]
    outlets = sorted({one.outlet for one in event.articles if one.outlet})
    return {
        "name": event_name(event.digest),
        "link": f"{REPORTS}/{event_name(event.digest)}.html",
        "day": day_words(date.fromisoformat(days[0])) if days else "day unknown",
        "title": printable(" ".join((titles[0] if titles else event.articles[0].id).split())),
        "articles": len(event.articles),
        "outlets": len(outlets),
        "conflicts": event.conflicts,
        "severe": event.severe,
    }
