"""What a clause says happened: families of verbs and nouns, so that "the blast" and "it went off" are one happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from discrepancy.extract.people import people_groups
from discrepancy.language.tokens import RELATIVES, Sentence, Token
from discrepancy.lexicon import table, words
from discrepancy.model import Participant

NOUNS = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_UNDER = frozenset({"into", "under"})
_PARTICLES = frozenset({"prt", "advmod", "prep"})


@cache
def _families() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, members in table("happenings")["families"].items():
        for member in members:
            found[member].add(name)
    return {word: frozenset(names) for word, names in found.items()}


@cache
def _known() -> frozenset[str]:
    phases = frozenset(key for keys in table("happenings")["phases"].values() for key in keys)
    return frozenset(_families()) | phases | words("happenings", "bare", "words") | words("happenings", "over", "until")


def families_of(word: str) -> frozenset[str]:
    """The families of happenings that hold ``word``, none for a word of no family."""
    return _families().get(word, frozenset())


def verb_key(sentence: Sentence, verb: Token) -> str:
    """The verb with its particle where the lexicon knows the two as one: "put up", "take place"."""
    for child in sentence.children(verb):
        if child.i > verb.i and (child.dep in _PARTICLES or child.dep == "dobj"):
            joined = f"{verb.lemma} {child.lower}"
            if joined in _known():
                return joined
    return verb.lemma


def acts_of(sentence: Sentence, verb: Token) -> frozenset[str]:
    """Names of the happenings that the clause of ``verb`` tells of.

    A verb that only says that something took place leaves the naming to its nouns: "the clash took place". A noun of
    no family then stands for itself: "the sitting resumed".
    """
    key = verb_key(sentence, verb)
    named = families_of(key)
    if key not in words("happenings", "bare", "words"):
        return named or frozenset({verb.lemma})
    nouns = list(_named_by(sentence, verb))
    told = frozenset(name for noun in nouns for name in families_of(noun.lemma))
    phased = phase_of(sentence, verb) or key in words("happenings", "bare", "happen")
    plain = frozenset(f"noun:{t.lemma}" for t in nouns if t.pos == "NOUN" and phased and t.lemma not in people_groups())
    return (told or named) | plain


def _named_by(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """Nouns and verbs that say what a bare verb speaks of."""
    if verb.dep in {"acl", "relcl"}:
        yield sentence.head(verb)
    for child in sentence.children(verb):
        if child.dep in _SUBJECTS or child.dep in {"dobj", "xcomp", "attr"}:
            yield child
            if child.dep == "xcomp":
                yield from (t for t in sentence.children(child) if t.dep == "dobj")
        elif child.dep == "prep" and child.lower in _UNDER:
            yield from (t for t in sentence.children(child) if t.dep == "pobj")


def phase_of(sentence: Sentence, verb: Token) -> str:
    """ "begin", "end" or "resume" where the verb tells of one end of the happening, else ""."""
    key = verb_key(sentence, verb)
    return next((name for name in ("begin", "end", "resume") if key in words("happenings", "phases", name)), "")


def parties_of(sentence: Sentence, verb: Token) -> tuple[Participant, ...]:
    """Subject and objects of ``verb``; the noun that a participle describes is its subject."""
    found: list[Participant] = []
    if verb.dep in {"acl", "relcl"}:
        found.append(_party(sentence, "subject", sentence.head(verb), verb))
    for child in sentence.children(verb):
        if child.dep in _SUBJECTS and child.lower not in RELATIVES:
            found.append(_party(sentence, "subject", child, verb))
        elif child.dep in {"dobj", "attr"}:
            found.append(_party(sentence, "object", child, verb))
        elif child.dep == "agent":
            found.extend(_party(sentence, "agent", t, verb) for t in sentence.children(child) if t.dep == "pobj")
    if verb.dep == "conj" and not any(one.role == "subject" for one in found):
        above = sentence.head(verb)
        found.extend(_party(sentence, "subject", t, verb) for t in sentence.children(above) if t.dep in _SUBJECTS)
    return tuple(found)


def _party(sentence: Sentence, role: str, head: Token, verb: Token) -> Participant:
    own = [t for t in sentence.subtree(head) if t.pos in NOUNS and not _beyond(sentence, t, head)]
    return Participant(role, head.lemma, words=frozenset(t.lemma for t in own) | {head.lemma})


def _beyond(sentence: Sentence, token: Token, head: Token) -> bool:
    """Whether ``token`` stands in a clause that only describes ``head``."""
    while token.i != head.i:
        if token.dep in {"relcl", "acl", "appos", "advcl"}:
            return True
        token = sentence.head(token)
    return False
