"""Who speaks in a clause, looked up among the attributions of the document."""

from __future__ import annotations

from discrepancy.extract.clauses import Clause, subject_of
from discrepancy.extract.context import Context
from discrepancy.language.tokens import Token
from discrepancy.lexicon import words
from discrepancy.values.names import Actor

_ASIDES = frozenset({"relcl", "acl", "advcl", "appos", "prep", "cc", "conj", "punct", "det"})


def speaker_at(context: Context, token: Token) -> Actor | None:
    """The one responsible for ``token``, None for the outlet's own voice."""
    given = context.speeches.at(token.start, token.end)
    return given.speaker if given is not None else None


def is_quoted(context: Context, token: Token) -> bool:
    """Whether ``token`` stands between quotation marks."""
    return context.quoted(token.start)


def sayer_of(context: Context, clause: Clause) -> Actor | None:
    """Who says what the verb of ``clause`` says: "X denied it", "X blames Y"; else who speaks the clause."""
    verb = clause.verb
    own = context.speeches.led_by(verb.start, verb.end)
    if own is not None and own.speaker is not None:
        return own.speaker
    source = subject_of(clause) if verb.lemma in words("acts", "speech", "verbs") else None
    if source is None or source.pos == "PRON":
        return speaker_at(context, verb)
    named = [m.actor for m in context.mentions.actors if m.span.start <= source.start and source.end <= m.span.end]
    return named[0] if named else _described(clause, source)


def _described(clause: Clause, source: Token) -> Actor:
    """A speaker whom no list knows, under the words of the text."""
    sentence = clause.sentence
    aside = {t.i for below in sentence.children(source) if below.dep in _ASIDES for t in sentence.subtree(below)}
    name = " ".join(token.text for token in sentence.subtree(source) if token.i not in aside)
    return Actor(name, source.lemma.lower(), "unknown")
