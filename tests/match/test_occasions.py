"""Whether two claims of two articles speak of one occasion."""

from __future__ import annotations

from datetime import date

import pytest

from discrepancy.extract.document import extract_claims
from discrepancy.match.occasions import one_news, one_occasion
from discrepancy.match.topics import concepts, specific
from discrepancy.model import Claim, Document


def first(name: str, text: str) -> Claim:
    """The first number claim of an article of Thursday, 6 May 2021."""
    document = Document(name, text, published=date(2021, 5, 6))
    return next(claim for claim in extract_claims(document).claims if claim.kind == "number")


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("Nine people were killed in Tarn on Monday.", "Ten people were killed in Tarn on Monday.", True),
        ("Nine people were killed in Tarn on Monday.", "Ten people were killed.", True),
        ("Nine people were killed in Tarn on Monday.", "Ten people were killed in Tarn on Wednesday.", False),
        ("Nine people were killed in Aleppo.", "Ten people were killed in Damascus.", False),
        ("Nine people were killed in Aleppo.", "Ten people were killed in Syria.", True),
    ],
)
def test_day_and_place_of_the_sentence_set_two_claims_apart(one: str, other: str, meet: bool) -> None:
    """A coarser place or a missing day sets nothing apart."""
    assert one_occasion(first("a", one), first("b", other)) is meet


def test_claims_of_one_article_are_left_to_other_gates() -> None:
    """Within an article the sentences beside it tell more than day and place."""
    here, there = "Nine people were killed in Tarn on Monday.", "Ten people were killed in Tarn on Wednesday."

    assert one_occasion(first("a", here), first("a", there))


def test_a_day_carried_over_counts_against_a_day_of_the_sentence_from_two_days_apart() -> None:
    """The sentence before says when; one day more or less may be the night."""
    carried = first("a", "A bomb went off in the market on Monday. Nine people were killed.")

    assert not one_occasion(carried, first("b", "Ten people were killed on Wednesday."))
    assert one_occasion(carried, first("b", "Ten people were killed on Tuesday."))
    assert not one_news(carried, first("b", "Ten people were killed on Tuesday."))


def test_a_word_of_many_sentences_ties_no_two_claims_together() -> None:
    """One common word is too little; a rare word or two words of different meaning are enough."""
    often = dict.fromkeys(concepts(("rebel", "army")), 0.3)
    telling = {**often, **dict.fromkeys(concepts(("lorry",)), 0.7)}

    assert not specific(("rebel",), telling)
    assert specific(("lorry",), telling)
    assert specific(("army", "rebel"), telling)
    assert not specific((), telling)
