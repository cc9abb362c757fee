"""Which two articles may be about one event, and how alike they are.

Only articles that share a key are ever looked at together: one of the words that weigh most in both, or a run of words
that a copy would share. So the work grows with the articles, not with their square.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import numpy

from discrepancy.corpus.traits import HASH, Traits, shares
from discrepancy.match.origins import COPIED, FEWEST_SHINGLES

TERM_KEYS = 12
COPY_KEYS = 8
LONGEST_GAP = 7  # days
FADING = 0.9  # a day between two articles makes them so much less alike
NEXT = 60  # articles of one key that each is looked at with
LONE = 0.5  # weight of a word that no other article has
BEFORE = 50  # articles that are taken to have been seen before, so that a handful of them can be grouped too
ALIKE = 0.07
WORD, COPY = "w", "c"


@dataclass(frozen=True, slots=True)
class Vector:
    """An article as the weights of its words, of length 1, words sorted."""

    day: int | None
    weights: Mapping[str, float]
    shingles: bytes


@dataclass(frozen=True, slots=True)
class Rarity:
    """How many of ``articles`` have a word; words that only one has may be left out."""

    articles: int
    counts: Mapping[str, int]

    def weight(self, term: str) -> float:
        """0 for a word that every article has, more for a rarer one."""
        count = self.counts.get(term, 1)
        seen = count + BEFORE * shares().get(term, 0.0)
        return math.log((self.articles + BEFORE + 1) / (seen + 1)) * (LONE if count == 1 else 1.0)

    def vector(self, traits: Traits) -> Vector:
        """The weights of one article."""
        raw = {term: (1 + math.log(times)) * self.weight(term) for term, times in Counter(traits.terms).items()}
        length = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
        return Vector(traits.day, {term: weight / length for term, weight in raw.items()}, traits.shingles)


def rarity(articles: Iterable[Traits]) -> Rarity:
    """Count in how many of ``articles`` each word stands."""
    counts: Counter[str] = Counter()
    number = 0
    for traits in articles:
        number += 1
        counts.update(set(traits.terms))
    return Rarity(number, {term: count for term, count in counts.items() if count > 1})


def keys_of(vector: Vector, known: Rarity) -> tuple[str, ...]:
    """What an article is filed under."""
    shared = [(-weight, term) for term, weight in vector.weights.items() if known.counts.get(term, 1) > 1]
    words = (WORD + term for _, term in sorted(shared)[:TERM_KEYS])
    return (*words, *(COPY + mark.hex() for mark in sorted(_marks(vector.shingles))))


def pairs_of(key: str, filed: Sequence[tuple[str, int | None]]) -> Iterator[tuple[str, str]]:
    """Pairs of ids filed under ``key``: each article with the ``NEXT`` that follow by day; copies at any distance."""
    ordered = sorted(filed, key=lambda one: (one[1] or 0, one[0]))
    for at, (one, day) in enumerate(ordered):
        for other, later in islice(ordered, at + 1, at + 1 + NEXT):
            if key.startswith(WORD) and _gap(day, later) > LONGEST_GAP:
                break
            yield (one, other) if one < other else (other, one)


def likeness(one: Vector, other: Vector) -> float:
    """0 to 1; 1 for copies of one text, 0 for articles that are too many days apart."""
    if _copied(one.shingles, other.shingles):
        return 1.0
    gap = _gap(one.day, other.day)
    if gap > LONGEST_GAP:
        return 0.0
    less, more = sorted((one.weights, other.weights), key=len)
    return FADING**gap * sum(weight * more[term] for term, weight in less.items() if term in more)


@lru_cache(maxsize=100_000)
def _marks(shingles: bytes) -> frozenset[bytes]:
    """The smallest hashes of a text (MinHash): two copies share one of them, nearly always."""
    return frozenset(shingles[at : at + HASH] for at in range(0, min(len(shingles), HASH * COPY_KEYS), HASH))


def _gap(one: int | None, other: int | None) -> int:
    return 0 if one is None or other is None else abs(one - other)


def _copied(one: bytes, other: bytes) -> bool:
    """Whether the shorter text has half of its runs of words in the other, which shows in their marks."""
    if _marks(one).isdisjoint(_marks(other)):
        return False
    less = min(len(one), len(other)) // HASH
    if less < FEWEST_SHINGLES:
        return False
    return len(numpy.intersect1d(_runs(one), _runs(other), assume_unique=True)) >= COPIED * less


def _runs(shingles: bytes) -> numpy.ndarray[tuple[int], numpy.dtype[numpy.uint64]]:
    return numpy.frombuffer(shingles, dtype=numpy.uint64)
