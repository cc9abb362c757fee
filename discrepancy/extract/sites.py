"""The site that a clause names: what its prepositions of place hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from discrepancy.extract.clauses import Clause
from discrepancy.extract.context import Context
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import table, words
from discrepancy.values.names import Place
from discrepancy.values.site import Site

KINDS = ("room", "open", "building", "vehicle", "keep", "body")
_NOUNS = frozenset({"NOUN", "PROPN"})
_HIGHEST = 99
_LONGEST_COMPOUND = 3
_AROUND = frozenset({"after", "by", "during", "with", "without"})
_COMPASS = frozenset({"north", "south", "east", "west"})
_DIRECTIONS = ("north", "south", "east", "west", "left", "right", "front", "back")


@cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind in KINDS:
        for name, members in table("sites")[kind].items():
            for member in members:
                found.setdefault(member, set()).add(f"{kind}:{name}")
    return {word: frozenset(names) for word, names in found.items()}


@cache
def _directions() -> dict[str, str]:
    return {word: name for name in _DIRECTIONS for word in words("sites", "sides", name)}


def site_of(context: Context, clause: Clause) -> tuple[Site, tuple[Token, ...]] | None:
    """The site that ``clause`` gives for its act, with the tokens that name it; None where it gives none."""
    sentence = clause.sentence
    held: list[Token] = []
    denied: set[str] = set()
    outside: set[str] = set()
    for preposition, noun in _phrases(context, clause):
        if _is_denied(sentence, preposition):
            denied.add(noun.lemma)
        elif preposition.lower in words("sites", "words", "out"):
            outside.add(_of(sentence, noun).lemma if preposition.lower == noun.lower else noun.lemma)
            held.append(noun)
        elif preposition.lower not in words("sites", "words", "near"):
            held.append(noun)
    if not held and not denied:
        return None
    inside = [noun for noun in held if noun.lemma not in outside]
    own = [noun for noun in inside if _is_own(sentence, noun)]
    site = Site(
        heads=frozenset(name for noun in inside for one in _joined(sentence, noun) for name in names_of(sentence, one)),
        spots=frozenset(spot for noun in own for spot in spots_of(sentence, noun)),
        floor=next((floor for noun in inside if (floor := _floor(sentence, noun)) is not None), None),
        sides=frozenset(side for noun in inside for side in _sides(sentence, noun)) | _bearings(clause),
        outside=frozenset(outside),
        denied=frozenset(denied),
        places=_named(context, inside),
        away=_away(context, clause),
    )
    return (site, tuple(held)) if site != Site(heads=site.heads) else None


def _joined(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """The noun and those that "and" joins to it: "in the back and the leg"."""
    return (noun, *(t for t in sentence.children(noun) if t.dep == "conj"))


def _is_own(sentence: Sentence, noun: Token) -> bool:
    """Whether the noun is the site itself, neither the whole of which it is a part nor the address of a house."""
    return sentence.head(noun).lower != "of" and not (noun.text[:1].isupper() and noun.i > 0)


def names_of(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """The noun and, where it is a compound, the compound: "park", "car park"."""
    before = [t for t in sentence.tokens[max(0, noun.i - _LONGEST_COMPOUND) : noun.i] if t.pos not in {"DET", "PUNCT"}]
    joined = [" ".join([*(t.lower for t in before[-size:]), noun.lemma]) for size in range(len(before), 0, -1)]
    return (*(name for name in joined if name in _classes()), noun.lemma)


def spots_of(sentence: Sentence, noun: Token) -> frozenset[str]:
    """The classes of the longest name that the lexicon knows."""
    return next((_classes()[name] for name in names_of(sentence, noun) if name in _classes()), frozenset())


def _phrases(context: Context, clause: Clause) -> Iterator[tuple[Token, Token]]:
    """Prepositions of place with their nouns, hung on the verb, on its object or on one another."""
    sentence, verb = clause.sentence, clause.verb
    known = _prepositions()
    hung = {verb.i} | {t.i for t in sentence.children(verb) if t.dep in {"dobj", "advmod"} and t.i > verb.i}
    for token in clause.tokens:
        if token.dep not in {"prep", "agent"}:
            continue
        noun = next((t for t in sentence.children(token) if t.dep == "pobj" and t.pos in _NOUNS), None)
        if noun is None or token.head not in hung:
            continue
        if token.lower in _AROUND or any(m.span.start <= noun.start < m.span.end for m in context.times_in(sentence)):
            hung.add(noun.i)
            continue
        if token.lower in known or (token.lower == "of" and token.head != verb.i and _is_site_chain(sentence, token)):
            hung.add(noun.i)
            yield token, noun


@cache
def _prepositions() -> frozenset[str]:
    return frozenset[str]().union(*(words("sites", "words", name) for name in ("at", "out", "near", "from", "into")))


def _is_site_chain(sentence: Sentence, of: Token) -> bool:
    """Whether "of" ties a part to its whole ("the attic of a convent"), the object of the verb left out."""
    return sentence.head(of).dep == "pobj"


def _is_denied(sentence: Sentence, preposition: Token) -> bool:
    before = sentence.tokens[preposition.i - 1] if preposition.i else None
    return before is not None and before.lower in {"not", "never"} and before.dep in {"neg", "preconj", "cc", "advmod"}


def _of(sentence: Sentence, noun: Token) -> Token:
    return next((t for p in sentence.children(noun) if p.lower == "of" for t in sentence.children(p)), noun)


def _floor(sentence: Sentence, noun: Token) -> tuple[int, int] | None:
    if noun.lemma not in words("sites", "floors", "nouns"):
        return (-_HIGHEST, -1) if "room:cellar" in spots_of(sentence, noun) else None
    near = [t.lower for t in sentence.children(noun) if t.i < noun.i]
    ordinals = table("numbers")["ordinals"]
    for word in near:
        if word in ordinals:
            number = ordinals[word]
            return (0 if number == 1 else number, number)
        if word[:-2].isdecimal() and word[-2:] in {"st", "nd", "rd", "th"}:
            return (0 if word == "1st" else int(word[:-2]), int(word[:-2]))
        if word in words("sites", "floors", "ground"):
            return (0, 0)
        if word in words("sites", "floors", "high"):
            return (1, _HIGHEST)
    return None


def _sides(sentence: Sentence, noun: Token) -> Iterator[tuple[str, str]]:
    """Sides of a thing ("the north bank"); the thing itself for "west of the town"."""
    before = [t for t in sentence.children(noun) if t.i < noun.i and t.lower in _directions()]
    if noun.lemma in words("sites", "sides", "of"):
        yield from ((_directions()[t.lower], noun.lemma) for t in before)


def _bearings(clause: Clause) -> frozenset[tuple[str, str]]:
    """ "West of the town" is on its west side."""
    tokens = clause.sentence.tokens
    own = [t for t in clause.tokens if t.lower in _COMPASS and t.i + 1 < len(tokens) and tokens[t.i + 1].lower == "of"]
    return frozenset((_directions()[t.lower], "side") for t in own)


def _named(context: Context, nouns: Sequence[Token]) -> tuple[Place, ...]:
    return tuple(
        dict.fromkeys(
            mention.place
            for noun in nouns
            for mention in context.mentions.places
            if mention.span.start <= noun.start and noun.end <= mention.span.end
        )
    )


def _away(context: Context, clause: Clause) -> tuple[Place, ...]:
    """Named places from which the site is said to lie a distance away: "30 km from the capital Vell"."""
    sentence, found = clause.sentence, []
    far = words("sites", "words", "far")
    for token in () if far.isdisjoint(sentence.lemmas) else sentence.tokens:
        if token.lemma in far and token.i + 2 < len(sentence.tokens):
            after = sentence.tokens[token.i + 1 : token.i + 5]
            if after[0].lower in {"from", "away"}:
                found += [t for t in after if t.pos == "PROPN"]
    return _named(context, found)
