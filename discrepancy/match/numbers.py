"""Pairs of number claims: blocked by unit and attribute, weighed by named reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from discrepancy.match.ages import one_person
from discrepancy.match.clear_cases import DISTANCE, WORD_FOR_WORD, clear_reasons, only_tolls
from discrepancy.match.contest import contest
from discrepancy.match.corpus import Corpus, survey
from discrepancy.match.kinship import beside_a_note, kindred
from discrepancy.match.number_features import number_features
from discrepancy.match.number_gates import barred
from discrepancy.match.number_question import HARM
from discrepancy.match.occasions import one_news, one_occasion
from discrepancy.match.weights import weigh
from discrepancy.model import Claim, Occasion, Pair
from discrepancy.values.conversion import dimension
from discrepancy.values.quantity import Quantity

DOUBTFUL = -6.0


def match_numbers(claims: Sequence[Claim]) -> Iterator[Pair]:
    """Pairs of number claims that may answer one question."""
    corpus = survey(claims)
    pairs = tuple(candidates(claims, corpus))
    rivals = contest(pairs, corpus)
    for left, right in pairs:
        features = number_features(left, right, corpus, rivals)
        clear = tuple(clear_reasons(left, right, corpus))
        if WORD_FOR_WORD in clear:  # then it says nothing how far apart the figures lie
            features = {name: value for name, value in features.items() if name not in DISTANCE}
        reasons, score = weigh("numbers", features, clear)
        if score > DOUBTFUL:
            yield Pair(left, right, reasons, score)


def candidates(claims: Sequence[Claim], corpus: Corpus) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of number claims in one language and unit, of one event, that no gate stops, in the order of the claims."""
    blocks: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind == "number" and isinstance(claim.value, Quantity):
            blocks[claim.frame.language, _block(claim, claim.value)].append(claim)
    event = _OneEvent(claims, corpus)
    for block in blocks.values():
        for left, right in combinations(block, 2):
            if _comparable(left, right) and event.holds(left, right) and barred(left, right, corpus) is None:
                yield left, right


class _OneEvent:
    """Figures of one article, of articles of one event, of a late report that gives no other day, or a toll in a note.

    Many claims share their occasion with others; what two occasions are to one another is worked out once.
    """

    def __init__(self, claims: Sequence[Claim], corpus: Corpus) -> None:
        self._kin, self._late = kindred(claims), kindred(claims, late=True)
        self._corpus, self._note = corpus, beside_a_note(claims)
        kinds: dict[Occasion, int] = {}
        self._kinds = {claim.id: kinds.setdefault(claim.frame.occasion, len(kinds)) for claim in claims}
        self._known: dict[tuple[int, int, bool], bool] = {}

    def holds(self, left: Claim, right: Claim) -> bool:
        """Whether both figures can be of one event."""
        if left.document == right.document:
            return True
        pair = frozenset((left.document, right.document))
        near = pair in self._kin or (self._note and only_tolls(left, right, self._corpus))
        if not near and pair not in self._late:
            return False
        key = self._kinds[left.id], self._kinds[right.id], near
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = one_occasion(left, right) if near else one_news(left, right)
        return known


def _block(claim: Claim, value: Quantity) -> str:
    if claim.attribute == "age":
        return "age"
    return dimension(value.unit) if value.unit else "number"


def _comparable(left: Claim, right: Claim) -> bool:
    """Whether the two attributes can ask one question at all."""
    a, b = left.attribute, right.attribute
    if a == b:
        return a != "age" or not one_person(left, right)  # match_ages weighs the ages of one person
    if a in HARM and b in HARM:
        return {a, b} in ({"killed", "casualties"}, {"injured", "casualties"})
    bare = any(not [who for who in claim.frame.participants if who.role == "counted"] for claim in (left, right))
    return (bare and {a, b} & HARM != set() and "count" in {a, b}) or {a, b} <= {"measure", "duration", "rate"}
