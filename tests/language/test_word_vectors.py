"""The first steps of the model give what the model itself gives, for each text as if it were alone."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from whole_model import WHOLE

from discrepancy.language import word_vectors
from discrepancy.language.parser import import_spacy
from discrepancy.language.word_vectors import read_faster
from discrepancy.settings import MODEL

TEXTS = (
    "The ferry sank.",
    "At least 62 soldiers were killed when aircraft struck the hill, the ministry said on Saturday.",
    "Oslo",
    "Rescuers who had searched the mine all night said nobody was left inside, but the owner, Ole Dahl, denied it.",
    "!",
)


def faster() -> Any:
    """The step of a model of its own, read faster."""
    model = import_spacy().load(MODEL, exclude=["ner", "parser", "tagger"]).get_pipe("tok2vec").model
    read_faster(model)
    return model


def docs(*texts: str) -> list[Any]:
    return [WHOLE.make_doc(text) for text in texts]


def test_words_get_the_vectors_of_the_model() -> None:
    """They differ in the last bits at most."""
    model = faster()

    for found, given in zip(
        model.predict(docs(*TEXTS)), WHOLE.get_pipe("tok2vec").model.predict(docs(*TEXTS)), strict=True
    ):
        assert np.allclose(found, given, atol=1e-5)


def test_what_was_read_before_changes_nothing_to_the_last_bit() -> None:
    """A word is made alone, and what is kept of it is what would be made again."""
    late = faster()
    for text in TEXTS:
        late.predict(docs(text))

    for text in TEXTS:
        assert np.array_equal(late.predict(docs(text))[0], faster().predict(docs(text))[0])


def test_more_words_than_are_kept_are_read_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept is bounded."""
    monkeypatch.setattr(word_vectors, "MOST_KEPT", 25)
    small = faster()

    for text in (*TEXTS, *TEXTS):
        assert np.array_equal(small.predict(docs(text))[0], faster().predict(docs(text))[0])


def test_a_word_that_is_more_than_its_letters_is_made_by_the_model() -> None:
    """Only where the first step reads nothing but letters is a word the same wherever it stands."""
    model = import_spacy().load(MODEL, exclude=["ner", "parser", "tagger"]).get_pipe("tok2vec").model
    first = model.layers[0]
    first.layers[0].name = "vectors of another kind"

    read_faster(model)

    assert model.layers[0] is first
