"""Clauses that do nothing but gainsay what was said: "that is not true", "it did not", "the claim is a lie"."""

from __future__ import annotations

from discrepancy.extract.clauses import Clause
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words

_LOOSE = frozenset({"advmod", "cc", "mark"})
_POINTING = frozenset({"DET", "PRON"})
_AUXILIARIES = frozenset({"be", "do", "have"})
_MATTERS = frozenset({"it", "that", "this"})
_RETORT = frozenset({"retort"})
_ELIDED = frozenset({"retort", "elided"})
_DEFINITE = frozenset({"that", "the", "these", "this", "those"})


def retort_of(clause: Clause) -> frozenset[str]:
    """The cues of a clause that only says no: "that is not true", "this is a lie"; "elided" where the verb is left out.

    "It did not" and "he did no such thing" leave it out.
    """
    sentence, verb = clause.sentence, clause.verb
    below = [t for t in sentence.children(verb) if t.pos != "PUNCT" and t.dep not in _LOOSE]
    subject = next((t for t in below if t.dep == "nsubj"), None)
    rest = [t for t in below if t is not subject and t.dep != "neg"]
    denied = any(t.dep == "neg" for t in below)
    if subject is None or subject.pos not in _POINTING or len(rest) > 1:
        return frozenset()
    if not rest:
        return _ELIDED if denied and verb.lemma in _AUXILIARIES else frozenset()
    told = rest[0]
    around = sentence.children(told)
    if verb.lemma == "do":
        return _ELIDED if told.lemma == "thing" and {"no", "such"} <= {t.lower for t in around} else frozenset()
    bare = told.dep in {"acomp", "attr"} and all(t.dep in {"det", "advmod", "amod"} for t in around)
    whole = verb.lemma == "be" and subject.lower in _MATTERS and bare
    return _RETORT if whole and told.lemma in _gainsaying(denied) else frozenset()


def _gainsaying(denied: bool) -> frozenset[str]:
    """Words that call false what was said: "true" and its like behind "not"."""
    if denied:
        return words("acts", "denial", "true")
    return words("acts", "denial", "adjectives") | words("acts", "denial", "untruths")


def sums_up(sentence: Sentence, noun: Token) -> bool:
    """Whether ``noun`` means what was just said: "the accusation", "those claims", but not "claims that he lied"."""
    below = sentence.children(noun)
    definite = any(t.dep == "det" and t.lower in _DEFINITE for t in below)
    bare = all(t.dep in {"amod", "det"} or t.lower == "as" for t in below)
    return noun.lemma in words("acts", "denial", "summaries") and definite and bare
