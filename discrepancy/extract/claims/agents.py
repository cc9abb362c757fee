"""Who did it, where the text says that others tell it otherwise: "it was the guard who ...", "the army itself"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from discrepancy.extract.claims.charges import accused_of
from discrepancy.extract.clauses import Clause, content_of, doer_of, find_clauses, subject_of
from discrepancy.extract.context import Context
from discrepancy.extract.framing import frame_of, make_claim
from discrepancy.extract.happenings import NOUNS, acts_of, families_of, parties_of
from discrepancy.extract.voices import caller_of
from discrepancy.language.tokens import RELATIVES, Sentence, Token
from discrepancy.lexicon import words
from discrepancy.model import Claim, Participant

_ASKING = frozenset({"what", "which", "whose"})
_SELVES = frozenset({"himself", "herself", "itself", "themselves"})
_PRONOUNS = frozenset(
    {"he", "her", "him", "i", "it", "one", "she", "somebody", "someone", "that", "them", "they", "this", "we", "you"}
)


@dataclass(frozen=True, slots=True)
class _Act:
    """Who did what: the agent, the verb, the stretch of words that says so, and how it is said."""

    agent: Token
    verb: Token
    tokens: Sequence[Token]
    how: str


def extract_agents(context: Context) -> Iterable[Claim]:
    """The agent of each clause that tells of a happening, and how firmly it is put against others."""
    for sentence in context.sentences:
        for clause in find_clauses(sentence):
            for act in _acts(clause):
                claim = _claim(context, clause, act)
                if claim is not None:
                    yield claim


def _acts(clause: Clause) -> Iterator[_Act]:
    if clause.open:
        return
    sentence, verb = clause.sentence, clause.verb
    cleft = _cleft(sentence, verb)
    if cleft is not None:
        agent, be = cleft
        denied = any(child.dep == "neg" for child in sentence.children(be))
        tokens = sentence.tokens[be.i : max(clause.tokens[-1].i, agent.i) + 1]
        yield _Act(agent, verb, tokens, "not" if denied else "cleft")
        return
    if clause.negation:
        return
    first = _first_to(sentence, verb)
    subject = subject_of(clause)
    if first is not None and subject is not None:
        yield _Act(subject, first, sentence.tokens[clause.tokens[0].i : sentence.subtree(first)[-1].i + 1], "first")
        return
    accused = accused_of(clause)
    if accused is not None:
        charged = _charged(sentence, verb)
        if charged is not None:
            yield _Act(accused, charged, sentence.tokens[clause.tokens[0].i : charged.i + 1], "blamed")
        return
    doer = doer_of(clause)
    if doer is not None and not _befallen(clause):
        itself = any(t.lower in _SELVES for t in sentence.children(doer))
        yield _Act(doer, verb, clause.tokens, "self" if itself else "plain")


def _befallen(clause: Clause) -> bool:
    """Whether the clause tells what befell its subject: "the bank broke", "the boy died"."""
    done_to = any(t.dep == "dobj" for t in clause.sentence.children(clause.verb))
    alone = not done_to and not clause.sentence.is_passive(clause.verb)
    return alone and clause.verb.lemma in words("acts", "undergoing", "verbs")


def _cleft(sentence: Sentence, verb: Token) -> tuple[Token, Token] | None:
    """The agent and the "be" of "it was X who ..." above ``verb``."""
    if not any(t.lower in RELATIVES and t.dep in {"nsubj", "nsubjpass"} for t in sentence.children(verb)):
        return None
    for above in sentence.ancestors(verb):
        if above.lemma == "be":
            below = sentence.children(above)
            it = any(t.lower == "it" and t.dep in {"nsubj", "expl"} for t in below)
            held = [t for t in below if t.dep == "attr"]
            return (held[0], above) if it and held and above.i < verb.i else None
        if above.pos == "VERB":
            return None
    return None


def _first_to(sentence: Sentence, verb: Token) -> Token | None:
    """The act of "X was the first to open fire"."""
    if verb.lemma != "be":
        return None
    first = [t for t in sentence.children(verb) if t.lower == "first" and t.dep in {"attr", "acomp"}]
    return next((t for f in first for t in sentence.children(f) if t.pos == "VERB"), None)


def _charged(sentence: Sentence, verb: Token) -> Token | None:
    """What somebody is accused of or blamed for."""
    below = sentence.children(verb)
    for child in [*below, *(t for one in below if one.dep == "dobj" for t in sentence.children(one))]:
        if child.lower in {"of", "for"} and child.dep == "prep":
            return next((t for t in sentence.children(child) if t.dep in {"pobj", "pcomp"}), None)
    return None


def _claim(context: Context, clause: Clause, act: _Act) -> Claim | None:
    sentence = clause.sentence
    if (
        act.agent.lower in _PRONOUNS
        or act.agent.pos not in NOUNS
        or act.agent.lemma in words("roles", "events", "words")
    ):
        return None
    if act.how == "plain" and act.verb.lemma in words("acts", "speech", "framing"):
        return None
    if act.verb.pos in NOUNS:
        below = [t for t in sentence.subtree(act.verb) if t.pos in NOUNS]
        acts = frozenset(name for t in below for name in families_of(t.lemma))
        things = [Participant("object", t.lemma, words=frozenset({t.lemma})) for t in below]
    else:
        acts = acts_of(sentence, act.verb)
        things = [
            who for who in parties_of(sentence, act.verb) if who.role == "object" or sentence.is_passive(act.verb)
        ]
    phrase = [
        t
        for t in sentence.subtree(act.agent)
        if t.i == act.agent.i or (t.dep not in {"relcl", "acl"} and t.i < act.verb.i)
    ]
    if any(t.lower in _ASKING for t in phrase):
        return None
    named = content_of(phrase) | {act.agent.lemma}
    agent = Participant("agent", act.agent.lemma, words=named)
    people = (agent, *(Participant("object", who.noun, words=who.words - named) for who in things if who.words - named))
    cues = frozenset({"agent", f"how:{act.how}"} | {f"act:{name}" for name in acts})
    frame = frame_of(context, clause, participants=people, cues=cues, voice=caller_of)
    shown = " ".join(t.text for t in phrase if t.lower not in RELATIVES)[:60]
    return make_claim(context, frame, "actor", "agent", shown, act.tokens)
