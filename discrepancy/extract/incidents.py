"""Which of an article's incidents each sentence tells of: the article's own, an earlier one, or another one.

The own event is the one of headline and lead. Later sentences stay with it until something sets them apart: a word such
as "separately", a place that lies elsewhere, a day before it. What was set apart goes on until its own words stop and
those of the lead come back. Without such a sign a sentence is taken to tell of the article's own event.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TypeVar

from discrepancy.extract.context import Context
from discrepancy.extract.stretch import event_words, stretch
from discrepancy.language.phrases import find_phrases
from discrepancy.language.tokens import Sentence
from discrepancy.lexicon import table, words
from discrepancy.model import Claim, PlaceMention, Span, TimeMention
from discrepancy.values.names import Place
from discrepancy.values.places import same_place
from discrepancy.values.quantity import Quantity
from discrepancy.values.timerange import TimeRange

LEAD = 3
OPENING = 4
LOCATED = frozenset({"in", "at", "near", "outside", "on", "around", "across", "inside", "over", "of", "nearby"})
REACH_LOCATED = 6
NAMING = frozenset({"NOUN", "PROPN"})
COMES_BACK = 2
PARTS_OF_DAY = frozenset({"minute", "hour", "part"})
TIMES, MANY = 10, 50
Located = TypeVar("Located", PlaceMention, TimeMention)


@dataclass(slots=True)
class Incident:
    """One incident of an article, as far as it has been read.

    number     0 is the article's own event, the others are counted in text order
    relation   main, earlier or other
    places     where it happened
    days       when it happened
    words      lemmas of the nouns of its sentences
    """

    number: int
    relation: str
    places: list[Place] = field(default_factory=list)
    days: list[TimeRange] = field(default_factory=list)
    words: set[str] = field(default_factory=set)


class Incidents:
    """The incidents of one document; ask ``at`` for the one a sentence tells of."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._main = Incident(0, "main", words=set(_title_words(context)))
        self._by_sentence: list[Incident] = []
        self._found = [self._main]
        current = self._main
        for sentence in context.sentences:
            places, days = _places(context, sentence), _days(context, sentence)
            current = self._of(sentence, places, days, current)
            self._by_sentence.append(current)
            if current is not self._main or sentence.index < LEAD:
                current.places += places
                current.days += days
                current.words |= _nouns(sentence)

    def at(self, sentence: Sentence, clause: Span, position: int) -> tuple[str, int]:
        """Relation to the article's own event and number of the incident told in ``clause`` at ``position``.

        A clause that is set apart within its sentence is an incident by itself, with a number below zero.
        """
        for name, relation in (("earlier", "earlier"), ("elsewhere", "other")):
            for at, _, _ in find_phrases(sentence, words("scope", name)):
                if clause.start <= sentence.tokens[at].start < clause.end:
                    return relation, _alone(sentence.index)
        if _follows_upon(sentence, position):
            return "earlier", _alone(sentence.index)
        whole = self._by_sentence[sentence.index]
        if whole is self._main and sentence.index >= LEAD and stretch(self._context, sentence) != "incident":
            return "wider", _alone(sentence.index)
        return whole.relation, whole.number

    def _of(self, sentence: Sentence, places: list[Place], days: list[TimeRange], current: Incident) -> Incident:
        home, away = self._meets(places), self._apart(places)
        if (
            _opens_another(sentence)
            and sentence.index
            and not home
            and not (current is self._main and self._named(sentence))
        ):
            return self._open("other")
        if sentence.index < LEAD:
            return self._main
        if self._before(days):
            return self._open("earlier")
        if away:
            follows = current is not self._main and _overlap(places, current.places)
            return current if follows else self._open("other")
        if home and not _overlap(places, current.places):
            return self._main
        return current if current is self._main or self._goes_on(sentence, current) else self._main

    def _open(self, relation: str) -> Incident:
        self._found.append(Incident(len(self._found), relation))
        return self._found[-1]

    def _named(self, sentence: Sentence) -> bool:
        """Whether the sentence speaks of the own event or its place as known: "the attack", "the same quarter"."""
        for before, token in pairwise(sentence.tokens):
            if before.lower == "the" and token.lemma in event_words() & self._main.words:
                return True
            if before.lower == "same" and token.pos == "NOUN" and token.lemma not in words("scope", "lengths"):
                return True
        return False

    def _meets(self, places: list[Place]) -> bool:
        return _overlap(places, self._main.places)

    def _apart(self, places: list[Place]) -> bool:
        """Whether all ``places`` lie elsewhere; an event without a place, or a wide one, leaves none elsewhere."""
        if not places or not self._main.places or self._spreads:
            return False
        return all(same_place(a, b).standing == "disjoint" for a in places for b in self._main.places)

    @cached_property
    def _spreads(self) -> bool:
        """Whether the own event is of a kind that befalls many places at once."""
        return any(words("events", kind) & self._main.words for kind in words("scope", "spreading"))

    def _before(self, days: list[TimeRange]) -> bool:
        known = self._main.days
        whole = [day for day in days if day.grain not in PARTS_OF_DAY]
        return bool(whole and known) and all(day.end <= min(one.start for one in known) for day in days)

    def _goes_on(self, sentence: Sentence, current: Incident) -> bool:
        """Whether a sentence without place and day of its own stays with an incident that was set apart."""
        before = self._context.sentences[sentence.index - 1]
        fresh = before.paragraph != sentence.paragraph
        if current.relation == "earlier":
            return not fresh and _points_back(sentence)
        nouns = _nouns(sentence)
        home, here = len(nouns & self._main.words - current.words), len(nouns & current.words - self._main.words)
        return here > 0 or not fresh if home <= here else home < COMES_BACK and not fresh


