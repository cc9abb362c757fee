"""Place claims: the site that a clause gives for what happened in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from textwrap import shorten

from discrepancy.extract.clauses import Clause, find_clauses, subject_of
from discrepancy.extract.context import Context
from discrepancy.extract.framing import frame_of, make_claim
from discrepancy.extract.happenings import acts_of, parties_of, verb_key
from discrepancy.extract.negated import SUBJECTS
from discrepancy.extract.sites import site_of
from discrepancy.language.tokens import Token
from discrepancy.lexicon import table, words
from discrepancy.model import Claim, Participant

LONGEST_SHOWN = 80
_AFTER = frozenset({"acomp", "advmod", "dobj", "oprd", "prep", "prt"})
_PRONOUNS = frozenset({"he", "her", "him", "i", "it", "one", "she", "that", "them", "they", "this", "we", "you"})


def extract_places(context: Context) -> Iterable[Claim]:
    """One claim for each clause that says where something happened."""
    for sentence in context.sentences:
        for clause in find_clauses(sentence):
            claim = _claim(context, clause)
            if claim is not None:
                yield claim


@cache
def _acts() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, members in table("sites")["acts"].items():
        for member in members:
            found.setdefault(member, set()).add(f"at:{name}")
    return {word: frozenset(names) for word, names in found.items()}


def _claim(context: Context, clause: Clause) -> Claim | None:
    if clause.open or (clause.negation and clause.negation != "not"):
        return None
    given = site_of(context, clause)
    if given is None:
        return None
    site, nouns = given
    if clause.negation and not site.denied:
        return None
    acts = _happening(clause)
    if not acts:
        return None
    parties = parties_of(clause.sentence, clause.verb)
    inside = frozenset(noun.lemma for noun in nouns)
    inside |= frozenset(word for key in _keys(clause) if key in _acts() for word in key.split())
    people = tuple(replace(who, words=who.words - inside) for who in parties if who.noun not in inside)
    people = tuple(_meant(context, clause, who) if who.noun in _PRONOUNS else who for who in people)
    cues = frozenset({"site"} | {f"act:{name}" for name in acts})
    one = any(t.lower == "one" and t.dep in SUBJECTS for t in clause.tokens)
    if one or clause.words & words("sites", "idle", "others"):
        cues |= {"one-of"}
    frame = frame_of(context, clause, participants=people, cues=cues)
    return make_claim(context, frame, "place", "site", site, clause.tokens, _shown(context, clause, nouns))


def _shown(context: Context, clause: Clause, nouns: Sequence[Token]) -> str:
    """The site in the words of the clause, with its prepositions: "in a kitchen on the ninth floor"."""
    parts: list[tuple[Token, Token]] = []
    for noun in nouns:
        preposition = clause.sentence.head(noun)
        if parts and preposition.i == parts[-1][1].i + 1:
            parts[-1] = (parts[-1][0], noun)
        else:
            parts.append((preposition, noun))
    text = " \u2026 ".join(context.document.text[first.start : last.end] for first, last in parts)
    return shorten(text, LONGEST_SHOWN, placeholder=" \u2026")


def _meant(context: Context, clause: Clause, who: Participant) -> Participant:
    """Whom the pronoun that is the subject stands for; nobody known where that is not plain."""
    subject = subject_of(clause)
    named = context.antecedents.get(subject.start) if subject is not None and who.role == "subject" else None
    return Participant(who.role, "") if named is None else Participant(who.role, named.noun, words=named.words)


def _happening(clause: Clause) -> frozenset[str]:
    key = verb_key(clause.sentence, clause.verb)
    own = _joined(clause) | acts_of(clause.sentence, clause.verb)
    if clause.verb.lemma in words("sites", "idle", "verbs") and key == clause.verb.lemma:
        own -= {clause.verb.lemma}
    return own


def _joined(clause: Clause) -> frozenset[str]:
    return frozenset(name for key in _keys(clause) for name in _acts().get(key, ()))


def _keys(clause: Clause) -> list[str]:
    """The verb alone and with its particle, adverb, preposition or object, and the noun that is its subject."""
    verb = clause.verb
    below = clause.sentence.children(verb)
    after = [t for t in below if t.i > verb.i and t.dep in _AFTER]
    happening = [t.lemma for t in below if t.dep in {"nsubj", "nsubjpass"}]
    return [verb.lemma, *happening, *(f"{verb.lemma} {form}" for t in after for form in (t.lemma, t.lower))]
