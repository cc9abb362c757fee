"""The workbook: read back by another library, every word of an article is text and nothing but text."""

from __future__ import annotations

import csv
import io
import sys

import pytest
from golden.sample import sample_report
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from worded import with_words
from workbook import parts_of, sheets_of, types_of

from discrepancy.errors import ExtraMissing
from discrepancy.report import xlsx
from discrepancy.report.csv_report import to_csv
from discrepancy.report.xlsx import LONGEST_CELL, fitted, to_xlsx

SHEETS = ["conflicts", "matrix", "claims", "compatible", "not compared", "sources"]
DANGEROUS = [
    '=HYPERLINK("http://example.org","x")', "=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "{=1}", "＝1",
    "http://example.org/", "mailto:a@example.org", "internal:Sheet1!A1", "external:c:\\x.xlsx",
    "62", "1e5", "007", "<r><t>x</t></r>", "<r></x></r>", "_x0041_", "a\x00b\x1b[2J", "\ufffe\uffff", "]]>&lt;<", " x ",
]  # fmt: skip


def test_the_sheets_are_there_in_the_order_they_are_read() -> None:
    """Conflicts first, sources last; names within the 31 characters that a sheet may have."""
    assert list(sheets_of(to_xlsx(sample_report()))) == SHEETS
    assert max(map(len, SHEETS)) <= 31


def test_the_conflicts_are_those_of_the_csv_report() -> None:
    """Two spreadsheets of one run do not differ."""
    rows = sheets_of(to_xlsx(sample_report()))["conflicts"]
    known = list(csv.reader(io.StringIO(to_csv(sample_report()))))

    assert [["" if cell is None else str(cell) for cell in row] for row in rows] == known


def test_every_input_is_among_the_sources() -> None:
    """What was not read stands there too, with the cause."""
    rows = sheets_of(to_xlsx(sample_report()))["sources"]

    assert [row[0] for row in rows[1:]] == ["post", "radio", "herald", None]
    assert rows[4][1] == "no: no such file"


def test_the_matrix_sets_speakers_side_by_side() -> None:
    """Outlet and speaker in the head; letters are answers, a tilde marks rival figures."""
    rows = sheets_of(to_xlsx(sample_report()))["matrix"]

    assert rows[0][:2] == ["question", "Northern Post\ncoast guard"]
    assert rows[1][1] == "A  14: “14 passengers died”"
    assert {cell[0] for cell in rows[3][1:] if cell} == {"~"}


@pytest.mark.parametrize("words", DANGEROUS)
def test_words_of_an_article_are_text(words: str) -> None:
    """No formula, no link, no number, whole XML; and the words come back as they were but for control characters."""
    data = to_xlsx(with_words(words))
    rows = sheets_of(data)["conflicts"]

    assert types_of(data) <= {"s", "n"}
    assert not [name for name, part in parts_of(data).items() if b"hyperlink" in part.lower() and "sheet" in name]
    assert not [name for name in parts_of(data) if "externalLink" in name or "vba" in name.lower()]
    assert rows[1][rows[0].index("question")] == fitted(words)
    assert rows[1][rows[0].index("value_a")] == fitted(words)


@given(
    st.text(st.one_of(st.characters(), st.sampled_from("<r>/_x0041&\x00\ud800\ufffe\r\n=")), min_size=1, max_size=20)
)
@hypothesis_settings(max_examples=40)
def test_any_words_give_a_workbook_that_opens(words: str) -> None:
    """Read by another library, the cell holds them."""
    data = to_xlsx(with_words(words))

    assert types_of(data) <= {"s", "n"}
    assert sheets_of(data)["conflicts"][1][4] == fitted(words)


@pytest.mark.parametrize("words", ["x" * (LONGEST_CELL + 1), "𝔛" * (LONGEST_CELL // 2 + 1)])
def test_what_is_longer_than_a_cell_says_that_it_was_cut(words: str) -> None:
    """Excel counts UTF-16 units and would call the file damaged; the reader sees how long it was."""
    cell = fitted(words)

    assert len(cell.encode("utf-16-le")) // 2 <= LONGEST_CELL
    assert cell.endswith(f" … [cut: {len(words):,} characters in all]")
    assert sheets_of(to_xlsx(with_words(words)))["conflicts"][1][4] == cell


def test_the_longest_cell_stays_whole() -> None:
    """Nothing is cut that fits."""
    assert fitted("x" * LONGEST_CELL) == "x" * LONGEST_CELL
    assert fitted("𝔛" * (LONGEST_CELL // 2)) == "𝔛" * (LONGEST_CELL // 2)


def test_rows_that_a_sheet_does_not_hold_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing disappears in silence."""
    monkeypatch.setattr(xlsx, "MOST_ROWS", 4)
    rows = sheets_of(to_xlsx(sample_report()))["claims"]

    assert [row[0] for row in rows] == ["id", "post:1", "post:2", "6 more rows are in the JSON report"]


def test_a_sheet_is_ready_to_work_in() -> None:
    """Its head stays in sight and filters; no column is too narrow to read or wider than a screen."""
    book = load_workbook(io.BytesIO(to_xlsx(sample_report())))
    for sheet in book.worksheets:
        widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]]

        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref.startswith("A1:") or sheet.auto_filter.ref == "A1"
        assert all(9 <= width <= 61 for width in widths)
        assert sheet["A1"].font.bold
        assert sheet["A1"].alignment.wrap_text


def test_without_the_library_the_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named as pip takes it."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(ExtraMissing) as error:
        to_xlsx(sample_report())

    assert str(error.value) == 'xlsx needs an extra: pip install "discrepancy[excel]"'
