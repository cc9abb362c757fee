"""Texts that are parsed together are read as if each were alone."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whole_model import WHOLE

from discrepancy.language import side_by_side
from discrepancy.language.parser import parse, parse_all
from discrepancy.language.side_by_side import SideBySide

TEXTS = (
    "The ferry sank.",
    "At least 62 soldiers were killed when aircraft struck the hill, the ministry said on Saturday.\nMore were hurt.",
    "Oslo",
    "Rescuers who had searched the mine all night said nobody was left inside, but the owner, Ole Dahl, denied it.",
    "",
    "Two trains met on one track. The driver of the first, a woman of 41, had seen the other too late to stop.",
    "!",
)


def tagged(texts: list[str]) -> list[Any]:
    return list(WHOLE.pipe(texts, disable=["parser", "attribute_ruler", "lemmatizer"]))


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(TEXTS), max_size=12))
def test_a_text_has_the_same_sentences_beside_any_others(texts: list[str]) -> None:
    """Words, tags, trees and places in the text."""
    together = parse_all([(text, [(0, len(text))]) for text in texts])

    assert [[one.tokens for one in found] for found in together] == [
        [one.tokens for one in parse(text)] for text in texts
    ]


def test_what_the_parser_sees_of_a_text_is_the_same_to_the_last_bit() -> None:
    """A difference there would one day be a difference in a report."""
    trees, model = SideBySide(WHOLE.get_pipe("parser")), WHOLE.get_pipe("parser").model
    docs = tagged([line for text in TEXTS for line in text.splitlines()])
    trees.parse(docs)
    together = model.predict(docs).tokvecs

    alone = []
    for doc in docs:
        trees.parse([doc])
        alone.append(model.predict([doc]).tokvecs)

    assert np.array_equal(together, np.concatenate(alone))


def test_long_texts_are_parsed_in_several_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is held at once is bounded, and nothing else changes."""
    texts = [(text, [(0, len(text))]) for text in TEXTS]
    before = parse_all(texts)
    monkeypatch.setattr(side_by_side, "LONGEST_BATCH", 40)

    after = parse_all(texts)

    assert [[one.tokens for one in found] for found in after] == [[one.tokens for one in found] for found in before]
