"""Format ``csv``: one row for each pair of opposed positions, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from discrepancy.model import Report
from discrepancy.report.cells import visible
from discrepancy.report.records import Record
from discrepancy.report.rows import PAIR_COLUMNS, pair_rows

# what makes a spreadsheet run a cell, behind blanks and apostrophes too; full-width forms count as their narrow twins
_FORMULA = re.compile("'*\\s*[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile("-[0-9]+(?:\\.[0-9]+)?")


def to_csv(report: Report) -> str:
    """The conflicts in UTF-8 with a header line; offsets are code points of the documents' texts."""
    return csv_text(PAIR_COLUMNS, pair_rows(report))


def csv_text(columns: Sequence[str], rows: Iterable[Record]) -> str:
    """``rows`` as CSV in which no cell can run as a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([safe_cell(row[column]) for column in columns] for row in rows)
    return out.getvalue()


def safe_cell(cell: object) -> object:
    """Text that a spreadsheet takes as text, by one apostrophe in front where needed.

    Only a plain number below zero may begin with a sign: a spreadsheet would write "+44" or "-1,200" anew.
    """
    if not isinstance(cell, str):
        return cell
    text = visible(cell)
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text
