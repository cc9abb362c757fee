"""How those of an event stand to one another, and to which institution a named person belongs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from discrepancy.extract.clauses import Clause, content_of, find_clauses, subject_of
from discrepancy.extract.context import Context
from discrepancy.extract.framing import clause_claim, frame_of, make_claim
from discrepancy.extract.voices import caller_of
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words
from discrepancy.model import Claim, Frame, Participant
from discrepancy.values.stance import Stance

TIE = "tie"
_UNDER = frozenset({"at", "from", "of"})
_TOLD = frozenset({"acomp", "attr"})


def extract_ties(context: Context) -> Iterable[Claim]:
    """Ties ("the man is the girl's uncle", "they did not know each other") and seats ("Dr Lund of Tarn University")."""
    for sentence in context.sentences:
        for clause in find_clauses(sentence):
            told = None if clause.open else _tie(clause)
            if told is not None:
                yield _claim(context, clause, told)
        for head in sentence.tokens:
            if head.pos == "PROPN" and head.dep != "compound":
                yield from _seats(context, sentence, head)


def _tie(clause: Clause) -> str | None:
    """The tie that the clause gives: a noun, "related", "known", or "strangers" and "unrelated" where it denies one."""
    subject = subject_of(clause)
    if subject is None:
        return None
    below = clause.sentence.children(clause.verb)
    somebody = subject.lemma in words("ties", "people", "words")
    if clause.verb.lemma in words("ties", "ties", "know"):
        met = [t for t in below if t.dep == "dobj"]
        met += [t for one in met for t in clause.sentence.children(one)]
        if not (somebody or subject.lower == "they") or not {t.lower for t in met} & words("ties", "ties", "other"):
            return None
        denied = clause.negation or any(t.lower in words("ties", "ties", "hardly") for t in below)
        return "strangers" if denied else "known"
    passive = any(t.dep == "auxpass" for t in below)
    told = clause.verb if passive else next((t for t in below if t.dep in _TOLD and clause.verb.lemma == "be"), None)
    if told is None:
        return None
    if told.lower == "related":
        persons = somebody or _to_somebody(clause.sentence, told)
        denied = bool(clause.negation) or any(t.dep == "neg" for t in (*below, *clause.sentence.children(told)))
        return ("unrelated" if denied else "related") if persons else None
    if not somebody:
        return None
    if told.lemma in words("ties", "ties", "strangers"):
        return None if clause.negation else "unrelated" if told.lemma == "unrelated" else "strangers"
    return told.lemma if told.lemma in words("ties", "ties", "words") and not clause.negation else None


def _to_somebody(sentence: Sentence, told: Token) -> bool:
    """ "Related to the child", not "related to the shooting"."""
    to = [t for t in sentence.children(told) if t.lower == "to"]
    people = words("ties", "people", "words")
    return any(t.lemma in people for one in to for t in sentence.children(one))


def _claim(context: Context, clause: Clause, told: str) -> Claim:
    frame = frame_of(context, clause, content=clause.content, cues=frozenset({TIE}), voice=caller_of)
    return clause_claim(context, clause, frame, "identity", TIE, Stance(TIE, told), told)


def _seats(context: Context, sentence: Sentence, head: Token) -> Iterator[Claim]:
    """The university, hospital or institute right behind a name."""
    for preposition in (t for t in sentence.children(head) if t.lower in _UNDER and t.i == head.i + 1):
        for seat in (t for t in sentence.children(preposition) if t.dep == "pobj" and t.pos == "PROPN"):
            named = [t for t in sentence.subtree(seat) if t.pos == "PROPN"]
            kinds = {t.lower for t in named} & words("ties", "seats", "words")
            if len(kinds) != 1 or len(named) == 1:
                continue
            run = [t for t in sentence.tokens[max(0, head.i - 3) : head.i + 1] if t.pos == "PROPN"]
            person = Participant("subject", head.lower, words=frozenset(t.lower for t in run))
            place = Participant("object", min(kinds), words=frozenset(t.lower for t in named) - kinds)
            frame = Frame(
                sentence.index,
                participants=(person, place),
                content=content_of(sentence.tokens),
                names=frozenset(token.lemma for token in sentence.tokens if token.pos == "PROPN"),
                cues=frozenset({"seat"}),
                published=context.published(sentence.start),
            )
            span = sentence.tokens[run[0].i : named[-1].i + 1]
            shown = " ".join(t.text for t in named)
            yield make_claim(context, frame, "identity", f"seat:{head.lower}", shown, span, shown)
