"""Do two claims speak of the same matter? Shared words, where synonyms count as one word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from discrepancy.language.calendar import weekdays_in_full
from discrepancy.lexicon import table
from discrepancy.model import Claim
from discrepancy.values.names import Actor


@cache
def _sets() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, members in table("synonyms")["sets"].items():
        for member in members:
            found[member].add(f"={name}")
    return {word: frozenset(names) for word, names in found.items()}


def concepts(lemmas: Iterable[str]) -> frozenset[str]:
    """The synonym sets of ``lemmas``; a lemma in no set stands for itself."""
    sets = _sets()
    return frozenset(name for lemma in lemmas for name in (*sets.get(lemma, ()), lemma))


@cache
def _things() -> dict[str, str]:
    return {word: f"~{name}" for name, members in table("happenings")["things"].items() for word in members}


def things(nouns: Iterable[str]) -> frozenset[str]:
    """The synonym sets of ``nouns`` and the kinds of things they are: a tanker is a truck, both are vehicles."""
    named = frozenset(nouns)
    return concepts(named) | frozenset(_things()[noun] for noun in named if noun in _things())


def shared(left: Iterable[str], right: Iterable[str]) -> tuple[str, ...]:
    """Lemmas of ``left`` that ``right`` names too, in the same or another word, sorted."""
    known = concepts(right)
    return tuple(sorted(lemma for lemma in set(left) if concepts((lemma,)) & known))


def names_of(actor: Actor | None) -> frozenset[str]:
    """Words of a speaker's name, lower case, without the article and titles of one or two letters."""
    if actor is None:
        return frozenset()
    return frozenset(word for word in actor.name.lower().replace("'s", "").split() if len(word) > 2 and word != "the")


_FROM = re.compile(r" (?:at|from|in|near|of|on) ")


def same_speaker(left: Claim, right: Claim) -> bool:
    """Whether both claims have one speaker; two claims in an outlet's own voice share it within one document."""
    one, other = left.frame.speaker, right.frame.speaker
    if one is None or other is None:
        return one is other and left.document == right.document
    return one.key == other.key or bool(_called(one) & _called(other) - {"spokesman", "official", "minister"})


def _called(actor: Actor) -> frozenset[str]:
    """The same without where a nameless speaker is from: a witness in Selm is not the mayor of Selm."""
    nameless = actor.name[:1].islower() or actor.name.split()[0] in {"A", "An", "The"}
    return names_of(replace(actor, name=_FROM.split(actor.name)[0])) if nameless else names_of(actor)


def apart(left: Claim, right: Claim) -> int:
    """Sentences from ``left`` to ``right`` (negative when it comes earlier); 999 between documents."""
    return right.frame.sentence - left.frame.sentence if left.document == right.document else 999


def distance(sentences: int) -> str:
    """A number of sentences between two claims, in words."""
    if not sentences:
        return "in one sentence"
    return f"{abs(sentences)} sentences apart" if abs(sentences) > 1 else "in neighbouring sentences"


def rarity(claims: Sequence[Claim]) -> dict[str, float]:
    """How telling each concept is for this set of articles: 1 for a word of one sentence, towards 0 for common ones."""
    seen: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for claim in claims:
        for concept in concepts(claim.frame.clause):
            seen[concept].add((claim.document, claim.frame.sentence))
    return {concept: 1.0 / len(places) ** 0.5 for concept, places in seen.items()}


COMMON = 0.5
FEWEST_SHARED = 2


def specific(common: Iterable[str], telling: Mapping[str, float]) -> bool:
    """Whether the words that two claims share tell of one matter: several meanings, or one that few sentences have.

    In news of a war every article names rebels; that both do says nothing.
    """
    met = {concepts((word,)) for word in common}
    rarest = max((telling.get(concept, 1.0) for names in met for concept in names), default=0.0)
    return len(met) >= FEWEST_SHARED or rarest >= COMMON


def own_words(claim: Claim) -> list[str]:
    """The words of the clause that makes the claim; of a denial, those that are denied."""
    return (claim.frame.inner or claim.evidence.text).split()


def proper_words(claim: Claim) -> frozenset[str]:
    """Capitalised words of the clause, its first word and weekdays left out, lower case."""
    found = {word.strip(".,;:'\"()").lower() for word in own_words(claim)[1:] if word[:1].isupper()}
    return frozenset(found.difference(weekdays_in_full(), {"i", ""}))


def weekdays(claim: Claim) -> frozenset[str]:
    """Weekdays that the clause names."""
    return frozenset(weekdays_in_full()) & {word.strip(".,;:'\"()").lower() for word in own_words(claim)}
