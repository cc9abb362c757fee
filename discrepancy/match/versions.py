"""Pairs two versions of one remark: a text says that the words were given otherwise, or one cuts the other down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from discrepancy.lexicon import words
from discrepancy.match.kinship import kindred
from discrepancy.match.strongest import sentence, strongest
from discrepancy.match.topics import apart, concepts, distance, names_of
from discrepancy.match.weights import total
from discrepancy.model import Claim, Pair, Reason

REACH = 2
SAME = 0.9
ALIKE = 0.5
FEWEST = 4
TELLING = 2
LONGEST_LIMIT = 6
LONGEST = 60


def match_versions(claims: Sequence[Claim]) -> Iterable[Pair]:
    """The best counterpart of each quotation that is set against another version of it."""
    quotes = [claim for claim in claims if "quote" in claim.frame.cues]
    kin = kindred(claims) if quotes else frozenset()
    found = []
    for left, right in combinations(quotes, 2):
        here = left.document == right.document
        if here or frozenset((left.document, right.document)) in kin:
            pair = _told_here(left, right) if here else _told_apart(left, right)
            if pair is not None:
                found.append(pair)
    yield from strongest(found, sentence)


def quoted_words(claim: Claim) -> list[str]:
    """The quoted words without marks, lower case; not more than are worth comparing."""
    return [word.strip(".,;:!?'\"()") for word in str(claim.value).split()][:LONGEST]


def _alike(left: Claim, right: Claim) -> float:
    return SequenceMatcher(None, quoted_words(left), quoted_words(right), autojunk=False).ratio()


def _score(left: Claim, right: Claim, reasons: list[Reason]) -> Pair:
    return Pair(left, right, tuple(reasons), total(reasons))


def _told_here(left: Claim, right: Claim) -> Pair | None:
    """Side by side in one article: "... he said. Those who were there heard it otherwise: ..."."""
    first, second = sorted((left, right), key=lambda claim: claim.evidence.span.start)
    if "version:other" not in second.frame.cues or not 0 < apart(first, second) <= REACH:
        return None
    alike = _alike(left, right)
    if alike >= SAME or "joined" in left.frame.cues | right.frame.cues:
        return None
    reasons = [Reason("version", "the text sets one version against the other", 2.6)]
    if names_of(left.frame.speaker) & names_of(right.frame.speaker):
        reasons.append(Reason("speaker", "both quote one speaker", 0.6))
    reasons.append(Reason("distance", distance(apart(first, second)), 0.4 - 0.4 * apart(first, second)))
    return _score(left, right, reasons)


def _told_apart(left: Claim, right: Claim) -> Pair | None:
    """In two articles: one speaker, and words that tell of two versions, or one version that cuts the other down."""
    if {"only-words"} <= left.frame.cues & right.frame.cues and _alike(left, right) < SAME:
        return _score(left, right, [Reason("only", "each gives all that was said", 3.0)])
    named = same_speaker(left, right)
    by = Reason("speaker", "both quote " + " ".join(sorted(named)), 1.0) if named else Reason("speaker", "no name", 0.4)
    cut = _cut_down(left, right) if named else None
    if cut is not None:
        return _score(left, right, [by, Reason("cut", f"only one goes on: {cut}", 2.2)])
    if not {"version:other", "version:record"} & (left.frame.cues | right.frame.cues):
        return None
    alike, common = _alike(left, right), concepts(left.frame.clause) & concepts(right.frame.clause)
    known = (alike >= ALIKE or len(common) >= TELLING) if named else (alike >= ALIKE and len(common) >= TELLING)
    if alike >= SAME or not known or _shortened(left, right):
        return None
    near = Reason("alike", f"{alike:.0%} of the words are the same", round(alike * 2, 2))
    return _score(left, right, [by, near, Reason("version", "one speaks of a record or another version", 1.2)])


def _shortened(left: Claim, right: Claim) -> bool:
    """Whether the shorter quotation tells nothing that the longer does not hold too."""
    short, long = sorted((quoted_words(left), quoted_words(right)), key=len)
    blocks = SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()
    kept = {at for block in blocks for at in range(block.a, block.a + block.size)}
    empty = words("acts", "empty", "words")
    return all(at in kept or word in empty for at, word in enumerate(short))


def same_speaker(left: Claim, right: Claim) -> frozenset[str]:
    """Names that both quotations are given to; the sentence of the one may name the speaker of the other."""
    one, other = _names(left), _names(right)
    return one & other or one & _sentence(right) or other & _sentence(left)


def _names(claim: Claim) -> frozenset[str]:
    speaker = claim.frame.speaker
    if speaker is None or speaker.generic:
        return frozenset()
    return frozenset(word.lower() for word in speaker.name.split() if word[:1].isupper() and len(word) > 2)


def _sentence(claim: Claim) -> frozenset[str]:
    return frozenset(name for name in claim.frame.names if len(name) > 2)


def _cut_down(left: Claim, right: Claim) -> str | None:
    """The few words that take back a part of a "no" or "never" which the other quotation ends with."""
    for one, other in ((left, right), (right, left)):
        short, long = quoted_words(one), quoted_words(other)
        block = SequenceMatcher(None, short, long, autojunk=False).find_longest_match()
        rest = long[block.b + block.size :]
        if block.size < FEWEST or block.a + block.size < len(short) or not 0 < len(rest) <= LONGEST_LIMIT:
            continue
        negative = not words("versions", "negative", "words").isdisjoint(short[block.a :])
        if negative and rest[0] in words("versions", "limits", "words"):
            return " ".join(rest)
    return None
