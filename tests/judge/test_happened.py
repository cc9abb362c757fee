"""Sides taken by what did or did not happen are asked for as events, and answered as such."""

from __future__ import annotations

import pytest
from figures import article, compared

FIRE = "A fire broke out at the Selby cinema in Torn on Sunday. "


def told(one: str, other: str) -> tuple[str, dict[str, str]]:
    """The question of the one conflict between two short articles, and the answer that goes with each."""
    texts = {"a": FIRE + one, "b": FIRE + other}
    (conflict,) = compared(*(article(name, text, "2023-04-03") for name, text in texts.items())).conflicts
    return conflict.question, {claim.document: p.shown for p in conflict.positions for claim in p.claims}


@pytest.mark.parametrize(
    ("one", "other", "question", "answers"),
    [
        (
            "No alarm sounded, a guest said.",
            "The alarm sounded at once, the manager said.",
            "Did the alarm sound?",
            ("no", "yes"),
        ),
        (
            "The sprinklers worked, the manager said.",
            "The sprinklers did not work, a guest said.",
            "Did the sprinklers work?",
            ("yes", "no"),
        ),
        (
            "The sirens never went off, a guest said.",
            "The manager denied that the sirens failed.",
            "Did the sirens go off?",
            ("no", "yes"),
        ),
        (
            "The driver Olof Berg survived, a guest said.",
            "The driver Olof Berg died, the manager said.",
            "Did Berg survive?",
            ("yes", "no"),
        ),
    ],
)
def test_what_happened_is_asked_of_the_event(one: str, other: str, question: str, answers: tuple[str, str]) -> None:
    """ "Did the alarm sound?", never "Was it working?": a working alarm may be silent."""
    assert told(one, other) == (question, {"a": answers[0], "b": answers[1]})


def test_a_state_is_asked_for_as_a_state() -> None:
    """One side speaks of the state of the alarm."""
    assert told("The alarm was broken, a guest said.", "The alarm sounded at once, the manager said.") == (
        "Was it working?",
        {"a": "broken", "b": "working"},
    )


def test_what_did_not_happen_is_no_state() -> None:
    """That no siren went off does not say that it was broken."""
    assert told("No siren went off, a guest said.", "The siren was working, the manager said.") == (
        "Was it working?",
        {"a": "did not go off", "b": "working"},
    )
