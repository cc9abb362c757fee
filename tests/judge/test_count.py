"""The verdict table of two figures, from real sentences to the verdict."""

from __future__ import annotations

import pytest
from figures import article, number_verdicts

from discrepancy.model import Verdict


def verdict(one: str, other: str, days: tuple[str | None, str | None] = (None, None)) -> Verdict:
    """The verdict on the only pair of the two articles."""
    found = number_verdicts(article("a", one, days[0]), article("b", other, days[1]))
    assert len(found) == 1, found
    return found[0]


def toll(figure: str) -> str:
    """A sentence with one toll."""
    return f"The fire in the mill killed {figure} workers."


@pytest.mark.parametrize(
    ("one", "other", "standing"),
    [
        ("62", "62", "AGREES"),
        ("62", "83", "CONFLICTS"),
        ("sixty-two", "62", "AGREES"),
        ("at least 62", "70", "COMPATIBLE"),
        ("at least 83", "62", "CONFLICTS"),
        ("up to 50", "62", "CONFLICTS"),
        ("up to 50", "42", "COMPATIBLE"),
        ("more than 100", "120", "COMPATIBLE"),
        ("more than 100", "90", "CONFLICTS"),
        ("fewer than ten", "12", "CONFLICTS"),
        ("fewer than ten", "nine", "COMPATIBLE"),
        ("some 100", "96", "COMPATIBLE"),
        ("some 100", "104", "COMPATIBLE"),
        ("some 100", "130", "CONFLICTS"),
        ("nearly 200", "196", "COMPATIBLE"),
        ("nearly 200", "212", "CONFLICTS"),
        ("several", "five", "COMPATIBLE"),
        ("several", "20", "CONFLICTS"),
        ("between 60 and 70", "65", "COMPATIBLE"),
        ("between 60 and 70", "80", "CONFLICTS"),
    ],
)
def test_bounds_and_round_figures_that_share_a_value_are_no_conflict(one: str, other: str, standing: str) -> None:
    """A conflict needs two figures that share no value, whichever comes first."""
    assert verdict(toll(one), toll(other)).standing == standing
    assert verdict(toll(other), toll(one)).standing == standing


@pytest.mark.parametrize(
    ("figure", "other", "standing"),
    [
        ("Dozens of", "60", "COMPATIBLE"),
        ("Dozens of", "300", "CONFLICTS"),
        ("Scores of", "150", "COMPATIBLE"),
        ("Hundreds of", "700", "COMPATIBLE"),
        ("Hundreds of", "60", "CONFLICTS"),
    ],
)
def test_a_vague_word_stands_for_a_range(figure: str, other: str, standing: str) -> None:
    """Dozens, scores and hundreds have customary ranges."""
    found = verdict(f"{figure} workers were killed in the mill fire.", toll(other))

    assert found.standing == standing


@pytest.mark.parametrize(
    ("one", "other", "standing"),
    [
        ("five miles", "8 km", "COMPATIBLE"),
        ("five miles", "20 km", "CONFLICTS"),
        ("three hours", "180 minutes", "COMPATIBLE"),
    ],
)
def test_units_are_converted_first(one: str, other: str, standing: str) -> None:
    """One length in two units is no conflict."""
    found = verdict(f"The tunnel took {one} to cross.", f"The tunnel took {other} to cross.")

    assert found.standing == standing


@pytest.mark.parametrize(
    ("later", "code"),
    [("2021-05-06", "update"), ("2021-05-04", "differs"), (None, "differs")],
)
def test_a_higher_toll_in_a_later_article_is_an_update(later: str | None, code: str) -> None:
    """Without days, or on one day, nobody knows which figure is newer."""
    found = verdict(toll("12"), toll("19"), ("2021-05-04", later))

    assert found.code == code


def test_a_lower_toll_in_a_later_article_is_a_conflict() -> None:
    """The dead do not become fewer without a word about it."""
    assert verdict(toll("19"), toll("12"), ("2021-05-04", "2021-05-06")).standing == "CONFLICTS"


def test_a_toll_that_has_risen_is_an_update_without_days() -> None:
    """The text itself says that the figure is newer."""
    found = verdict(toll("12"), "The death toll of the mill fire has risen to 19 workers.")

    assert (found.standing, found.code) == ("UPDATES", "update")


def test_a_price_in_a_later_article_is_no_update() -> None:
    """Only counts of what happened to people grow while an event unfolds."""
    found = verdict("The mill cost 12 million euros.", "The mill cost 19 million euros.", ("2021-05-04", "2021-05-06"))

    assert found.standing == "CONFLICTS"


def test_lower_bounds_of_rival_speakers_are_rival_figures() -> None:
    """Both can be true, but the reader should see them side by side."""
    found = verdict(
        "The army said the raid killed at least 40 rebels.", "The union said the raid killed at least 90 rebels."
    )

    assert (found.standing, found.code) == ("COMPATIBLE", "rival-figures")


def test_lower_bounds_in_one_voice_are_just_bounds() -> None:
    """Without rival speakers there is nothing to tell but the bound."""
    found = verdict("The raid killed at least 40 rebels.", "The raid killed at least 90 rebels.")

    assert (found.standing, found.code) == ("COMPATIBLE", "bound")


def test_two_shown_figures_stand_in_the_reason() -> None:
    """A reader is told which figures cannot both be true."""
    why = verdict(toll("62"), toll("83")).why

    assert "62" in why
    assert "83" in why


def test_the_confidence_is_a_probability() -> None:
    """It comes from the reasons of the pair alone."""
    assert 0.0 <= verdict(toll("62"), toll("83")).confidence <= 1.0
