"""What a number counts: the noun, its modifiers and the verb above it."""

from __future__ import annotations

from dataclasses import dataclass

from discrepancy.language.tokens import Sentence, Token
from discrepancy.model import QuantityMention

MODIFIERS = frozenset({"nummod", "quantmod", "amod", "compound", "det", "nmod", "advmod", "npadvmod", "poss", "predet"})
CLOSING = frozenset({'"', "''"})
DEFINITE = frozenset({"DET", "PRON", "NUM"})
NOMINAL = frozenset({"NOUN", "PROPN"})
LONGEST_PHRASE = 7
LONGEST_LEAD = 14
COUNTS = frozenset({"count", "number", "tally", "total"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A number in its noun phrase.

    first, last   token range [first, last) of the number expression in the sentence
    noun          head noun of what is counted, None where the number stands alone ("put it at 62")
    partitive     the number is taken out of a whole ("four of the six batches", "five of them", "five were children")
    verb          the verb that governs the phrase, None in a verbless line
    """

    first: int
    last: int
    noun: Token | None
    partitive: bool
    verb: Token | None

    @property
    def end(self) -> int:
        """Token index behind the number and its noun, whichever ends later."""
        return max(self.last, self.noun.i + 1) if self.noun is not None else self.last

    @property
    def of_a_kind(self) -> bool:
        """Whether a bare number counts those told of before who were of one kind: "seven were children"."""
        return self.partitive and self.noun is not None and self.noun.dep == "attr"


def counted(sentence: Sentence, mention: QuantityMention) -> Counted | None:
    """The noun phrase around ``mention``; None when no token of the sentence touches it."""
    inside = sentence.within(mention.span.start, mention.span.end)
    if not inside:
        return None
    first, last = inside[0].i, inside[-1].i + 1
    noun, partitive = _noun(sentence, first, last)
    anchor = noun if noun is not None else inside[-1]
    verb = next((token for token in sentence.ancestors(anchor) if token.pos in {"VERB", "AUX"}), None)
    return Counted(first, last, noun, partitive, verb)


def _noun(sentence: Sentence, first: int, last: int) -> tuple[Token | None, bool]:
    tokens = sentence.tokens
    if last < len(tokens) and tokens[last].text in CLOSING:
        last += 1
    if last < len(tokens) and tokens[last].lower == "of":
        return _head_right(sentence, last + 1), _definite(sentence, last + 1)
    if tokens[last - 1].pos == "NOUN" and tokens[last - 1].tag != "CD" and not tokens[last - 1].lower.isdigit():
        return tokens[last - 1], False
    top = tokens[last - 1]
    for _ in range(last - first + 1):
        if not first <= top.i < last or top.dep not in MODIFIERS or top.head == top.i:
            break
        top = sentence.head(top)
    if top.i >= last and top.i - last < LONGEST_PHRASE and top.pos in NOMINAL:
        return top, False
    kind = _kind(sentence, top)
    if kind is not None:
        return kind, True
    right = _head_right(sentence, last)
    return (right if right is not None else _numbered(sentence, first)), False


def _kind(sentence: Sentence, number: Token) -> Token | None:
    """What some of those told of before are said to be: "seven were children"; the noun of that sentence."""
    verb = sentence.head(number)
    if number.dep != "nsubj" or verb.lemma != "be" or number.i > verb.i:
        return None
    return next((token for token in sentence.children(verb) if token.dep == "attr" and token.pos == "NOUN"), None)


def _numbered(sentence: Sentence, first: int) -> Token | None:
    """The noun of "put the number of guests at 40", said before the figure that begins at ``first``."""
    before = sentence.tokens[max(0, first - LONGEST_LEAD) : first]
    for token in reversed(before):
        if token.pos == "NUM" or token.text in {";", ":"}:
            return None
        if token.lemma in COUNTS and token.i + 1 < first and sentence.tokens[token.i + 1].lower == "of":
            noun = _head_right(sentence, token.i + 2)
            return noun if noun is not None and noun.i < first else None
    return None


def counts_ourselves(sentence: Sentence, found: Counted) -> bool:
    """Whether whoever speaks counts his own: "we were thirty on the bus", "thirty of us"."""
    number = sentence.tokens[found.last - 1]
    if found.noun is not None:
        return False
    if found.last + 1 < len(sentence.tokens) and sentence.tokens[found.last + 1].lower == "us":
        return sentence.tokens[found.last].lower == "of"
    if found.verb is None or found.verb.lemma != "be" or number.head != found.verb.i:
        return False
    return any(child.dep == "nsubj" and child.lower == "we" for child in sentence.children(found.verb))


def _definite(sentence: Sentence, start: int) -> bool:
    """Whether a known whole begins at token ``start``: "of the batches", "of them", not "of people"."""
    return start < len(sentence.tokens) and sentence.tokens[start].pos in DEFINITE


def _head_right(sentence: Sentence, start: int) -> Token | None:
    """Head of the noun phrase that begins at token ``start``: the last noun of a run of modifiers and nouns."""
    found: Token | None = None
    for token in sentence.tokens[start : start + LONGEST_PHRASE]:
        if token.pos in NOMINAL:
            found = token
        elif found is not None or (
            token.pos not in {"ADJ", "DET", "PRON", "NUM"} and token.lower not in {"our", "other", "-"}
        ):
            break
    return found


def modifiers(sentence: Sentence, counted_: Counted) -> tuple[Token, ...]:
    """Adjectives and nouns inside the phrase ("Syrian government" of "62 Syrian government soldiers")."""
    if counted_.noun is None:
        return ()
    between = sentence.tokens[counted_.last : counted_.noun.i]
    return tuple(token for token in between if token.pos in {"ADJ", "NOUN", "PROPN"})
