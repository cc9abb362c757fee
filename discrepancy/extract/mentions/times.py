"""Time expressions and what they mean, anchored to the day of publication."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, lru_cache

from discrepancy.extract.mentions import times_calendar, times_clock, times_holidays, times_lengths, times_relative
from discrepancy.extract.mentions.times_clause import in_clause, is_time
from discrepancy.extract.mentions.times_grammar import Anchor, Match, Reading, Rule, match_pattern, needs_of, starts_of
from discrepancy.extract.mentions.times_pieces import Word
from discrepancy.extract.mentions.times_words import possible_names, read_words
from discrepancy.language.tokens import Sentence
from discrepancy.model import Span, TimeMention

_RULES: tuple[Rule, ...] = (
    *times_clock.RULES,
    *times_calendar.RULES,
    *times_holidays.RULES,
    *times_relative.RULES,
    *times_lengths.RULES,
)
_MOST_NAMED = 20
_LATEST_PRINT = timedelta(days=3)
_SHORT_GRAINS = {"day", "part"}
_LONG_GRAINS = {"week", "month", "season", "year"}


def find_times(
    sentences: Sequence[Sentence], published: date | None, datelines: Sequence[Sentence] = ()
) -> tuple[TimeMention, ...]:
    """The time expressions of a text in text order; relative ones stay open when no day of writing is known.

    The day of writing is that of the dateline where there is one ("HARARE, August 7 -"), else ``published``.
    """
    mentions, written = _in_datelines(datelines, published)
    anchor = Anchor(written)
    for sentence in sentences:
        for match, reading, pieces in _readings(sentence, anchor):
            start, end = pieces[match.first].start, pieces[match.stop - 1].end
            anchor = _moved(anchor, match, reading)
            if reading.void:
                continue
            span = Span(sentence.start + start, sentence.start + end)
            mentions.append(TimeMention(span, sentence.text[start:end], reading.type, reading.value, reading.range))
    return tuple(sorted(mentions, key=lambda mention: mention.span.start))


def _in_datelines(datelines: Sequence[Sentence], published: date | None) -> tuple[list[TimeMention], date | None]:
    """The days that stand in the datelines, and the day of writing: a few days before publication at most."""
    mentions: list[TimeMention] = []
    written = published
    for line in datelines:
        for match, reading, pieces in _readings(line, Anchor(published)):
            if reading.range is None or reading.range.grain != "day":
                continue
            start, end = pieces[match.first].start, pieces[match.stop - 1].end
            span = Span(line.start + start, line.start + end)
            mentions.append(TimeMention(span, line.text[start:end], reading.type, reading.value, reading.range))
            day = reading.range.start.date()
            if written == published and (published and timedelta() <= published - day <= _LATEST_PRINT):
                written = day
    return mentions, written


def _readings(sentence: Sentence, anchor: Anchor) -> Iterator[tuple[Match, Reading, list[Word]]]:
    usable = _usable(possible_names(sentence.text) & _telling())
    pieces = read_words(sentence) if usable else []
    i = 0
    while i < len(pieces):
        best: tuple[Match, Reading] | None = None
        here: Anchor | None = None
        for pattern, resolve in _rules_at(pieces[i], usable):
            match = match_pattern(pattern, pieces, i)
            if match is None or (best and match.stop <= best[0].stop):
                continue
            here = here or (in_clause(anchor, sentence, pieces[i]) if pieces[i].kinds else anchor)
            try:
                reading = resolve(match, here)
            except (ValueError, OverflowError):
                continue
            if reading is not None and is_time(match, pieces, sentence):
                best = (match, reading)
        if best:
            anchor = _moved(anchor, *best)
            yield (*best, pieces)
        i = best[0].stop if best else i + 1


def _moved(anchor: Anchor, match: Match, reading: Reading) -> Anchor:
    """What later expressions can lean on."""
    if reading.range is None or reading.derived or not reading.range.dated:
        return anchor
    if reading.range.grain in _LONG_GRAINS:
        return replace(anchor, period=reading)
    if match.get("YEAR") and reading.range.grain == "day":
        anchor = replace(anchor, named=(*anchor.named, reading.range.start.date())[-_MOST_NAMED:])
    if reading.range.grain in _SHORT_GRAINS or (_names_day(match) and match.get("CLOCKNAME") != 0):
        return replace(anchor, last=reading.range.start.date())
    return anchor


def _names_day(match: Match) -> bool:
    return any(match.get(kind) is not None for kind in ("MONTH", "WEEKDAY", "DEICTIC"))


@cache
def _index() -> dict[str, tuple[tuple[Rule, frozenset[frozenset[str]]], ...]]:
    index: dict[str, list[tuple[Rule, frozenset[frozenset[str]]]]] = {}
    for rule in _RULES:
        for start in starts_of(rule[0]):
            index.setdefault(start, []).append((rule, frozenset(needs_of(rule[0]))))
    return {start: tuple(rules) for start, rules in index.items()}


@cache
def _needs() -> dict[str, frozenset[frozenset[str]]]:
    """By each kind or word the sets that hold it, of which some rule needs one."""
    needs = {need for rule in _RULES for need in needs_of(rule[0])}
    names = {name for need in needs for name in need}
    return {name: frozenset(need for need in needs if name in need) for name in names}


@cache
def _telling() -> frozenset[str]:
    """The words and kinds that some rule asks for."""
    return frozenset(_needs()) | frozenset(_index())


@lru_cache(maxsize=4096)
def _usable(present: frozenset[str]) -> dict[str, list[Rule]]:
    """The rules by their first word or kind, without those that need a kind of word the sentence does not have."""
    found: dict[str, list[Rule]] = {}
    met = frozenset[frozenset[str]]().union(*(_needs()[name] for name in present & _needs().keys()))
    for name in present & _index().keys():
        rules = [rule for rule, needs in _index()[name] if needs <= met]
        if rules:
            found[name] = rules
    return found


def _rules_at(word: Word, usable: Mapping[str, Sequence[Rule]]) -> list[Rule]:
    """Rules that can begin with ``word``."""
    return [rule for name in (word.lower, *word.kinds) if name in usable for rule in usable[name]]
