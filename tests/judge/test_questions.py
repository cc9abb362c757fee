"""The question of a conflict is asked in words a reader would use."""

from __future__ import annotations

from dataclasses import replace

import pytest
from figures import article, compared

from discrepancy.judge.questions import question
from discrepancy.pipeline import extract
from discrepancy.values.stance import Stance


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


def test_harm_is_asked_of_those_it_is_said_of() -> None:
    """A figure beside it that counts something else does not lend its noun."""
    assert asked("The fire killed two.", "Nine fire engines were sent.") == "How many people were killed?"


@pytest.mark.parametrize(
    ("one", "other", "word"),
    [
        ("The mill cost 4 million euros.", "The mill cost 9 million euros.", "What did it cost"),
        ("The lake is 40 metres deep.", "The lake is 90 metres deep.", "How deep"),
        ("Mayor Anna Berg is 34 years old.", "Mayor Anna Berg is 39 years old.", "How old was Berg?"),
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


def polarity_question(text: str) -> str:
    """The question of the charges and denials in ``text``."""
    (found,) = extract([article("a", text)])
    return question("polarity", [claim for claim in found.claims if isinstance(claim.value, Stance)])


def test_a_charge_is_asked_in_its_own_words() -> None:
    """ "Did it happen?" would leave the reader guessing what."""
    text = polarity_question("Orla Dent accused the union of breaking the agreement. The union denied the charge.")

    assert text == "Is it true, as said here: “Orla Dent accused the union of breaking the agreement”?"


GATES = "The dock gates were opened by the harbour crew at dawn on Monday after the storm had passed over the bay."


@pytest.mark.parametrize(
    ("one", "kind", "text"),
    [
        (GATES, "polarity", "Is it so that “The dock gates were closed by the harbour crew at dawn on Monday”?"),
        (f"“{GATES[:-1]},” Dana Roth said.", "quote", "What were the words?"),
        (f"{GATES[:-1]}, Dana Roth said.", "quote", "What did Dana Roth say?"),
    ],
)
def test_a_sentence_that_nobody_is_quoted_with_is_a_question_of_fact(one: str, kind: str, text: str) -> None:
    """Two copies of one sentence differ in what they say; two copies of one quotation differ in its words."""
    (found,) = compared(article("a", one), article("b", one.replace("opened", "closed")), min_confidence=0.0).conflicts

    assert (found.kind, found.question) == (kind, text)
    assert (
        found.why == "two sentences run alike but for words that turn the meaning: opened / closed" or kind == "quote"
    )


def test_a_quoted_question_does_not_end_in_a_conjunction() -> None:
    """The clause may stop before "and"; the question does not show it."""
    (found,) = extract([article("a", "The cooks walked out in the night and the guards did not see them.")])
    claim = next(claim for claim in found.claims if claim.kind == "polarity")
    cut = replace(claim, evidence=found.document.evidence(0, 37))

    assert cut.evidence.text.endswith(" and")
    assert question("polarity", [cut]) == "Is it so that “The cooks walked out in the night”?"


def test_a_long_quote_is_cut_between_words() -> None:
    """A question that runs over three lines is no question."""
    long = " ".join(f"in the district of Karlsborg{number}" for number in range(12))
    text = polarity_question(f"Orla Dent accused the union of breaking the agreement {long}. The union denied it.")

    assert text.endswith(" …”?")
    assert len(text) < 170


def test_a_state_is_asked_for_in_the_words_of_the_texts() -> None:
    """ "Closed" and "not closed" are one word, and no other word of the lexicon stands in for it."""
    fell = "The iron bridge at Torn collapsed on Sunday. "
    found = compared(
        article("a", fell + "The bridge was closed for repairs, the mayor said.", "2023-04-03"),
        article("b", fell + "The bridge, built in 1931, was not closed for repairs.", "2023-04-03"),
    )
    (conflict,) = found.conflicts

    assert conflict.question == "Was the bridge closed?"
    assert [position.shown for position in conflict.positions] == ["closed", "not closed"]
