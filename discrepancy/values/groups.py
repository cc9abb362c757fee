"""Things put together step by step, in time that grows with their number."""

from __future__ import annotations

from collections.abc import Sequence


class Groups:
    """Numbers in groups; each group is known by its least number, each number begins as a group of its own."""

    def __init__(self) -> None:
        self._less: dict[int, int] = {}

    def of(self, number: int) -> int:
        """The least number of the group that ``number`` is in."""
        least = number
        while least in self._less:
            least = self._less[least]
        while number != least:
            self._less[number], number = least, self._less[number]
        return least

    def join(self, one: int, other: int) -> int:
        """Make one group of two; its least number."""
        low, high = sorted((self.of(one), self.of(other)))
        if low != high:
            self._less[high] = low
        return low

    def together(self, names: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """The names of the numbers 0, 1, 2, ... by group, without those that are alone."""
        found: dict[int, list[str]] = {}
        for number, name in enumerate(names):
            found.setdefault(self.of(number), []).append(name)
        return tuple(tuple(group) for group in found.values() if len(group) > 1)
