"""Every format of one report, as a reader gets it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from golden.sample import sample_extraction, sample_report
from workbook import as_text

from discrepancy.report import EXTRACTION_FORMATS, SUFFIXES, TEXT_FORMATS
from discrepancy.report.table import to_table
from discrepancy.report.xlsx import to_xlsx

SUFFIX = {name: suffix for suffix, name in SUFFIXES.items()}


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_a_format_shows_the_report_as_agreed(name: str, golden: Callable[[str, str], None]) -> None:
    """A change of any format is a change of its golden file, read by a person."""
    golden(f"report{SUFFIX[name]}", TEXT_FORMATS[name](sample_report()))


def test_the_long_table_shows_the_report_as_agreed(golden: Callable[[str, str], None]) -> None:
    """With ``-v`` everything that was not flagged is listed."""
    golden("report-verbose.txt", to_table(sample_report(), verbose=True))


def test_the_notebook_shows_the_report_as_agreed(golden: Callable[[str, str], None]) -> None:
    """The view that a notebook cell shows."""
    golden("report-notebook.html", sample_report()._repr_html_() + "\n")


@pytest.mark.parametrize("name", EXTRACTION_FORMATS)
def test_a_format_shows_an_extraction_as_agreed(name: str, golden: Callable[[str, str], None]) -> None:
    """What ``discrepancy extract`` writes for one document."""
    golden(f"extraction{SUFFIX[name]}", EXTRACTION_FORMATS[name]([sample_extraction()]))


def test_the_workbook_shows_the_report_as_agreed(golden: Callable[[str, str], None]) -> None:
    """Its cells, read back; the bytes of the file depend on the library that packs it."""
    golden("report-xlsx.txt", as_text(to_xlsx(sample_report())))
