"""Who speaks in a clause, looked up among the attributions of the document."""

from __future__ import annotations

from collections.abc import Callable

from discrepancy.extract.clauses import Clause, subject_of
from discrepancy.extract.context import Context
from discrepancy.extract.mentions.phrases import names_somebody
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words
from discrepancy.values.names import Actor

Voice = Callable[[Context, Clause], Actor | None]
# of whom these are said is accused: "the militia was behind it", "bears the blame"
_ACCUSING = frozenset({"be", "bear"})
_ASIDES = frozenset({"relcl", "acl", "advcl", "appos", "prep", "cc", "conj", "punct", "det"})


def speaker_at(context: Context, token: Token) -> Actor | None:
    """The one responsible for ``token``, None for the outlet's own voice."""
    given = context.speeches.at(token.start, token.end)
    return given.speaker if given is not None else None


def clause_speaker(context: Context, clause: Clause) -> Actor | None:
    """The one responsible for the verb of ``clause``."""
    return speaker_at(context, clause.verb)


def is_quoted(context: Context, token: Token) -> bool:
    """Whether ``token`` stands between quotation marks."""
    return context.quoted(token.start)


def caller_of(context: Context, clause: Clause) -> Actor | None:
    """Who speaks in ``clause``; where its verb itself introduces speech ("X called it a mistake"), the one it names."""
    led = context.speeches.led_by(clause.verb.start, clause.verb.end)
    return led.speaker if led is not None and led.speaker is not None else speaker_at(context, clause.verb)


def sayer_of(context: Context, clause: Clause) -> Actor | None:
    """Who says what the verb of ``clause`` says: "X denied it", "X blames Y"; else who speaks the clause."""
    source = _source(clause)
    verb = clause.verb
    led = context.speeches.led_by(verb.start, verb.end)
    if source is None or source.pos == "PRON" or (led is not None and led.speaker is not None):
        return caller_of(context, clause)
    return actor_at(context, clause.sentence, source)


def actor_at(context: Context, sentence: Sentence, source: Token) -> Actor:
    """Whom the noun ``source`` names; whom no list knows, under the words of the text."""
    named = [m.actor for m in context.mentions.actors if m.span.start <= source.start and source.end <= m.span.end]
    return named[0] if named else _described(sentence, source)


def _source(clause: Clause) -> Token | None:
    """The subject, or the agent of a passive clause: "the claim was denied by X"; nobody in "X was accused"."""
    verb = clause.verb
    subject = subject_of(clause)
    if subject is None:
        return None
    if any(child.dep in {"nsubjpass", "auxpass"} for child in clause.sentence.children(verb)):
        return clause.sentence.doer(verb)
    if verb.lemma in words("acts", "speech", "verbs"):
        return subject
    return subject if names_somebody(subject) and verb.lemma not in _ACCUSING else None


def _described(sentence: Sentence, source: Token) -> Actor:
    aside = {t.i for below in sentence.children(source) if below.dep in _ASIDES for t in sentence.subtree(below)}
    name = " ".join(token.text for token in sentence.subtree(source) if token.i not in aside)
    return Actor(name, source.lemma.lower(), "unknown")
