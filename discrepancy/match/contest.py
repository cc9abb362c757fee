"""Which figures compete for one answer: how alike two claims are, and whether either has a better counterpart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from discrepancy.match.akin import akin_weight
from discrepancy.match.claim_parts import role
from discrepancy.match.corpus import Corpus, shared_weight
from discrepancy.match.number_question import kinds
from discrepancy.model import Claim


@dataclass(frozen=True)
class Contest:
    """Likeness of every pair that may be weighed, by claim id, and the best rivals of each claim by document."""

    likeness: dict[tuple[str, str], float]
    ranked: dict[tuple[str, str], tuple[tuple[float, str], ...]]

    def of(self, left: Claim, right: Claim) -> float:
        """The likeness of two claims that may be weighed."""
        return self.likeness.get(_key(left, right), 0.0)

    def lead(self, claim: Claim, other: Claim) -> float:
        """How far ``other`` is ahead of (below 0: behind) the next best counterpart of ``claim`` in its document."""
        own = self.of(claim, other)
        best = next((one for one, name in self.ranked.get((claim.id, other.document), ()) if name != other.id), 0.0)
        return own - best


def contest(pairs: Iterable[tuple[Claim, Claim]], corpus: Corpus) -> Contest:
    """The likeness of all ``pairs``, worked out once."""
    likeness: dict[tuple[str, str], float] = {}
    found: dict[tuple[str, str], list[tuple[float, str]]] = defaultdict(list)
    for left, right in pairs:
        alike = likeness_of(left, right, corpus)
        likeness[_key(left, right)] = alike
        found[left.id, right.document].append((alike, right.id))
        found[right.id, left.document].append((alike, left.id))
    ranked = {key: tuple(sorted(some, key=lambda item: (-item[0], item[1]))[:3]) for key, some in found.items()}
    return Contest(likeness, ranked)


def likeness_of(left: Claim, right: Claim, corpus: Corpus) -> float:
    """How much of what two claims say of their figures is the same: words, noun, verb, kind of figure."""
    one, two = left.frame, right.frame
    a, b = (role(claim, "counted") or role(claim, "carried") for claim in (left, right))
    one_subject, other = role(left, "subject"), role(right, "subject")
    return (
        min(3.0, shared_weight(corpus, one.clause, two.clause))
        + 0.5 * min(3.0, shared_weight(corpus, one.content, two.content))
        + min(2.0, shared_weight(corpus, one.asked, two.asked))
        + 0.5 * min(3.0, akin_weight(corpus, one.clause, two.clause))
        + 1.0 * (a is not None and b is not None and a.noun == b.noun)
        + 0.5 * (a is not None and b is not None and a.noun != b.noun and bool(kinds(a.noun) & kinds(b.noun)))
        + min(2.0, len(one.topics & two.topics))
        + 0.5 * (one.predicate is not None and one.predicate == two.predicate)
        + 1.0 * (left.attribute == right.attribute)
        + 0.5 * (one_subject is not None and other is not None and one_subject.noun == other.noun)
    )


def _key(left: Claim, right: Claim) -> tuple[str, str]:
    return (left.id, right.id) if left.id <= right.id else (right.id, left.id)
