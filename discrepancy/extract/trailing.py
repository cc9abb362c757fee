"""Denials that trail what they deny: ", a charge he denies", ", which she denies", ", a claim rejected by X"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words

_BORDER = frozenset({",", "-", "--", "–", "—", ";"})
_NOUNS = frozenset({"NOUN", "NUM", "PRON", "PROPN"})  # some texts have lost their commas


@dataclass(frozen=True, slots=True)
class Trailing:
    """A denial behind what it denies.

    verb    the verb that denies
    head    the noun that sums up what is denied; the verb itself where "which" does
    doer    who denies it
    """

    verb: Token
    head: Token
    doer: Token

    def tokens(self, sentence: Sentence) -> list[Token]:
        """Its words, without the comma in front of it."""
        whole = [t for t in sentence.subtree(self.head) if t.pos != "PUNCT"]
        last = max(t.i for t in sentence.subtree(self.doer) if t.dep not in {"relcl", "acl"})
        end = max(self.verb.i, last)
        return [t for t in whole if t.i <= end]


def find_trailing(sentence: Sentence) -> Iterator[Trailing]:
    """The trailing denials of ``sentence`` in text order."""
    denying = words("acts", "denial", "verbs")
    if sentence.lemmas.isdisjoint(denying):
        return
    for verb in sentence.tokens:
        if verb.lemma in denying and verb.dep in {"relcl", "acl"}:
            found = _trailing(sentence, verb)
            if found is not None:
                yield found


def _trailing(sentence: Sentence, verb: Token) -> Trailing | None:
    noun, below = sentence.head(verb), sentence.children(verb)
    if any(t.dep == "neg" or (t.dep == "aux" and t.tag == "MD") for t in below):
        return None
    doer = next((t for t in below if t.dep == "nsubj"), None)
    if doer is None and verb.tag == "VBN":
        doer = sentence.doer(verb)
    if doer is None or doer.tag in {"WDT", "WP"}:
        return None
    objects = {t.lower for t in below if t.dep == "dobj"}
    if noun.lemma in words("acts", "denial", "summaries"):
        whole = objects <= {"that", "which"} and _is_set_off(sentence, noun)
        return Trailing(verb, noun, doer) if whole else None
    if objects != {"which"} or noun.lemma in words("acts", "denial", "grants"):
        return None
    sure = verb.lemma in words("acts", "denial", "flat") or _is_set_off(sentence, verb)
    return Trailing(verb, verb, doer) if sure else None


def _is_set_off(sentence: Sentence, head: Token) -> bool:
    """Whether all that hangs on ``head`` stands apart: behind a comma or a dash, or as a noun right behind a noun."""
    at = sentence.subtree(head)[0].i
    before = sentence.tokens[at - 1] if at else None
    if before is None:
        return False
    return sentence.tokens[at].text in _BORDER or before.text in _BORDER or before.pos in _NOUNS
