"""Time expressions and what they mean, anchored to the day of publication."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from discrepancy.extract.mentions import times_calendar, times_clock, times_lengths, times_relative
from discrepancy.extract.mentions.times_grammar import Anchor, Match, Reading, Rule, match_pattern, starts_of
from discrepancy.extract.mentions.times_words import Word, read_words
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words
from discrepancy.model import Span, TimeMention

_RULES: tuple[Rule, ...] = (
    *times_clock.RULES,
    *times_calendar.RULES,
    *times_relative.RULES,
    *times_lengths.RULES,
)
_LONG_GRAINS = {"week", "month", "season", "year"}


def find_times(sentences: Sequence[Sentence], published: date | None) -> tuple[TimeMention, ...]:
    """The time expressions of a text in text order; relative ones stay open when ``published`` is None."""
    anchor = Anchor(published)
    mentions: list[TimeMention] = []
    for sentence in sentences:
        for match, reading, pieces in _readings(sentence, anchor):
            start, end = pieces[match.first].start, pieces[match.stop - 1].end
            anchor = _moved(anchor, reading)
            if reading.void:
                continue
            span = Span(sentence.start + start, sentence.start + end)
            mentions.append(TimeMention(span, sentence.text[start:end], reading.type, reading.value, reading.range))
    return tuple(mentions)


def _readings(sentence: Sentence, anchor: Anchor) -> Iterator[tuple[Match, Reading, list[Word]]]:
    pieces = read_words(sentence)
    i = 0
    while i < len(pieces):
        best: tuple[Match, Reading] | None = None
        here = _in_clause(anchor, sentence, pieces[i]) if pieces[i].kinds else anchor
        for pattern, resolve in _rules_at(pieces[i]):
            match = match_pattern(pattern, pieces, i)
            if match is None or (best and match.stop <= best[0].stop):
                continue
            try:
                reading = resolve(match, here)
            except (ValueError, OverflowError):
                continue
            if reading is not None:
                best = (match, reading)
        if best:
            anchor = _moved(anchor, best[1])
            yield (*best, pieces)
        i = best[0].stop if best else i + 1


def _moved(anchor: Anchor, reading: Reading) -> Anchor:
    """What later expressions can lean on."""
    if reading.range is None or reading.derived:
        return anchor
    if reading.range.grain in _LONG_GRAINS:
        return replace(anchor, period=reading)
    if reading.range.grain in {"day", "part", "minute", "hour"}:
        return replace(anchor, last=reading.range.start.date())
    return anchor


@cache
def _index() -> dict[str, tuple[Rule, ...]]:
    index: dict[str, list[Rule]] = {}
    for rule in _RULES:
        for start in starts_of(rule[0]):
            index.setdefault(start, []).append(rule)
    return {start: tuple(rules) for start, rules in index.items()}


def _rules_at(word: Word) -> Iterator[Rule]:
    for name in (word.lower, *word.kinds):
        yield from _index().get(name, ())


def _in_clause(anchor: Anchor, sentence: Sentence, word: Word) -> Anchor:
    """Whether the clause around ``word`` points ahead ("will open on Friday", "is due on 3 May") or back."""
    near = sentence.within(sentence.start + word.start, sentence.start + word.end)
    if not near:
        return anchor
    for token in sentence.ancestors(near[0]):
        if token.lemma in words("times", "words", "planned") and token.tag != "VBD":
            return replace(anchor, ahead=True)
        if token.pos in {"VERB", "AUX"}:
            before = sentence.tokens[near[0].i - 1].lower if near[0].i else ""
            ahead = _future_verb(sentence, token, before)
            return replace(anchor, ahead=ahead, past=not ahead and token.tag in {"VBD", "VBN"})
    return anchor


def _future_verb(sentence: Sentence, verb: Token, before: str) -> bool:
    helpers = [token for token in sentence.children(verb) if token.dep in {"aux", "auxpass"}]
    if any(token.lower in words("times", "words", "ahead") for token in helpers):
        return not any(token.lower == "have" for token in helpers)
    if verb.tag == "VB" and any(token.lower == "to" for token in helpers):
        head = sentence.head(verb)
        return head.lemma in words("times", "words", "planned") and head.tag != "VBD"
    return before in words("times", "words", "until") and verb.tag in {"VBZ", "VBP", "VB"}
