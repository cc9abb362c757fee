"""A report as pandas frames; pandas is loaded only when a frame is asked for."""

from __future__ import annotations

from typing import Any

from discrepancy.model import Report
from discrepancy.report.rows import CLAIM_COLUMNS, PAIR_COLUMNS, claim_rows, pair_rows


def to_frame(report: Report) -> Any:
    """A ``pandas.DataFrame`` with one row for each pair of opposed positions: the columns of the CSV report."""
    import pandas

    return pandas.DataFrame(list(pair_rows(report)), columns=list(PAIR_COLUMNS))


def claims_frame(report: Report) -> Any:
    """A ``pandas.DataFrame`` with one row for each claim; open ends of an interval are missing values."""
    import pandas

    return pandas.DataFrame(list(claim_rows(report.claims, report.documents)), columns=list(CLAIM_COLUMNS))
