"""The incident records: the figures of one question in one row, with who says what, and never which is right."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from golden.sample import HERALD, POST, POST_DEAD, RADIO, RADIO_DEAD, sample_report

from discrepancy.model import Document, Report
from discrepancy.pipeline import compare
from discrepancy.report.fingerprint import fingerprints
from discrepancy.report.incidents import INCIDENT_COLUMNS, to_incidents
from discrepancy.values.quantity import Quantity

RAID = """Raid on Sorn barracks

Paper, 3 May 2031 - An air raid on the barracks of Sorn on Friday killed 40 soldiers, the Sornish army said.
The Northern army denied that it had a part in the raid.
"""
OWNED = """Northern minister on Sorn

Herald, 5 May 2031 - The raid on the barracks of Sorn on Friday killed 25 soldiers, the hospital of Sorn said.
"We accidentally bombed 30 soldiers at Sorn," the Northern minister, Ada Brink, said.
"""


def rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_incidents(report), newline="")))


@pytest.fixture(scope="module")
def raid() -> list[dict[str, str]]:
    """The rows on an event with a concession and a denial."""
    return rows(compare([Document("paper", RAID), Document("herald", OWNED)]))


def test_the_figures_of_one_question_are_one_row() -> None:
    """Low and high with their speakers and passages; offsets cut the words out of the text."""
    row = rows(sample_report())[0]

    assert (row["counted"], row["low"], row["high"], row["standing"]) == ("killed", "12", "19", "conflict")
    assert (row["low_said_by"], row["high_said_by"]) == ("herald, no source named", "Ida Lund")
    assert row["conflicts"] == fingerprints(sample_report())[0]
    assert HERALD.text[int(row["low_start"]) : int(row["low_end"])] == row["low_quote"]
    assert RADIO.text[int(row["high_start"]) : int(row["high_end"])] == row["high_quote"]


def test_near_copies_are_one_origin() -> None:
    """Three articles give the toll; two of them carry one text."""
    row = rows(sample_report())[0]

    assert (row["articles"], row["independent_origins"], row["speakers"]) == ("3", "2", "3")
    assert (row["first_published"], row["last_published"]) == ("2031-03-04", "2031-03-05")


def test_rival_bounds_are_one_row_that_is_no_conflict() -> None:
    """ "At least 30" and "at least 45" answer one question, and both may hold."""
    row = rows(sample_report())[1]

    assert (row["counted"], row["low_as_written"], row["high_as_written"]) == ("injured", "at least 30", "at least 45")
    assert (row["standing"], row["conflicts"]) == ("rival-figures", "")


def test_wrecks_are_no_toll() -> None:
    """Only people count."""
    assert [row["counted"] for row in rows(sample_report())] == ["killed", "injured"]


def test_the_same_figure_in_two_articles_is_one_row() -> None:
    """And said to be the same; a small one could be the same by chance and stays apart."""
    other = replace(RADIO_DEAD, value=POST_DEAD.value, shown="14")
    small = [replace(claim, value=Quantity(2, 2, "exact", None, 2)) for claim in (POST_DEAD, other)]

    assert [row["standing"] for row in rows(Report((POST, RADIO), (POST_DEAD, other), ()))] == ["same figure"]
    assert [row["standing"] for row in rows(Report((POST, RADIO), tuple(small), ()))] == ["one figure", "one figure"]


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        (Quantity(60, 70, "range"), "60", "70"),
        (Quantity(90, float("inf"), "at_least", None, 90), "90", "90"),
        (Quantity(0, 50, "at_most", None, 50), "50", "50"),
        (Quantity(85, 115, "about", None, 100), "100", "100"),
    ],
)
def test_a_figure_is_the_number_that_was_given(value: Quantity, low: str, high: str) -> None:
    """A bound is given as its number; what it is stands beside it as written."""
    [row] = rows(Report((POST,), (replace(POST_DEAD, value=value),), ()))

    assert (row["low"], row["high"]) == (low, high)


@pytest.mark.parametrize("value", [Quantity(24, 99, "vague"), Quantity(6.1, 6.1, "exact", None, 6.1)])
def test_what_is_no_count_of_people_is_left_out(value: Quantity) -> None:
    """A vague word gives no figure, and nobody dies by tenths."""
    assert rows(Report((POST,), (replace(POST_DEAD, value=value),), ())) == []


def test_who_owns_to_the_harm_is_named(raid: list[dict[str, str]]) -> None:
    """ "We accidentally bombed" in the minister's own words."""
    assert {row["conceded_by"] for row in raid if "Brink" in row["conceded_by"]}
    assert not [row for row in raid if "hospital" in row["conceded_by"]]


def test_who_denies_a_part_in_it_is_named(raid: list[dict[str, str]]) -> None:
    """In the sentence beside the figure."""
    assert {row["denied_by"] for row in raid if row["low"] == "40" or row["high"] == "40"} == {"Northern army"}


def test_an_admission_to_hospital_is_none() -> None:
    """The same word, another matter."""
    text = "Fire in Sorn\n\nA fire in Sorn injured 14 people, who were admitted to hospital, police said.\n"
    [row] = [row for row in rows(compare([Document("a", text)])) if row["counted"] == "injured"]

    assert row["conceded_by"] == ""


def test_no_column_rates_the_truth() -> None:
    """No best figure, no score, no reliability."""
    rated = [name for name in INCIDENT_COLUMNS if any(w in name for w in ("best", "true", "reliab", "score", "confid"))]

    assert rated == []
