"""Do two articles tell of one event? A gate in front of every pair that crosses from one article to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from discrepancy.model import Claim

LEAD = 5
FEWEST_NAMES = 1
LEAST_WORDS = 0.1
LEAST_LEAD = 0.2


def kindred(claims: Sequence[Claim]) -> frozenset[frozenset[str]]:
    """Pairs of document ids whose articles share names and words enough to be about one event."""
    words: dict[str, dict[int, frozenset[str]]] = defaultdict(dict)
    names: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        words[claim.document][claim.frame.sentence] = claim.frame.content
        names[claim.document] |= claim.frame.names
    whole = {document: frozenset().union(*by.values()) for document, by in words.items()}
    lead = {document: _lead(by) for document, by in words.items()}
    return frozenset(
        frozenset((one, other))
        for one, other in combinations(sorted(whole), 2)
        if len(names[one] & names[other]) >= FEWEST_NAMES
        and _part(whole[one], whole[other]) >= LEAST_WORDS
        and _held(lead[one], whole[other]) + _held(lead[other], whole[one]) >= LEAST_LEAD
    )


def _lead(sentences: dict[int, frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*(sentences[number] for number in sorted(sentences)[:LEAD]))


def _part(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))


def _held(lead: frozenset[str], whole: frozenset[str]) -> float:
    return len(lead & whole) / max(1, len(lead))
