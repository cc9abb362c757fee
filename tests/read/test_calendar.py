"""Full dates are found in the forms that newspapers and their pages use."""

from __future__ import annotations

import time
from datetime import date

import pytest

from discrepancy.language.calendar import calendar_dates

DAY = date(2016, 9, 17)


@pytest.mark.parametrize(
    "written",
    [
        "17 September 2016",
        "17 Sept. 2016",
        "17th of September, 2016",
        "September 17, 2016",
        "Sept. 17 2016",
        "Sep 172016",
        "Sat Sep 17 2016",
        "Saturday, 17 September 2016",
        "2016-09-17",
        "2016/09/17",
        "17.09.2016",
        "17-09-2016",
        "17/09/2016",
        "09/17/2016",
        "17-Sep-2016",
    ],
)
def test_a_full_date_is_found_with_its_offsets(written: str) -> None:
    """The weekday before the date belongs to it."""
    text = f"Posted on {written} by the desk"
    assert list(calendar_dates(text)) == [(10, 10 + len(written), DAY)]


@pytest.mark.parametrize(
    "written",
    [
        "09/10/2016",
        "09-10-2016",
        "31 February 2016",
        "0000-00-00",
        "2016-13-45",
        "99999999999-01-01",
        "17 September 10000",
        "17 September -2016",
        "may 10 2016",
        "10.62.0.1",
        "1.2.3.2016",
        "September 2016",
        "17 September",
        "1474070400",
    ],
)
def test_what_is_no_certain_full_date_is_left_out(written: str) -> None:
    """Ambiguous, impossible and partial dates give nothing."""
    assert list(calendar_dates(f"Posted on {written} by the desk")) == []


def test_a_date_glued_to_what_follows_is_found() -> None:
    """Page furniture loses its spaces."""
    text = "17:31 17.09.2016 (updated 18:02 18.09.2016)Get short URL"
    assert [(text[start:end], day.day) for start, end, day in calendar_dates(text)] == [
        ("17.09.2016", 17),
        ("18.09.2016", 18),
    ]


@pytest.mark.parametrize("piece", ["1", "1.", "2016-09-", "17 September ", "May ", "Mon ", "17 ", "- "])
def test_time_grows_with_the_length_of_the_text_only(piece: str) -> None:
    """Repeated broken dates do not make the search run away."""
    start = time.process_time()
    assert list(calendar_dates(piece * (200_000 // len(piece)))) == []
    assert time.process_time() - start < 2
