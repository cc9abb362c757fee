"""Clauses that the words above them turn round, and what must be quoted with them."""

from __future__ import annotations

import pytest
from contested import claims, clauses, opposed


def turned(text: str) -> list[tuple[str, str, str]]:
    return [
        (clause.verb.text, clause.negation, " ".join(token.text for token in clause.quoted))
        for clause in clauses(text)
        if clause.turn is not None
    ]


@pytest.mark.parametrize(
    ("text", "verb", "quoted"),
    [
        ("The firm denied that the valve was defective.", "was", "The firm denied that the valve was defective"),
        ("Police denied using tear gas.", "using", "Police denied using tear gas"),
        (
            "The ministry rejected reports that the bridge had been closed.",
            "closed",
            "The ministry rejected reports that the bridge had been closed",
        ),
        (
            "The claim that the ship was overloaded was denied by the owner.",
            "overloaded",
            "The claim that the ship was overloaded was denied by the owner",
        ),
        (
            "It is not true that the gate was locked, the warden said.",
            "locked",
            "It is not true that the gate was locked",
        ),
        ("It was untrue that the gate was locked, he said.", "locked", "It was untrue that the gate was locked"),
        ("Reports that it was locked are false, he said.", "locked", "Reports that it was locked are false"),
        (
            "There is no truth to the claim that the guards were armed.",
            "armed",
            "There is no truth to the claim that the guards were armed",
        ),
        (
            '"We were at sea," the captain said, denying that a letter had come.',
            "come",
            "denying that a letter had come",
        ),
    ],
)
def test_a_denial_is_quoted_with_the_words_that_deny(text: str, verb: str, quoted: str) -> None:
    """The clause alone would say the opposite of what its speaker says."""
    assert turned(text) == [(verb, "denial", quoted)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("They opened the weir without telling us.", "without telling us"),
        ("The mayor failed to warn the village.", "The mayor failed to warn the village"),
    ],
)
def test_an_act_left_undone_is_quoted_with_the_words_that_say_so(text: str, quoted: str) -> None:
    """ "To warn the village" is what the mayor did not do."""
    assert [(negation, words) for _, negation, words in turned(text)] == [("not", quoted)]


def test_one_who_is_named_at_length_is_left_out_of_the_quote() -> None:
    """A quote is short; the speaker stands beside it anyway."""
    ((_, _, quoted),) = turned(
        "The owner of the two mills on the northern bank of the river Asel above Torn denied that the dam leaked."
    )

    assert quoted == "denied that the dam leaked"


@pytest.mark.parametrize(
    "text",
    [
        "The minister denied the charge after he left the court.",
        "The firm denied it when police searched its offices.",
        "The army denied the report, firing at the bridge.",
        "Leaving the court, the minister denied that it mattered.",
    ],
)
def test_what_only_tells_when_somebody_denies_is_not_denied(text: str) -> None:
    """The minister left the court."""
    told = {"left", "searched", "firing", "Leaving"}

    assert [clause.negation for clause in clauses(text) if clause.verb.text in told] == [""]


@pytest.mark.parametrize(
    "text",
    ["The mayor dismissed claims that residents were not warned.", "The mayor denied that no warning was given."],
)
def test_a_denied_negation_asserts(text: str) -> None:
    """Who denies that nobody was warned says that somebody was."""
    assert [clause.negation for clause in clauses(text) if clause.turn is not None] == [""]
    assert claims(text, "negation") == []


@pytest.mark.parametrize(
    "text", ["The mayor did not deny that he was there.", "The firm has not rejected claims that it was warned."]
)
def test_what_is_neither_denied_nor_granted_stays_open(text: str) -> None:
    """Not to deny is not to say so."""
    assert [(clause.negation, clause.open) for clause in clauses(text) if clause.turn is not None] == [("", True)]


def test_both_sides_of_a_report_do_not_read_the_same() -> None:
    """The words that are opposed are those that a reader can tell apart."""
    ((kind, one, other),) = opposed(
        "The operator denied that the crane had been overloaded.", "The crane was overloaded, a driver said."
    )

    assert kind == "polarity"
    assert {one, other} == {"The operator denied that the crane had been overloaded", "The crane was overloaded"}


def test_who_denies_is_no_part_of_what_is_denied() -> None:
    """A name in front of "denied" belongs to the speaker, not to the matter."""
    (claim,) = (c for c in claims("Northern Rail on Monday denied that a train had left Torn.", "negation"))

    assert claim.evidence.text.startswith("Northern Rail on Monday denied that")
    assert claim.frame.inner == "a train had left Torn"
