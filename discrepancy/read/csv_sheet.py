"""Formats ``.csv`` and ``.tsv``: a sheet of articles, one a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from discrepancy.errors import ReadError
from discrepancy.read.decode import decode
from discrepancy.read.draft import Contents
from discrepancy.read.fields import FIELDS, plain_name
from discrepancy.read.open_file import LARGEST_FILE
from discrepancy.read.sheets import articles_of_rows, has_text_column, no_text_column

_SEPARATORS = ",;\t|"
_LONGEST_HEADER = 10_000
_KNOWN = frozenset(name for names in FIELDS.values() for name in names)


def read_csv(data: bytes, name: str) -> Contents:
    """All articles of the sheet; raises ReadError when there is no column for texts."""
    text, warnings = decode(data, name)
    csv.field_size_limit(LARGEST_FILE)
    first = text[:_LONGEST_HEADER].lstrip("\r\n").splitlines()[0]
    separator = max(_SEPARATORS, key=lambda separator: _known(first, separator))
    header = next(_rows(first, separator, []), (0, []))[1]
    if not has_text_column(header):
        raise ReadError(name, no_text_column(header))
    trouble: list[str] = []
    rows = _rows(text, separator, trouble)
    next(rows, None)
    contents = articles_of_rows(header, rows, name, warnings)
    return Contents(contents.drafts, True, (*contents.warnings, *trouble))


def _known(line: str, separator: str) -> int:
    """How many columns of the first row have a name that we know."""
    return sum(plain_name(cell) in _KNOWN for _, cells in _rows(line, separator, []) for cell in cells)


def _rows(text: str, separator: str, trouble: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Rows that hold something, with their numbers; what cannot be read ends them and goes into ``trouble``."""
    # strict: a quote that is never closed would make one article of all that follow
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            trouble.append(f"row {number} is not valid CSV (a quote inside a cell?); it and what follows is not read")
            return
        if cells:
            yield number, cells
