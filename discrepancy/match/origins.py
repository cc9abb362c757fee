"""Articles that are copies of one text: one agency story in five papers is one origin, not five sources."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from discrepancy.language.plain import plain
from discrepancy.model import Document
from discrepancy.values.groups import Groups

SHINGLE = 5
COPIED = 0.5
FEWEST_SHINGLES = 8


def same_origin(documents: Sequence[Document]) -> tuple[tuple[str, ...], ...]:
    """Groups of document ids that share half of their five-word runs, counted on the shorter text."""
    texts = [_shingles(document.text) for document in documents]
    homes = Groups()
    for one, other in combinations(range(len(texts)), 2):
        shorter = min(len(texts[one]), len(texts[other]))
        if shorter < FEWEST_SHINGLES or homes.of(one) == homes.of(other):
            continue
        if len(texts[one] & texts[other]) >= COPIED * shorter:
            homes.join(one, other)
    return homes.together([document.id for document in documents])


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = [word.strip(".,;:!?\"'()").lower() for word in plain(text).split()]
    return frozenset(tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))
