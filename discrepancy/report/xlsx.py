"""Format ``xlsx``: a workbook in which every word of an article is text, never a formula, a link or a number."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from discrepancy.errors import ExtraMissing
from discrepancy.model import Document, Report
from discrepancy.report import explain
from discrepancy.report.cells import visible
from discrepancy.report.html.matrix import Entry, matrix_of
from discrepancy.report.records import Record, document_records
from discrepancy.report.rows import CLAIM_COLUMNS, PAIR_COLUMNS, claim_rows, pair_rows

MOST_ROWS = 1_048_576  # with the header: what a sheet holds
MOST_COLUMNS = 16_384
MATRIX_ROWS = 2_000
LONGEST_CELL = 32_767  # in UTF-16 units, as Excel counts
NARROWEST, WIDEST = 9, 60
WIDTH_SAMPLE = 500
MADE = datetime(1980, 1, 1)  # any fixed moment: a clock would give other bytes each run
SOURCE_COLUMNS = (
    *("id", "read", "outlet", "title", "published", "published_from", "language", "path", "url", "sha256"),
    *("characters", "same_origin_as", "warnings"),
)
Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; ``rows`` may be longer than a sheet holds, the rest is counted in its last row.

    looks   one a row: "plain", "conflict" or "rival"; none at all: every row is plain
    more    rows left out before
    """

    name: str
    columns: tuple[str, ...]
    rows: Iterable[Sequence[Cell]]
    looks: tuple[str, ...] = ()
    more: int = 0


def to_xlsx(report: Report) -> bytes:
    """The report as a workbook with the sheets conflicts, matrix, claims, compatible, not compared and sources.

    Raises ExtraMissing where xlsxwriter is not installed.
    """
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise ExtraMissing("xlsx", "excel") from None
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"created": MADE})
    looks = {
        "head": book.add_format({"bold": True, "bg_color": "#DCE3EA", "text_wrap": True, "valign": "top", "border": 1}),
        "plain": book.add_format({"text_wrap": True, "valign": "top"}),
        "conflict": book.add_format({"text_wrap": True, "valign": "top", "bg_color": "#FBE3DF"}),
        "rival": book.add_format({"text_wrap": True, "valign": "top", "bg_color": "#FFF1CC"}),
    }
    documents = {document.id: document for document in report.documents}
    for sheet in (
        Sheet("conflicts", PAIR_COLUMNS, _cells(PAIR_COLUMNS, pair_rows(report))),
        _matrix(report, documents),
        Sheet("claims", CLAIM_COLUMNS, _cells(CLAIM_COLUMNS, claim_rows(report.claims, report.documents))),
        Sheet("compatible", ("reason", "claims", "why"), _compatible(report, documents)),
        Sheet("not compared", ("claim", "value", "place", "quote", "why"), _not_compared(report, documents)),
        Sheet("sources", SOURCE_COLUMNS, _cells(SOURCE_COLUMNS, _sources(report))),
    ):
        _write(book.add_worksheet(sheet.name), sheet, looks)
    book.close()
    return out.getvalue()


def fitted(text: str) -> str:
    """``text`` with nothing that XML cannot hold; what is longer than a cell says that and by how much it was cut."""
    shown = visible(text)
    if len(shown) <= LONGEST_CELL // 2 or _units(shown) <= LONGEST_CELL:
        return shown
    note = f" … [cut: {len(shown):,} characters in all]"
    kept = shown[: LONGEST_CELL - len(note)].encode("utf-16-le")[: 2 * (LONGEST_CELL - len(note))]
    return kept.decode("utf-16-le", "ignore") + note


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _write(page: Any, sheet: Sheet, looks: dict[str, Any]) -> None:
    columns = sheet.columns[:MOST_COLUMNS]
    rows = iter(sheet.rows)
    shown = list(islice(rows, MOST_ROWS - 2))
    left = sheet.more + sum(1 for _ in rows)
    for number, name in enumerate(columns):
        page.set_column(number, number, _width([name, *(row[number] for row in shown[:WIDTH_SAMPLE])]))
        _put(page, 0, number, name, looks["head"])
    for at, row in enumerate(shown, 1):
        look = looks[sheet.looks[at - 1] if sheet.looks else "plain"]
        for number, cell in enumerate(row[:MOST_COLUMNS]):
            _put(page, at, number, cell, look if cell is not None else looks["plain"])
    if left:
        _put(page, len(shown) + 1, 0, f"{left:,} more rows are in the JSON report", looks["plain"])
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, len(shown), len(columns) - 1)
    page.ignore_errors({"number_stored_as_text": f"A1:XFD{MOST_ROWS}"})
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _put(page: Any, row: int, column: int, cell: Cell, look: Any) -> None:
    if isinstance(cell, str):
        text = fitted(cell)
        if text.startswith("<r>"):  # xlsxwriter takes such a string for its own markup and would not escape it
            page.write_rich_string(row, column, text[0], text[1], text[2:], look)
        else:
            page.write_string(row, column, text, look)
    elif cell is not None:
        page.write_number(row, column, cell, look)


def _width(cells: Iterable[Cell]) -> int:
    longest = max(len(line) for cell in cells for line in str(cell if cell is not None else "").split("\n"))
    return min(max(longest + 2, NARROWEST), WIDEST)


def _cells(columns: Sequence[str], rows: Iterable[Record]) -> Iterator[tuple[Cell, ...]]:
    for row in rows:
        yield tuple(_cell(row[column]) for column in columns)


def _cell(value: object) -> Cell:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str | int | float) or value is None else str(value)


def _matrix(report: Report, documents: dict[str, Document]) -> Sheet:
    """Questions in rows, speakers in columns; letters are answers, a tilde marks figures that may both hold."""
    matrix = matrix_of(report, documents, most=MATRIX_ROWS)
    outlets = [outlet for outlet, columns in matrix.outlets for _ in range(columns)]
    heads = [f"{outlet}\n{speaker}" for outlet, speaker in zip(outlets, matrix.speakers, strict=True)]
    rows = [(row.question, *("\n".join(map(_entry, cell)) or None for cell in row.cells)) for row in matrix.rows]
    looks = tuple("conflict" if row.anchor else "rival" for row in matrix.rows)
    return Sheet("matrix", ("question", *heads), rows, looks, matrix.more)


def _entry(entry: Entry) -> str:
    return f"{entry.letter}  {entry.shown}: “{entry.quote}”"


def _compatible(report: Report, documents: dict[str, Document]) -> Iterator[tuple[Cell, ...]]:
    for one in report.compatible:
        said = (f"{claim.shown} ({explain.speaker_words(claim, documents)}, {claim.id})" for claim in one.claims)
        yield one.reason, "\n".join(map(explain.one_line, said)), one.why


def _not_compared(report: Report, documents: dict[str, Document]) -> Iterator[tuple[Cell, ...]]:
    for one in report.not_compared:
        claim = one.claim
        yield claim.id, claim.shown, explain.place_words(claim, documents), claim.evidence.text, one.why


def _sources(report: Report) -> Iterator[Record]:
    nothing: Record = dict.fromkeys(SOURCE_COLUMNS)
    for record in document_records(report):
        lists = {name: "\n".join(record[name]) or None for name in ("same_origin_as", "warnings")}
        yield {**nothing, **record, **lists, "read": "yes"}
    for unread in report.unread:
        yield {**nothing, "path": unread.path, "read": f"no: {unread.why}"}
