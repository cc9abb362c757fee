"""Verbs that are cues only with a figure: "put the toll at 12", "speaks of 136", "the register lists 40 dead"."""

from __future__ import annotations

from discrepancy.extract.mentions.phrases import names_somebody
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words

_PLACES = frozenset({"at", "as", "between"})
_TOPICS = frozenset({"about", "of"})
_PUTS = frozenset({"measure", "place", "put"})
_NEAR = 4


def puts_figure(sentence: Sentence, verb: Token) -> bool:
    """ "X put the toll at 12", "gave it as 31", "gave a count of 12": a verb of placing with a figure as its object."""
    if verb.lemma not in words("speech", "figures", "verbs"):
        return False
    below = sentence.children(verb)
    objects = [t for t in below if t.dep in {"dobj", "nsubjpass"}]
    figure = [t for t in objects if t.lemma in words("speech", "figures", "nouns")]
    places = [t for t in sentence.subtree(verb) if t.i > verb.i and t.lower in _PLACES and t.dep in {"prep", "mark"}]
    numbered = any(_counts_behind(sentence, at) for at in places)
    stands_in = any(t.lower == "it" for t in objects)
    counted = numbered and (verb.lemma in _PUTS or stands_in)
    amount = any(_numbered(sentence, noun) for t in figure for noun in sentence.behind(t, "of"))
    return bool(places and (figure or counted)) or amount or _gives_reason(sentence, objects, places)


def changes_figure(sentence: Sentence, verb: Token) -> bool:
    """ "X raised its estimate to 560": a figure of one's own made another."""
    if verb.lemma not in words("speech", "figures", "changes"):
        return False
    counted = any(t.dep == "dobj" and t.lemma in words("speech", "figures", "tallies") for t in sentence.children(verb))
    to = [t for t in sentence.subtree(verb) if t.i > verb.i and t.lower == "to" and t.dep == "prep"]
    return counted and any(_counts_behind(sentence, t) for t in to)


def _gives_reason(sentence: Sentence, objects: list[Token], places: list[Token]) -> bool:
    """ "A doctor gave smoke as the cause"."""
    causes = words("speech", "figures", "reasons")
    behind = [t for at in places if at.lower == "as" for t in sentence.children(at) if t.dep == "pobj"]
    return bool(objects) and any(t.lemma in causes for t in behind)


def keeps_list(sentence: Sentence, verb: Token) -> bool:
    """ "X has a list of 23 names", "has forty-one on his paper"."""
    if verb.lemma not in words("speech", "figures", "keeps"):
        return False
    papers = words("speech", "figures", "papers")
    for held in (t for t in sentence.children(verb) if t.dep == "dobj"):
        listed = held.lemma in papers and any(_numbered(sentence, noun) for noun in sentence.behind(held, "of"))
        kept = [t for above in (verb, held) for t in sentence.behind(above, "in", "on") if t.lemma in papers]
        own = any(sentence.subtree(noun)[0].tag == "PRP$" for noun in kept)
        if listed or (own and _numbered(sentence, held)):
            return True
    return False


def speaks_of_figure(sentence: Sentence, verb: Token) -> bool:
    """ "X speaks so far of 136", "talks about 250 people"."""
    opening = topic_of(sentence, verb)
    return opening is not None and _counts_behind(sentence, opening)


def topic_of(sentence: Sentence, verb: Token) -> Token | None:
    """ "Of" or "about" soon behind a verb of speaking."""
    after = sentence.tokens[verb.i + 1 : verb.i + 1 + _NEAR]
    return next((t for t in after if t.lower in _TOPICS and sentence.head(t).pos not in {"NOUN", "PROPN"}), None)


def _counts_behind(sentence: Sentence, opening: Token) -> bool:
    return any(t.pos == "NUM" for t in sentence.tokens[opening.i + 1 : opening.i + 1 + _NEAR])


def holds_figure(sentence: Sentence, verb: Token, source: Token) -> bool:
    """Whether ``source`` is a body or a paper that gives a figure: "the certificate lists five wounds"."""
    if verb.lemma not in words("speech", "figures", "holds"):
        return False
    somebody = names_somebody(source)
    paper = source.lemma in words("speech", "documents", "nouns") or (
        source.lemma in words("tellers", "things") and not somebody
    )
    known = paper or (somebody and verb.lemma != "show")
    return known and any(t.dep == "dobj" and _numbered(sentence, t) for t in sentence.children(verb))


def _numbered(sentence: Sentence, noun: Token) -> bool:
    return noun.pos == "NUM" or any(t.pos == "NUM" for t in sentence.children(noun))
