"""Tolls: a figure that a noun for counts governs, or a noun for victims: "the death toll stands at 62"."""

from __future__ import annotations

from discrepancy.extract.counted import Counted
from discrepancy.extract.harm_words import harm_of
from discrepancy.extract.people import people_group
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words

REACH = 14
BREAKS = frozenset({";", ":", "(", ")", ".", "!", "?", '"', "--", "\u2014", "\u2013"})


def is_toll(sentence: Sentence, found: Counted) -> bool:
    """Whether the figure counts people without a noun of its own: "the death toll stands at 62"."""
    return found.noun is None and toll(sentence, found) is not None


def toll(sentence: Sentence, found: Counted) -> str | None:
    """A counter that governs the figure: "the death toll has risen to 62", "the wounded were a hundred"."""
    if found.noun is not None and people_group(found.noun.lemma) is None:
        return None
    start = max(0, found.first - REACH)
    before = sentence.tokens[start : found.first]
    for at in range(len(before) - 1, -1, -1):
        token = before[at]
        if token.pos == "NUM" or token.text in BREAKS:
            return None
        lemma = token.lemma
        if lemma in words("scope", "counters"):
            return _counter(before, at)
        if lemma in harm_of("people") and (_copula(before[at + 1 :]) or _is_put(before, at)):
            return harm_of("people")[lemma]
    return None


def _counter(before: tuple[Token, ...], at: int) -> str | None:
    if before[at].lemma == "toll":
        return "casualties" if at and before[at - 1].lemma == "casualty" else "killed"
    for token in before[at + 1 :]:
        for field in ("people", "nouns", "adjectives"):
            if token.lemma in harm_of(field) or token.lower in harm_of(field):
                return harm_of(field).get(token.lemma) or harm_of(field).get(token.lower)
        if token.lemma in harm_of("verbs"):
            return harm_of("verbs")[token.lemma]
    return None


def _copula(between: tuple[Token, ...]) -> bool:
    """Whether what stands between says how many there were; "survivors said it was five" speaks of something else."""
    verbs = {token.lemma for token in between if token.pos == "VERB" or token.lemma == "be"}
    return len(between) <= 4 and bool(verbs) and verbs <= {"be", "number", "remain", "reach"}


def _is_put(before: tuple[Token, ...], at: int) -> bool:
    """Whether somebody gives the figure of those people: "put the dead at 38"."""
    giving = any(token.lemma in words("questions", "figures", "giving") for token in before[max(0, at - 3) : at])
    after = before[at + 1 :]
    return giving and bool(after) and after[0].lower == "at" and not any(token.pos == "NOUN" for token in after)
