"""Fixed phrases found in a sentence by look-up, never by a large pattern."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from discrepancy.language.tokens import Sentence


@cache
def _index(phrases: frozenset[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases):
        parts = tuple(phrase.split())
        by_first.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(rest, key=len, reverse=True)) for first, rest in by_first.items()}


def find_phrases(sentence: Sentence, phrases: Iterable[str]) -> tuple[tuple[int, int, str], ...]:
    """Phrases (lower case, words separated by blanks) as (first token, behind last token, phrase), longest first."""
    phrases = frozenset(phrases)
    return () if _index(phrases).keys().isdisjoint(sentence.words) else _found(sentence, phrases)


@lru_cache(maxsize=4096)
def _found(sentence: Sentence, phrases: frozenset[str]) -> tuple[tuple[int, int, str], ...]:
    """Kept, because each claim of a sentence looks for the same ones."""
    return tuple(_search(sentence, _index(phrases)))


def _search(sentence: Sentence, index: dict[str, tuple[tuple[str, ...], ...]]) -> Iterator[tuple[int, int, str]]:
    lowers = sentence.lowers
    for at in sorted(at for first in index.keys() & sentence.words for at in sentence.indices[first]):
        for parts in index[lowers[at]]:
            if lowers[at : at + len(parts)] == parts:
                yield at, at + len(parts), " ".join(parts)
                break
