"""What a statement may say so that a negation does not answer it, whatever words they share."""

from __future__ import annotations

import pytest
from contested import claims

from discrepancy.match.negation_gates import excluded


@pytest.mark.parametrize(
    ("statement", "stopped"),
    [
        ("The air force stopped its flights over Selm.", True),
        ("The air force halted the planes over Selm.", True),
        ("A pilot without a plane came to Selm.", True),
        ("The air force flew planes over Selm.", False),
    ],
)
def test_a_statement_that_tells_of_none_agrees_with_a_negation(statement: str, stopped: bool) -> None:
    """Whoever stopped his flights had no planes there, and a pilot without a plane had none."""
    text = f'{statement} "There were no planes over Selm," the minister Otto Renn said.'
    yes, no = claims(text, "assertion")[0], claims(text, "negation")[0]

    assert excluded(yes, no) is stopped


@pytest.mark.parametrize(("where", "stopped"), [("in this region", True), ("in Selm", False)])
def test_none_at_a_place_that_is_only_pointed_to_gainsays_nothing(where: str, stopped: bool) -> None:
    """Which region "this region" is, another article does not know."""
    text = f'The air force flew planes over Selm. "There were no planes {where}," the minister Otto Renn said.'
    yes, no = claims(text, "assertion")[0], claims(text, "negation")[0]

    assert excluded(yes, no) is stopped
