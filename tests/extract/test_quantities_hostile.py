"""Any text, even rubbish: nothing crashes, spans slice, and time grows with the length only."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.extract.mentions.number_pieces import cut, literal
from discrepancy.extract.mentions.number_reader import may_hold_number, read_number
from discrepancy.extract.mentions.quantities import find_quantities
from discrepancy.language.tokens import Sentence

NUMBERS = "1 12 1,200 1.5 0 ٣ ½ ² million hundred half no none one third two twenty dozens scores several few"
WORDS = "a and or to of in every from between about over more old May No minus p.m. GMT s th e km year"
RUNS = 3  # the least of them: looking for rubbish in memory may fall into one
SIGNS = "$ € % . , : ( ) ' + - – /"
FRAGMENTS = st.sampled_from(
    [*NUMBERS.split(), *WORDS.split(), *SIGNS.split(), "at least", "up to", "an hour", "\u0301", "\u200b", "\u00a0"]
)


def sentence(text: str) -> Sentence:
    """A sentence without a parse: the grammar has to do without."""
    return Sentence(0, 0, 7, 7 + len(text), text, ())


def check(text: str) -> None:
    for mention in find_quantities([sentence(text)]):
        span, number, quantity = mention.span, mention.number, mention.quantity
        assert 7 <= span.start <= number.start < number.end <= span.end <= 7 + len(text)
        assert text[span.start - 7 : span.end - 7] == mention.text
        assert quantity.low <= quantity.high
        assert quantity.relate(quantity).standing == "same"


@given(st.text(max_size=200))
def test_any_text_can_be_searched(text: str) -> None:
    """Spans slice and every interval has its ends in order."""
    check(text)


@given(
    st.lists(st.tuples(st.sampled_from([*NUMBERS.split(), *WORDS.split(), "hour"]), st.sampled_from(["", " ", "-"])))
)
def test_the_cheap_test_leaves_no_number_out(parts: list[tuple[str, str]]) -> None:
    """Where it says that no number can stand, none is read."""
    text = "".join(part + gap for part, gap in parts)
    pieces = cut(text)

    assert may_hold_number(text) or all(read_number(pieces, at) is None for at in range(len(pieces)))


@given(st.lists(st.tuples(FRAGMENTS, st.sampled_from(["", " "])), max_size=30))
def test_any_mixture_of_number_words_can_be_searched(parts: list[tuple[str, str]]) -> None:
    """The same for texts made of what the grammar looks for."""
    check("".join(word + gap for word, gap in parts))


@given(st.text(max_size=200))
def test_pieces_cover_all_but_white_space(text: str) -> None:
    """Pieces stand in order, do not overlap, and leave out nothing that can be seen."""
    pieces = cut(text)
    held = {at for piece in pieces for at in range(piece.start, piece.end)}

    assert sum(piece.end - piece.start for piece in pieces) == len(held)
    assert [c for at, c in enumerate(text) if at not in held and not c.isspace()] == []


def test_a_number_of_too_many_digits_is_no_number() -> None:
    """Nothing is worked out from ten thousand digits."""
    assert literal("9" * 19) is None
    assert find_quantities([sentence("9" * 10_000)]) == ()


@pytest.mark.parametrize(
    "unit",
    [
        "12 ",
        "1",
        "1,",
        "1.",
        "1-",
        "1 to ",
        "one and ",
        "twenty ",
        "hundred ",
        "a half ",
        "tens of ",
        "at least ",
        "'",
        "(",
        "1'234",
    ],
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    """Eight times the text takes nowhere near the sixty-four times that a hidden loop in a loop would."""
    times = [min(taken(sentence(unit * length)) for _ in range(RUNS)) for length in (250, 2_000)]

    assert times[1] < 30 * max(times[0], 0.005)


def taken(text: Sentence) -> float:
    """Processor time for the numbers of ``text``, in seconds."""
    started = time.process_time()
    find_quantities([text])
    return time.process_time() - started
