"""Format ``.parquet``: a table of articles, one a row."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from discrepancy.errors import ExtraMissing, ReadError
from discrepancy.read.child import in_child
from discrepancy.read.draft import Contents
from discrepancy.read.sheets import articles_of_rows, has_text_column, no_text_column

_ROWS = 500  # in memory at once, beside the articles
_MOST_COLUMNS = 200


def read_parquet(data: bytes, name: str) -> Contents:
    """All articles of the table; raises ReadError when there is no column for texts."""
    if find_spec("pyarrow") is None:
        raise ReadError(name, str(ExtraMissing("reading Parquet files", "parquet")))
    return in_child(articles_of_table, data, name)


def prepare() -> None:
    """Load the library once for all files."""
    import_module("pyarrow.parquet")


def articles_of_table(data: bytes, name: str) -> Contents:
    """What ``read_parquet`` gives; to be called where nothing is lost when the library runs away."""
    import pyarrow
    from pyarrow import parquet

    # the others reserve more addresses at once than a process that reads may have
    pyarrow.set_memory_pool(pyarrow.system_memory_pool())
    try:
        table = parquet.ParquetFile(io.BytesIO(data))
        header = [str(column) for column in table.schema_arrow.names[:_MOST_COLUMNS]]
        if not has_text_column(header):
            raise ReadError(name, no_text_column(header))
        return articles_of_rows(header, _rows(table, header), name)
    except (pyarrow.ArrowException, OSError, ValueError):
        raise ReadError(name, "is not a Parquet file that can be read") from None


def _rows(table: Any, header: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Rows with their numbers, each cell as words."""
    number = 0
    for batch in table.iter_batches(_ROWS, columns=list(header), use_threads=False):
        for record in batch.to_pylist():
            number += 1
            yield number, [_words(record[column]) for column in header]


def _words(cell: object) -> str:
    """Text, whole numbers and days; what is nested is no part of an article."""
    if isinstance(cell, date):  # a moment too
        return cell.isoformat()
    return str(cell) if isinstance(cell, str | int) and not isinstance(cell, bool) else ""
