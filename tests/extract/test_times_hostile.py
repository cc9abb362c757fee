"""Any text, even rubbish: nothing crashes, spans slice, and time grows with the length only."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.extract.mentions.places import find_places
from discrepancy.extract.mentions.times import find_times
from discrepancy.extract.mentions.times_words import possible_names, read_words
from discrepancy.language.tokens import Sentence

FRAGMENTS = st.sampled_from(
    [
        "1", "12", "31", "0700", "1999", "9999", "10:04", "24:00", "3.15", "1990s", "20th", "2014-02-31", "02/31/2014",
        "a", "an", "the", "of", "in", "on", "at", "early", "late", "mid", "-", "the end of", "last", "next", "previous",
        "Monday", "Sat", "May", "Sept", "February", "29", "30", "spring", "fall", "quarter", "first", "year", "years",
        "ago", "later", "days", "night", "morning", "overnight", "weekend", "a.m.", "p.m.", "GMT", "+", "noon", "few",
        "Easter", "Christmas", "every", "twenty", "hundred", "couple of", "and a half", "old", "' 99", ",", ".", "(",
        "Aleppo", "al-", "Deir ez-Zor", "Square", "province", "U.S.", "St", "Syrian", "İ", "ß", "\u0301", "\u200b",
        "midnight", " ",
    ]
)  # fmt: skip
DAYS = st.one_of(st.none(), st.dates())


def sentence(text: str) -> Sentence:
    """A sentence without a parse: the grammars have to do without."""
    return Sentence(0, 0, 7, 7 + len(text), text, ())


@given(st.lists(FRAGMENTS, max_size=20), st.sampled_from([" ", ""]))
def test_what_a_word_turns_out_to_be_was_held_possible(parts: list[str], between: str) -> None:
    """The cheap test before a sentence is read leaves no time out."""
    text = between.join(parts)

    assert {kind for word in read_words(sentence(text)) for kind in word.kinds} <= possible_names(text)


def check(text: str, published: date | None) -> None:
    for mention in find_times([sentence(text)], published):
        assert 7 <= mention.span.start < mention.span.end <= 7 + len(text)
        assert text[mention.span.start - 7 : mention.span.end - 7] == mention.text
        assert mention.range is None or mention.range.start < mention.range.end
        assert mention.range is None or mention.range.relate(mention.range).standing == "same"
    for place in find_places([sentence(text)]):
        assert 7 <= place.span.start < place.span.end <= 7 + len(text)
        assert text[place.span.start - 7 : place.span.end - 7] == place.text
        assert place.place.key


@given(st.text(max_size=200), DAYS)
def test_any_text_can_be_searched(text: str, published: date | None) -> None:
    """Whatever stands there, spans slice and ranges have a length."""
    check(text, published)


@given(st.lists(FRAGMENTS, max_size=30).map(" ".join), DAYS)
def test_any_heap_of_time_words_can_be_searched(text: str, published: date | None) -> None:
    """Words of the lexicon in any order are harmless."""
    check(text, published)


@given(st.lists(FRAGMENTS, max_size=30).map(" ".join), DAYS)
def test_the_same_text_gives_the_same_times(text: str, published: date | None) -> None:
    """Nothing is remembered from one text to the next."""
    assert find_times([sentence(text)], published) == find_times([sentence(text)], published)


TRIES = 5  # a busy machine may slow down one of them


@pytest.mark.parametrize(
    "unit",
    ["the late Friday , ", "May 5 , ", "a couple of ", "twenty four ", "12 - ", "the early mid- of the ", "1990 to ",
     "in Al ", "al-", "A.", "0", "in the ", "Aleppo "],
)  # fmt: skip
def test_time_grows_with_the_length_only(unit: str) -> None:
    """Eight times the text takes about eight times as long, never the square of it: then no try would pass."""
    short, long = sentence(unit * 250), sentence(unit * 2000)
    find_places([sentence("in Aleppo")])

    def seconds(one: Sentence) -> float:
        start = time.process_time()
        find_times([one], date(2016, 9, 19))
        find_places([one])
        return time.process_time() - start

    assert any(seconds(long) < 40 * max(seconds(short), 0.005) for _ in range(TRIES))
