"""How likeness of two articles becomes events."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from discrepancy.corpus.linkage import link
from discrepancy.corpus.pairs import ALIKE

NAMES = "abcdefgh"
PAIRS = st.dictionaries(
    st.sampled_from([(one, other) for one in NAMES for other in NAMES if one < other]), st.floats(ALIKE, 1.0)
)


def test_alike_articles_are_one_event() -> None:
    """And the others stand alone."""
    assert link("abc", {("a", "b"): 0.5}) == (("a", "b"), ("c",))


def test_a_chain_is_not_an_event() -> None:
    """That a is like b and b like c does not make a like c."""
    assert link("abc", {("a", "b"): 0.5, ("b", "c"): 0.1}) == (("a", "b"), ("c",))


def test_two_dense_groups_stay_two() -> None:
    """They are a little alike, but each is much more so within: two earthquakes in one country."""
    inside = dict.fromkeys((("a", "b"), ("a", "c"), ("b", "c"), ("d", "e"), ("d", "f"), ("e", "f")), 0.6)
    across = {(one, other): 0.2 for one in "abc" for other in "def"}

    assert link("abcdef", {**inside, **across}) == (("a", "b", "c"), ("d", "e", "f"))


def test_what_is_as_alike_across_as_within_is_one_event() -> None:
    """The same with nothing to part them."""
    even = {(one, other): 0.2 for one in "abcdef" for other in "abcdef" if one < other}

    assert link("abcdef", even) == (tuple("abcdef"),)


@given(PAIRS)
def test_every_article_is_in_one_event(pairs: dict[tuple[str, str], float]) -> None:
    """Whatever was found alike."""
    assert sorted(name for one in link(NAMES, pairs) for name in one) == list(NAMES)


@given(PAIRS)
def test_the_order_of_the_pairs_changes_nothing(pairs: dict[tuple[str, str], float]) -> None:
    """They come from many machines."""
    backwards = dict(reversed(pairs.items()))

    assert link(reversed(NAMES), backwards) == link(NAMES, pairs)
