"""From the words that name a source to the body that speaks."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.extract.mentions.aliases import slug
from discrepancy.extract.mentions.sources import Source
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words
from discrepancy.model import ActorMention, Span
from discrepancy.values.names import Actor

_HE, _SHE = {"he", "him", "his"}, {"she", "her"}
_BODY = {"it", "they", "its", "their", "them"}
_OURS = {"our", "this"}
_NOBODY = {"i", "we", "you", "who", "which", "that", "what", "me", "us", "this", "these", "those", "one", "there"}
_SUBJECTS = {"nsubj", "nsubjpass"}


class Speakers:
    """Resolves sources in reading order: what was named before decides what a pronoun means."""

    def __init__(self, actors: Sequence[ActorMention]) -> None:
        self._mentions = actors
        self._latest: dict[str, Actor] = {}
        self._women = {m.actor.key for m in actors if _woman(m)}
        self._last: Actor | None = None

    def of(self, sentence: Sentence, source: Source) -> Actor | None:
        """Who speaks; None when nobody can be named or the outlet speaks of itself."""
        word = source.head.lower
        if word in _HE | _SHE | _BODY:
            actor = self._pronoun(word)
        elif word in _NOBODY or self._outlet(sentence, source):
            actor = None
        else:
            actor = self._named(sentence, source) or _phrase(sentence, source)
        if actor is not None:
            self.keep(actor)
            self._last = actor
        return actor

    def seen(self, sentence: Sentence) -> None:
        """Take note of the named subjects of ``sentence``."""
        for token in sentence.tokens:
            if token.dep in _SUBJECTS and (mention := self._at(token)) and not mention.actor.generic:
                self.keep(mention.actor)

    def keep(self, actor: Actor) -> None:
        """Remember ``actor`` as the latest of its sort."""
        if actor.type in {"person", "unknown", "role"}:
            for sort in (
                ("she",) if actor.key in self._women else ("he", "she") if actor.type == "role" else ("he", "any")
            ):
                self._latest[sort] = actor
        if actor.type != "person":
            self._latest["body"] = actor

    def _pronoun(self, word: str) -> Actor | None:
        if word in _BODY:
            return self._latest.get("body")
        if word in _SHE:
            return self._latest.get("she") or self._latest.get("any")
        return self._latest.get("he")

    def _outlet(self, sentence: Sentence, source: Source) -> bool:
        tokens = sentence.within(source.spans[-1].start, source.spans[-1].end)
        return bool(tokens) and tokens[0].lower in _OURS and source.head.lemma in words("bodies", "generic", "own")

    def _at(self, token: Token) -> ActorMention | None:
        found = [m for m in self._mentions if m.span.start <= token.start and token.end <= m.span.end]
        return min(found, key=lambda m: m.span.end - m.span.start, default=None)

    def _named(self, sentence: Sentence, source: Source) -> Actor | None:
        """The mention at the head; a name in apposition to it, or between it and the verb, goes before a description."""
        at = self._at(source.head)
        inside = [
            m for m in self._mentions for span in source.spans if span.start <= m.span.start and m.span.end <= span.end
        ]
        described = at is None or at.actor.type == "role" or at.actor.generic or not _capital(at)
        beside = [m for m in inside if described and _apposed(sentence, source.head, m.span) and _capital(m)]
        if beside:
            return beside[-1].actor
        return at.actor if at else None


def _capital(mention: ActorMention) -> bool:
    return any(word[:1].isupper() for word in mention.text.split()[1:]) or mention.text[:1].isupper()


def _apposed(sentence: Sentence, head: Token, span: Span) -> bool:
    """Whether the name at ``span`` says who ``head`` is: in apposition, or a second subject in text without commas."""
    for token in sentence.within(span.start, span.end):
        if token.i != head.i and (
            (token.dep == "appos" and token.head == head.i) or (token.dep == "nsubj" and token.head == head.head)
        ):
            return True
    return False


def _phrase(sentence: Sentence, source: Source) -> Actor | None:
    """A speaker whom no list knows, under the words of the text."""
    span = source.spans[-1]
    text = sentence.text[max(0, span.start - sentence.start) : span.end - sentence.start]
    if source.head.pos not in {"NOUN", "PROPN", "ADJ", "NUM"} or not text:
        return None
    person = source.head.pos == "PROPN"
    return Actor(text, slug(text), "unknown" if person else "role", None, not person)


def _woman(mention: ActorMention) -> bool:
    first = mention.actor.name.split()[0].lower() if mention.actor.name else ""
    said = mention.text.lower().split()
    female = words("titles", "names", "female")
    return first in female or any(
        word.strip(".") in {"mrs", "ms", "mme", "miss", "lady", "queen"} or word.endswith("woman") for word in said
    )
