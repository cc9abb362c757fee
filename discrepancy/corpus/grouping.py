"""Articles about one event, on one machine."""

from __future__ import annotations

from collections.abc import Mapping

from discrepancy.corpus.linkage import link
from discrepancy.corpus.pairs import ALIKE, keys_of, likeness, pairs_of, rarity
from discrepancy.corpus.traits import Traits


def group(articles: Mapping[str, Traits]) -> tuple[tuple[str, ...], ...]:
    """Groups of the ids in ``articles`` that are about one event; most events of an archive have one article."""
    known = rarity(articles.values())
    vectors = {name: known.vector(traits) for name, traits in sorted(articles.items())}
    filed: dict[str, list[tuple[str, int | None]]] = {}
    for name, vector in vectors.items():
        for key in keys_of(vector, known):
            filed.setdefault(key, []).append((name, vector.day))
    pairs: dict[tuple[str, str], float] = {}
    seen: set[tuple[str, str]] = set()
    for key in sorted(filed):
        for pair in pairs_of(key, filed[key]):
            if pair not in seen:
                seen.add(pair)
                alike = likeness(vectors[pair[0]], vectors[pair[1]])
                if alike >= ALIKE:
                    pairs[pair] = alike
    return link(vectors, pairs)
