"""Numbers in figures and words, with the phrase that limits them, by the lexicon of a language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from discrepancy.extract.mentions.number_bounds import limited
from discrepancy.language.phrases import find_phrases
from discrepancy.language.tokens import Sentence
from discrepancy.lexicon import table, words
from discrepancy.model import Span
from discrepancy.values.quantity import Quantity

# a lone mark in front of exactly three figures parts thousands, wherever it is written
_FIGURES = re.compile(r"[0-9]{1,3}(?:[. \u00a0\u202f,][0-9]{3}){1,4}(?:[.,][0-9]{1,2})?|[0-9]{1,9}(?:[.,][0-9]{1,2})?")
_DIGIT = re.compile(r"[0-9]")
_PARTS = frozenset("/:%-")
_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a sentence: the tokens ``[first, last)`` of the bare number, and the span with what limits it."""

    first: int
    last: int
    start: int
    span: Span
    bare: Span
    text: str
    quantity: Quantity


def find_numbers(sentence: Sentence, code: str) -> Iterator[Number]:
    """Whole numbers that can count people, in text order; dates, clocks, scores and shares are left out."""
    limits = {end: (at, _limits(code)[phrase]) for at, end, phrase in find_phrases(sentence, _limits(code))}
    at = 0
    while at < len(sentence.tokens):
        last, value = _value(sentence, at, code)
        if value is None:
            at += 1
            continue
        if not _is_other(sentence, at, last, value, code):
            yield _number(sentence, at, last, value, limits.get(at))
        at = last


def _number(sentence: Sentence, first: int, last: int, value: float, limit: tuple[int, str] | None) -> Number:
    start = limit[0] if limit else first
    low, high, bound = limited(limit[1], value, value) if limit else (value, value, "exact")
    bare = Span(sentence.tokens[first].start, sentence.tokens[last - 1].end)
    span = Span(sentence.tokens[start].start, bare.end)
    text = sentence.text[span.start - sentence.start : span.end - sentence.start]
    return Number(first, last, start, span, bare, text, Quantity(low, high, bound))


def _value(sentence: Sentence, at: int, code: str) -> tuple[int, float | None]:
    """The number that begins at token ``at``, and the token behind it; None where none begins."""
    figures = _figures(sentence.tokens[at].text)
    total, held, last = 0.0, figures, at + (figures is not None)
    values, scales = table("numbers", code)["values"], table("numbers", code)["scales"]
    while last < len(sentence.tokens):
        word = sentence.tokens[last].lower
        if word in scales:
            total, held = (held if held is not None else total or 1.0) * scales[word], None
        elif word in values and figures is None:
            held = (held or 0.0) + values[word]
        elif not _joins(sentence, at, last, code):
            break
        last += 1
    found = total + (held or 0.0) if last > at else None
    return last, found


def _joins(sentence: Sentence, first: int, at: int, code: str) -> bool:
    """Whether the word at ``at`` joins tens and units: "treinta y cinco", but not "doce y cuarenta"."""
    if sentence.tokens[at].lower not in words("numbers", "joiners", language=code) or not first < at:
        return False
    values = table("numbers", code)["values"]
    before = values.get(sentence.tokens[at - 1].lower, 0)
    after = values.get(sentence.tokens[at + 1].lower, 0) if at + 1 < len(sentence.tokens) else 0
    return bool(before >= 30 and before % 10 == 0 and before < 100 and 0 < after < 10)


def _figures(text: str) -> float | None:
    if not _FIGURES.fullmatch(text):
        return None
    parts = re.split(r"[^0-9]", text)
    if len(parts) > 1 and len(parts[-1]) < 3:
        return float("".join(parts[:-1]) + "." + parts[-1])
    return float("".join(parts))


def _is_other(sentence: Sentence, first: int, last: int, value: float, code: str) -> bool:
    """Whether the number is a part of a date, a year, a clock, a share or no whole number."""
    if value != int(value):
        return True
    before = sentence.tokens[first - 1].text if first else ""
    following = [token.lower for token in sentence.tokens[last : last + 3]]
    glued = (before[-1:] in _PARTS and bool(before)) or (bool(following) and following[0][:1] in _PARTS)
    dated = any(word in table("calendar", code)["months"] for word in following)
    plain = sentence.tokens[first].text
    return glued or dated or (last == first + 1 and len(plain) == 4 and int(value) in _YEARS and plain.isdigit())


@cache
def _limits(code: str) -> dict[str, str]:
    return {phrase: kind for kind, phrases in table("numbers", code)["before"].items() for phrase in phrases}
