"""Words of one meaning or one stem."""

from __future__ import annotations

import pytest

from discrepancy.match.akin import senses, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [("depart", "departure"), ("evacuate", "evacuation"), ("attend", "attendance"), ("explode", "explosion")],
)
def test_words_of_one_family_share_a_sense(one: str, other: str) -> None:
    """Verb and noun of one act."""
    assert senses(one) & senses(other)


@pytest.mark.parametrize(("one", "other"), [("station", "state"), ("nation", "native"), ("river", "rival")])
def test_words_that_look_alike_share_none(one: str, other: str) -> None:
    """A common beginning is no common meaning."""
    assert not senses(one) & senses(other)


def test_a_short_word_keeps_its_ending() -> None:
    """Nothing of meaning would be left."""
    assert stem("king") == "king"
