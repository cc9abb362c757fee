"""Slips of the small parser, put right where the sentence itself shows them.

"The driver, Paul Moss, 38, drowned." is read as a noun with a participle: the verb becomes the head of the sentence, or
of what is said ("..., police said"), and the noun its subject. "The skipper, who had slept, was on Monday charged."
hangs the subject on the auxiliary: it belongs to the main verb. "Denning, the chief executive, told" opens with a name
that is read as a verb. All else stays as it was parsed; together they fire a few times in ten thousand sentences.
"""

from __future__ import annotations

from dataclasses import replace

from discrepancy.language.tokens import Token
from discrepancy.lexicon import words

_NAMES = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_HELPERS = frozenset({"aux", "auxpass"})
_OUTER = frozenset({"advcl", "advmod", "cc", "npadvmod", "prep"})
_LINKS = frozenset({"be", "get", "keep", "remain", "stay"})
_CLAUSES = frozenset({"ROOT", "acl", "advcl", "ccomp", "conj", "parataxis", "relcl"})
_ASIDES = frozenset({"advmod", "aux", "auxpass", "neg", "prep"})


def repaired(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens of one sentence with the slips put right; the same tuple where there is none."""
    if _is_name(tokens, tokens[0]):
        tokens = (replace(tokens[0], lemma=tokens[0].lower, pos="PROPN", tag="NNP"), *tokens[1:])
    for token in tokens:
        if token.dep == "acl" and token.tag in {"VBD", "VBN"} and _tells(tokens, token):
            return _with_verb(tokens, token)
    moved = {t.i: main for t in tokens if t.dep in _SUBJECTS and (main := _main(tokens, t)) is not None}
    return tuple(_moved(t, tokens, moved[t.i]) if t.i in moved else t for t in tokens) if moved else tokens


def _is_name(tokens: tuple[Token, ...], first: Token) -> bool:
    """Whether the "verb" that opens a sentence is set off by a comma and says something: who speaks has a name."""
    if first.pos != "VERB" or first.dep not in _SUBJECTS or not first.text[:1].isupper() or tokens[1].text != ",":
        return False
    others = (t for t in tokens[1:] if t.dep in _SUBJECTS and t.head == first.head)
    return tokens[first.head].lemma in words("acts", "speech", "verbs") and not any(others)


def _tells(tokens: tuple[Token, ...], verb: Token) -> bool:
    """Whether the "participle" is the only verb that a whole sentence can have."""
    noun = _named(tokens, verb)
    if noun.pos not in _NAMES or noun.i > verb.i:
        return False
    if noun.dep == "ROOT":
        whole = tokens[-1].text in {".", '"'}
        if not whole or any(t.text in {":", ";"} or t.dep in {"ccomp", "parataxis"} for t in tokens):
            return False
    elif not _before_speaker(tokens, noun, verb):
        return False
    below = [t for t in tokens if t.head == verb.i]
    if any(t.dep in _SUBJECTS | {"agent"} for t in below):
        return False
    beside = any(t.head == noun.i and t.i > verb.i and t.pos not in {"PUNCT", "ADP"} for t in tokens)
    plain = verb.tag == "VBD" and any(t.dep == "dobj" for t in below)
    return not beside and (plain or verb.lemma in words("slips", "intransitive"))


def _before_speaker(tokens: tuple[Token, ...], noun: Token, verb: Token) -> bool:
    """Whether the verb of saying that the noun hangs on has a subject of its own: "Falk, 38, drowned, police said"."""
    saying = tokens[noun.head]
    if noun.dep not in {"ccomp", "npadvmod", "nsubj"} or saying.lemma not in words("acts", "speech", "verbs"):
        return False
    speaker = next((t for t in tokens[verb.i :] if t.dep == "nsubj" and t.head == saying.i), None)
    return speaker is not None and any(t.text == "," for t in tokens[verb.i : speaker.i])


def _named(tokens: tuple[Token, ...], verb: Token) -> Token:
    """The noun that the verb hangs on, or the one beside which that stands as a name: "a teacher, Marta Ruiz,"."""
    noun = tokens[verb.head]
    return tokens[noun.head] if noun.dep == "appos" else noun


def _with_verb(tokens: tuple[Token, ...], verb: Token) -> tuple[Token, ...]:
    noun = _named(tokens, verb)
    said = noun.dep != "ROOT"
    found = []
    for token in tokens:
        if token.i == verb.i:
            above = noun.head if said else token.i
            token = replace(token, dep="ccomp" if said else "ROOT", head=above, tag="VBD")
        elif token.i == noun.i:
            token = replace(token, dep="nsubj", head=verb.i)
        elif token.head == noun.i and (token.i > verb.i or (token.i < noun.i and token.dep in _OUTER)):
            token = replace(token, head=verb.i)
        found.append(token)
    return tuple(found)


def _main(tokens: tuple[Token, ...], subject: Token) -> Token | None:
    """The main verb of the auxiliary on which ``subject`` hangs, where it can be nobody else's."""
    helper = tokens[subject.head]
    main = tokens[helper.head]
    if helper.dep not in _HELPERS or main.dep not in _CLAUSES or not subject.i < helper.i < main.i:
        return None
    if not _helps(tokens, helper, main):
        return None
    own = any(t.dep in _SUBJECTS and t.head == main.i for t in tokens)
    between = [t for t in tokens[helper.i + 1 : main.i] if t.head in {helper.i, main.i}]
    return None if own or any(t.dep not in _ASIDES and t.text != "-" for t in between) else main


def _helps(tokens: tuple[Token, ...], helper: Token, main: Token) -> bool:
    """Whether the two make one verb: "was closed", "did not close", but not "had damaging (words)"."""
    if helper.tag == "MD" or helper.lemma == "do":
        return main.tag == "VB"
    if helper.lemma == "have":
        been = any(t.lower == "been" and t.head == main.i for t in tokens)
        return main.tag == "VBN" or (main.tag == "VBG" and been)
    return helper.lemma in _LINKS and main.tag in {"VBG", "VBN"}


def _moved(subject: Token, tokens: tuple[Token, ...], main: Token) -> Token:
    passive = any(t.dep == "auxpass" and t.head == main.i for t in tokens)
    dep = "nsubjpass" if passive and subject.dep == "nsubj" else subject.dep
    return replace(subject, dep=dep, head=main.i)