@lru_cache(maxsize=1)
def incidents_of(context: Context) -> Incidents:
    """The incidents of the document, worked out once for all claim kinds."""
    return Incidents(context)


def _overlap(some: Iterable[Place], others: Iterable[Place]) -> bool:
    return any(same_place(a, b).standing in {"same", "overlapping"} for a in some for b in others)


def _title_words(context: Context) -> Iterator[str]:
    return (word.lower() for word in (context.document.title or "").split() if word[:1].isalpha())


def _nouns(sentence: Sentence) -> set[str]:
    empty = words("acts", "empty", "words")
    return {token.lemma.lower() for token in sentence.tokens if token.pos in NAMING and token.lemma not in empty}


def _opens_another(sentence: Sentence) -> bool:
    return any(at < OPENING for at, _, _ in find_phrases(sentence, words("scope", "openers")))


def _alone(sentence: int) -> int:
    return -1 - sentence


def _follows_upon(sentence: Sentence, position: int) -> bool:
    """Whether the passage stands in "a day after ..." beside another event: what a crash or an attack followed."""
    for token in sentence.tokens[1:] if "after" in sentence.words else ():
        if token.lower == "after" and sentence.tokens[token.i - 1].lemma in words("scope", "lengths"):
            below = sentence.subtree(sentence.head(token) if token.dep == "mark" else token)
            inside = {one.i for one in below if one.i > token.i}
            if any(one.start == position or one.end > position > one.start for one in below if one.i > token.i):
                told = sentence.tokens if token.i < OPENING else sentence.tokens[: token.i]
                return any(one.lemma in event_words() for one in told if one.i not in inside)
    return False


def _points_back(sentence: Sentence) -> bool:
    """Whether the sentence opens with a pronoun or a definite noun, and so goes on with what was told before it."""
    return sentence.tokens[0].tag in {"PRP", "PRP$"} or sentence.lowers[0] in {"the", "that", "those", "this", "these"}


def _days(context: Context, sentence: Sentence) -> list[TimeRange]:
    times = _own(context, sentence, context.times_in(sentence))
    return [m.range for m in times if m.range is not None and m.range.dated and not _beside(sentence, m.span)]


def _beside(sentence: Sentence, span: Span) -> bool:
    """Whether a day says nothing of when it happened: "the highest since 1931", "a gauge that was tested in March"."""
    inside = sentence.within(span.start, span.end)
    if not inside:
        return False
    lead = sentence.lowers[max(0, inside[0].i - 2) : inside[0].i]
    limits = {"since", "until", "till"} & set(lead)
    clause = next((t for t in (inside[0], *sentence.ancestors(inside[0])) if t.dep == "relcl"), None)
    return bool(limits) or (clause is not None and clause.i > sentence.tokens[0].i + OPENING)


def _places(context: Context, sentence: Sentence) -> list[Place]:
    """Places finer than a country where something of the sentence happens."""
    found = [
        mention.place
        for mention in _own(context, sentence, context.places_in(sentence))
        if not mention.place.key.startswith(("country:", "people:")) and _is_scene(sentence, mention.span)
    ]
    containers = {key for place in found for key in place.within}
    return [place for place in found if place.key not in containers]


def _is_scene(sentence: Sentence, span: Span) -> bool:
    """Whether a place stands where something happens ("in Oslo", "the town of Moss"), not as origin or possessor."""
    inside = sentence.within(span.start, span.end)
    if not inside:
        return False
    for token in reversed(sentence.tokens[max(0, inside[0].i - REACH_LOCATED) : inside[0].i]):
        if token.pos in {"ADP", "SCONJ"}:
            return token.lower in LOCATED
        if token.pos in {"VERB", "AUX", "PUNCT"}:
            return False
    return False


def _own(context: Context, sentence: Sentence, mentions: Sequence[Located]) -> list[Located]:
    """Those of the ``mentions`` in it that do not tell where or when somebody spoke ("said in Moscow on Tuesday")."""
    said = _said(context).get(sentence.index, []) if mentions else []
    return [m for m in mentions if not said or any(s.start <= m.span.start < s.end for s in said)]


@lru_cache(maxsize=1)
def _said(context: Context) -> dict[int, list[Span]]:
    """What somebody says, by sentence."""
    found: dict[int, list[Span]] = {}
    for span in (span for attribution in context.mentions.attributions for span in attribution.content):
        at = context.sentence_at(span.start).index if context.sentences else 0
        while at < len(context.sentences) and context.sentences[at].start < span.end:
            found.setdefault(at, []).append(span)
            at += 1
    return found


def set_apart(claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` of one document; a toll many times the one of the lead is that of another event, with its parts."""
    most: dict[str, float] = {}
    for claim in claims:
        if _is_own(claim) and claim.frame.sentence < LEAD:
            most[claim.attribute] = max(most.get(claim.attribute, 0.0), _size(claim))
    outgrown = {
        claim.frame.sentence
        for claim in claims
        if _is_own(claim) and most.get(claim.attribute) and _size(claim) >= max(MANY, TIMES * most[claim.attribute])
    }
    return [_moved(claim) if claim.frame.sentence in outgrown and _is_own(claim) else claim for claim in claims]


def _is_own(claim: Claim) -> bool:
    return claim.attribute in table("harm") and claim.frame.occasion.relation == "main"


def _size(claim: Claim) -> float:
    value = claim.value
    if not isinstance(value, Quantity):
        return 0.0
    return value.low if math.isinf(value.high) else value.high


def _moved(claim: Claim) -> Claim:
    frame = claim.frame
    occasion = replace(frame.occasion, relation="other", incident=_alone(frame.sentence))
    return replace(claim, frame=replace(frame, occasion=occasion))
