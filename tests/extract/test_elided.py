"""Figures that leave out what they count take it from the figure before."""

from __future__ import annotations

import pytest
from figures import article

from discrepancy.model import Claim
from discrepancy.pipeline import extract
from discrepancy.values.quantity import Quantity


def numbers(text: str) -> dict[str, Claim]:
    """Number claims of ``text`` by how they are written."""
    (found,) = extract([article("a", text, "2021-05-05")])
    return {claim.shown: claim for claim in found.claims if claim.kind == "number"}


def carried(claim: Claim) -> list[str]:
    return [who.noun for who in claim.frame.participants if who.role == "carried"]


@pytest.mark.parametrize(
    ("text", "shown", "unit"),
    [
        ("The tram was doing 48 km/h, the company said. The recorder showed 71.", "71", "km/h"),
        ("The tunnel is 310 metres deep, the builder said. The map gives 420.", "420", "m"),
    ],
)
def test_a_unit_is_taken_over(text: str, shown: str, unit: str) -> None:
    """The second figure is measured as the first is."""
    claim = numbers(text)[shown]

    assert isinstance(claim.value, Quantity)
    assert claim.value.unit == unit
    assert "elided" in claim.frame.cues


def test_a_length_of_time_beside_a_figure_lends_no_unit() -> None:
    """Breaches were counted, not days."""
    claim = numbers("Monitors counted eleven in the first three days, he said: nine by the army and two by the rebels.")

    assert {claim[shown].attribute for shown in ("nine", "two")} == {"count"}


def test_a_noun_is_taken_over() -> None:
    """The clerk counts ballots too."""
    claim = numbers("The mayor said 3,100 ballots were lost. The clerk counted 4,250.")["4,250"]

    assert carried(claim) == ["ballot"]


def test_a_harm_is_taken_over() -> None:
    """Whoever knows of more deaths knows of deaths."""
    claim = numbers("The clinic said 11 people were killed. The sheriff put it at 24.")["24"]

    assert claim.attribute == "killed"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The mayor said 31 ballots were lost. The three were pleased.", "three"),
        ("The bank said it lost 40 million euros. We were nine with him.", "nine"),
        ("The mayor said 31 ballots were lost. The clerk counted nine sacks.", "nine"),
    ],
)
def test_other_figures_stay_as_they_are(text: str, shown: str) -> None:
    """A figure that takes up somebody, has another verb or has its own noun counts nothing of the one before."""
    claim = numbers(text)[shown]

    assert "elided" not in claim.frame.cues
    assert not carried(claim)


def test_an_hour_of_the_day_counts_nothing() -> None:
    """ "Shortly before nine" is no number of anything, but "put it at nine" is."""
    assert "nine" not in numbers("The fire broke out shortly before nine.")
    assert "nine" in numbers("The sheriff said four barns burned. The owner put it at nine.")


def test_the_number_of_something_counts_that() -> None:
    """The noun may stand before the figure."""
    claim = numbers("The sheriff put the number of raiders at seven.")["seven"]

    assert [who.noun for who in claim.frame.participants if who.role == "counted"] == ["raider"]


def test_a_difference_is_marked() -> None:
    """ "30 fewer" says how far two figures are apart."""
    assert "difference" in numbers("The ferry carried 30 fewer than allowed.")["30"].frame.cues


@pytest.mark.parametrize(
    "text",
    [
        '"We were thirty on the bus," said Anna Kolar. The company has 22 on its list.',
        "Thirty of us were on the bus, said Anna Kolar. The company has 22 on its list.",
    ],
)
def test_whoever_speaks_counts_people(text: str) -> None:
    """Those who say "we" are people, and so are those on the list."""
    assert carried(numbers(text)["22"]) == ["people"]


def test_survivors_who_speak_are_not_counted() -> None:
    """What survivors say of a length of time is no number of survivors."""
    claim = numbers("The ferry took 25 minutes to sink, the coast guard said. Survivors said it was under five.")

    assert claim["under five"].attribute == "duration"
