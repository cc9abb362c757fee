"""Two figures that answer one question whatever the small signs say: one sentence told twice, two notes of a line each.

Annotated events hold too few of either to learn from, so these reasons are weighed by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from discrepancy.lexicon import table, words
from discrepancy.match.claim_parts import counted_noun, finest, grows, rivals, role
from discrepancy.match.corpus import Corpus
from discrepancy.match.deeds import one_happening
from discrepancy.match.kinship import BRIEF
from discrepancy.match.number_question import ELIDED, HARM, is_anaphor
from discrepancy.match.topics import concepts, names_of
from discrepancy.match.voices import opposed
from discrepancy.model import Claim, Reason

WORD_FOR_WORD = Reason("word-for-word", "but for the figure and who gives it, their clauses say the same", 1.5)
NOTHING_ELSE = Reason("nothing-else", "an article of a sentence or two has this figure alone for what both count", 1.2)
FEWEST_WORDS = 6
ANSWERED = Reason("answered", "the next sentence gives another's figure, and nothing else, for what was counted", 1.2)
TURNOUT = Reason("turnout", "two sides say how many people came", 1.5)
ONE_DEED = Reason("one-deed", "both say how long one act of the same parties took", 1.5)
ONE_WHOLE = Reason("one-whole", "both articles give one figure for the whole of which these are parts", 1.2)
DISTANCE = frozenset({"very-far-apart", "across:far-apart"})


def clear_reasons(left: Claim, right: Claim, corpus: Corpus) -> Iterator[Reason]:
    """Those that hold for two figures of one article that follow each other, or of two articles."""
    if left.document == right.document:
        if _answered(left, right, corpus):
            yield ANSWERED
        elif _one_turnout(left, right) and abs(left.frame.sentence - right.frame.sentence) <= 1:
            yield TURNOUT
        return
    if _told_twice(left, right):
        yield WORD_FOR_WORD
    elif one_lasting(left, right):
        yield ONE_DEED
    elif _one_turnout(left, right):
        yield TURNOUT
    elif _one_whole(left, right, corpus):
        yield ONE_WHOLE
    elif only_tolls(left, right, corpus):
        yield NOTHING_ELSE


def _answered(left: Claim, right: Claim, corpus: Corpus) -> bool:
    """Whether two voices give one figure each, the second without the noun: "He saw twenty. She says it was six"."""
    follows = left.document == right.document and right.frame.sentence - left.frame.sentence == 1
    alone = corpus.crowd(left) == corpus.crowd(right) == 1
    taken = any(claim.frame.scope.part for claim in (left, right))
    voiced = right.frame.speaker is not None or right.frame.predicate not in words("tellers", "having")
    if not voiced and role(right, "named-subject") is not None:  # "Brehm has 49.4" is his share, not his count
        return False
    return follows and alone and ELIDED in right.frame.cues and not taken and opposed(left, right)


def _one_turnout(left: Claim, right: Claim) -> bool:
    """Whether two who speak for different sides give the size of a gathering: the police, the organisers."""
    return "turnout" in left.frame.cues & right.frame.cues and rivals(left, right)


def one_lasting(left: Claim, right: Claim) -> bool:
    """Whether both give the length of one act, and each is given by somebody else."""
    return left.attribute == right.attribute == "duration" and rivals(left, right) and one_happening(left, right)


def _one_whole(left: Claim, right: Claim, corpus: Corpus) -> bool:
    """Whether both tell how many of one whole were so: 7 and 11 children of 31 dead, 75 and 77 of 150 seats."""
    if left.attribute != right.attribute or counted_noun(left) != counted_noun(right):
        return False
    both = [claim.frame.scope.part for claim in (left, right)]
    if left.attribute in HARM:
        return all(both) and bool(corpus.wholes(left) & corpus.wholes(right))
    named = (subject.noun for claim in (left, right) if (subject := role(claim, "subject")))
    who = {noun for noun in named if not is_anaphor(noun)}
    if left.attribute != "count" or len(who) > 1 or grows(left, right):
        return False
    told = concepts({left.frame.predicate or ""}) & concepts({right.frame.predicate or ""})
    having = {left.frame.predicate, right.frame.predicate} <= words("tellers", "having")
    return bool(told or having) and bool(corpus.beside(left) & corpus.beside(right))


def _told_twice(left: Claim, right: Claim) -> bool:
    """Then even 2 and 5,000 are two answers: a slip of the pen, or of the source."""
    if left.attribute != right.attribute:
        return False
    one, two = _said(left), _said(right)
    return len(one & two) >= FEWEST_WORDS and one - two <= _source(left) and two - one <= _source(right)


def _said(claim: Claim) -> frozenset[str]:
    return frozenset(word for word in claim.frame.clause if word.isalpha()) - _saying()


@cache
def _saying() -> frozenset[str]:
    return frozenset(lemma for lemmas in table("speech")["verbs"].values() for lemma in lemmas)


def _source(claim: Claim) -> frozenset[str]:
    """Words that may name who gives the figure: "Kremlin" is known as the Russian government."""
    if claim.frame.speaker is None:
        return frozenset()
    there = {word for place in finest(claim.frame.occasion.places) for word in place.name.lower().split()}
    return names_of(claim.frame.speaker) | (claim.frame.names - there)


def only_tolls(left: Claim, right: Claim, corpus: Corpus) -> bool:
    """Whether two articles, one of them a note of a line or two, give one figure each of such people harmed.

    Who compares two articles takes them to be about one event, and so short a one says nothing against it.
    """
    noun = counted_noun(left)
    return (
        len(corpus.lengths) == 2
        and min(corpus.lengths.values()) <= BRIEF
        and left.attribute == right.attribute
        and left.attribute in HARM
        and noun is not None
        and noun == counted_noun(right)
        and not any(scope.part or scope.additional for scope in (left.frame.scope, right.frame.scope))
        and corpus.tolls[left.document, left.attribute] == corpus.tolls[right.document, right.attribute] == 1
    )
