"""Format ``.xlsx``: sheets of articles, one a row, in a workbook."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from importlib import import_module
from typing import Any

from discrepancy.errors import ReadError
from discrepancy.read.archive import open_archive
from discrepancy.read.child import in_child, need
from discrepancy.read.draft import Contents, Draft
from discrepancy.read.sheets import articles_of_rows, has_text_column, no_text_column

_MOST_ROWS = 100_000
_MOST_COLUMNS = 200


def read_xlsx(data: bytes, name: str) -> Contents:
    """All articles of all sheets that have a column for texts; raises ReadError when there is none."""
    need("openpyxl", "workbooks", name)
    return in_child(articles_of_workbook, data, name)


def prepare() -> None:
    """Load the library once for all files."""
    import_module("openpyxl")


def articles_of_workbook(data: bytes, name: str) -> Contents:
    """What ``read_xlsx`` gives; to be called where nothing is lost when the library runs away."""
    from openpyxl import load_workbook

    open_archive(data, name, "a workbook").close()
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = {sheet.title: list(_rows(sheet)) for sheet in book.worksheets}
    except (KeyError, ValueError, OSError, TypeError, SyntaxError, AttributeError):
        raise ReadError(name, "is not a workbook that can be read") from None
    drafts: list[Draft] = []
    warnings: list[str] = []
    first: Sequence[str] = next((rows[0][1] for rows in sheets.values() if rows), ())
    for rows in sheets.values():
        if rows and has_text_column(rows[0][1]):
            found = articles_of_rows(rows[0][1], rows[1:], name)
            drafts += found.drafts
            warnings += found.warnings
    if not drafts:
        raise ReadError(name, no_text_column(first))
    return Contents(tuple(drafts), True, tuple(warnings))


def _rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    """Rows of a sheet that hold something, with their numbers."""
    # a sheet may claim a million empty rows and columns: what it says about its size is not used
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS, values_only=True), 1):
        cells = [_words(value) for value in row]
        if any(cells):
            yield number, cells


def _words(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else "" if value is None else str(value)
