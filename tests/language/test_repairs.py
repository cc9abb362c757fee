"""Slips of the parser that a sentence itself shows are put right, and nothing else is touched."""

from __future__ import annotations

import pytest

from discrepancy.language.parser import parse
from discrepancy.language.repairs import repaired
from discrepancy.language.tokens import Token


def subject_and_verb(text: str, verb: str) -> tuple[str, str, list[tuple[str, str]]]:
    """Dependency and head of ``verb``, and its subjects with their dependencies."""
    (sentence,) = parse(text)
    (found,) = (token for token in sentence.tokens if token.text == verb)
    below = [(t.text, t.dep) for t in sentence.children(found) if t.dep.startswith("nsubj")]
    return found.dep, sentence.head(found).text, below


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Ole Falk, aged 38, drowned in the harbour.", "Falk"),
        ("The driver, Paul Moss, aged 38, drowned in the harbour.", "driver"),
        ("A teacher, Marta Ruiz, aged 38, drowned in the harbour.", "teacher"),
    ],
)
def test_a_name_with_an_age_is_the_subject_of_what_befell_it(text: str, subject: str) -> None:
    """A whole sentence has a verb; here it stands where a participle could."""
    assert subject_and_verb(text, "drowned") == ("ROOT", "drowned", [(subject, "nsubj")])


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Ole Falk, aged 38, drowned in the harbour, the coast guard said.", "drowned", "Falk"),
        ("A teacher, Marta Ruiz, aged 38, survived, police said.", "survived", "teacher"),
    ],
)
def test_the_same_holds_for_what_somebody_says(text: str, verb: str, subject: str) -> None:
    """Who says it stands behind, so the name in front says nothing."""
    assert subject_and_verb(text, verb) == ("ccomp", "said", [(subject, "nsubj")])


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The bridge, built in 1931, was not closed for repairs.", "closed", ("bridge", "nsubjpass")),
        (
            "A fisherman, whose boat had run aground, was on Monday charged with smuggling.",
            "charged",
            ("fisherman", "nsubjpass"),
        ),
    ],
)
def test_a_subject_hangs_on_the_main_verb(text: str, verb: str, subject: tuple[str, str]) -> None:
    """Whatever stands between the subject and its verb."""
    dep, head, subjects = subject_and_verb(text, verb)

    assert (dep, head, subjects) == ("ROOT", verb, [subject])


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("A map of the town drawn in 1931.", "drawn"),
        ("Anna Berg, 38, pictured at the harbour.", "pictured"),
        ("Two men arrested by police.", "arrested"),
    ],
)
def test_a_caption_is_no_sentence(text: str, verb: str) -> None:
    """Nobody drew, took or caught anything here."""
    dep, _, subjects = subject_and_verb(text, verb)

    assert (dep, subjects) == ("acl", [])


def test_a_sentence_without_a_slip_stays_the_very_same() -> None:
    """Nothing is written anew where nothing is wrong."""
    (sentence,) = parse("The harbour, closed since May, had been searched, and nobody was found there, police said.")

    assert repaired(sentence.tokens) is sentence.tokens


def test_had_with_a_participle_behind_a_noun_is_no_auxiliary() -> None:
    """ "They had damaging letters": a subject is not moved to a word that is no main verb."""
    rows = [
        ("They", "they", "PRON", "PRP", "nsubj", 1),
        ("had", "have", "AUX", "VBD", "aux", 2),
        ("damaging", "damage", "VERB", "VBG", "ROOT", 2),
        ("letters", "letter", "NOUN", "NNS", "dobj", 2),
    ]
    tokens = tuple(
        Token(i, i, i + 1, text, text.lower(), lemma, pos, tag, dep, head)
        for i, (text, lemma, pos, tag, dep, head) in enumerate(rows)
    )

    assert repaired(tokens) == tokens


@pytest.mark.parametrize(
    "text",
    ["Denning, the chief executive, told reporters that the plant was closed.", "Denning, 52, said nobody was there."],
)
def test_a_name_that_opens_a_sentence_is_no_verb(text: str) -> None:
    """Whoever says something is somebody."""
    (sentence,) = parse(text)
    first = sentence.tokens[0]

    assert (first.pos, first.lemma) == ("PROPN", first.text.lower())


def test_an_act_that_opens_a_sentence_is_no_name() -> None:
    """It says nothing."""
    (sentence,) = parse("Driving, not drinking, was his trade.")

    assert sentence.tokens[0].pos == "VERB"
