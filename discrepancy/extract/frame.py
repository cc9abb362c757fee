"""What a claim inherits from its clause: speaker, factuality, occasion, scope, cues.

Every claim kind builds on this; none works it out for itself.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from functools import cache, lru_cache
from typing import TypeVar

from discrepancy.extract.context import Context
from discrepancy.extract.incidents import incidents_of
from discrepancy.extract.stretch import stretch
from discrepancy.language.phrases import find_phrases
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import table, words
from discrepancy.model import (
    Attribution,
    Factual,
    Frame,
    Occasion,
    PlaceMention,
    Scope,
    Span,
    TimeMention,
    ZoneKind,
)

INHERIT = 2
CONTENT_POS = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
MODAL = {"may": "hedged", "might": "hedged", "could": "hypothetical", "would": "hypothetical", "can": "asserted"}
SCOPES = ("part_after", "part_before", "additional", "additional_after", "total")
CUES = ("rising", "first", "earlier", "elsewhere", "hypothetical", "each", "norm")
Located = TypeVar("Located", PlaceMention, TimeMention)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What all claims of one sentence share.

    cues      named signals, each with where it starts in the document
    phrases   of each list of phrases about scope that the sentence holds, where they stand among the tokens
    """

    content: frozenset[str]
    names: frozenset[str]
    weapon: str | None
    nouns: frozenset[str]
    cues: tuple[tuple[str, int], ...]
    phrases: Mapping[str, tuple[tuple[int, int], ...]]


@dataclass(frozen=True, slots=True)
class Setting:
    """What all that is said in a passage has in common, whoever says it and however."""

    sentence: Sentence
    attribution: Attribution | None
    scope: Scope
    occasion: Occasion
    names: frozenset[str]
    zone: ZoneKind
    published: date | None
    posted: time | None


@lru_cache(maxsize=1024)
def setting_at(context: Context, start: int, end: int) -> Setting:
    """The setting of the passage [start, end)."""
    sentence = context.sentence_at(start)
    attribution = context.speeches.at(start, end)
    entry = context.entry(start)
    return Setting(
        sentence,
        attribution,
        scope=_scope(context, sentence, start, end),
        occasion=_occasion(context, sentence, attribution, start),
        names=_facts(sentence).names,
        zone=zone_at(context, start),
        published=context.published(start),
        posted=entry.clock if entry else None,
    )


@lru_cache(maxsize=1024)
def frame_at(context: Context, start: int, end: int) -> Frame:
    """Everything the passage [start, end) inherits from the words around it."""
    setting = setting_at(context, start, end)
    sentence, attribution = setting.sentence, setting.attribution
    verb = _governor(sentence, start, end)
    clause = clause_at(sentence, start, end)
    facts = _facts(sentence)
    return Frame(
        sentence=sentence.index,
        predicate=verb.lemma if verb is not None else None,
        scope=setting.scope,
        occasion=setting.occasion,
        speaker=attribution.speaker if attribution is not None else None,
        direct=attribution.direct if attribution is not None else False,
        factuality=_factuality(sentence, verb, attribution, start, end),
        content=facts.content,
        clause=_content(sentence.within(clause.start, clause.end)),
        names=setting.names,
        cues=frozenset(name for name, at in facts.cues if clause.start <= at < clause.end),
        zone=setting.zone,
        published=setting.published,
        posted=setting.posted,
    )


def clause_at(sentence: Sentence, start: int, end: int) -> Span:
    """The clause around [start, end): up to the next comma-and-subject, semicolon or quotation mark on either side."""
    inside = sentence.within(start, end)
    if not inside:
        return Span(sentence.start, sentence.end)
    first, last = inside[0].i, inside[-1].i
    edges = _edges(sentence)
    before, after = bisect_left(edges, first), bisect_right(edges, last)
    first = edges[before - 1] + 1 if before else 0
    last = edges[after] - 1 if after < len(edges) else len(sentence.tokens) - 1
    return Span(sentence.tokens[first].start, sentence.tokens[last].end)


