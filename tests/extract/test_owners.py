"""Whose figure it is: the name an age is given to, the thing a figure in front of it describes."""

from __future__ import annotations

import pytest

from discrepancy.extract.document import extract_claims
from discrepancy.match.ages import one_person
from discrepancy.match.claim_parts import role
from discrepancy.match.number_question import question_level
from discrepancy.model import Claim, Document


def figures(text: str, attribute: str) -> list[Claim]:
    return [claim for claim in extract_claims(Document("a", text)).claims if claim.attribute == attribute]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The captain, Rolf Maan, 53, survived the fire.", "maan"),
        ("Eva Brunt (33) saw the fire from her window.", "brunt"),
        ("A 29-year-old nurse, Marc Sole, died in the fire.", "sole"),
        ("The 29-year-old Marc Sole died in the fire.", "sole"),
        ("Ana Lind, a 41-year-old teacher, was hurt in the fire.", "lind"),
        ("The 66-year-old landlord died in the fire.", "landlord"),
    ],
)
def test_an_age_belongs_to_a_person(text: str, owner: str) -> None:
    """Before the figure, behind it, in apposition, or the noun for the person where no name stands there."""
    found = role(figures(text, "age")[0], "owner")

    assert found is not None
    assert found.noun == owner


def test_a_figure_in_front_of_a_thing_describes_it() -> None:
    """The storeys are those of the block."""
    found = role(figures("A six-storey block collapsed in the night.", "count")[0], "owner")

    assert found is not None
    assert found.noun == "block"


def test_two_first_names_are_two_people() -> None:
    """A father and a son share their last name; an article may leave the first name out."""
    father, son, nameless = (
        figures(f"{words} was arrested on Monday.", "age")[0]
        for words in ("Rolf Maan, 53,", "Otto Maan, 27,", "Maan, 54,")
    )

    assert not one_person(father, son)
    assert one_person(father, nameless)


def test_ages_of_one_name_answer_one_question_and_those_of_two_names_never() -> None:
    """Whatever else the sentences share."""
    one, two, three = (
        figures(f"{words} was arrested on Monday.", "age")[0]
        for words in ("Rolf Maan, 53,", "The captain, Rolf Maan, 57,", "The mate, Otto Brand, 57,")
    )

    assert one_person(one, two)
    assert not one_person(one, three)


def test_figures_of_one_thing_answer_one_question() -> None:
    """Two figures for the turnout ask the same, whatever verb stands between."""
    one, two = (
        figures(text, "percentage")[0] for text in ("Turnout was 67 percent.", "The turnout never exceeded 40 percent.")
    )

    assert question_level(one, two) == "unit-subject"


def test_a_relative_clause_speaks_of_the_noun_before_it() -> None:
    """ "Brix, which has 8,100 employees": the employees are those of Brix."""
    claim = figures("The unions at Brix, which has 8,100 employees, fear for the plants.", "count")[0]
    found = role(claim, "subject")

    assert found is not None
    assert found.noun.lower() == "brix"
