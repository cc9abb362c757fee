"""Words are looked up, not worked out again: the answers are those of the model's own rules on the whole text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whole_model import WHOLE

from discrepancy.language import word_forms
from discrepancy.language.parser import parse

SAID = (
    "There is no doubt, and there's nobody left.",
    "There  were four boats; there, were they ever found?",
    "We're gonna leave, you gotta stay, let's go.",
    "It ain't over, y'all. C'mon, he said, c'm on.",
    "They do what they did. Did you do it? The ferry had had its day.",
    "Nothin' left of 'em, I'll say; somethin' was doin' out there.",
    "Let Let 's us got got ta gon gon na there there is.",
)
WORDS = (
    "there",
    "There",
    "is",
    "'s",
    "were",
    "let",
    "us",
    "gon",
    "na",
    "got",
    "ta",
    "ain't",
    "y'all",
    "did",
    "boats",
    "Oslo",
    "42",
    "running",
    "better",
    "the",
    " ",
)


def rules(text: str) -> list[tuple[str, str, str]]:
    """Word, lemma and part of speech as the model's rules give them on the whole text."""
    return [(t.text, t.lemma_.lower(), t.pos_) for t in WHOLE(text) if not t.is_space]


def ours(text: str) -> list[tuple[str, str, str]]:
    return [(t.text, t.lemma, t.pos) for sentence in parse(text) for t in sentence.tokens]


def test_words_have_the_forms_that_the_rules_give_them() -> None:
    """Also where a rule looks at two words, and whether or not the words were met before."""
    for text in (*SAID, *SAID):
        assert ours(text) == rules(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_any_row_of_words_has_the_forms_that_the_rules_give_them(words: list[str]) -> None:
    """Words that lead to one another may stand in any order."""
    text = " ".join(words)

    assert ours(text) == rules(text)


def test_a_full_table_is_emptied_and_filled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that reads for days keeps a bounded number of words; nothing else changes."""
    before = [ours(text) for text in SAID]
    monkeypatch.setattr(word_forms, "MOST_KEPT", 3)

    assert [ours(text) for text in SAID] == before
