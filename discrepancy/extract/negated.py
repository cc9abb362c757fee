"""Negation inside a clause: "not", "nobody", "no shots", "not one of them", and the noun that is ruled out."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
OBJECTS = frozenset({"dobj", "dative", "attr", "oprd", "pobj", "acomp", "agent", "xcomp"})
NOBODY = frozenset({"nobody", "no-one", "none", "nothing", "nowhere", "neither"})
_NEGATIVE = NOBODY | {"no", "not", "one", "single", "zero"}
_NOUNS = frozenset({"NOUN", "PROPN"})
_LEAST = frozenset({"any", "single", "one", "slightest", "least"})
_ARTICLES = frozenset({"a", "an", "one", "single", "any"})


def find_negation(sentence: Sentence, verb: Token, tokens: Sequence[Token]) -> tuple[str, Token | None]:
    """How the clause of ``verb`` is negated, "" where it is not, and the noun of which there is said to be none."""
    negative = [token for token in tokens if token.dep == "neg" or token.lower in _NEGATIVE]
    kinds = [found for token in negative if (found := _kind(sentence, verb, token, tokens)) is not None]
    if len([kind for kind, _ in kinds if kind == "not"]) > 1 and not _coordinated(sentence, verb):
        return "", None
    if not kinds:
        lacked = [
            t for t in sentence.children(verb) if t.dep == "dobj" and verb.lemma in words("acts", "lacking", "verbs")
        ]
        return ("none", lacked[0]) if lacked else ("", None)
    if verb.lemma in {"have", "receive"} and all(noun is None for _, noun in kinds):
        had = next((t for t in sentence.children(verb) if t.dep == "dobj" and t.pos == "NOUN"), None)
        kinds = [("none", had)] if had is not None else kinds
    kind, noun = next((k for k in kinds if k[0] == "none"), kinds[0])
    if noun is None and kind == "not":
        noun = ruled_out(sentence, verb, tokens)
        kind = "none" if noun is not None else kind
    return kind, _what(sentence, noun)


def _kind(sentence: Sentence, verb: Token, token: Token, tokens: Sequence[Token]) -> tuple[str, Token | None] | None:
    parent = sentence.head(token)
    if is_idiom(sentence, token) or _aside(sentence, parent):
        return None
    if token.dep == "neg" and parent.i == verb.i:
        return "not", None
    if token.lower == "neither" and token.dep in {"cc", "preconj", "advmod"}:
        if parent.dep == "advmod":  # "went neither fast nor slowly": it went
            return None
        return "none", parent if parent.pos in _NOUNS else None
    if (
        token.lower in {"no", "neither", "zero"}
        and token.dep in {"amod", "det", "neg", "nummod"}
        and parent.pos in _NOUNS
    ):
        return "none", parent
    if token.lower in NOBODY and token.dep in SUBJECTS | OBJECTS:
        return "none", _of(sentence, token)
    if token.lower == "one" and sentence.word_before(token) in {"no", "not"}:
        return "none", parent if token.dep == "nummod" else _of(sentence, token)
    if token.lower == "not" and parent.pos in _NOUNS and sentence.word_after(token) in _ARTICLES:
        leads = parent.dep in SUBJECTS and sentence.head(parent).i == verb.i
        return ("none", parent) if leads else None
    if token.lower == "single" and parent.pos == "NOUN" and any(t.dep == "neg" for t in tokens):
        return "none", parent
    return None


def _aside(sentence: Sentence, noun: Token) -> bool:
    """Whether the negated noun hangs below "with": "men with no badges" says nothing of the rest of the clause."""
    above = sentence.head(noun)
    return noun.dep == "pobj" and above.lower in {"with", "without"}


def _coordinated(sentence: Sentence, verb: Token) -> bool:
    """ "Did not and will not": two negations of one statement."""
    return any(t.dep == "conj" for t in sentence.children(verb)) or verb.dep == "conj"


def ruled_out(sentence: Sentence, verb: Token, tokens: Sequence[Token]) -> Token | None:
    """The noun that "not" rules out whole: "never had any chain", "there was never a rule"."""
    for token in tokens:
        parent = sentence.head(token)
        if (
            token.lower in _LEAST
            and token.dep in {"det", "amod", "nummod"}
            and parent.pos == "NOUN"
            and parent.i > verb.i
            and not (parent.dep == "pobj" and parent.lemma in words("acts", "moments", "nouns"))
        ):
            return parent
    there = any(t.dep == "expl" for t in sentence.children(verb))
    return next((t for t in sentence.children(verb) if there and t.dep == "attr" and t.pos == "NOUN"), None)


def _of(sentence: Sentence, token: Token) -> Token | None:
    """The noun after "of": "none of our drones", "a trace of poison"."""
    of = next((t for t in sentence.children(token) if t.lower == "of"), None)
    return None if of is None else next((t for t in sentence.children(of) if t.dep == "pobj" and t.pos in _NOUNS), None)


def _what(sentence: Sentence, noun: Token | None) -> Token | None:
    """The thing itself where ``noun`` only measures it or tells of it: "no sign of a fire" is no fire."""
    if noun is None or noun.lemma not in words("acts", "measures", "nouns"):
        return noun
    return _of(sentence, noun) or noun


def is_idiom(sentence: Sentence, token: Token) -> bool:
    """Whether a negative word denies nothing: "no confidence vote", "no doubt", "no more than", "not only"."""
    idioms = words("acts", "idioms", "words")
    return token.lower in {"no", "not", "nothing"} and sentence.word_after(token) in idioms
