"""What the fuzzer feeds holds for its first inputs, and for those that once broke something."""

from __future__ import annotations

import pytest
from fuzzing.targets import TARGETS, seeds
from hypothesis import given, settings
from hypothesis import strategies as st

CUTS = st.lists(st.tuples(st.integers(0, 4_000), st.integers(0, 40), st.binary(max_size=12)), max_size=6)


@pytest.mark.parametrize("name", TARGETS)
def test_every_target_stands_its_first_inputs(name: str) -> None:
    """As they are, without an end, and twice."""
    for seed in seeds(name):
        for data in (seed, seed[: len(seed) // 2], seed + seed):
            TARGETS[name](data)


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=8)
@given(cuts=CUTS)
def test_every_target_stands_a_damaged_input(name: str, cuts: list[tuple[int, int, bytes]]) -> None:
    """A few bytes put in the place of others."""
    data = seeds(name)[0]
    for at, length, instead in cuts:
        first = at % (len(data) + 1)
        data = data[:first] + instead + data[first + length :]
    TARGETS[name](data)
