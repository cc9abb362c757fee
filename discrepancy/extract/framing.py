"""Claims from clauses: the frame and the quoted words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from discrepancy.extract.clauses import Clause, content_of, sentence_content
from discrepancy.extract.context import Context
from discrepancy.extract.frame import setting_at
from discrepancy.extract.negated import SUBJECTS
from discrepancy.extract.voices import Voice, clause_speaker, is_quoted
from discrepancy.language.tokens import Token
from discrepancy.model import LONGEST_EVIDENCE, Claim, Factual, Frame, Kind, Participant, Span, Value

_LOOSE_ENDS = frozenset({"and", "but", "nor", "or", ",", ";", ":", "-", "--", "\u2013", "\u2014"})
_OBJECTS = frozenset({"dobj", "attr", "pobj", "acomp", "oprd", "dative"})


def frame_of(
    context: Context,
    clause: Clause,
    *,
    content: frozenset[str] | None = None,
    participants: tuple[Participant, ...] | None = None,
    cues: frozenset[str] = frozenset(),
    voice: Voice = clause_speaker,
) -> Frame:
    """The frame of ``clause``; ``voice`` says who speaks it."""
    factuality: Factual = "denied" if clause.negation == "denial" else "hedged" if clause.open else "asserted"
    setting = setting_at(context, clause.start, clause.end)
    return Frame(
        sentence=setting.sentence.index,
        predicate=clause.verb.lemma,
        participants=participants_of(clause) if participants is None else participants,
        scope=setting.scope,
        occasion=setting.occasion,
        speaker=voice(context, clause),
        direct=is_quoted(context, clause.verb),
        factuality=factuality,
        content=sentence_content(clause.sentence),
        clause=clause.content if content is None else content,
        names=setting.names,
        cues=cues,
        zone=setting.zone,
        published=setting.published,
        posted=setting.posted,
    )


def participants_of(clause: Clause) -> tuple[Participant, ...]:
    """Subjects and objects of ``clause``."""
    found, inside = [], {token.i for token in clause.tokens}
    for role, deps in (("subject", SUBJECTS), ("object", _OBJECTS)):
        for head in clause.heads(deps):
            own = [t for t in clause.sentence.subtree(head) if t.i in inside]
            found.append(Participant(role, head.lemma, words=content_of(own) | {head.lemma}))
    return tuple(found)


def clause_claim(
    context: Context, clause: Clause, frame: Frame, kind: Kind, attribute: str, value: Value, shown: str = ""
) -> Claim:
    """A claim that quotes ``clause``, and with it who denies it: "the gate was shut" is no quote of a denial."""
    quoted = clause.quoted
    if quoted[-1].end - quoted[0].start > LONGEST_EVIDENCE:
        quoted = clause.tokens
    if len(quoted) != len(clause.tokens):
        frame = replace(frame, inner=context.document.text[clause.start : clause.end])
    return make_claim(context, frame, kind, attribute, value, quoted, shown)


def _last(tokens: Sequence[Token]) -> Token:
    """The last of ``tokens`` that a quote may end in: not the "and" or the comma before what it leaves out."""
    return next((token for token in reversed(tokens) if token.lower not in _LOOSE_ENDS), tokens[-1])


def make_claim(
    context: Context, frame: Frame, kind: Kind, attribute: str, value: Value, tokens: Sequence[Token], shown: str = ""
) -> Claim:
    """A claim that quotes ``tokens`` without loose ends, cut to the longest evidence; its id is given later."""
    document = context.document
    start, end = tokens[0].start, min(_last(tokens).end, tokens[0].start + LONGEST_EVIDENCE)
    sentence = context.sentences[frame.sentence]
    evidence = document.evidence(start, end, Span(sentence.start, sentence.end))
    return Claim("", document.id, kind, attribute, value, shown or evidence.text, evidence, frame)
