"""The line under a headline gives outlet and day, and is never a claim."""

from __future__ import annotations

from datetime import date

import pytest

from discrepancy.model import Document
from discrepancy.read.document import to_document
from discrepancy.read.draft import Draft

BODY = "Seven people were hurt when a boiler burst on the old quay on Monday, the harbour master said."
DAY = date(2019, 3, 12)


def _read(line: str, outlet: str | None = None) -> Document:
    return to_document(Draft(f"Boiler bursts on the quay\n{line}\n\n{BODY}\n", outlet=outlet), "a", "a.txt")


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("The Quay Gazette, 12 March 2019", "The Quay Gazette"),
        ("Radio Arzeno | 12 March 2019 | By Ada Moll", "Radio Arzeno"),
        ("By Ada Moll, The Quay Gazette, 12 March 2019", "The Quay Gazette"),
        ("The Quay Gazette, published 12 March 2019", "The Quay Gazette"),
        (
            "Ministry of the Interior of the Republic of Arzen, 12 March 2019",
            "Ministry of the Interior of the Republic of Arzen",
        ),
        ("March 12, 2019 - al-Marsa", "al-Marsa"),
        ("The Quay Gazette — Tuesday, 12 March 2019 10:30 GMT", "The Quay Gazette"),
        ("By Ada Moll | 12 March 2019", None),
        ("Published 12 March 2019", None),
        ("12 March 2019", None),
        ("The Quay Gazette\n12 March 2019", "The Quay Gazette"),
        ("The Quay Gazette\n\nPublished 12 March 2019", "The Quay Gazette"),
    ],
)
def test_a_line_of_names_and_a_day_gives_both(line: str, outlet: str | None) -> None:
    """In the forms that newspapers print under a headline; the line is no part of the text that makes claims."""
    document = _read(line)

    assert (document.outlet, document.published, document.published_from) == (outlet, DAY, "text")
    assert [zone.kind for zone in document.zones] == ["headline", "dateline", "body"]
    assert document.title == "Boiler bursts on the quay"


@pytest.mark.parametrize(
    "line",
    [
        "The harbour opened, 12 March 2019",
        "Ada Moll saw it on 12 March 2019",
        "Ada Moll Fell On 12 March 2019",
        "The Quay Gazette wrote so on 11 March 2019, and again on 12 March 2019",
        "As of Tuesday noon, 12 March 2019, 7 people were in hospital.",
    ],
)
def test_a_sentence_with_a_day_gives_nothing(line: str) -> None:
    """Small words with meaning, a second day or a full stop make a sentence."""
    document = _read(line)

    assert (document.outlet, document.published) == (None, None)
    assert [zone.kind for zone in document.zones] == ["headline", "body"]


def test_an_outlet_and_a_day_above_the_headline_are_not_the_headline() -> None:
    """As a page is copied from the top."""
    document = to_document(
        Draft(f"The Quay Gazette\n12 March 2019\n\nBoiler bursts on the quay\n\n{BODY}"), "a", "a.txt"
    )

    assert (document.title, document.outlet, document.published) == (
        "Boiler bursts on the quay",
        "The Quay Gazette",
        DAY,
    )


def test_a_second_headline_above_the_day_is_no_outlet() -> None:
    """Capitals alone make no name."""
    document = _read("No Survivors Found\n12 March 2019")

    assert (document.outlet, document.published) == (None, DAY)


def test_a_place_line_gives_no_outlet() -> None:
    """What opens a paragraph is a place, whatever it looks like."""
    document = to_document(Draft(f"Boiler bursts on the quay\nARZENO, 12 March 2019 - {BODY}"), "a", "a.txt")

    assert (document.outlet, document.published, document.published_from) == (None, DAY, "dateline")


def test_the_outlet_that_the_file_gives_wins() -> None:
    """The line may name the agency that wrote the text."""
    assert _read("Southern Wire, 12 March 2019", outlet="The Quay Gazette").outlet == "The Quay Gazette"
