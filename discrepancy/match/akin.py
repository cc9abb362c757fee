"""Words of one meaning or one stem: "explode" and "explosion", "lorry" and "truck"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from discrepancy.lexicon import table
from discrepancy.match.corpus import Corpus
from discrepancy.match.topics import concepts

SUFFIXES = (
    "ations",
    "ation",
    "ition",
    "ators",
    "ator",
    "ance",
    "ence",
    "ment",
    "ness",
    "able",
    "ible",
    "tion",
    "sion",
    "ings",
    "ing",
    "ant",
    "ent",
    "ate",
    "ive",
    "ist",
    "ure",
    "age",
    "ful",
    "ous",
    "ion",
    "ery",
    "ity",
    "ism",
    "al",
    "ed",
    "ee",
    "er",
    "or",
    "ly",
)
LEAST_STEM = 4
ENDS = "eiyts"


@cache
def senses(lemma: str) -> frozenset[str]:
    """Names of what ``lemma`` can stand for: its synonym sets, its families of attribute words, its stem."""
    families = {
        f"@{name}" for name, words in table("attributes").items() if any(lemma in some for some in words.values())
    }
    return concepts((lemma,)) | families | {f"~{stem(lemma)}"}


@cache
def stem(lemma: str) -> str:
    """``lemma`` without what makes a noun, verb or adjective of it; itself where too little would be left."""
    suffix = next((one for one in SUFFIXES if lemma.endswith(one) and len(lemma) - len(one) >= LEAST_STEM), "")
    left = lemma.removesuffix(suffix).rstrip(ENDS)
    return left if len(left) >= LEAST_STEM else lemma


def akin_weight(corpus: Corpus, left: Iterable[str], right: Iterable[str]) -> float:
    """Weight of the words that have a counterpart of their meaning in other words, rare ones counting more."""
    one, two = sorted(set(left) - set(right)), sorted(set(right) - set(left))
    return min(_met(corpus, one, two), _met(corpus, two, one))


def _met(corpus: Corpus, one: Iterable[str], two: Iterable[str]) -> float:
    total = 0.0
    for lemma in one:
        mine = senses(lemma)
        met = [corpus.rarity.get(other, 1.0) for other in two if mine & senses(other)]
        total += min(corpus.rarity.get(lemma, 1.0), max(met)) ** 2 if met else 0.0
    return total
