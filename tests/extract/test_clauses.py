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


@pytest.mark.parametrize(
    "text",
    [
        "According to the tenants' association, the council never answered the letters.",
        "The council never answered the letters, according to the tenants' association.",
    ],
)
def test_whose_account_it_is_is_no_part_of_what_is_told(text: str) -> None:
    """A denial is not about the one who tells of it."""
    assert [clause.content for clause in clauses(text)] == [{"council", "answer", "letter"}]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("There was never any rope on the pier.", "rope"),
        ("The owner had not received any letter.", "letter"),
        ("None of our boats left the harbour.", "boat"),
        ("Not a barn was touched.", "barn"),
        ("Divers found no trace of oil.", "oil"),
        ("The firm denied sending any invoices.", "invoice"),
    ],
)
def test_what_there_was_none_of_is_found_in_other_words(text: str, noun: str) -> None:
    """Never any, none of, not a, no trace of: all of them rule out one thing."""
    assert noun in [clause.focus.lemma for clause in clauses(text) if clause.focus is not None]


@pytest.mark.parametrize(
    ("text", "verb"),
    [("They opened the weir without telling us.", "telling"), ("The mayor failed to warn the village.", "warn")],
)
def test_an_act_left_undone_is_negated(text: str, verb: str) -> None:
    """The act is named, but only as one that did not happen."""
    assert (verb, "not") in negations(text)


def test_a_phrase_without_something_leaves_its_clause_alone() -> None:
    """Men with no badges did come."""
    assert ("came", "") in negations("Men with no badges came to the farm.")


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


def test_the_month_of_may_is_no_guess() -> None:
    """A date leaves a statement as sure as it was; the verb does not."""
    assert [clause.open for clause in clauses("The ferry was inspected in May.")] == [False]
    assert [clause.open for clause in clauses("The ferry may be inspected in June.")] == [True]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The airline rejected claims that the pilot had been drinking.", "drinking"),
        ("The clerk denied knowing of the mould.", "knowing"),
        ("The crew refused to open the hatch.", "open"),
    ],
)
def test_a_denied_report_and_a_denied_deed_are_denied(text: str, verb: str) -> None:
    """A clause behind "claims that", an "-ing" form, and what somebody refuses to do."""
    assert next(kind for found, kind in negations(text) if found == verb)


def test_a_court_that_rejects_a_claim_denies_nothing() -> None:
    """It finds that the claim does not hold in law."""
    assert ("drinking", "denial") not in negations("The court rejected claims that the pilot had been drinking.")


def test_to_lack_something_is_to_have_none_of_it() -> None:
    """The noun that is missing is what there is none of."""
    clause = clauses("The ship lacked lifeboats.")[0]

    assert (clause.negation, clause.focus.lemma if clause.focus else None) == ("none", "lifeboat")


def test_a_lone_word_behind_stood_belongs_to_its_clause() -> None:
    """ "The door stood open": the parser sees two clauses."""
    assert [token.text for token in clauses("The front door stood open the entire night.")[0].tokens][3:5] == [
        "stood",
        "open",
    ]


def test_zero_of_something_is_none_of_it() -> None:
    """ "Zero" denies as "no" does."""
    assert ("made", "none") in negations("The firm made zero payments.")
