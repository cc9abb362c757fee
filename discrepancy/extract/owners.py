"""Whose figure it is where grammar says so beside the figure: "Rosa Lind, 41", "a six-storey block"."""

from __future__ import annotations

from discrepancy.extract.antecedents import Antecedents
from discrepancy.extract.counted import NOMINAL, Counted
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words
from discrepancy.model import Participant

OWNER = "owner"
NAMED = "named"
REACH = 6
ATTRIBUTIVE = frozenset({"amod", "compound", "nmod", "nummod"})
AGE_LEADS = frozenset({",", "(", "aged"})
BETWEEN = frozenset({",", "(", "a", "an", "aged", "the"})
COPULAS = frozenset({"be", "turn"})


def owner(sentence: Sentence, found: Counted, attribute: str, meant: Antecedents) -> Participant | None:
    """The person of an age, or the thing that a figure in front of it describes.

    ``meant`` tells whom pronouns stand for: "She was 71".
    """
    subject = _subject(sentence, found)
    spoken = meant.get(subject.start) if subject is not None and attribute == "age" else None
    if spoken is not None and spoken.names:
        return Participant(OWNER, spoken.noun, NAMED, words=spoken.names)
    head = _person(sentence, found) if attribute == "age" else _described(sentence, found)
    if head is None:
        return None
    first, least = head.i, found.last if head.i >= found.last else 0
    while first > least and sentence.tokens[first - 1].pos in NOMINAL:
        first -= 1
    named = head.pos == "PROPN"
    run = sentence.tokens[first : head.i + 1]
    kin = words("ties", "ties", "kin")  # "his sister Ana Ruel" is another Ruel
    known = frozenset(t.lemma.lower() for t in run if t.pos == "PROPN" or not named or t.lemma in kin)
    return Participant(OWNER, head.lemma.lower(), NAMED if named else None, words=known)


def _person(sentence: Sentence, found: Counted) -> Token | None:
    """The last word of the name an age is given to, else the noun for the person ("his wife, 38")."""
    before, after = _before(sentence, found.first), _name_after(sentence, found.last)
    if before is not None and before.pos != "PROPN" and after is not None:
        before = after  # "the skipper, 52-year-old Rogelio Abad"
    return (
        before
        or _known_as(sentence, found.first)
        or after
        or _named_subject(sentence, found)
        or (found.noun if found.noun is not None and found.noun.i >= found.last else None)
    )


def _before(sentence: Sentence, first: int) -> Token | None:
    """ "Rosa Lind, 41", "Rosa Lind (41)", "Rosa Lind, aged 41", "Rosa Lind, a 41-year-old", "the driver, 41"."""
    at = first - 1
    while at >= 0 and sentence.tokens[at].lower in BETWEEN:
        at -= 1
    if at < 0 or at == first - 1 or sentence.tokens[at].pos not in NOMINAL:
        return None
    return sentence.tokens[at] if any(t.lower in AGE_LEADS for t in sentence.tokens[at + 1 : first]) else None


def _known_as(sentence: Sentence, first: int) -> Token | None:
    """ "described the master, Rogelio Abad, as a 47-year-old": the name of whom the verb describes."""
    at = first - 1
    while at > 0 and sentence.tokens[at].lower in {"a", "an", "the"}:
        at -= 1
    if at <= 0 or sentence.tokens[at].lower != "as":
        return None
    verb = sentence.head(sentence.tokens[at])
    known = [child for child in sentence.children(verb) if child.dep in {"dobj", "nsubjpass"} and child.i < at]
    named = [one for child in known for one in (child, *sentence.children(child)) if one.pos == "PROPN" and one.i < at]
    return next((one for one in named if one.dep in {"dobj", "nsubjpass", "appos"}), None)


def _name_after(sentence: Sentence, last: int) -> Token | None:
    """ "41-year-old driver Rosa Lind", "a 41-year-old driver, Rosa Lind": the name that ends the noun phrase."""
    name: Token | None = None
    for token in sentence.tokens[last : last + REACH]:
        if token.pos == "PROPN":
            name = token
        elif name is not None or not (token.pos in {"ADJ", "NOUN", "NUM"} or token.text in {"-", ","}):
            break
    return name


def _subject(sentence: Sentence, found: Counted) -> Token | None:
    """Who "is" or "turned" the figure."""
    verb = found.verb
    if verb is None or verb.lemma not in COPULAS:
        return None
    return next((t for t in sentence.children(verb) if t.dep == "nsubj"), None)


def _named_subject(sentence: Sentence, found: Counted) -> Token | None:
    """ "Rosa Lind is 41", "Rosa Lind, who turned 41"."""
    subject = _subject(sentence, found)
    subject = sentence.meant(subject) if subject is not None else None
    return subject if subject is not None and subject.pos == "PROPN" else None


def _described(sentence: Sentence, found: Counted) -> Token | None:
    """The noun behind a figure that is joined to its own noun by a hyphen: the block of "six-storey block"."""
    noun = found.noun
    if noun is None or noun.i < found.last or not any(t.text == "-" for t in sentence.tokens[found.last : noun.i]):
        return None
    above = sentence.head(noun)
    return above if noun.dep in ATTRIBUTIVE and above.pos in NOMINAL and above.i > noun.i else None
