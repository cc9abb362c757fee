"""Groups are known by their least member, in whatever order they are put together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from discrepancy.values.groups import Groups

LINKS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=30)


@given(LINKS)
def test_what_is_joined_by_any_way_is_one_group(links: list[tuple[int, int]]) -> None:
    """The same as painting the numbers again and again."""
    groups, painted = Groups(), {number: number for number in range(13)}
    for one, other in links:
        low, high = sorted((painted[one], painted[other]))
        painted = {number: low if colour == high else colour for number, colour in painted.items()}
        assert groups.join(one, other) == low

    assert {number: groups.of(number) for number in painted} == painted


def test_a_long_chain_is_followed_without_calling_itself() -> None:
    """A hundred thousand links, each with the one before."""
    groups = Groups()
    for number in range(100_000, 0, -1):
        groups.join(number, number - 1)

    assert groups.of(100_000) == 0
