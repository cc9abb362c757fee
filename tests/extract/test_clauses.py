"""Cutting sentences into clauses and telling what a clause denies or leaves open."""

from __future__ import annotations

import pytest
from contested import clauses


def negations(text: str) -> list[tuple[str, str]]:
    return [(clause.verb.text, clause.negation) for clause in clauses(text)]


@pytest.mark.parametrize(
    ("text", "verb", "negation"),
    [
        ("The guards did not fire.", "fire", "not"),
        ("The guards never fired.", "fired", "not"),
        ("No shots were fired.", "fired", "none"),
        ("Nobody fired a shot.", "fired", "none"),
        ("Not one shot was fired.", "fired", "none"),
        ("The army denied that its men fired.", "fired", "denial"),
        ("The guards fired.", "fired", ""),
        ("There is no doubt that the guards fired.", "is", ""),
    ],
)
def test_a_clause_knows_whether_it_is_negated(text: str, verb: str, negation: str) -> None:
    """Not, none and denial are told apart; idioms deny nothing."""
    assert (verb, negation) in negations(text)


def test_the_denied_noun_is_the_focus() -> None:
    """What there was none of is what the other side must name."""
    (clause,) = clauses("No warning was given.")

    assert clause.focus is not None
    assert clause.focus.lemma == "warning"


@pytest.mark.parametrize(
    "text",
    ["The guards may have fired.", "Did the guards fire?", "The guards will fire.", "If the guards fired, they lied."],
)
def test_what_is_guessed_asked_or_to_come_is_open(text: str) -> None:
    """An open clause asserts nothing."""
    assert any(clause.open for clause in clauses(text))


def test_a_clause_leaves_out_the_clauses_below_it() -> None:
    """Each clause carries its own words only."""
    said, fell = clauses("The mayor said that the bridge fell.")

    assert ([t.text for t in said.tokens], [t.text for t in fell.tokens]) == (
        ["The", "mayor", "said"],
        ["the", "bridge", "fell"],
    )
