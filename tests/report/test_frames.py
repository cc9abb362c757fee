"""Frames for notebooks."""

from __future__ import annotations

from golden.sample import POST, sample_report

from discrepancy.model import Report
from discrepancy.report.frames import claims_frame, to_frame
from discrepancy.report.rows import CLAIM_COLUMNS, PAIR_COLUMNS


def test_a_frame_has_a_row_for_each_pair_of_opposed_positions() -> None:
    """The columns of the CSV report, with numbers as numbers."""
    frame = sample_report().to_frame()

    assert tuple(frame.columns) == PAIR_COLUMNS
    assert list(frame["conflict"]) == ["c1", "c1", "c1", "c2"]
    assert frame["start_a"].dtype.kind == "i"


def test_a_frame_of_claims_has_a_row_for_each_claim() -> None:
    """An open end is a missing value."""
    frame = sample_report().claims_frame().set_index("id")

    assert list(frame["high"].isna()) == [False, True, True, False, True, True, False, False]
    assert frame.loc["post:1", "low"] == 14
    assert frame.loc["post:1", "published"] == POST.published


def test_an_empty_report_gives_frames_with_columns() -> None:
    """Code that asks for a column does not fail."""
    empty = Report((), (), ())

    assert tuple(to_frame(empty).columns) == PAIR_COLUMNS
    assert tuple(claims_frame(empty).columns) == CLAIM_COLUMNS


def test_cells_of_a_frame_are_not_escaped() -> None:
    """Only a spreadsheet file needs the apostrophe."""
    assert sample_report().to_frame().loc[0, "quote_a"] == "14 passengers died"
