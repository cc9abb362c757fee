"""Verdicts and pleas: who was found guilty or acquitted of what, who admitted or denied it in court."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from discrepancy.extract.arguments import Pronouns, party
from discrepancy.extract.clauses import Clause, find_clauses, subject_of
from discrepancy.extract.context import Context
from discrepancy.extract.framing import frame_of, make_claim
from discrepancy.language.tokens import Token
from discrepancy.lexicon import words
from discrepancy.model import Claim, Participant
from discrepancy.values.stance import Stance

_NAMED = frozenset({"dobj", "pcomp", "pobj"})
_LEADS = frozenset({"of", "on", "to"})
_EVERY = frozenset({"all", "any", "both", "each", "every"})


def extract_verdicts(context: Context) -> Iterable[Claim]:
    """Each clause in which a court convicts or acquits somebody, or somebody pleads."""
    for sentence in context.sentences:
        if _verbs().isdisjoint(sentence.lemmas):
            continue
        for clause in find_clauses(sentence):
            if clause.open or clause.negation == "denial":
                continue
            for axis, find in (("verdict", _verdict), ("plea", _plea)):
                side = find(clause)
                whose = None if side is None else _accused(clause, axis)
                if side is not None and whose is not None:
                    yield _claim(context, clause, axis, side, whose)


@cache
def _verbs() -> frozenset[str]:
    """Verbs of courts and of those who answer to them."""
    lists = [
        ("verdict", "finds"),
        ("verdict", "convicts"),
        ("verdict", "acquits"),
        ("plea", "pleads"),
        ("plea", "admits"),
    ]
    return frozenset({"deny"}).union(*(words("axes", *names) for names in lists))


def _guilty(clause: Clause) -> bool | None:
    """Whether "guilty" or "innocent" stands behind the verb, and is not denied; None where neither does."""
    after = [t for t in clause.sentence.tokens if t.i > clause.verb.i and t.lower in {"guilty", "innocent"}]
    if not after or after[0].i - clause.verb.i > 4:
        return None
    denied = any(t.lower == "not" for t in clause.sentence.tokens[clause.verb.i : after[0].i])
    return (after[0].lower == "guilty") != denied


def _verdict(clause: Clause) -> str | None:
    lemma = clause.verb.lemma
    guilty = _guilty(clause) if lemma in words("axes", "verdict", "finds") else None
    if guilty is None and lemma in words("axes", "verdict", "convicts") | words("axes", "verdict", "acquits"):
        guilty = lemma in words("axes", "verdict", "convicts")
    if guilty is None or clause.negation:
        return None
    return "guilty" if guilty else "not guilty"


def _plea(clause: Clause) -> str | None:
    lemma = clause.verb.lemma
    if lemma in words("axes", "plea", "pleads"):
        guilty = _guilty(clause)
        return None if guilty is None else "guilty" if guilty else "not guilty"
    admits = lemma in words("axes", "plea", "admits")
    if clause.negation or not (admits or lemma == "deny"):
        return None
    named = {t.lemma for t in _offences(clause)} - words("axes", "verdict", "charges")
    if not named:
        return None
    return "guilty" if admits else "not guilty"


def _accused(clause: Clause, axis: str) -> Token | None:
    sentence, verb = clause.sentence, clause.verb
    if axis == "plea" or sentence.is_passive(verb):
        return subject_of(clause)
    below = sentence.children(verb)
    objects = [t for t in below if t.dep == "dobj"]
    small = [t for b in below if b.dep == "ccomp" for t in sentence.children(b) if t.dep == "nsubj"]
    return next(iter((*objects, *small)), None)


def _offences(clause: Clause) -> Iterator[Token]:
    """What somebody is guilty of, cleared of or admits: nouns and "-ing" behind "of", "on", "to" or the verb itself."""
    sentence, verb = clause.sentence, clause.verb
    for token in sentence.tokens[verb.i + 1 :]:
        above = sentence.head(token)
        led = above.lower in _LEADS and above.i > verb.i and token.dep in _NAMED
        own = above.i == verb.i and token.dep in {"dobj", "xcomp"} and verb.lemma in words("axes", "plea", "own")
        if (led or own) and token.pos in {"NOUN", "VERB", "NUM"}:
            yield token


def _claim(context: Context, clause: Clause, axis: str, side: str, whose: Token) -> Claim:
    sentence = clause.sentence
    offences = list(_offences(clause))
    nouns = {t.lemma for t in offences} - words("axes", "verdict", "charges")
    around = {t.lower for o in offences for t in sentence.subtree(o)}
    cues = {"stance", "proof:verdict"} | {f"offence:{noun}" for noun in nouns}
    if not offences or around & _EVERY:
        cues.add("every")
    frame = frame_of(context, clause, content=clause.content, cues=frozenset(cues))
    people: tuple[Participant, ...] = (party(sentence, "party", whose, Pronouns(context, frame.speaker)),)
    frame = replace(frame, participants=people)
    last = max((t for o in offences for t in sentence.subtree(o)), key=lambda t: t.i, default=clause.tokens[-1])
    quoted = [t for t in sentence.tokens if clause.tokens[0].i <= t.i <= max(last.i, clause.tokens[-1].i)]
    return make_claim(context, frame, "polarity", axis, Stance(axis, side), quoted)
