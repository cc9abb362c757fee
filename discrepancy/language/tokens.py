"""Tokens and sentences as plain frozen data: what the grammars read, whichever parser made them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

RELATIVES = frozenset({"that", "which", "who", "whom"})


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a sentence.

    i             index in the sentence
    start, end    half-open code-point range in the document's text
    text          the plain text of the token (typographic quotes made plain)
    pos, tag      universal and Penn Treebank part of speech
    dep, head     dependency label and index of the head in the sentence (the root is its own head)
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int

    def moved(self, by: int) -> Token:
        """The same token, ``by`` code points further on."""
        at = self.start + by, self.end + by
        return Token(self.i, *at, self.text, self.lower, self.lemma, self.pos, self.tag, self.dep, self.head)


@dataclass(frozen=True, eq=False)
class Sentence:
    """One sentence with its parse; each is itself alone, so that what is found in it can be kept at no cost.

    index       running number in the document
    paragraph   running number of the paragraph (a line of the text)
    start, end  half-open code-point range in the document's text
    text        the plain text (same length as the stretch of the document it stands for)
    """

    index: int
    paragraph: int
    start: int
    end: int
    text: str
    tokens: tuple[Token, ...]

    @cached_property
    def lowers(self) -> tuple[str, ...]:
        """The words of the sentence in small letters."""
        return tuple(token.lower for token in self.tokens)

    @cached_property
    def words(self) -> frozenset[str]:
        """The different words of the sentence in small letters."""
        return frozenset(self.lowers)

    @cached_property
    def indices(self) -> dict[str, list[int]]:
        """Of each word in small letters the tokens that it is, in their order."""
        found: dict[str, list[int]] = {}
        for i, lower in enumerate(self.lowers):
            found.setdefault(lower, []).append(i)
        return found

    @cached_property
    def starting(self) -> dict[int, Token]:
        """The tokens by where they start in the sentence's text."""
        return {token.start - self.start: token for token in self.tokens}

    @cached_property
    def ending(self) -> dict[int, Token]:
        """The tokens by where they end in the sentence's text."""
        return {token.end - self.start: token for token in self.tokens}

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The different lemmas of the sentence."""
        return frozenset(token.lemma for token in self.tokens)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(token.start for token in self.tokens)

    @cached_property
    def _below(self) -> tuple[tuple[Token, ...], ...]:
        return tuple(tuple(self.tokens[i] for i in below) for below in self._children)

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        found: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                found[token.head].append(token.i)
        return tuple(tuple(below) for below in found)

    def children(self, token: Token) -> tuple[Token, ...]:
        """Direct dependents of ``token`` in text order."""
        return self._below[token.i]

    def head(self, token: Token) -> Token:
        """The head of ``token``; the root is its own head."""
        return self.tokens[token.head]

    def word_before(self, token: Token) -> str:
        """The word right in front of ``token`` in small letters; "" where the sentence begins with it."""
        return self.tokens[token.i - 1].lower if token.i else ""

    def word_after(self, token: Token) -> str:
        """The word right behind ``token`` in small letters; "" where the sentence ends with it."""
        return self.tokens[token.i + 1].lower if token.i + 1 < len(self.tokens) else ""

    def behind(self, token: Token, *prepositions: str) -> list[Token]:
        """Nouns behind those of ``prepositions`` that hang on ``token``."""
        return [
            noun
            for below in self.children(token)
            if below.lower in prepositions
            for noun in self.children(below)
            if noun.dep == "pobj"
        ]

    def is_passive(self, verb: Token) -> bool:
        """Whether the subject of ``verb`` is whom it befalls."""
        return any(below.dep == "nsubjpass" for below in self.children(verb))

    def doer(self, verb: Token) -> Token | None:
        """ "By X" behind a passive ``verb``."""
        by = (below for below in self.children(verb) if below.dep == "agent")
        return next((noun for below in by for noun in self.children(below) if noun.dep == "pobj"), None)

    def meant(self, subject: Token) -> Token:
        """``subject``, or the noun that a relative pronoun stands for."""
        verb = self.head(subject)
        return self.head(verb) if subject.lower in RELATIVES and verb.dep == "relcl" else subject

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Heads of ``token`` from the nearest to the root."""
        seen = {token.i}
        while token.head not in seen:
            token = self.tokens[token.head]
            seen.add(token.i)
            yield token

    def subtree(self, token: Token) -> list[Token]:
        """``token`` and everything below it, in text order."""
        kept = self._subtrees.get(token.i)
        if kept is None:
            found, pending = {token.i}, [token.i]
            while pending:
                for below in self._children[pending.pop()]:
                    if below not in found:
                        found.add(below)
                        pending.append(below)
            kept = self._subtrees[token.i] = [self.tokens[i] for i in sorted(found)]
        return kept.copy()

    @cached_property
    def _subtrees(self) -> dict[int, list[Token]]:
        return {}  # filled as they are asked for

    def within(self, start: int, end: int) -> tuple[Token, ...]:
        """Tokens that touch the document range [start, end)."""
        first = max(0, bisect_right(self._starts, start) - 1)
        if first < len(self.tokens) and self.tokens[first].end <= start:
            first += 1
        return self.tokens[first : bisect_left(self._starts, end)]

    def before(self, end: int, most: int) -> tuple[Token, ...]:
        """The last tokens that start before ``end`` in the document, ``most`` of them."""
        stop = bisect_left(self._starts, end)
        return self.tokens[max(0, stop - most) : stop]
