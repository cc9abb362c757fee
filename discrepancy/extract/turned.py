"""What turns a clause round from outside: "denied that", "rejected reports that", "it is not true that", "failed to".

A quote of the clause alone would say the opposite of what its speaker says; the words that turn it belong to the quote.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from discrepancy.extract.negated import SUBJECTS
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words

TurnKind = Literal["denial", "not", ""]
DENIAL: TurnKind = "denial"
UNDONE: TurnKind = "not"
LEFT_OPEN: TurnKind = ""
_INNER = frozenset({"ccomp", "xcomp", "pcomp"})
_SAID = frozenset({"acl", "ccomp", "relcl"})
_HELPERS = frozenset({"agent", "aux", "auxpass", "neg", "prt"})
_TOLD = frozenset({"acomp", "attr"})
_IN = frozenset({"behind", "in", "to"})
_NOT = frozenset({"neither", "never", "no", "nobody", "none", "not", "n't"})
_LONGEST_SUBJECT = 10  # words


@dataclass(frozen=True, slots=True)
class Turn:
    """What is done to a clause by the words above it.

    kind    "denial" (somebody says that it is not so), "not" (the act was left undone), "" (nobody says either)
    words   the words that do it, with the one who denies where they stand close by
    """

    kind: TurnKind
    words: tuple[Token, ...]


def find_turn(sentence: Sentence, verb: Token) -> Turn | None:
    """What turns the clause of ``verb`` round, None where nothing does."""
    if verb.dep == "conj":
        first = sentence.head(verb)
        return find_turn(sentence, first) if first.dep in _INNER | {"acl"} else None
    for find in (_denied, _denied_report, _untrue, _left_undone):
        turn = find(sentence, verb)
        if turn is not None:
            return turn
    return None


def with_turn(sentence: Sentence, tokens: Sequence[Token], turn: Turn) -> tuple[Token, ...]:
    """The stretch of ``sentence`` that holds both ``tokens`` and the words that turn them."""
    places = [token.i for token in (*tokens, *turn.words)]
    return sentence.tokens[min(places) : max(places) + 1]


def _denied(sentence: Sentence, verb: Token) -> Turn | None:
    """ "Denied that it fired", "denies having paid", "the denial that it fired"."""
    gerund = verb.dep == "dobj" and verb.tag == "VBG"
    behind = verb.dep == "advcl" and not _set_off(sentence, verb)
    if verb.dep not in _INNER and not gerund and not behind:
        return None
    above = sentence.head(verb)
    if above.pos == "ADP":
        above = sentence.head(above)
    if above.lemma not in words("acts", "denial", "verbs") and above.lemma not in words("acts", "denial", "nouns"):
        return None
    return _turn(sentence, above, [])


def _set_off(sentence: Sentence, verb: Token) -> bool:
    """Whether the clause tells when or why somebody denies something else: "denied it when he was asked"."""
    above = sentence.head(verb)
    if verb.i < above.i or any(t.dep == "dobj" for t in sentence.children(above)):
        return True
    below = sentence.children(verb)
    marked = any((t.dep == "mark" and t.lower != "that") or t.tag == "WRB" for t in below)
    return marked or sentence.word_before(sentence.subtree(verb)[0]) == ","


def _denied_report(sentence: Sentence, verb: Token) -> Turn | None:
    """ "Rejected claims that the pilot was drunk", "claims that the pilot was drunk were rejected by the airline"."""
    noun = sentence.head(verb)
    if not _is_report(sentence, noun, verb) or noun.dep not in {"dobj", "nsubjpass"}:
        return None
    above = sentence.head(noun)
    if above.lemma not in words("acts", "denial", "verbs"):
        return None
    by = sentence.doer(above) if noun.dep == "nsubjpass" else _subject(sentence, above)
    if by is not None and by.lemma in words("acts", "courts", "words"):
        return None
    return _turn(sentence, above, _phrase(sentence, noun))


def _is_report(sentence: Sentence, noun: Token, verb: Token) -> bool:
    """Whether the clause of ``verb`` spells out what a report says."""
    spelt = any(t.lower == "that" for t in sentence.children(verb))
    return verb.dep in _SAID and spelt and noun.lemma in words("acts", "denial", "reports")


def _untrue(sentence: Sentence, verb: Token) -> Turn | None:
    """ "It is not true that", "reports that ... are false", "there is no truth in claims that"."""
    above = sentence.head(verb)
    if verb.dep not in _SAID:
        return None
    if above.dep == "pobj" and _is_report(sentence, above, verb):
        truth = sentence.head(sentence.head(above))
        none = any(t.lower in {"any", "no"} for t in sentence.children(truth))
        found = none and truth.lemma == "truth" and sentence.head(above).lower in _IN
        return Turn(DENIAL, (*_clause_head(sentence, truth), *_phrase(sentence, above))) if found else None
    report = above.dep in {"nsubj", "nsubjpass"} and _is_report(sentence, above, verb)
    be = sentence.head(above) if report or above.dep in _TOLD else above
    if be.lemma != "be" or (not report and not any(t.lower == "it" for t in sentence.children(be))):
        return None
    told = {t.lemma for t in sentence.children(be) if t.dep in _TOLD}
    negated = any(t.dep == "neg" for t in sentence.children(be))
    false = words("acts", "denial", "adjectives") if report else words("acts", "denial", "false")
    if not (told & words("acts", "denial", "true") if negated else told & false):
        return None
    own = [t for t in sentence.children(be) if t.dep in {*_TOLD, *SUBJECTS, "neg"}]
    return Turn(DENIAL, (be, *own, *(_phrase(sentence, above) if report else ())))


def _left_undone(sentence: Sentence, verb: Token) -> Turn | None:
    """ "Without telling us", "refused to open", "failed to warn"; "never left without paying" turns it back."""
    above = sentence.head(verb)
    if verb.dep == "pcomp" and above.lower == "without":
        passed = {t.lower for t in sentence.children(sentence.head(above))}
        return Turn(LEFT_OPEN if passed & _NOT else UNDONE, (above,))
    undone = verb.dep == "xcomp" and above.lemma in words("acts", "undone", "verbs")
    if not undone or any(t.dep == "neg" for t in sentence.children(above)):
        return None
    return Turn(UNDONE, (above, *_close_subject(sentence, above)))


def _turn(sentence: Sentence, above: Token, more: Sequence[Token]) -> Turn:
    """A denial, unless the one above neither denies nor grants: "did not deny that", "could not deny that"."""
    below = sentence.children(above)
    own = [token for t in below if t.dep in _HELPERS for token in sentence.subtree(t)]
    kind = LEFT_OPEN if any(t.dep == "neg" for t in below) else DENIAL
    return Turn(kind, (above, *own, *_close_subject(sentence, above), *more))


def _clause_head(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """ "There is no truth": the noun, its verb, and what stands before it."""
    above = sentence.head(noun)
    return (*[t for t in sentence.children(above) if t.i < noun.i and t.pos != "PUNCT"], above, noun)


def _phrase(sentence: Sentence, noun: Token) -> list[Token]:
    """The noun with its articles and adjectives."""
    return [noun, *(t for t in sentence.children(noun) if t.i < noun.i)]


def _subject(sentence: Sentence, verb: Token) -> Token | None:
    return next((t for t in sentence.children(verb) if t.dep in {"nsubj", "nsubjpass"}), None)


def _close_subject(sentence: Sentence, verb: Token) -> list[Token]:
    """Who denies, where that is said in a few words before the verb."""
    subject = _subject(sentence, verb)
    phrase = sentence.subtree(subject) if subject is not None and subject.i < verb.i else []
    return phrase if len(phrase) <= _LONGEST_SUBJECT else []
