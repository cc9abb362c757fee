"""Whom a pronoun stands for, where the sentence before leaves no choice."""

from __future__ import annotations

import pytest

from discrepancy.extract.antecedents import Antecedent, find_antecedents
from discrepancy.language.parser import parse
from discrepancy.model import ActorMention, Span
from discrepancy.values.names import Actor


def meant(text: str, *people: str) -> dict[str, str]:
    """Pronoun -> the noun that it stands for; ``people`` are names of persons in ``text``."""
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in people]
    named = [ActorMention(span, name, Actor(name, "x", "person")) for span, name in zip(spans, people, strict=True)]
    found = find_antecedents(parse(text), named)
    return {text[start:].split()[0]: one.noun for start, one in found.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A guard was killed on Monday. He was stabbed, police said.", {"He": "guard"}),
        ("The ship sank on Monday. It was new.", {"It": "ship"}),
        ("Two miners were freed. They were thirsty.", {"They": "miner"}),
        ("The mayor and the clerk left. They were tired.", {"They": "mayor"}),
        ("Police shot a man. He was unarmed.", {"He": "man"}),
        ("The army shot the mayor. He was unarmed.", {"He": "mayor"}),
        ("The family left at noon. It was tired.", {"It": "family"}),
        ("The ship Anda sank on Monday. It was new.", {"It": "anda"}),
        ("The suspect Ole Berg was held on Monday. He was tired.", {"He": "suspect"}),
        ("Ole Berg died on Monday. He was old.", {"He": "berg"}),
    ],
)
def test_the_only_one_that_fits_is_meant(text: str, expected: dict[str, str]) -> None:
    """A person, a thing, or more than one."""
    assert meant(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The guard met the pilot. He was tired.",
        "The ship sank. He was tired.",
        "The army left. He was tired.",
        "The crew left the ship. It was tired.",
        "A guard said the door was shut. He was tired.",
        "The ship sank. It was feared that nobody lived.",
        "The guard left. The pilot said he was tired.",
        "He was tired.",
    ],
)
def test_where_there_is_a_choice_nobody_is_meant(text: str) -> None:
    """Two that fit, none, one who only speaks, an "it" that stands for nothing, a pronoun behind another subject."""
    assert meant(text) == {}


def test_who_was_meant_in_the_sentence_before_is_still_meant() -> None:
    """A pronoun passes on whom it stands for."""
    text = "A guard was killed on Monday. He was stabbed. He died at once."
    found = find_antecedents(parse(text), [])

    assert [one.noun for one in found.values()] == ["guard", "guard"]


def test_who_was_last_called_she_is_not_called_he() -> None:
    """The nurse of the sentence before is a woman by now."""
    assert meant("The nurse slept. She was tired. He came back.") == {"She": "nurse"}


def test_a_name_beside_a_noun_is_the_name_of_the_person() -> None:
    """ "The singer Ana Ruel" is Ruel."""
    text = "The singer Ana Ruel died on Monday. She was 71."
    found = next(iter(find_antecedents(parse(text), []).values()))

    assert found == Antecedent(
        "person", "she", "ruel", frozenset({"singer", "ana", "ruel"}), frozenset({"ana", "ruel"})
    )


def test_a_name_is_a_person_where_it_is_known_to_be_one() -> None:
    """ "Kolar" may be a ship; "it" and "he" part what it is."""
    text = "Kolar left on Monday. He was tired."

    assert (meant(text), meant(text, "Kolar")) == ({}, {"He": "kolar"})
