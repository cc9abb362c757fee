"""Persons and bodies in a text: names in capitals, bodies by their head word, offices and nameless sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from discrepancy.extract.mentions.aliases import Names
from discrepancy.extract.mentions.phrases import noun_phrase, span_of
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words
from discrepancy.model import ActorMention, Span
from discrepancy.values.names import ActorType

_JOINTS = {
    "of",
    "for",
    "and",
    "&",
    "the",
    "al",
    "el",
    "bin",
    "ibn",
    "von",
    "van",
    "de",
    "der",
    "du",
    "da",
    "dos",
    "la",
    "ez",
    "ul",
    "y",
}
_CLAUSES = {"relcl", "acl", "appos", "advcl", "conj", "cc", "punct"}


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch that names somebody, before it is decided who that is.

    head   lemma of the word that says what it is; empty for a bare name
    name   the capitalised words, titles left out; empty for a description
    """

    span: Span
    text: str
    type: ActorType
    head: str
    name: str


def find_actors(sentences: Sequence[Sentence]) -> tuple[ActorMention, ...]:
    """Everybody named or described as a person or body in ``sentences``, short forms resolved inside the text."""
    found = [one for sentence in sentences for one in _find(sentence)]
    names = Names([(one.text, one.type, one.head, one.name) for one in found])
    return tuple(ActorMention(one.span, one.text, names.actor(one.text, one.type, one.head, one.name)) for one in found)


@cache
def body_heads() -> frozenset[str]:
    """Lower-case words that head the name of a body."""
    return words("bodies", "heads", "organisation") | words("bodies", "heads", "monitor")


@cache
def office_heads() -> frozenset[str]:
    """Lower-case lemmas of nouns for persons by what they are."""
    return (
        words("titles", "offices", "head")
        | words("titles", "offices", "spokesman")
        | words("titles", "offices", "person")
    )


def _find(sentence: Sentence) -> Iterator[Found]:
    covered = 0
    for token in sentence.tokens:
        if token.i < covered:
            continue
        run = _run(sentence, token)
        if run:
            covered = run[-1].i + 1
            yield from _named(sentence, run)
        elif token.pos in {"NOUN", "PROPN", "ADJ"} and (one := _described(sentence, token)):
            yield one


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos in {"PROPN", "NOUN", "ADJ", "X"}


def _run(sentence: Sentence, token: Token) -> list[Token]:
    """The capitalised run that starts at ``token``."""
    if not _capital(token) or (token.i == 0 and token.pos != "PROPN"):
        return []
    tokens, last = sentence.tokens, token.i
    at = token.i + 1
    while at < len(tokens) and at - last <= 3:
        if _capital(tokens[at]):
            last = at
        elif tokens[at].lower not in _JOINTS and not (
            tokens[at].text == "-" and tokens[at].start == tokens[at - 1].end
        ):
            break
        at += 1
    return list(tokens[token.i : last + 1])


def _named(sentence: Sentence, run: list[Token]) -> Iterator[Found]:
    """A run of capitals, with a lower-case head word behind it ("Russian defence ministry") where there is one."""
    tokens = list(run)
    after = sentence.tokens[tokens[-1].i + 1 : tokens[-1].i + 4]
    for i, token in enumerate(after):
        if token.lemma in body_heads() or token.lemma in office_heads():
            tokens += after[: i + 1]
        elif token.pos not in {"NOUN", "ADJ", "PROPN"}:
            break
    span = span_of(tokens)
    if span is None:
        return
    last = tokens[-1]
    body = next((t.lower for t in reversed(tokens) if t.lower in body_heads()), "")
    if last.lemma in office_heads() and len(tokens) > len(run):
        yield Found(span, _text(sentence, span), "role", last.lemma, "")
    elif body:
        yield Found(span, _text(sentence, span), "organisation", body, _text(sentence, span))
    else:
        name = _untitled(tokens)
        if name and (inner := span_of(name)):
            person = len(name) < len(tokens) or name[0].lower in words("titles", "names", "given")
            yield Found(span, _text(sentence, span), "person" if person else "unknown", "", _text(sentence, inner))


def _untitled(tokens: list[Token]) -> list[Token]:
    """The name without the titles before it."""
    titles = words("titles", "titles", "before")
    last = max((i for i, t in enumerate(tokens) if t.lower.rstrip(".") in titles and i < len(tokens) - 1), default=-1)
    return tokens[last + 1 :]


def _described(sentence: Sentence, head: Token) -> Found | None:
    """A lower-case description: "the ministry", "a military source", "police"."""
    if head.text[:1].isupper() and head.i:
        return None
    generic = words("bodies", "generic", "nouns")
    if head.lower in body_heads() or head.lemma in body_heads():
        kind: ActorType = "organisation"
    elif head.lemma in office_heads() or head.lemma in generic:
        kind = "role"
    else:
        return None
    if head.dep in {"compound", "amod", "nmod"}:
        return None
    phrase = [t for t in noun_phrase(sentence, head)]
    span = span_of(phrase)
    return None if span is None else Found(span, _text(sentence, span), kind, head.lemma, "")


def _text(sentence: Sentence, span: Span) -> str:
    return sentence.text[span.start - sentence.start : span.end - sentence.start]
