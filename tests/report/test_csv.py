"""The CSV report: one row a pair of opposed positions, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest
from golden.sample import KILLED, POST, POST_DEAD, RADIO, sample_report
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.model import Position, Report
from discrepancy.report.csv_report import safe_cell, to_csv

DANGER = re.compile("[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")
CELLS = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from("=+-@\t\r\n'\"; ,1２＝＋－＠\x00\x1b\u202e")), max_size=12
)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def undone(cell: str) -> str:
    """The text that ``safe_cell`` was given."""
    return cell[1:] if re.match("''*\\s*[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]", cell) else cell


def test_three_positions_give_three_rows() -> None:
    """Every pair of opposed positions has its row."""
    pairs = [(row["value_a"], row["value_b"]) for row in rows(to_csv(sample_report())) if row["conflict"] == "c1"]

    assert pairs == [("14", "19"), ("14", "12"), ("19", "12")]


def test_a_row_says_who_said_what_where() -> None:
    """Quote, speaker, outlet, document and offsets of both sides."""
    row = rows(to_csv(sample_report()))[0]
    a, b = ([row[f"{name}_{side}"] for name in ("speaker", "outlet", "quote", "document")] for side in "ab")

    assert a == ["coast guard", "Northern Post", "14 passengers died", "post"]
    assert b == ["Ida Lund", "Island Radio", "Nineteen people lost their lives", "radio"]
    assert POST.text[int(row["start_a"]) : int(row["end_a"])] == row["quote_a"]
    assert RADIO.text[int(row["start_b"]) : int(row["end_b"])] == row["quote_b"]


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-2+3", "@SUM(1)", "\t=1", " =1", "＝1+1", "'=1", "－1"])
def test_a_formula_becomes_text(cell: str) -> None:
    """One apostrophe in front."""
    assert str(safe_cell(cell)).startswith("'")


@pytest.mark.parametrize("cell", ["+1", "+44", "-8%", "-1,200", "-1.2.3", "-٦"])
def test_a_figure_that_a_spreadsheet_would_write_anew_becomes_text(cell: str) -> None:
    """It would lose its plus sign, become a share of one, or be read by the commas of another country."""
    assert str(safe_cell(cell)).startswith("'")


@pytest.mark.parametrize("cell", ["-62", "1,200", "8%", "-1.5", -62, 0.5, None, True])
def test_a_number_stays_a_number(cell: object) -> None:
    """A temperature of -62 is no formula."""
    assert safe_cell(cell) == cell


@given(CELLS)
def test_no_cell_can_run(cell: str) -> None:
    """Whatever an article says, no cell opens with a sign that starts a formula, but for a plain number below zero."""
    safe = str(safe_cell(cell))

    assert not DANGER.match(safe) or re.fullmatch("-[0-9]+(\\.[0-9]+)?", safe)


@given(st.text(alphabet=st.sampled_from("=+-@'\n a1é記＝\t;"), max_size=12))
def test_the_apostrophe_can_be_taken_away_again(cell: str) -> None:
    """The text of the article is not lost."""
    assert undone(str(safe_cell(cell))) == cell


@given(CELLS)
def test_every_row_comes_back_as_it_was_written(cell: str) -> None:
    """Quotes, commas and line ends inside a cell break no row."""
    held = (Position(cell, (POST_DEAD,)), Position("19", (replace(POST_DEAD, id="b:1"),)))
    report = Report((POST,), (), (replace(KILLED, positions=held, question=cell),))
    found = rows(to_csv(report))

    assert [(row["value_a"], row["question"]) for row in found] == [(safe_cell(cell), safe_cell(cell))]


def test_control_characters_are_shown_and_not_sent() -> None:
    """A file that is printed on a terminal does not steer it."""
    assert safe_cell("a\x1b[2Jb\u202ec") == "a\\x1b[2Jb\\u202ec"
