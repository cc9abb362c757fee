"""Reasons for and against two figures: the same both ways, and nothing but what adds up to the score."""

from __future__ import annotations

from itertools import combinations

import pytest
from figures import article

from discrepancy.match.contest import contest
from discrepancy.match.corpus import survey
from discrepancy.match.number_features import number_features
from discrepancy.match.numbers import candidates, match_numbers
from discrepancy.model import Claim
from discrepancy.pipeline import extract

HERALD = (
    "Police said nine people were killed when a fire swept through the Alder Street warehouse in Oslo on 3 May 2021. "
    "The damage was put at 4 million euros. At least 30 firemen fought the flames for six hours."
)
DISPATCH = (
    "The fire in the Alder Street warehouse in Oslo killed 14 people, the fire service said. It burned for nine hours. "
    "The owner said the damage was 7 million euros. Some 50 firemen were sent. The union put it at 60."
)


@pytest.fixture(scope="module")
def claims() -> list[Claim]:
    """Number claims of two articles on one fire."""
    found = extract([article("a", HERALD, "2021-05-04"), article("b", DISPATCH, "2021-05-05")])
    return [claim for one in found for claim in one.claims if claim.kind == "number"]


def reasons(left: Claim, right: Claim, claims: list[Claim]) -> dict[str, float]:
    """Reasons of one pair among all pairs of ``claims``."""
    corpus = survey(claims)
    return number_features(left, right, corpus, contest(candidates(claims, corpus), corpus))


def test_left_and_right_may_be_swapped(claims: list[Claim]) -> None:
    """Which claim comes first makes no difference to any pair between the articles."""
    corpus = survey(claims)
    across = [(a, b) for a, b in candidates(claims, corpus) if a.document != b.document]

    assert len(across) > 2
    for a, b in across:
        assert reasons(a, b, claims) == pytest.approx(reasons(b, a, claims))


def test_the_reasons_of_a_pair_add_up_to_its_score(claims: list[Claim]) -> None:
    """The score is the sum of what is shown."""
    pairs = list(match_numbers(claims))

    assert pairs
    for pair in pairs:
        assert pair.score == pytest.approx(sum(reason.weight for reason in pair.reasons), abs=1e-3)


def test_reasons_that_do_not_hold_are_left_out(claims: list[Claim]) -> None:
    """A reader sees only what speaks for or against."""
    for a, b in combinations(claims, 2):
        assert all(reasons(a, b, claims).values())


def test_the_same_harm_and_place_are_reasons(claims: list[Claim]) -> None:
    """Both tolls say killed, and both say Oslo."""
    nine, fourteen = (
        next(c for c in claims if c.shown == shown and c.attribute == "killed") for shown in ("nine", "14")
    )
    names = set(reasons(nine, fourteen, claims))

    assert {"across:same-harm", "same-spot", "rivals-across"} <= names


def test_two_speakers_are_no_one_body(claims: list[Claim]) -> None:
    """The police and the fire service are rivals."""
    nine, fourteen = (
        next(c for c in claims if c.shown == shown and c.attribute == "killed") for shown in ("nine", "14")
    )

    assert "one-body" not in reasons(nine, fourteen, claims)


def test_a_restated_count_is_a_reason(claims: list[Claim]) -> None:
    """ "The union put it at 60" takes up what was counted just before."""
    fifty, sixty = (next(c for c in claims if c.shown == shown) for shown in ("Some 50", "60"))

    assert "restated-near" in reasons(fifty, sixty, claims)


def test_a_source_that_holds_a_figure_is_a_voice() -> None:
    """ "The register has" is another voice than the sheriff, though nobody is said to speak."""
    (found,) = extract(
        [article("a", "The sheriff said 12 barns burned. The county register has 19 barns.", "2021-05-05")]
    )
    claims = [claim for claim in found.claims if claim.kind == "number"]
    names = set(reasons(*claims, claims))

    assert {"rivals-here", "told-by-source"} <= names
