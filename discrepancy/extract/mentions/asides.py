"""Speakers named without a verb of their own clause: "according to X", "as stated in X", "to believe X"."""

from __future__ import annotations

from discrepancy.extract.mentions.phrases import names_somebody, own_subject, span_of, whole_phrase
from discrepancy.extract.mentions.sources import Source
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words
from discrepancy.model import Span

# where the words that introduce the speaker stand, who speaks, what is said
Aside = tuple[Span, Source, tuple[Span, ...]]

_LEAST = 3


def find_aside(sentence: Sentence, token: Token, verbs: dict[int, Source]) -> Aside | None:
    """The aside that opens at ``token``, if any; ``verbs`` are the cues of the sentence with their speakers."""
    if token.lower == "according":
        return _according(sentence, token, verbs)
    if token.lower == "as":
        return _as_stated(sentence, token, verbs) or _as_told(sentence, token, verbs)
    return _believed(sentence, token, verbs) if token.lower == "believe" else None


def said_around(sentence: Sentence, clause: Span, token: Token, verbs: dict[int, Source]) -> tuple[Span, ...]:
    """The rest of the sentence; a capital "According" inside a line opens a sentence whose full stop was lost."""
    first = token.i if token.text[0].isupper() else _opening(sentence, token, verbs)
    left = span_of(t for t in sentence.tokens[first:] if t.end <= clause.start)
    right = span_of(t for t in sentence.tokens if t.start >= clause.end)
    return tuple(span for span in (left, right) if span is not None and span.end - span.start > _LEAST)


def _opening(sentence: Sentence, token: Token, verbs: dict[int, Source]) -> int:
    """Where the clause of ``token`` begins when another speaker has the word before it."""
    earlier = [i for i in verbs if i < token.i]
    if not earlier:
        return 0
    breaks = [t.i for t in sentence.tokens[earlier[-1] : token.i] if t.lower in {"while", "but", ";", "whereas"}]
    return breaks[-1] + 1 if breaks else 0


def _according(sentence: Sentence, token: Token, verbs: dict[int, Source]) -> Aside | None:
    after = sentence.tokens[token.i + 1 : token.i + 2]
    objects = [t for t in sentence.subtree(token) if t.dep == "pobj" and t.i > token.i]
    if not after or after[0].lower != "to" or not objects:
        return None
    return _aside(sentence, token, after[0], objects[0], verbs)


def _aside(
    sentence: Sentence, first: Token, last: Token, named: Token, verbs: dict[int, Source], end: int = 0
) -> Aside | None:
    """The aside from ``first`` to the one ``named`` behind ``last``, or to ``end`` where that is further on."""
    phrase = [t for t in whole_phrase(sentence, named) if t.i > first.i]
    source = span_of(phrase)
    if source is None:
        return None
    clause = Span(first.start, max(phrase[-1].end, end))
    content = said_around(sentence, clause, first, verbs)
    return Span(first.start, last.end), Source((source,), named, clause), content


def _as_stated(sentence: Sentence, token: Token, verbs: dict[int, Source]) -> Aside | None:
    """ "As stated in the autopsy", "as counted by the officers"."""
    following = sentence.tokens[token.i + 1 : token.i + 3]
    if len(following) < 2 or following[0].tag != "VBN" or following[1].lower not in {"by", "in"}:
        return None
    stating = following[0].lemma in words("speech", "grammar", "stating")
    named = next((t for t in sentence.children(following[1]) if t.dep == "pobj"), None)
    if not stating or named is None or not (_is_paper(named) if following[1].lower == "in" else _speaks(named)):
        return None
    return _aside(sentence, token, following[1], named, verbs)


def _as_told(sentence: Sentence, token: Token, verbs: dict[int, Source]) -> Aside | None:
    """ "As the mayor tells it", "as the police have it"."""
    verb = next((t for t in sentence.tokens[token.i + 1 :] if t.pos in {"VERB", "AUX"}), None)
    after = sentence.tokens[verb.i + 1 : verb.i + 3] if verb is not None else ()
    if verb is None or verb.lemma not in words("speech", "grammar", "has_it") or not after or after[0].lower != "it":
        return None
    ends = len(after) < 2 or after[1].pos == "PUNCT"
    named = own_subject(sentence, verb)
    if not ends or named is None or not token.i < named.i < verb.i:
        return None
    return _aside(sentence, token, verb, named, verbs, after[0].end)


def _believed(sentence: Sentence, token: Token, verbs: dict[int, Source]) -> Aside | None:
    """ "To believe the police, the driver slept", "If you believe the police, ..."."""
    before = tuple(t.lower for t in sentence.tokens[: token.i])
    named = next((t for t in sentence.children(token) if t.dep == "dobj"), None)
    if before not in {("to",), ("if", "we"), ("if", "you")} or named is None or not _speaks(named):
        return None
    comma = next((t for t in sentence.tokens[named.i + 1 :] if t.text == ","), None)
    return _aside(sentence, sentence.tokens[0], token, named, verbs) if comma is not None else None


def _is_paper(noun: Token) -> bool:
    return noun.lemma in words("speech", "documents", "nouns") | words("tellers", "things")


def _speaks(noun: Token) -> bool:
    return names_somebody(noun) or _is_paper(noun)
