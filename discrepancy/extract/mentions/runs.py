"""Names as runs of capitals: where one starts and ends, which of its words are titles, what describes it."""

from __future__ import annotations

from functools import cache

from discrepancy.extract.mentions.phrases import noun_phrase
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words

_PARTICLES = {
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
    "del",
    "la",
    "ez",
    "ul",
    "y",
    "abu",
    "di",
}
_LONGEST = 12
_FARTHEST = 5
# "of Police Ann Roe"
_LEAST_OF = 3


@cache
def body_heads() -> frozenset[str]:
    """Lower-case words that head the name of a body."""
    return words("bodies", "heads", "organisation") | words("bodies", "heads", "monitor")


@cache
def office_heads() -> frozenset[str]:
    """Lower-case lemmas of nouns for what a person is or does."""
    return (
        words("titles", "offices", "head")
        | words("titles", "offices", "spokesman")
        | words("titles", "offices", "person")
    )


def name_run(sentence: Sentence, token: Token) -> list[Token]:
    """The capitalised run that starts at ``token``; empty when there is none."""
    if not _capital(token) or (token.i == 0 and token.pos != "PROPN" and not _before_name(sentence, token)):
        return []
    tokens, last, joined = sentence.tokens, token.i, False
    at = token.i + 1
    while at < min(len(tokens), token.i + _LONGEST) and at - last <= 3:
        here = tokens[at]
        if _capital(here):
            last = at
        elif here.lower in {"of", "for"}:
            joined = True
        elif not (
            here.lower in _PARTICLES
            or _glued(tokens, at)
            or (joined and here.lower in {"and", "the", "&"})
            or here.text == "&"
        ):
            break
        at += 1
    run = tokens[token.i : last + 1]
    body = any(t.lower in body_heads() or t.lemma in body_heads() for t in run)
    cut = next((i for i, t in enumerate(run) if t.lower in {"of", "for"}), len(run))
    return list(run) if body or cut == len(run) or run[0].lower in office_heads() else list(run[:cut])


def _capital(token: Token) -> bool:
    if not token.text[:1].isupper() or token.pos not in {"PROPN", "NOUN", "ADJ", "X", "INTJ", "VERB"}:
        return False
    calendar = words("titles", "names", "calendar")
    return token.lower not in calendar and token.lower.rstrip("s.") not in calendar


def _before_name(sentence: Sentence, token: Token) -> bool:
    """Whether a sentence opens with a title or an adjective before a name."""
    return (
        token.pos in {"ADJ", "NOUN"} and token.i + 1 < len(sentence.tokens) and _capital(sentence.tokens[token.i + 1])
    )


def _glued(tokens: tuple[Token, ...], at: int) -> bool:
    """A hyphen inside a name ("al-Assad")."""
    near = tokens[at].start == tokens[at - 1].end
    return near and (tokens[at].text == "-" or tokens[at - 1].text == "-") and at + 1 < len(tokens)


def untitled(run: list[Token]) -> list[Token]:
    """The name in ``run`` without the titles before it; the whole run when nothing but titles is there."""
    titles = words("titles", "titles", "before")
    last = max((i for i, t in enumerate(run) if t.lower.rstrip(".") in titles), default=-1)
    rest = run[last + 1 :]
    if len(rest) > _LEAST_OF and rest[0].lower == "of" and rest[1].lower in words("titles", "titles", "over"):
        return rest[2:]
    return rest if rest and rest[0].lower not in {"of", "for"} else run


def described_by(sentence: Sentence, run: list[Token]) -> frozenset[str]:
    """Words of the offices that the text puts to the name ``run``: before it, behind it or in apposition."""
    found = {t.lower for t in run}
    name = {t.i for t in untitled(run)}
    found -= {sentence.tokens[i].lower for i in name}
    at = run[0].i - 1
    while at >= max(0, run[0].i - _FARTHEST) and sentence.tokens[at].pos in {"NOUN", "ADJ", "PROPN", "PUNCT"}:
        if sentence.tokens[at].text not in {"-", "'s"} and sentence.tokens[at].pos == "PUNCT":
            break
        found.add(sentence.tokens[at].lemma)
        at -= 1
    head = next((t for t in run if t.head not in name), run[-1])
    beside = [t for t in sentence.children(head) if t.dep == "appos"]
    if head.dep == "appos":
        beside.append(sentence.head(head))
    for other in beside:
        if other.lemma in office_heads():
            found |= {t.lemma for t in noun_phrase(sentence, other)}
    after = sentence.tokens[run[-1].i + 1 : run[-1].i + 2]
    if after and after[0].lemma in office_heads():
        found |= {t.lemma for t in noun_phrase(sentence, after[0]) if t.i > run[-1].i}
    return frozenset(found) if found & office_heads() or found & words("titles", "titles", "before") else frozenset()


def with_head(sentence: Sentence, run: list[Token]) -> list[Token]:
    """``run`` with the lower-case words up to the head behind it: "Russian defence ministry", "SANA reporter"."""
    tail: list[Token] = []
    for token in sentence.tokens[run[-1].i + 1 : run[-1].i + 5]:
        if token.pos not in {"NOUN", "ADJ", "PROPN"} and token.text != "-":
            break
        tail.append(token)
    while tail and not (tail[-1].lemma in body_heads() or tail[-1].lower in body_heads() or _office(tail[-1])):
        tail.pop()
    if not tail:
        return run
    chained = any(t.i == tail[-1].i for t in sentence.ancestors(run[-1])) or run[-1].pos == "ADJ"
    return run + tail if chained else run


def _office(token: Token) -> bool:
    return token.lemma in office_heads() or token.lemma in words("bodies", "generic", "nouns")
