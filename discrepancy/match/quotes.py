"""Aligns quoted sentences of one speaker that run alike in two places and differ in a word that turns the meaning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import combinations

from rapidfuzz.fuzz import ratio

from discrepancy.lexicon import table, words
from discrepancy.match.strongest import opening, strongest
from discrepancy.match.topics import apart, concepts, names_of
from discrepancy.match.versions import same_speaker
from discrepancy.match.weights import total
from discrepancy.model import Claim, Pair, Reason

ALIKE = 0.5
REACH = 2
CARRIED = 0.4
UNSURE = 0.6
COPY = 0.72
PARTLY = 0.66
FEWEST_COMMON = 4
LONGEST_CUT = 4
LEAST_SHARED = 0.4
FEWEST_CONTENT = 5
LONGEST = 60
REMEMBERED = 4_096
_SMALL = frozenset(
    {"a", "an", "the", "'s", "'re", "'ll", "'ve", "is", "are", "was", "were", "be", "to", "of", "and", "that", "but"}
)


def match_quotes(claims: Sequence[Claim]) -> Iterable[Pair]:
    """The best differing partner of each quote, taken from other articles or other speakers' versions."""
    quotes = [claim for claim in claims if "quote" in claim.frame.cues or _long(claim)]
    found = [pair for one, other in _candidates(quotes) if (pair := _pair(one, other)) is not None]
    yield from strongest([_carried(pair, claims) for pair in found], opening)


def _carried(pair: Pair, claims: Sequence[Claim]) -> Pair:
    """The pair with the speaker of the sentences before, where neither side names one and one speaks in both."""
    if any(reason.code == "speaker" for reason in pair.reasons) or pair.left.frame.speaker or pair.right.frame.speaker:
        return pair
    one, other = (_before(claim, claims) for claim in (pair.left, pair.right))
    if not one & other:
        return pair
    by = Reason("speaker", "both go on from what is said by " + " ".join(sorted(one & other)), CARRIED)
    return replace(pair, reasons=(*pair.reasons, by), score=round(pair.score + by.weight, 2))


def _before(claim: Claim, claims: Sequence[Claim]) -> frozenset[str]:
    """Words of the names of those who speak in the sentences just before."""
    near = (c for c in claims if c.document == claim.document and 0 < apart(c, claim) <= REACH)
    return frozenset[str]().union(*(_named(c) for c in near))


def _long(claim: Claim) -> bool:
    """A statement long enough to be known again in an altered copy."""
    return "assertion" in claim.frame.cues and len(claim.frame.clause) >= FEWEST_CONTENT


def _named(claim: Claim) -> frozenset[str]:
    """Words of the speaker's name; a nameless source is nobody who could be compared."""
    speaker = claim.frame.speaker
    if speaker is None or speaker.generic or not any(word[:1].isupper() for word in speaker.name.split()):
        return frozenset()
    return names_of(speaker)


def _words(claim: Claim) -> tuple[str, ...]:
    return _split(claim.value if isinstance(claim.value, str) else claim.evidence.text)


@lru_cache(maxsize=REMEMBERED)
def _split(text: str) -> tuple[str, ...]:
    return tuple(word.strip(".,;:!?'\"()").lower() for word in text.split()[:LONGEST])


def _candidates(quotes: Sequence[Claim]) -> Iterable[tuple[Claim, Claim]]:
    """Pairs of quotes that share a content word; looked up, so that no text is compared with all others."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(quotes):
        for word in sorted(set(_words(claim)) - _SMALL):
            holders[word].append(number)
    seen = {pair for numbers in holders.values() for pair in combinations(numbers, 2)}
    return [(quotes[a], quotes[b]) for a, b in sorted(seen)]


def _pair(left: Claim, right: Claim) -> Pair | None:
    a, b = _words(left), _words(right)
    if left.document == right.document or a == b or not a or not b:
        return None
    if len(set(a) & set(b)) < LEAST_SHARED * min(len(set(a)), len(set(b))):
        return None
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    alike = matcher.ratio()
    common = sum(block.size for block in matcher.get_matching_blocks())
    one, other = _named(left), _named(right)
    named = one & other or same_speaker(left, right)
    quoted = "quote" in left.frame.cues and "quote" in right.frame.cues
    open_source = quoted and not (one and other) and not named
    least = ALIKE if quoted and named else UNSURE if open_source else COPY
    partly = common / min(len(a), len(b)) if common >= FEWEST_COMMON and quoted and (named or open_source) else 0.0
    if alike < least and partly < PARTLY:
        return None
    change = _change(a, b, matcher, alike)
    if change is None or (change.code == "negation" and "joined" in left.frame.cues | right.frame.cues):
        return None
    if (change.code != "opposite" and not quoted) or (change.code == "word" and not named):
        return None
    reasons = [Reason("alike", f"{alike:.0%} of the words are the same", round(alike * 2, 2)), change]
    if named:
        reasons.append(Reason("speaker", "both quote " + " ".join(sorted(named)), 1.0))
    score = total(reasons)
    return Pair(left, right, tuple(reasons), score)


def _change(a: Sequence[str], b: Sequence[str], matcher: SequenceMatcher[str], alike: float) -> Reason | None:
    """The difference that turns the meaning, None where the rest is wording, spelling or shortening."""
    cut = [(a[i:j], b[k:n]) for tag, i, j, k, n in matcher.get_opcodes() if tag != "equal"]
    gone, come = {w for x, _ in cut for w in x}, {w for _, y in cut for w in y}
    for word in sorted(gone):
        for other in sorted(come):
            if frozenset((_stem(word), _stem(other))) in _opposites():
                return Reason("opposite", f"{word} / {other}", 1.5)
    short = all(len(x) <= LONGEST_CUT and len(y) <= LONGEST_CUT for x, y in cut)
    negative = words("versions", "negative", "words")
    if bool(gone & negative) != bool(come & negative) and short:
        return Reason("negation", "a negation stands in one only", 1.2)
    for old, new in cut:
        swapped = _swap(old, new)
        if swapped is not None and alike >= COPY:
            return Reason("word", f"{swapped[0]} / {swapped[1]}", 0.6)
    return None


def _swap(one: Sequence[str], other: Sequence[str]) -> tuple[str, str] | None:
    """Two telling words in one place that are neither spellings nor synonyms of one another."""
    empty = words("acts", "empty", "words") | _SMALL
    left, right = [w for w in one if w not in empty], [w for w in other if w not in empty]
    if len(left) != 1 or len(right) != 1:
        return None
    if ratio(left[0], right[0]) >= 60 or concepts(left) & concepts(right):
        return None
    return left[0], right[0]


def _stem(word: str) -> str:
    return _forms().get(word, word)


@cache
def _opposites() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in table("opposites")["pairs"])


@cache
def _forms() -> dict[str, str]:
    """Common inflected forms of the words that have an opposite."""
    known = {word for pair in table("opposites")["pairs"] for word in pair}
    found: dict[str, str] = {}
    for word in sorted(known):
        stem = word.removesuffix("e")
        for form in (f"{word}s", f"{stem}ed", f"{stem}ing", f"{word}d"):
            if form not in known:
                found.setdefault(form, word)
    return found
