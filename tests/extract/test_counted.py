"""What a number counts is found: its noun, the noun's modifiers, and the verb above it."""

from __future__ import annotations

import pytest
from figures import article

from discrepancy.extract.counted import Counted, counted, modifiers
from discrepancy.extract.mentions import find_mentions
from discrepancy.extract.turnout import is_turnout
from discrepancy.language.parser import parse
from discrepancy.language.tokens import Sentence
from discrepancy.model import QuantityMention, Span


def first_number(text: str) -> tuple[Sentence, Counted]:
    """The phrase of the first number of ``text``."""
    sentences = parse(text)
    mention = find_mentions(article("a", text), sentences).quantities[0]
    found = counted(sentences[0], mention)
    assert found is not None
    return sentences[0], found


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("62 Syrian government soldiers were killed.", "soldier"),
        ("Twelve hundred sheep were sold at the fair.", "sheep"),
        ("The council bought nine new electric buses.", "bus"),
        ("Dozens of people queued outside the bank.", "people"),
        ("Four of the six batches failed the test.", "batch"),
        ("Three of our own nurses were absent.", "nurse"),
        ('The union spoke of "nearly 50" workers.', "worker"),
    ],
)
def test_the_noun_behind_the_number_is_what_is_counted(text: str, noun: str) -> None:
    """Adjectives, nouns before the noun, "of", possessives and quotation marks stand between number and noun."""
    _, found = first_number(text)

    assert found.noun is not None
    assert found.noun.lemma == noun


@pytest.mark.parametrize("text", ["The mayor put it at 62.", "The number rose to 62.", "By noon it had reached 1,200."])
def test_a_number_alone_counts_nothing_that_is_named(text: str) -> None:
    """An elliptical figure has no noun."""
    _, found = first_number(text)

    assert found.noun is None


def test_the_words_before_the_noun_say_which_ones() -> None:
    """What stands between number and noun tells the kind."""
    sentence, found = first_number("62 Syrian government soldiers were killed.")

    assert [token.lower for token in modifiers(sentence, found)] == ["syrian", "government"]


def test_a_number_without_a_noun_has_no_modifiers() -> None:
    """Nothing is counted, so nothing tells its kind."""
    sentence, found = first_number("The mayor put it at 62.")

    assert modifiers(sentence, found) == ()


@pytest.mark.parametrize(
    ("text", "partitive"),
    [
        ("Four of the six batches failed the test.", True),
        ("Five of them were released.", True),
        ("Two of its lorries burned.", True),
        ("Dozens of people queued outside the bank.", False),
        ("Nine lorries burned.", False),
    ],
)
def test_a_number_taken_out_of_a_known_whole_is_partitive(text: str, partitive: bool) -> None:
    """ "Of the", "of them" and "of its" name a whole; "dozens of people" does not."""
    _, found = first_number(text)

    assert found.partitive is partitive


@pytest.mark.parametrize(
    ("text", "verb"),
    [("The blast wounded nine workers.", "wound"), ("Nine workers went home.", "go"), ("He sold nine cows.", "sell")],
)
def test_the_verb_above_the_phrase_is_kept(text: str, verb: str) -> None:
    """Subject and object alike hang below their verb."""
    _, found = first_number(text)

    assert found.verb is not None
    assert found.verb.lemma == verb


def test_a_line_without_a_verb_has_none() -> None:
    """Lists and captions often lack a verb."""
    _, found = first_number("Nine lorries, as ever.")

    assert found.verb is None


def test_the_end_of_the_phrase_is_behind_its_noun() -> None:
    """The quote of a claim must not end before the noun."""
    sentence, found = first_number("62 Syrian government soldiers were killed.")

    assert sentence.tokens[found.end].lower == "were"


def test_the_end_of_a_number_alone_is_behind_the_number() -> None:
    """Where nothing is counted the figure itself ends the phrase."""
    sentence, found = first_number("The mayor put it at 62 on Monday.")

    assert sentence.tokens[found.end].lower == "on"


def test_a_mention_outside_the_sentence_counts_nothing() -> None:
    """A mention that no token touches has no phrase."""
    text = "Nine lorries burned."
    sentence = parse(text)[0]
    mention = find_mentions(article("a", text), (sentence,)).quantities[0]
    elsewhere = QuantityMention(Span(500, 504), Span(500, 504), "Nine", mention.quantity, "count")

    assert counted(sentence, elsewhere) is None


@pytest.mark.parametrize(
    ("text", "crowd"),
    [
        ("Organisers put the crowd at 12,000.", True),
        ("Attendance was 900.", True),
        ("The crowd numbered about 900.", True),
        ("Police watched the crowd from 12 roofs.", False),
        ("The mayor put it at 62.", False),
        ("The crowd was angry at 12.", False),
        ("Organisers said 15,000 had taken part.", True),
        ("Some 4,000 people joined the protest.", True),
        ("Four hundred people fled.", False),
    ],
)
def test_the_size_of_a_crowd_is_a_number_of_people(text: str, crowd: bool) -> None:
    """The gathering is named beside the figure, or those counted do what people do at one."""
    sentence, found = first_number(text)

    assert is_turnout(sentence, found) is crowd
