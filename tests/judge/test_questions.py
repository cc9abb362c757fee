"""The question of a conflict is asked in words a reader would use."""

from __future__ import annotations

import pytest
from figures import article

from discrepancy.judge.questions import question
from discrepancy.pipeline import extract


def asked(one: str, other: str) -> str:
    """The question that the figures of the two texts answer."""
    found = extract([article("a", one), article("b", other)])
    return question("number", [claim for text in found for claim in text.claims if claim.kind == "number"])


@pytest.mark.parametrize(
    ("one", "other", "text"),
    [
        ("The raid killed nine soldiers.", "The raid killed 14 soldiers.", "How many soldiers were killed?"),
        ("The raid killed nine.", "14 people were killed.", "How many people were killed?"),
        ("Police arrested nine women.", "Police arrested 14 women.", "How many women were arrested?"),
        ("Nine firemen were injured.", "14 firemen were injured.", "How many firemen were injured?"),
        ("Nine children are missing.", "14 children are missing.", "How many children are missing?"),
    ],
)
def test_harm_is_asked_of_those_counted(one: str, other: str, text: str) -> None:
    """The noun stands in the plural, with the verb of the harm."""
    assert asked(one, other) == text


@pytest.mark.parametrize(
    ("one", "other", "word"),
    [
        ("The mill cost 4 million euros.", "The mill cost 9 million euros.", "What did it cost"),
        ("The lake is 40 metres deep.", "The lake is 90 metres deep.", "How deep"),
        ("Mayor Anna Berg is 34 years old.", "Mayor Anna Berg is 39 years old.", "How old"),
        ("He sold nine cows.", "He sold 14 cows.", "How many cows"),
        ("The trial lasted five weeks.", "The trial lasted nine weeks.", "How long"),
    ],
)
def test_other_figures_are_asked_by_what_they_measure(one: str, other: str, word: str) -> None:
    """Money, depth, age, number and length have their own question words."""
    text = asked(one, other)

    assert text.startswith(word)
    assert text.endswith("?")


@pytest.mark.parametrize("kind", ["date", "place", "actor", "cause", "polarity", "quote", "identity"])
def test_every_kind_has_a_question(kind: str) -> None:
    """No conflict is shown without one."""
    assert question(kind, []).endswith("?")
