"""Articles to events: what is alike on average is put together, and what is two dense groups stays two.

Agglomerative clustering over the pairs that were found alike; a pair that was not counts as not alike at all. Two
groups are joined when their articles are alike enough on average, and not much less so than those inside each: two
earthquakes in one country use the same words, but each has words of its own.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping

from discrepancy.corpus.pairs import ALIKE

DENSITY = 0.7
DOUBT = 0.5  # pairs that stand for what is not known about a small group
Pairs = Mapping[tuple[str, str], float]


class _Groups:
    """Groups by number; ``ties`` holds the sum of likeness between two groups, ``inside`` that within one."""

    def __init__(self, ids: list[str], pairs: Pairs) -> None:
        number = {name: at for at, name in enumerate(ids)}
        self.members = {at: [name] for at, name in enumerate(ids)}
        self.inside = dict.fromkeys(self.members, 0.0)
        self.ties: dict[int, dict[int, float]] = {at: {} for at in self.members}
        self.heap: list[tuple[float, int, int]] = []
        for (one, other), likeness in sorted(pairs.items()):
            self._tie(number[one], number[other], likeness)
        for group, tied in self.ties.items():
            for third in tied:
                if group < third:
                    self._offer(group, third)
        heapq.heapify(self.heap)

    def _tie(self, one: int, other: int, likeness: float) -> None:
        self.ties[one][other] = self.ties[other][one] = self.ties[one].get(other, 0.0) + likeness

    def average(self, one: int, other: int) -> float:
        """Likeness of two groups."""
        return self.ties[one].get(other, 0.0) / (len(self.members[one]) * len(self.members[other]))

    def _offer(self, one: int, other: int) -> None:
        if self.average(one, other) >= ALIKE:
            self.heap.append((-self.average(one, other), min(one, other), max(one, other)))

    def dense(self, group: int) -> float:
        """Likeness within a group, less sure of itself the smaller it is."""
        size = len(self.members[group])
        return (self.inside[group] + DOUBT * ALIKE) / (size * (size - 1) / 2 + DOUBT)

    def fits(self, one: int, other: int) -> bool:
        """Whether two groups are not much less alike than each is within."""
        if min(len(self.members[one]), len(self.members[other])) == 1:
            return True
        return self.average(one, other) >= DENSITY * min(self.dense(one), self.dense(other))

    def join(self, one: int, other: int) -> None:
        """Put ``other`` into ``one``."""
        self.inside[one] += self.inside.pop(other) + self.ties[one].pop(other)
        self.members[one] += self.members.pop(other)
        for third, likeness in self.ties.pop(other).items():
            if third != one:
                del self.ties[third][other]
                self._tie(one, third, likeness)
        before = len(self.heap)
        for third in self.ties[one]:
            self._offer(one, third)
        offered = self.heap[before:]
        del self.heap[before:]
        for offer in offered:
            heapq.heappush(self.heap, offer)


def link(ids: Iterable[str], pairs: Pairs) -> tuple[tuple[str, ...], ...]:
    """Groups of ``ids``, every id in one, each sorted; ``pairs`` are those alike by ``ALIKE`` or more, ids in order.

    The outcome does not hang on the order in which either is given.
    """
    groups = _Groups(sorted(ids), pairs)
    while groups.heap:
        likeness, one, other = heapq.heappop(groups.heap)
        if one not in groups.members or other not in groups.members or -likeness != groups.average(one, other):
            continue  # one of them has changed since
        if groups.fits(one, other):
            groups.join(one, other)
    return tuple(sorted(tuple(sorted(members)) for members in groups.members.values()))
