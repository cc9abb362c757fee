"""What the claims of one comparison say together: how rare a word is, how many figures an article gives."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from discrepancy.match.claim_parts import counted_noun, unit_of
from discrepancy.model import Claim
from discrepancy.values.quantity import Quantity

LONGEST_LIST = 6
_Figure = tuple[float, float, str | None]


@dataclass(frozen=True)
class Corpus:
    """Counts over the claims of one comparison.

    rarity      lemma -> 0 (in every sentence) to 1 (in one)
    tolls       (document, attribute) -> number of distinct figures
    figures     (document, low, high, unit) of every number claim
    nouns       (document, counted noun) -> number of distinct figures
    units       (document, unit) -> number of distinct figures
    asked       (document, unit, topic) -> number of distinct figures
    spoken      (document, sentence, whether they are ordinals) -> figures of that sentence
    listed      (document, sentence, attribute) -> exact figures of that sentence
    spots       place key -> 0 (named with every claim) to 1 (with one)
    answers     (document, what is counted) -> its figures, lowest and highest value of each
    order       (document, unit) -> positions of its figures in the text
    lengths     document -> number of its sentences that claim something
    """

    rarity: dict[str, float]
    tolls: Counter[tuple[str, str]]
    figures: frozenset[tuple[str, float, float, str | None]]
    nouns: Counter[tuple[str, str]]
    units: Counter[tuple[str, str]]
    asked: Counter[tuple[str, str, str]]
    order: dict[tuple[str, str], list[int]]

    spoken: dict[tuple[str, int, bool], frozenset[_Figure]]
    listed: dict[tuple[str, int, str], tuple[float, ...]]
    spots: dict[str, float]
    answers: dict[tuple[str, str], frozenset[tuple[float, float]]]
    lengths: Counter[str]

    def agreed(self, claim: Claim, document: str) -> bool:
        """Whether ``document``, another one, gives the very figure of ``claim`` for the very thing counted."""
        value = claim.value
        if not isinstance(value, Quantity) or claim.document == document:
            return False
        return any((value.low, value.high) in self.answers.get((document, what), ()) for what in _counts(claim))

    def adds_up(self, part: Claim, whole: Claim) -> bool:
        """Whether ``part`` and other figures of its sentence in one list give the figure of ``whole``: 2 + 2 = 4."""
        a, b = part.value, whole.value
        if not isinstance(a, Quantity) or not isinstance(b, Quantity) or a.low >= b.low or b.low != b.high:
            return False
        listed = self.listed.get((part.document, part.frame.sentence, part.attribute), ())
        rest = list(listed)
        if a.low not in rest:
            return False
        rest.remove(a.low)
        sums = {a.low + sum(some) for size in (1, 2, 3) for some in combinations(rest[:LONGEST_LIST], size)}
        return b.low in sums

    def wholes(self, part: Claim) -> frozenset[float]:
        """Exact figures of its article that count what ``part`` counts, and more of it."""
        value = part.value
        if not isinstance(value, Quantity):
            return frozenset()
        told = (figure for what in _counts(part) for figure in self.answers.get((part.document, what), ()))
        return frozenset(low for low, high in told if low == high > value.high)

    def beside(self, part: Claim) -> frozenset[float]:
        """Those of them that stand in the sentence of ``part``: the 150 of "77 of the 150 seats"."""
        here = {low for low, high, unit in self.spoken[_said(part)] if low == high and unit is None}
        return self.wholes(part) & here

    def copied(self, left: Claim, right: Claim) -> bool:
        """Whether each figure stands in the sentence of the other too: two copies of one sentence."""
        a, b = left.value, right.value
        if not isinstance(a, Quantity) or not isinstance(b, Quantity):
            return False
        here, there = self.spoken[_said(left)], self.spoken[_said(right)]
        return (a.low, a.high, a.unit) in there and (b.low, b.high, b.unit) in here

    def crowd(self, claim: Claim) -> int:
        """Number of different figures in the sentence of ``claim``."""
        return len(self.spoken[_said(claim)])

    def alone(self, left: Claim, right: Claim) -> bool:
        """Whether some topic of both figures is that of no other figure in their articles."""
        most = 2 if left.document == right.document else 1
        return any(
            max(self.asked[claim.document, unit_of(claim), topic] for claim in (left, right)) <= most
            for topic in left.frame.topics & right.frame.topics
        )

    def between(self, left: Claim, right: Claim) -> int:
        """Number of other figures in the unit of ``left`` between two claims of one article."""
        places = self.order.get((left.document, unit_of(left)), [])
        low, high = sorted((left.evidence.span.start, right.evidence.span.start))
        return max(0, bisect_left(places, high) - bisect_right(places, low))


def survey(claims: Sequence[Claim]) -> Corpus:
    """Count once what the features of all pairs look up."""
    sentences = {(claim.document, claim.frame.sentence): claim.frame.content for claim in claims}
    seen = Counter(lemma for content in sentences.values() for lemma in content)
    scale = math.log(len(sentences) + 1) or 1.0
    rarity = {lemma: math.log((len(sentences) + 1) / count) / scale for lemma, count in seen.items()}
    numbers = [(claim, claim.value) for claim in claims if isinstance(claim.value, Quantity)]
    tolls = {(claim.document, claim.attribute, value.low, value.high) for claim, value in numbers}
    nouns = {(claim.document, noun, value.low, value.high) for claim, value in numbers if (noun := counted_noun(claim))}
    spoken = {key: frozenset(figures) for key, figures in _by_sentence(numbers).items()}
    spots = Counter(key for claim in claims for key in {place.key for place in claim.frame.occasion.places})
    units = {(claim.document, unit_of(claim), value.low, value.high) for claim, value in numbers}
    asked = {
        (claim.document, unit_of(claim), topic, value.low, value.high)
        for claim, value in numbers
        for topic in claim.frame.topics
    }
    order: dict[tuple[str, str], list[int]] = {}
    for claim, _ in sorted(numbers, key=lambda item: item[0].evidence.span.start):
        order.setdefault((claim.document, unit_of(claim)), []).append(claim.evidence.span.start)
    return Corpus(
        rarity,
        Counter((document, attribute) for document, attribute, _, _ in sorted(tolls)),
        frozenset((claim.document, value.low, value.high, value.unit) for claim, value in numbers),
        Counter((document, noun) for document, noun, _, _ in sorted(nouns)),
        Counter((document, unit) for document, unit, _, _ in sorted(units)),
        Counter((document, unit, topic) for document, unit, topic, _, _ in sorted(asked)),
        order,
        spoken,
        _lists(numbers),
        {key: 1.0 - (count - 1) / max(1, len(claims)) for key, count in sorted(spots.items())},
        _answers(numbers),
        Counter(document for document, _ in sentences),
    )


def _lists(numbers: list[tuple[Claim, Quantity]]) -> dict[tuple[str, int, str], tuple[float, ...]]:
    found: dict[tuple[str, int, str], list[float]] = {}
    for claim, value in numbers:
        if value.low == value.high:
            found.setdefault((claim.document, claim.frame.sentence, claim.attribute), []).append(value.low)
    return {key: tuple(figures) for key, figures in found.items()}


def _answers(numbers: list[tuple[Claim, Quantity]]) -> dict[tuple[str, str], frozenset[tuple[float, float]]]:
    found: dict[tuple[str, str], set[tuple[float, float]]] = {}
    for claim, value in numbers:
        for what in _counts(claim):
            found.setdefault((claim.document, what), set()).add((value.low, value.high))
    return {key: frozenset(figures) for key, figures in found.items()}


def _by_sentence(numbers: list[tuple[Claim, Quantity]]) -> dict[tuple[str, int, bool], list[_Figure]]:
    found: dict[tuple[str, int, bool], list[_Figure]] = {}
    for claim, value in numbers:
        found.setdefault(_said(claim), []).append((value.low, value.high, value.unit))
    return found


def _said(claim: Claim) -> tuple[str, int, bool]:
    """Where a figure is said; "the ninth floor" counts nothing and is no figure beside a toll of nine."""
    return claim.document, claim.frame.sentence, claim.attribute == "ordinal"


def _counts(claim: Claim) -> list[str]:
    """Names of what a number counts: harm attribute, unit and noun."""
    noun = counted_noun(claim)
    if claim.attribute not in {"count", "ordinal"}:
        unit = claim.value.unit if isinstance(claim.value, Quantity) else None
        return [f"{unit_of(claim)} {unit}"]
    return [noun] if noun else []


def shared_weight(corpus: Corpus, left: Iterable[str], right: Iterable[str]) -> float:
    """Weight of the shared words, rare ones counting more."""
    return sum(corpus.rarity.get(lemma, 1.0) ** 2 for lemma in sorted(set(left) & set(right)))
