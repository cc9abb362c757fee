"""The day of publication is what the file gives, else what the head of the article says."""

from __future__ import annotations

from datetime import date

import pytest

from discrepancy.read.document import to_document
from discrepancy.read.draft import Draft

BODY = "Seven people were hurt when a boiler burst on the old quay on Monday, the harbour master said."


def _published(text: str, given: str | None = None) -> tuple[date | None, str]:
    document = to_document(Draft(text, published=given), "a", "a.txt")
    return document.published, document.published_from


@pytest.mark.parametrize(
    "given", ["2016-09-18", "2016-09-18T23:30:00Z", "18 September 2016", "Sun, 18 Sep 2016 10:00 GMT"]
)
def test_the_day_given_by_the_file_wins(given: str) -> None:
    """In any common form, whatever the text says."""
    assert _published(f"19 September 2016\n\n{BODY}", given) == (date(2016, 9, 18), "given")


def test_a_place_line_with_a_full_date_gives_the_day() -> None:
    """Agencies print it there."""
    assert _published(f"ARZENO, 18 September 2016 - {BODY}") == (date(2016, 9, 18), "dateline")


@pytest.mark.parametrize(
    "line",
    [
        "18 September 2016",
        "Published: 18 September 2016 at 10:31 GMT",
        "Date of publication 18 September 2016",
        "Posted on Sunday, September 18, 2016",
        "17:31 18.09.2016 (updated 18:02 19.09.2016) Get short URL",
        "Last updated at Sep 182016",
    ],
)
def test_a_date_line_under_the_headline_gives_the_day(line: str) -> None:
    """Words such as published, and clock times, belong to it."""
    assert _published(f"Boiler bursts on the quay\n{line}\n\n{BODY}") == (date(2016, 9, 18), "text")


def test_a_date_in_the_running_text_is_not_the_day_of_publication() -> None:
    """It may be the day of anything."""
    assert _published(f"{BODY} The quay was opened on 18 September 2016.") == (None, "unknown")


def test_an_ambiguous_day_is_not_guessed() -> None:
    """9 October or 10 September."""
    document = to_document(Draft(BODY, published="09/10/2016"), "a", "a.txt")

    assert (document.published, document.published_from) == (None, "unknown")
    assert document.warnings == ("the date given is not understood",)