@lru_cache(maxsize=1024)
def _edges(sentence: Sentence) -> tuple[int, ...]:
    return tuple(token.i for token in sentence.tokens if _edge(sentence, token))


@lru_cache(maxsize=1024)
def _facts(sentence: Sentence) -> _Facts:
    loose = words("scope", "any_force")
    lemmas = {token.lemma for token in sentence.tokens if token.lemma not in loose or token.pos != "VERB"}
    kinds = [kind for kind, nouns in _events().items() if not lemmas.isdisjoint(nouns)]
    return _Facts(
        content=_content(sentence.tokens),
        names=frozenset(token.lemma for token in sentence.tokens if token.pos == "PROPN"),
        weapon=kinds[0] if kinds else None,
        nouns=frozenset(lemma for kind in kinds for lemma in lemmas & _events()[kind]),
        cues=tuple(_cues(sentence)),
        phrases={
            name: tuple((at, stop) for at, stop, _ in phrases)
            for name in SCOPES
            if (phrases := find_phrases(sentence, words("scope", name)))
        },
    )


@cache
def _events() -> dict[str, frozenset[str]]:
    """The nouns of each kind of event."""
    return {kind: frozenset(nouns) for kind, nouns in table("events").items()}


def _content(tokens: Sequence[Token]) -> frozenset[str]:
    return frozenset(token.lemma for token in tokens if token.pos in CONTENT_POS)


def _edge(sentence: Sentence, token: Token) -> bool:
    if token.text in {";", '"', "(", ")", ":", "--", "\u2014", "\u2013"}:
        return True
    if token.text != "," or token.i + 1 >= len(sentence.tokens):
        return False
    following = sentence.tokens[token.i + 1 : token.i + 7]
    return any(after.dep in {"nsubj", "nsubjpass"} for after in following) or following[0].lower in {
        "which",
        "who",
        "while",
        "but",
    }


def _governor(sentence: Sentence, start: int, end: int) -> Token | None:
    for token in reversed(sentence.within(start, end)):
        if token.pos == "VERB":
            return token
        above = next((t for t in sentence.ancestors(token) if t.pos in {"VERB", "AUX"}), None)
        if above is not None:
            return above
    return None


def zone_at(context: Context, position: int) -> ZoneKind:
    """The kind of zone that holds the character at ``position``."""
    return next((z.kind for z in context.document.zones if z.span.start <= position < z.span.end), "body")


def _factuality(
    sentence: Sentence, verb: Token | None, attribution: Attribution | None, start: int, end: int
) -> Factual:
    if attribution is not None and attribution.denies:
        return "denied"
    if any(token.lower in words("acts", "hedges", "figures") for token in sentence.before(end, 6)):
        return "hedged"
    if verb is None:
        return "asserted"
    below = sentence.children(verb)
    if any(child.lower in {"if", "unless"} for child in below):
        return "hypothetical"
    if any(child.dep == "neg" for child in below):
        return "denied"
    if any(child.lower in {"will", "'ll", "shall"} for child in below if child.dep == "aux") or _planned(
        sentence, verb
    ):
        return "future"
    modal = next((child.lower for child in below if child.tag == "MD"), None)
    found = MODAL.get(modal or "", "asserted")
    return "hedged" if found == "hedged" else "hypothetical" if found == "hypothetical" else "asserted"


def _planned(sentence: Sentence, verb: Token) -> bool:
    """Whether something is announced: "said it would cut", "is to cut", "plans to cut"; with an "if" it is not."""
    helpers = {child.lower for child in sentence.children(verb) if child.dep == "aux"}
    above = sentence.head(verb)
    if verb.lemma == "be":
        return any(child.dep == "xcomp" and _to_come(sentence, child) for child in sentence.children(verb))
    if verb.dep == "xcomp" and "to" in helpers:
        return above.lemma == "be" or above.lemma in words("acts", "plans", "verbs")
    said = verb.dep == "ROOT" or (verb.dep == "ccomp" and above.lemma in words("acts", "speech", "verbs"))
    return said and "would" in helpers and "have" not in helpers and sentence.words.isdisjoint({"if", "unless"})


