"""From the words that name a source to the body that speaks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from discrepancy.extract.mentions.aliases import slug
from discrepancy.extract.mentions.phrases import names_somebody, span_of
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
_KEPT = 6


class Speakers:
    """Resolves sources in reading order: what was named before decides what a pronoun means."""

    def __init__(self, actors: Sequence[ActorMention]) -> None:
        self._actors = sorted(actors, key=lambda mention: mention.span.start)
        self._mentions: Sequence[ActorMention] = ()
        self.subjects: dict[int, ActorMention] = {}
        self._recent: list[Actor] = []
        self._body: Actor | None = None
        self._women = {m.actor.key for m in actors if _is(m, "female", "woman")}
        self._men = {m.actor.key for m in actors if _is(m, "male", "man")}
        self._last: Actor | None = None

    def of(self, sentence: Sentence, source: Source, *, things: bool = False) -> Actor | None:
        """Who speaks; None when nobody can be named or the outlet speaks of itself.

        things   the cue is one that events and objects can be the subject of ("the bombardment suggests")
        """
        self._turn_to(sentence)
        word = source.head.lower
        if word in _HE | _SHE | _BODY:
            actor = self._pronoun(word)
        elif (word in _NOBODY and not _one_of(sentence, source.head)) or self._outlet(sentence, source):
            actor = None
        else:
            actor = self._named(sentence, source)
            if actor is None and (not things or _speaks(source.head)):
                actor = _phrase(sentence, source)
        if actor is not None:
            self.keep(actor)
            self._last = actor
        return actor

    def seen(self, sentence: Sentence) -> None:
        """Take note of the named subjects of ``sentence``; the only person among them may speak next."""
        self._turn_to(sentence)
        people: list[ActorMention] = []
        for token in sentence.tokens:
            if token.dep in _SUBJECTS and token.i < token.head:
                span = span_of(sentence.tokens[token.i : token.head]) or Span(token.start, token.end)
                actor = self._named(sentence, Source((span,), token, span))
                if actor is not None and not actor.generic:
                    self.keep(actor)
                    people += [ActorMention(span, "", actor)] if actor.type == "person" else []
        if len({mention.actor.key for mention in people}) == 1:
            self.subjects[sentence.index] = people[0]

    def _turn_to(self, sentence: Sentence) -> None:
        """Look only at the mentions of ``sentence`` from here on."""
        first = bisect_left(self._actors, sentence.start, key=lambda mention: mention.span.start)
        last = bisect_left(self._actors, sentence.end, key=lambda mention: mention.span.start)
        self._mentions = self._actors[first:last]

    def keep(self, actor: Actor) -> None:
        """Remember ``actor`` as the latest of its sort."""
        if actor.type in {"person", "unknown", "role"} and not (
            actor.type == "role" and actor.generic and self._recent
        ):
            self._recent = [*(known for known in self._recent if known.key != actor.key), actor][-_KEPT:]
        if actor.type != "person":
            self._body = actor

    def _pronoun(self, word: str) -> Actor | None:
        if word in _BODY:
            return self._body
        fitting = [one for one in self._recent if (one.key in self._women) <= (word in _SHE)]
        if word in _SHE:
            fitting = [one for one in fitting if one.key not in self._men]
        people = [one for one in fitting if one.type == "person"]
        kept = people or fitting
        return kept[-1] if kept else None

    def _outlet(self, sentence: Sentence, source: Source) -> bool:
        tokens = sentence.within(source.spans[-1].start, source.spans[-1].end)
        return bool(tokens) and tokens[0].lower in _OURS and source.head.lemma in words("bodies", "generic", "own")

    def _at(self, token: Token) -> ActorMention | None:
        found = [m for m in self._mentions if m.span.start <= token.start and token.end <= m.span.end]
        return min(found, key=lambda m: m.span.end - m.span.start, default=None)

    def _named(self, sentence: Sentence, source: Source) -> Actor | None:
        """The mention at the head; a name in apposition to it goes before a description."""
        at = self._at(source.head)
        inside = [m for m in self._mentions for s in source.spans if s.start <= m.span.start and m.span.end <= s.end]
        if at is None or not _named(at):
            last = source.spans[0].end
            beside = [m for m in inside if _named(m) and _apposed(sentence, source, m.span)]
            beside += [m for m in inside if m.actor.type == "person" and m.span.end == last and not beside]
            if beside:
                return beside[-1].actor
        if self._bare(sentence, source) and self._last is not None:
            return self._last
        if source.head.lemma in words("speech", "documents", "nouns") and (maker := self._maker(sentence, source.head)):
            return maker
        return at.actor if at else None

    def _bare(self, sentence: Sentence, source: Source) -> bool:
        """ "The group" and its like right after a body has spoken."""
        tokens = sentence.within(source.spans[-1].start, source.spans[-1].end)
        between = [token for token in tokens[1:-1] if token.text != "-"]
        based = not between or (len(between) == 2 and between[1].lower == "based")
        named = len(tokens) > 1 and tokens[0].lower == "the" and tokens[-1].lemma in words("bodies", "heads", "any")
        stands_in = named and based
        return stands_in and self._last is not None and self._last.type in {"organisation", "group", "unknown"}

    def _maker(self, sentence: Sentence, document: Token) -> Actor | None:
        """Who stands behind a statement or report, where its phrase says so."""
        below = sentence.subtree(document)
        for token in below:
            if token.i > document.i and token.dep == "pobj" and sentence.head(token).lower in {"by", "from", "of"}:
                mention = self._at(token)
                if mention is not None and _named(mention):
                    return mention.actor
        owner = next((t for t in sentence.children(document) if t.dep in {"poss", "compound"}), None)
        mention = self._at(owner) if owner else None
        return mention.actor if mention else None


def _named(mention: ActorMention) -> bool:
    """Whether the words of the mention hold a name, and are not only a description."""
    described = mention.actor.type == "role" or mention.actor.generic
    parts = [word for word in mention.text.split() if word.lower() not in {"the", "a", "an", "its", "his", "her"}]
    return not described and any(word[:1].isupper() for word in parts)


def _apposed(sentence: Sentence, source: Source, span: Span) -> bool:
    """Whether the name at ``span`` says who the source is: in apposition, or a second subject without a comma."""
    tokens = sentence.within(span.start, span.end)
    phrase = {t.i for s in source.spans for t in sentence.within(s.start, s.end)}
    if tokens and tokens[0].i > source.head.i and sentence.tokens[tokens[0].i - 1].text == ",":
        return True
    return any(
        token.i != source.head.i
        and (
            (token.dep == "appos" and token.head in phrase) or (token.dep == "nsubj" and token.head == source.head.head)
        )
        for token in tokens
    )


def _one_of(sentence: Sentence, head: Token) -> bool:
    """ "One of the guards", "one of them, Ann Roe": somebody, where "one" and "one of them" are anybody."""
    behind = [noun for noun in sentence.behind(head, "of") if noun.pos in {"NOUN", "PROPN"}]
    return head.lower == "one" and bool(behind or _own_name(sentence, head))


def _own_name(sentence: Sentence, head: Token) -> Token | None:
    """ "One of them, Ann Roe": the name of the one."""
    return next((t for t in sentence.children(head) if t.dep == "appos" and t.pos == "PROPN"), None)


def _speaks(head: Token) -> bool:
    holds = head.lemma in words("speech", "documents", "nouns") | words("tellers", "things")
    return holds or names_somebody(head) or head.lemma in words("ties", "ties", "words")


def _phrase(sentence: Sentence, source: Source) -> Actor | None:
    """A speaker whom no list knows, under the words of the text."""
    span = source.spans[-1]
    text = sentence.text[max(0, span.start - sentence.start) : span.end - sentence.start]
    if source.head.lower == "one" and (name := _own_name(sentence, source.head)):
        text = " ".join(t.text for t in sentence.subtree(name) if t.dep == "compound" or t.i == name.i)
        return Actor(text, slug(text), "unknown")
    if source.head.pos not in {"NOUN", "PROPN", "ADJ", "NUM"} or not text:
        return None
    person = source.head.pos == "PROPN"
    return Actor(text, slug(text), "unknown" if person else "role", None, not person)


def _is(mention: ActorMention, sort: str, ending: str) -> bool:
    """Whether title, office or given name of the mention tell a woman or a man."""
    first = mention.actor.name.split()[0].lower() if mention.actor.name else ""
    if first in words("titles", "names", sort):
        return True
    titles = words("titles", "titles", sort)
    said = [word.strip(".") for word in mention.text.lower().split()]
    return any(
        word in titles or (word.endswith(ending) and (sort == "female" or not word.endswith("woman"))) for word in said
    )
