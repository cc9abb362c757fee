"""Days, places and speakers of a sentence, by the lexicon of a language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from discrepancy.extract.mentions.aliases import slug
from discrepancy.extract.mentions.places_gazetteer import look_up
from discrepancy.language.calendar import calendar_dates
from discrepancy.language.phrases import find_phrases
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import table, words
from discrepancy.model import PlaceMention, Span, TimeMention
from discrepancy.values.names import Actor, Place
from discrepancy.values.places import spelling_key
from discrepancy.values.timerange import day_range

_LONGEST_NAME = 8
_WEEK = 7


def said(name: str, code: str) -> frozenset[str]:
    """A list of the lexicon of sentences."""
    return words("sentences", name, language=code)


def find_days(sentence: Sentence, published: date | None, code: str) -> Iterator[TimeMention]:
    """Full dates, days of a month, weekdays, today and yesterday, seen from the day of publication."""
    taken: set[int] = set()
    for start, end, day in calendar_dates(sentence.text):
        taken |= set(range(start, end))
        yield _day(sentence, start, end, day)
    for token in sentence.tokens:
        if token.start - sentence.start in taken or published is None:
            continue
        found = _seen_from(sentence, token, published, code)
        if found:
            first, day = found
            yield _day(sentence, first - sentence.start, token.end - sentence.start, day)


def _seen_from(sentence: Sentence, token: Token, published: date, code: str) -> tuple[int, date] | None:
    """The day that ends with ``token``, and where its words begin."""
    calendar = table("calendar", code)
    if token.lower in calendar["weekdays"]:
        back = (published.isoweekday() - calendar["weekdays"][token.lower]) % _WEEK
        return token.start, published - timedelta(days=back)
    if token.lower in said("today", code):
        return token.start, published
    if token.lower in said("yesterday", code):
        return token.start, published - timedelta(days=1)
    number = sentence.tokens[token.i - 2] if token.i > 1 else None
    if token.lower not in calendar["months"] or number is None or not number.text.isdigit():
        return None
    try:
        day = date(published.year, calendar["months"][token.lower], int(number.text))
        return number.start, day if day <= published else day.replace(year=published.year - 1)
    except ValueError:
        return None


def _day(sentence: Sentence, start: int, end: int, day: date) -> TimeMention:
    span = Span(sentence.start + start, sentence.start + end)
    return TimeMention(span, sentence.text[start:end], "DATE", day.isoformat(), day_range(day))


def find_places(sentence: Sentence, code: str) -> Iterator[PlaceMention]:
    """Names behind words such as "in" and "off"."""
    behind = sorted({end for _, end, _ in find_phrases(sentence, said("places", code))})
    for at in behind:
        run = _name(sentence, at, code)
        if run:
            span = Span(run[0].start, run[-1].end)
            text = sentence.text[span.start - sentence.start : span.end - sentence.start]
            entry = next(iter(look_up(text)), None)
            known = Place(text, entry.key, entry.within) if entry else Place(text, f"name:{spelling_key(text)}")
            yield PlaceMention(span, text, known)


def names_of(sentence: Sentence) -> frozenset[str]:
    """Capitalised words that do not open the sentence, in small letters."""
    return frozenset(t.lower for t in sentence.tokens[1:] if t.text[0].isupper() and t.text.isalpha())


def speaker_of(sentence: Sentence, code: str) -> Actor | None:
    """Who is named behind "according to" or behind a verb of saying."""
    for _, end, _ in find_phrases(sentence, said("according", code)):
        while end < len(sentence.tokens) and sentence.tokens[end].lower in said("saying", code):
            end += 1
        return _speaker(sentence, end, code)
    for token in sentence.tokens:
        if token.lower in said("saying", code):
            return _speaker(sentence, token.i + 1, code)
    return None


def _speaker(sentence: Sentence, at: int, code: str) -> Actor | None:
    run: list[Token] = []
    for token in sentence.tokens[at : at + _LONGEST_NAME]:
        if token.lower in said("ends", code) or not token.text[0].isalpha():
            break
        run.append(token)
    if not run:
        return None
    text = sentence.text[run[0].start - sentence.start : run[-1].end - sentence.start]
    articles = said("joiners", code)
    bare = [token.text for token in run if token.lower not in articles]
    return Actor(text, slug(" ".join(bare)) or text.lower()) if bare else None


def _name(sentence: Sentence, at: int, code: str) -> Sequence[Token]:
    """The capitalised words from ``at`` on, with small words between them."""
    run: list[Token] = []
    for token in sentence.tokens[at : at + _LONGEST_NAME]:
        if not (token.text[0].isupper() or (run and token.lower in said("joiners", code))):
            break
        run.append(token)
    while run and not run[-1].text[0].isupper():
        run.pop()
    return run
