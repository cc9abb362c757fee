"""One act of the same parties: what makes a statement say the very thing that a negation denies."""

from __future__ import annotations

import pytest
from contested import claims

from discrepancy.match.deeds import times_apart
from discrepancy.match.propositions import one_proposition
from discrepancy.model import Claim


def pair(statement: str, negation: str) -> tuple[Claim, Claim]:
    yes = next(c for c in claims(statement, "assertion"))
    no = next(c for c in claims(negation, "negation"))
    return yes, no


@pytest.mark.parametrize(
    ("statement", "negation"),
    [
        ("The bank sold the land.", "The land was never sold by the bank."),
        ("The owner had fled.", "The owner did not run away."),
        ("The minister resigned.", "The minister has not resigned."),
        ("The scaffold was loose.", "The scaffold was not loose."),
        ("The bank decided.", "The bank made no decision."),
        ("The bank inspected the hall.", "No inspection of the hall was carried out by the bank."),
    ],
)
def test_the_same_act_of_the_same_party_is_one_matter(statement: str, negation: str) -> None:
    """Voice and word may differ."""
    assert sum(reason.weight for reason in one_proposition(*pair(statement, negation))) > 0


@pytest.mark.parametrize(
    ("statement", "negation"),
    [
        ("The bank sold the land.", "The church did not sell the land."),
        ("The bank sold the boat.", "The bank did not sell the land."),
        ("The bank sold the land.", "The bank did not leave."),
        ("The driver of the tram braked.", "The driver of the lorry did not brake."),
        ("He braked.", "She did not brake."),
        ("They took part in the race.", "They took no part in the vote."),
        ("The bank made progress on the land.", "No progress was made on the hall."),
        ("Nine guests were hurt.", "Nobody was hurt."),
        ("The guests were angry.", "The guests were not angry there."),
    ],
)
def test_another_party_act_or_place_is_another_matter(statement: str, negation: str) -> None:
    """Nothing speaks for one matter, so no score is worked out."""
    assert one_proposition(*pair(statement, negation)) == ()


def test_what_the_negation_names_beyond_the_statement_speaks_against_one_matter() -> None:
    """Who did not sell the land to a builder may have sold it to somebody else."""
    wide = one_proposition(*pair("The bank sold the land.", "The bank did not sell the land."))
    narrow = one_proposition(*pair("The bank sold the land.", "The bank did not sell the land to builders."))

    assert sum(r.weight for r in narrow) < sum(r.weight for r in wide)


def test_two_months_exclude_one_another() -> None:
    """A month is not another one; a clause without a time excludes none."""
    january, march = pair("The crane was checked in January 2021.", "The crane was not checked in March 2021.")
    _, ever = pair("The crane was checked in January 2021.", "The crane was not checked.")

    assert (times_apart(january, march), times_apart(january, ever)) == (True, False)