def _to_come(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb below "be" says what is planned: "4,100 jobs are to be cut"."""
    return verb.pos == "VERB" and any(child.lower == "to" and child.dep == "aux" for child in sentence.children(verb))


def _scope(context: Context, sentence: Sentence, start: int, end: int) -> Scope:
    found = _facts(sentence).phrases
    inside = sentence.within(start, end)
    first, last = (inside[0].i, inside[-1].i + 1) if inside else (0, 0)
    reach = stretch(context, sentence, first if inside else None)
    if not found:
        return Scope(reach)
    part = any(last <= at <= last + 1 for at, _ in found.get("part_after", ()))
    part = part or any(first - 3 <= stop <= first for _, stop in found.get("part_before", ()))
    more = any(first - 2 <= stop <= first for _, stop in found.get("additional", ()))
    more = more or any(at == last for at, _ in found.get("additional_after", ()))
    total = any(first - 4 <= at <= last + 5 for at, _ in found.get("total", ()))
    return Scope(reach, part, more, total)


def _cues(sentence: Sentence) -> Iterator[tuple[str, int]]:
    for name in CUES:
        for at, _, _ in find_phrases(sentence, words("scope", name)):
            first = sentence.tokens[at]
            if first.pos != "PROPN":  # the month of May is no guess
                yield name, first.start


def _occasion(context: Context, sentence: Sentence, attribution: Attribution | None, position: int) -> Occasion:
    around = _around(context, sentence) if attribution is None else _surroundings(context, sentence, attribution)
    relation, incident = incidents_of(context).at(sentence, clause_at(sentence, position, position + 1), position)
    return around if (relation, incident) == ("main", 0) else replace(around, relation=relation, incident=incident)


@lru_cache(maxsize=256)
def _around(context: Context, sentence: Sentence) -> Occasion:
    """What all that the outlet says in ``sentence`` in its own voice is about."""
    return _surroundings(context, sentence, None)


def _surroundings(context: Context, sentence: Sentence, attribution: Attribution | None) -> Occasion:
    places, own_place = _inherited(context, sentence, context.places_in, attribution)
    times, own_day = _inherited(context, sentence, context.times_in, attribution)
    facts = _facts(sentence)
    return Occasion(
        places=tuple(dict.fromkeys(mention.place for mention in places)),
        days=tuple(dict.fromkeys(m.range for m in times if m.range is not None and m.range.dated)),
        weapon=facts.weapon,
        nouns=facts.nouns,
        own_place=own_place,
        own_day=own_day,
    )


def _inherited(
    context: Context,
    sentence: Sentence,
    named_in: Callable[[Sentence], Sequence[Located]],
    attribution: Attribution | None,
) -> tuple[list[Located], bool]:
    """Mentions of the sentence, else of the nearest one before it; those of the speaker's own clause left out."""
    for back in range(INHERIT + 1):
        index = sentence.index - back
        if index < 0:
            break
        near = context.sentences[index]
        if back and near.paragraph != sentence.paragraph:
            break
        found = [m for m in named_in(near) if back or not _speakers_own(m.span, attribution, near)]
        if found:
            return found, back == 0
    return [], False


def _speakers_own(span: Span, attribution: Attribution | None, sentence: Sentence) -> bool:
    """Whether the mention stands in the clause that introduces the speaker ("said in Moscow on Tuesday")."""
    if attribution is None:
        return False
    content = [c for c in attribution.content if c.start < sentence.end and sentence.start < c.end]
    return bool(content) and not any(c.start <= span.start < c.end for c in content)
