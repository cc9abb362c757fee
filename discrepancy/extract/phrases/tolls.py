"""Claims about people killed, hurt, missing, held or driven out: a number and a word beside it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from discrepancy.extract.context import Context
from discrepancy.extract.frame import zone_at
from discrepancy.extract.people import people_group
from discrepancy.extract.phrases.numbers import Number, find_numbers
from discrepancy.extract.phrases.scene import names_of, said, speaker_of
from discrepancy.language.phrases import find_phrases
from discrepancy.language.tokens import Sentence
from discrepancy.lexicon import table
from discrepancy.model import LONGEST_EVIDENCE, Claim, Factual, Frame, Occasion, Participant, Scope, Span

_AFTER = 4
_RISE = 8


def toll_claims(context: Context) -> Iterator[Claim]:
    """One claim for each number that a word of harm stands beside."""
    code = context.document.language
    for sentence in context.sentences:
        numbers = list(find_numbers(sentence, code))
        for place, number in enumerate(numbers):
            following = numbers[place + 1].start if place + 1 < len(numbers) else len(sentence.tokens)
            attribute = _attribute(sentence, number, following, code)
            if attribute:
                yield _claim(context, sentence, number, attribute)


@cache
def _phrases(side: str, code: str) -> dict[str, str]:
    return {phrase: name for name, lists in table("tolls", code).items() for phrase in lists[side]}


def _attribute(sentence: Sentence, number: Number, following: int, code: str) -> str | None:
    """What became of those counted: said in front of the number, behind it, or by what the count is of."""
    before, after, of = (_phrases(side, code) for side in ("before", "after", "of"))
    for _, end, phrase in find_phrases(sentence, before):
        if end == number.start:
            return before[phrase]
    for at, _, phrase in find_phrases(sentence, after):
        if number.last <= at < min(number.last + _AFTER, following) and _leads_on(sentence, number.last, at, code):
            return after[phrase]
    rising = find_phrases(sentence, said("rising", code))
    for _, end, phrase in find_phrases(sentence, of):
        if any(end <= at < number.start and number.start - end < _RISE for at, _, _ in rising):
            return of[phrase]
    return None


def _leads_on(sentence: Sentence, first: int, last: int, code: str) -> bool:
    """Whether nothing but those counted, with one word on them, and small verbs stand between number and harm."""
    nouns, small = table("people", code)["nouns"], said("between", code)
    others = [token for token in sentence.tokens[first:last] if token.lower not in nouns and token.lower not in small]
    who = any(token.lower in nouns for token in sentence.tokens[first:last])
    return len(others) <= who and all(token.text.isalpha() for token in others)


def _claim(context: Context, sentence: Sentence, number: Number, attribute: str) -> Claim:
    span = Span(sentence.start, sentence.end)
    if span.end - span.start > LONGEST_EVIDENCE:
        span = Span(number.span.start, min(sentence.end, number.span.start + LONGEST_EVIDENCE))
    evidence = context.document.evidence(span.start, span.end, Span(sentence.start, sentence.end))
    frame = _frame(context, sentence, number)
    return Claim("", context.document.id, "number", attribute, number.quantity, number.text, evidence, frame)


def _frame(context: Context, sentence: Sentence, number: Number) -> Frame:
    code = context.document.language
    content = frozenset(
        token.lower for token in sentence.tokens if token.text.isalpha() and token.lower not in said("empty", code)
    )
    entry = context.entry(number.span.start)
    rising = {"rising"} if find_phrases(sentence, said("rising", code)) else set()
    return Frame(
        sentence.index,
        participants=tuple(_counted(sentence, number, code)),
        scope=_scope(sentence, number, code),
        occasion=_occasion(context, sentence, code),
        speaker=speaker_of(sentence, code),
        factuality=_factuality(sentence, code),
        content=content,
        clause=content,
        names=names_of(sentence),
        cues=frozenset(rising),
        zone=zone_at(context, sentence.start),
        published=context.published(number.span.start),
        posted=entry.clock if entry else None,
        language=code,
    )


def _counted(sentence: Sentence, number: Number, code: str) -> Iterator[Participant]:
    nouns = table("people", code)["nouns"]
    for token in sentence.tokens[number.last : number.last + 2]:
        if token.lower in nouns:
            noun = nouns[token.lower]
            yield Participant("counted", noun, people_group(noun), None, frozenset({noun}))
            return


def _scope(sentence: Sentence, number: Number, code: str) -> Scope:
    near = {token.lower for token in sentence.tokens[max(0, number.start - 1) : number.last]}
    part = any(
        at <= number.last + 2 and end >= number.start - 2 for at, end, _ in find_phrases(sentence, said("part", code))
    )
    return Scope(part=part, additional=bool(near & said("additional", code)))


def _occasion(context: Context, sentence: Sentence, code: str) -> Occasion:
    places = [m.place for m in context.mentions.places if sentence.start <= m.span.start < sentence.end]
    days = [m.range for m in context.mentions.times if sentence.start <= m.span.start < sentence.end and m.range]
    earlier = bool(find_phrases(sentence, said("earlier", code)))
    return Occasion(
        places=tuple(dict.fromkeys(places)),
        days=tuple(dict.fromkeys(days)),
        relation="earlier" if earlier else "main",
        own_place=bool(places),
        own_day=bool(days),
    )


def _factuality(sentence: Sentence, code: str) -> Factual:
    return "hedged" if find_phrases(sentence, said("hedged", code)) else "asserted"
