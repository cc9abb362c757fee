"""Whom "he", "she", "it" and "they" stand for, where the sentence before leaves no choice.

"A guard was killed on Monday. He was stabbed": the one stabbed is the guard. Only a pronoun that opens its sentence is
read, and only where the sentence before names one person, one thing or one group that fits; else nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from discrepancy.extract.people import people_group
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words
from discrepancy.model import ActorMention

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NAMED = _SUBJECTS | {"dobj"}
_ASIDE = frozenset({"advcl", "relcl"})
_KINDS = {"he": "person", "she": "person", "it": "thing", "they": "group"}
_PLURAL = frozenset({"NNS", "NNPS"})
_NAME_PARTS = frozenset({"appos", "compound", "nmod"})


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Somebody or something that a sentence names.

    kind      "person", "thing" or "group"
    pronoun   by which it was last spoken of, "" where it was named
    noun      its noun, or the last word of its name, as a lemma
    words     the noun with the words that go with it
    names     the words of its name in small letters, empty where it has none
    """

    kind: str
    pronoun: str
    noun: str
    words: frozenset[str]
    names: frozenset[str]


Antecedents = Mapping[int, Antecedent]


def find_antecedents(sentences: Sequence[Sentence], actors: Sequence[ActorMention]) -> Antecedents:
    """What each pronoun stands for, by where the pronoun starts in the document."""
    people = {mention.span.end for mention in actors if mention.actor.type == "person"}
    found: dict[int, Antecedent] = {}
    before: list[Antecedent] = []
    for sentence in sentences:
        opening = _opening(sentence)
        meant = None if opening is None else _meant(opening, before)
        if opening is not None and meant is not None:
            found[opening.start] = meant
        before = [*([meant] if meant is not None else []), *_named(sentence, people)]
    return found


def _opening(sentence: Sentence) -> Token | None:
    """The pronoun that is the first subject of the sentence."""
    first = next((t for t in sentence.tokens if t.dep in _SUBJECTS), None)
    if first is None or first.lower not in _KINDS:
        return None
    below = {t.dep for t in sentence.children(sentence.head(first))}
    return None if first.lower == "it" and below & {"ccomp", "csubj", "xcomp"} else first


def _meant(pronoun: Token, before: Sequence[Antecedent]) -> Antecedent | None:
    kind = _KINDS[pronoun.lower]
    fits = [one for one in before if one.kind == kind and one.pronoun in {"", pronoun.lower}]
    if kind == "person" and not fits:
        fits = [one for one in before if len(one.names) > 1]
    return replace(fits[0], pronoun=pronoun.lower) if len(fits) == 1 else None


def _named(sentence: Sentence, people: set[int]) -> Iterator[Antecedent]:
    """Subjects and objects of the sentence, without those who only speak and what stands in an aside."""
    for token in sentence.tokens:
        verb = sentence.head(token)
        speaks = token.dep == "nsubj" and verb.lemma in words("acts", "speech", "verbs")
        aside = verb.dep in _ASIDE and not _is_named_beside(sentence, token)
        if token.dep in _NAMED and token.pos in {"NOUN", "PROPN"} and not speaks and not aside:
            yield _antecedent(sentence, token, people)


def _is_named_beside(sentence: Sentence, name: Token) -> bool:
    """ "The ship Anda sank": parsers take what a named thing does for an aside about a thing."""
    noun = sentence.head(sentence.head(name))
    return noun.dep == "ROOT" and noun.pos == "NOUN" and noun.i == name.i - 1 and name.pos == "PROPN"


def _antecedent(sentence: Sentence, token: Token, people: set[int]) -> Antecedent:
    """ "The singer Ana Ruel": a person, by her name."""
    beside = [t for t in sentence.children(token) if t.dep in _NAME_PARTS and t.pos in {"NOUN", "PROPN"}]
    name = token if token.pos == "PROPN" else next((t for t in beside if t.dep == "appos" and t.pos == "PROPN"), None)
    own = [] if name is None else [name, *(t for t in sentence.children(name) if t.dep in _NAME_PARTS)]
    names = frozenset(t.lower for t in own if t.pos == "PROPN")
    said = frozenset(t.lemma for t in (token, *beside, *own))
    return Antecedent(_kind(sentence, token, people), "", (name or token).lemma, said, names)


def _kind(sentence: Sentence, token: Token, people: set[int]) -> str:
    if token.tag in _PLURAL or any(t.dep == "conj" for t in sentence.children(token)):
        return "group"
    told_by = (token, *(t for t in sentence.children(token) if t.dep in _NAME_PARTS))
    one = any(people_group(t.lemma) and t.lemma not in words("bodies", "collective") for t in told_by)
    return "person" if token.end in people or one else "thing"
