"""Sheets of articles: one a row, under the names that people give to columns."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from discrepancy.errors import ReadError
from discrepancy.read import read_document, read_documents

FIRST = 'The harbour master said "seven people" were hurt; two of them badly, on Monday.\n\nThe quay is shut.'
SECOND = "Nine people were hurt, the fire brigade said."
HEADER = ["URL", "Source", "Date", "Headline", "Full_Text"]
ROWS = [
    ["https://post.example/1", "Harbour Post", "2016-09-18", "Quay fire", FIRST],
    ["", "The Quay", "19 September 2016", "", SECOND],
]


def as_csv(rows: list[list[str]], separator: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue()


def saved(tmp_path: Path, data: str | bytes, name: str = "all.csv") -> str:
    (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return str(tmp_path / name)


def workbook(*sheets: list[list[object]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def refusal(path: str) -> str:
    with pytest.raises(ReadError) as caught:
        read_document(path)
    return caught.value.reason


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_sheet_gives_an_article_a_row(tmp_path: Path, separator: str, encoding: str) -> None:
    """Separators of all countries, line breaks and quotes inside cells, encodings of all spreadsheets."""
    reading = read_documents([saved(tmp_path, as_csv([HEADER, *ROWS], separator).encode(encoding))])

    assert [document.text for document in reading.documents] == [FIRST, SECOND]
    assert [document.id for document in reading.documents] == ["all-1", "all-2"]
    assert [document.title for document in reading.documents] == ["Quay fire", None]
    assert [document.outlet for document in reading.documents] == ["Harbour Post", "The Quay"]
    assert [document.published for document in reading.documents] == [date(2016, 9, 18), date(2016, 9, 19)]
    assert [document.url for document in reading.documents] == ["https://post.example/1", None]
    assert reading.warnings == ()


def test_lines_of_json_know_the_same_names(tmp_path: Path) -> None:
    """Any case."""
    line = json.dumps(dict(zip(HEADER, ROWS[0], strict=True)))
    (document,) = read_documents([saved(tmp_path, line, "all.jsonl")]).documents

    assert (document.text, document.outlet, document.title) == (FIRST, "Harbour Post", "Quay fire")


def test_a_sheet_without_texts_is_an_error_that_names_its_columns(tmp_path: Path) -> None:
    """So that the user can rename one."""
    assert refusal(saved(tmp_path, "Name,Number\nx,7\n")) == (
        "has no column for the text (text, body, content, full text); its first row holds Name, Number"
    )


def test_broken_rows_are_named_and_the_others_are_read(tmp_path: Path) -> None:
    """A text with commas that nobody quoted would be cut at the first of them."""
    rows = "title,text\nA,Seven were hurt\nB,Seven, perhaps nine, were hurt\nC,\n\nD,Nine were hurt\n"
    reading = read_documents([saved(tmp_path, rows)])

    assert [document.title for document in reading.documents] == ["A", "D"]
    assert [line.rpartition(": ")[2] for line in reading.warnings] == [
        "row 3 has more cells than the first row",
        "row 4 has no text",
    ]


def test_a_quote_that_is_never_closed_does_not_swallow_the_rest_in_silence(tmp_path: Path) -> None:
    """What stands before it is read, the rest is named."""
    reading = read_documents([saved(tmp_path, 'title,text\nA,Seven were hurt\nB,"Nine were hurt\nC,Ten were hurt\n')])

    assert [document.title for document in reading.documents] == ["A"]
    assert "row 3 is not valid CSV" in reading.warnings[0]


def test_a_workbook_gives_the_articles_of_all_its_sheets(tmp_path: Path) -> None:
    """Dates are cells of their own kind; sheets without texts are passed over."""
    data = workbook(
        [["Notes"], ["nothing here"]],
        [[*HEADER], [None, "Harbour Post", datetime(2016, 9, 18, 10), "Quay fire", FIRST]],
        [["body", "date"], [SECOND, date(2016, 9, 19)], [None, None]],
    )
    reading = read_documents([saved(tmp_path, data, "all.xlsx")])

    assert [document.text for document in reading.documents] == [FIRST, SECOND]
    assert [document.published for document in reading.documents] == [date(2016, 9, 18), date(2016, 9, 19)]
    assert reading.warnings == ()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 and no more", b"title,text\nA,Seven were hurt\n"])
def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path, data: bytes) -> None:
    """Whatever its name says."""
    assert refusal(saved(tmp_path, data, "all.xlsx")) == "is not a workbook, or damaged"


def test_a_workbook_cut_in_the_middle_is_refused(tmp_path: Path) -> None:
    """One line, no traceback."""
    data = workbook([HEADER, [*ROWS[0]]])

    assert "damaged" in refusal(saved(tmp_path, data[: len(data) // 2], "all.xlsx"))
