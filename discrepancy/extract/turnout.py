"""Figures that say how many people came: "put the crowd at 12,000", "some 4,000 people marched", "15,000 took part"."""

from __future__ import annotations

from discrepancy.extract.counted import Counted
from discrepancy.extract.people import people_group
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words

TURNOUT = "turnout"
CROWDS = frozenset({"crowd"})  # the family of attribute words
_SIZES = frozenset({"be", "exceed", "number", "reach", "total"})


def is_turnout(sentence: Sentence, found: Counted) -> bool:
    """Whether the figure, with or without a noun for people, is the size of a gathering."""
    if found.noun is None:
        return sizes_crowd(sentence, found)
    people = people_group(found.noun.lemma) is not None
    return not found.partitive and people and _comes(sentence, found, found.noun)


def sizes_crowd(sentence: Sentence, found: Counted) -> bool:
    """Whether a bare figure says how many people came: "attendance was 900", "put the crowd at 900"."""
    if found.noun is not None or found.verb is None:
        return False
    if _comes(sentence, found, sentence.tokens[found.last - 1]):
        return True
    lead = [token.lower for token in sentence.tokens[max(0, found.first - 2) : found.first]]
    held = [t for t in sentence.children(found.verb) if t.i < found.first and t.lemma in words("nouns", "gatherings")]
    own = found.verb.lemma in _SIZES and 0 < found.first - found.verb.i <= 2
    return any((t.dep == "dobj" and "at" in lead) or (t.dep == "nsubj" and own) for t in held)


def _comes(sentence: Sentence, found: Counted, counted: Token) -> bool:
    """Whether those counted do what people do at a gathering: "marched", "took part", "joined the protest"."""
    verb, deeds = found.verb, words("nouns", "gathering")
    if verb is None or counted.dep != "nsubj" or counted.head != verb.i:
        return False
    below = [t.lemma for t in sentence.children(verb) if t.dep in {"dobj", "prt"}]
    return verb.lemma in deeds or any(f"{verb.lemma} {lemma}" in deeds for lemma in below)
