"""Victims without a figure are counted: single ones, lists of them, attackers who end their own lives."""

from __future__ import annotations

import pytest
from figures import article, compared

from discrepancy.model import Claim
from discrepancy.pipeline import extract
from discrepancy.values.quantity import Quantity


def implied(text: str) -> list[Claim]:
    """The implied claims of ``text``."""
    return [claim for claim in extract([article("a", text)])[0].claims if claim.implied]


def counts(text: str) -> list[tuple[str, float]]:
    """Attribute and number of each implied claim of ``text``."""
    return [(c.attribute, c.value.low) for c in implied(text) if isinstance(c.value, Quantity)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A man was shot dead in Leeds on Monday.", [("killed", 1)]),
        ("The crash killed a nurse.", [("killed", 1)]),
        ("The gunman wounded a deputy.", [("injured", 1)]),
        ("An 18-year-old was killed in the crash.", [("killed", 1)]),
        ("The fire killed a woman and two children.", [("killed", 3)]),
        ("A woman and two girls died in the fire.", [("killed", 3)]),
        ("He killed three soldiers before he killed himself.", [("killed", 4)]),
        ("The gunman killed five people before turning the gun on himself.", [("killed", 6)]),
        ("She killed two men and then took her own life.", [("killed", 3)]),
    ],
)
def test_victims_without_a_figure_are_counted(text: str, found: list[tuple[str, float]]) -> None:
    """One person, a list with figures in it, and the attacker on top of those he killed."""
    assert counts(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The fire killed a family.",
        "The fire killed a woman and her children.",
        "The fire killed five people. A nurse died in hospital.",
        "The fire killed five people, and a woman and two children died on the stairs.",
        "Three people were killed, including the gunman, who shot himself.",
        "The fire killed six men and injured two women.",
        "A man may have been killed.",
        "A man bought a house.",
    ],
)
def test_what_is_unknown_or_a_part_of_a_figure_is_not_counted(text: str) -> None:
    """Families and bare plurals have no number, and parts add nothing to a toll."""
    assert counts(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Six people were shot at the club.", [("injured", 6)]),
        ("Seven people were taken to hospital.", [("injured", 7)]),
        ("One man was killed and three others were shot.", [("injured", 3)]),
        ("Seven people were shot, one of them fatally.", [("injured", 6)]),
        ("Six people were shot at the club. One of the victims died.", []),
        ("Six people were shot and four were injured.", []),
        ("The attack caused 40 casualties.", []),
        ("About 90 people were killed or injured.", []),
    ],
)
def test_the_shot_are_wounded_unless_somebody_died(text: str, found: list[tuple[str, float]]) -> None:
    """With a death elsewhere in the article nobody knows how many of the shot live."""
    assert [one for one in counts(text) if one[0] == "injured"] == found


def test_what_is_implied_shows_the_words_and_no_written_number() -> None:
    """The quote runs from the first victim to the last."""
    [claim] = implied("The fire killed a woman and two children.")

    assert claim.shown == "a woman and two children"
    assert isinstance(claim.value, Quantity)
    assert claim.value.written is None


def test_nothing_is_compared_with_what_is_implied() -> None:
    """A figure worked out by the tool is nobody's word against another's."""
    one = article("a", "The fire in Leeds on 3 May 2021 killed a woman and two children, police said.", "2021-05-04")
    other = article("b", "The fire in Leeds on 3 May 2021 killed five people, police said.", "2021-05-04")
    report = compared(one, other, min_confidence=0.0)

    assert not any(claim.implied for claim in report.claims)
    assert not any(claim.implied for c in report.conflicts for p in c.positions for claim in p.claims)
