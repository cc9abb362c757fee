"""Do two causes shut each other out? Only where they are of other kinds, or two things of a kind that acts alone."""

from __future__ import annotations

from functools import cache

from discrepancy.lexicon import table, words
from discrepancy.match.topics import things
from discrepancy.model import Claim, Participant


def causes_apart(left: Claim, right: Claim) -> bool:
    """Whether no word of the one cause names the other, holds it, or works together with it."""
    one, two = _cause(left), _cause(right)
    if one is None or two is None:
        return False
    one_cause = bool(things(one.words) & things(two.words))
    negated = ["not" in claim.frame.cues for claim in (left, right)]
    if any(negated) or one_cause:
        return one_cause and negated[0] != negated[1]
    kinds = _kinds(one), _kinds(two)
    if kinds[0] & kinds[1]:
        return not (kinds[0] & kinds[1] & table("causes")["mixed"].keys() or _is_wide(one) or _is_wide(two))
    return all(kinds) or not (_is_wide(one) or _is_wide(two))


def _cause(claim: Claim) -> Participant | None:
    return next((who for who in claim.frame.participants if who.role == "cause"), None)


@cache
def _families() -> dict[str, frozenset[str]]:
    """Word -> the kinds of causes that it names."""
    found: dict[str, frozenset[str]] = {}
    for kind, members in (*table("causes")["mixed"].items(), *table("causes")["kinds"].items()):
        for word in members:
            found[word] = found.get(word, frozenset()) | {kind}
    return found


def _kinds(cause: Participant) -> frozenset[str]:
    return frozenset(kind for word in cause.words for kind in _families().get(word, ()))


def _is_wide(cause: Participant) -> bool:
    return cause.noun in words("causes", "wide", "words")
