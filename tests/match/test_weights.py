"""Weights and words of the reasons: what is weighed can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from discrepancy.errors import SettingsError
from discrepancy.extract.document import extract_claims
from discrepancy.lexicon import table
from discrepancy.match.contest import contest
from discrepancy.match.corpus import survey
from discrepancy.match.negations import candidates as opposable
from discrepancy.match.number_features import number_features
from discrepancy.match.numbers import candidates
from discrepancy.match.weights import BIAS, FILES, weigh, weights, words_of
from discrepancy.model import Claim, Document
from discrepancy.pipeline import extract
from discrepancy.read import read_documents

SAMPLE = Path(__file__).parent.parent.parent / "data" / "delmere-train-crash"


@pytest.fixture(scope="module")
def claims() -> tuple[Claim, ...]:
    """Number claims of two short articles."""
    files = [str(SAMPLE / name) for name in ("morning-wire.txt", "operator-statement.txt")]
    return tuple(claim for one in extract(read_documents(files).documents) for claim in one.claims)


@pytest.mark.parametrize(("model", "name"), [(model, name) for model in FILES for name in weights(model)])
def test_every_weighed_reason_has_words(model: str, name: str) -> None:
    """A reader is never shown a bare code."""
    assert words_of(model, name) != name


def test_every_reason_for_a_negation_has_words() -> None:
    """Also those that have no weight today."""
    texts = (
        "Marta Vell said police opened fire from the bridge in Tarn. Otto Renn said nobody fired. He had no gun.",
        "All marchers in Tarn were hurt, Ada Brunn said. The police in Tarn never used tear gas, Otto Renn said.",
    )
    found = [claim for n, text in enumerate(texts) for claim in extract_claims(Document(str(n), text)).claims]
    names = {name for _, _, features in opposable(found) for name in features}

    assert len(names) > 20
    assert {name for name in names if not words_of("negations", name)} == set()


def test_every_reason_of_real_pairs_has_words(claims: tuple[Claim, ...]) -> None:
    """Also those that have no weight today: the next training may give them one."""
    corpus = survey(claims)
    pairs = list(candidates(claims, corpus))
    rivals = contest(pairs, corpus)
    names = {name for left, right in pairs for name in number_features(left, right, corpus, rivals)}

    assert len(names) > 30
    assert {name for name in names if not words_of("numbers", name)} == set()


def test_a_reason_says_where_the_figures_stand() -> None:
    """One wording a reason, whichever place it is weighed for."""
    assert words_of("numbers", "here:money") == "within one article: both are sums of money"
    assert words_of("numbers", "across:money") == "between two articles: both are sums of money"


def test_the_words_of_reasons_are_sorted_and_short() -> None:
    """They fit on one line of a terminal."""
    for model in FILES:
        words = table("reasons")[model]

        assert list(words) == sorted(words)
        assert max(map(len, words.values())) < 90


@pytest.mark.parametrize("name", ["no-such-reason", "sideways:money"])
def test_a_reason_without_words_is_an_error(name: str) -> None:
    """The message names the lexicon to edit."""
    with pytest.raises(SettingsError, match=r"reasons\.toml"):
        words_of("numbers", name)


def test_the_score_is_the_sum_of_the_reasons() -> None:
    """Nothing is weighed that is not shown, and the heaviest reason comes first."""
    reasons, score = weigh("numbers", {"contrast": 1.0, "rivals-here": 1.0, "of-no-weight": 3.0})

    assert score == pytest.approx(sum(reason.weight for reason in reasons))
    assert {reason.code for reason in reasons} == {BIAS, "contrast", "rivals-here"}
    assert [abs(reason.weight) for reason in reasons] == sorted((abs(r.weight) for r in reasons), reverse=True)
