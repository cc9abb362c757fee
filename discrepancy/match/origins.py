"""Articles that are copies of one text: one agency story in five papers is one origin, not five sources."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from discrepancy.language.plain import plain
from discrepancy.model import Document

SHINGLE = 5
COPIED = 0.5
FEWEST_SHINGLES = 8


def same_origin(documents: Sequence[Document]) -> tuple[tuple[str, ...], ...]:
    """Groups of document ids that share half of their five-word runs, counted on the shorter text."""
    shingles = {document.id: _shingles(document.text) for document in documents}
    home = {document.id: document.id for document in documents}
    for one, other in combinations(shingles, 2):
        shorter = min(len(shingles[one]), len(shingles[other]))
        if shorter >= FEWEST_SHINGLES and len(shingles[one] & shingles[other]) >= COPIED * shorter:
            old, new = home[other], home[one]
            home = {name: new if place == old else place for name, place in home.items()}
    groups: dict[str, list[str]] = {}
    for name, place in home.items():
        groups.setdefault(place, []).append(name)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = [word.strip(".,;:!?\"'()").lower() for word in plain(text).split()]
    return frozenset(tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))
