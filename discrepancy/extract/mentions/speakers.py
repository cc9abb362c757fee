"""From the words that name a source to the body that speaks."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.extract.mentions.cues import Cue
from discrepancy.language.tokens import Sentence, Token
from discrepancy.model import ActorMention
from discrepancy.values.names import Actor

_PERSON = {"he": "", "she": "", "him": "", "her": ""}
_BODY = {"it", "they", "its"}


class Speakers:
    """Resolves sources in reading order: what was named before decides what a pronoun means."""

    def __init__(self, actors: Sequence[ActorMention]) -> None:
        self._actors = actors
        self._person: Actor | None = None
        self._body: Actor | None = None

    def of(self, sentence: Sentence, cue: Cue) -> Actor | None:
        """Who speaks at ``cue``; None when nobody can be named."""
        word = cue.source.head.lower
        actor = self._named(cue.source.head)
        if word in _PERSON:
            actor = self._person
        elif word in _BODY:
            actor = self._body
        if actor is not None and not actor.generic:
            self._keep(actor)
        return actor

    def seen(self, sentence: Sentence) -> None:
        """Take note of the subjects of ``sentence``."""
        for token in sentence.tokens:
            if token.dep in {"nsubj", "nsubjpass"} and (actor := self._named(token)) and not actor.generic:
                self._keep(actor)

    def _keep(self, actor: Actor) -> None:
        if actor.type == "person":
            self._person = actor
        else:
            self._body = actor

    def _named(self, head: Token) -> Actor | None:
        found = [m for m in self._actors if m.span.start <= head.start and head.end <= m.span.end]
        return min(found, key=lambda m: m.span.end - m.span.start).actor if found else None
