"""What an article is grouped by: its day, the words it opens with, and its runs of words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b

from discrepancy.language.plain import plain
from discrepancy.lexicon import table
from discrepancy.match.origins import SHINGLE
from discrepancy.model import Document

OPENING = 120  # words
HASH = 8  # bytes
LONGEST = 20_000  # words that are looked at for copies
_WORD = re.compile(r"[^\W_]{1,40}(?:['-][^\W_]{1,40}){0,3}")
_ENDINGS = (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))
_SHORTEST_STEM = 4
_READ = frozenset({"headline", "dateline", "body"})


@dataclass(frozen=True, slots=True)
class Traits:
    """What is known of an article without parsing it.

    day        of publication as a day number, None when unknown
    terms      the words of title and opening, without endings, as often as they stand there
    shingles   hashes of all runs of five words, sorted, 8 bytes each
    """

    day: int | None
    terms: tuple[str, ...]
    shingles: bytes


def traits_of(document: Document) -> Traits:
    """The traits of ``document``; the same on every machine."""
    words = _words(document)
    title = _split(document.title or "")
    opening = [_stem(word) for word in (*title, *words[:OPENING])]
    kept = sorted(word for word in opening if len(word) > 2 or word.isdigit())
    day = document.published.toordinal() if document.published else None
    return Traits(day, tuple(word for word in kept if word not in _common()), _shingles(words[:LONGEST]))


def _words(document: Document) -> list[str]:
    """The words of what is surely the article; a text that is not understood has none."""
    if not document.zones:
        return _split(document.text)
    spans = [zone.span for zone in document.zones if zone.kind in _READ]
    return [word for span in spans for word in _split(document.text[span.start : span.end])]


def _split(text: str) -> list[str]:
    return [found.group().lower() for found in _WORD.finditer(plain(text))]


def _stem(word: str) -> str:
    """``word`` without the commonest endings: crude, and enough to file an article under."""
    word = word.removesuffix("'s")
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)] + instead
    return word


@cache
def _common() -> frozenset[str]:
    return frozenset(word for word, share in shares().items() if share >= table("news_words")["common"])


@cache
def shares() -> dict[str, float]:
    """Stem -> share of all articles whose opening has it, for stems that are not rare."""
    return dict(table("news_words")["shares"])


def _shingles(words: list[str]) -> bytes:
    runs = Counter(" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))
    return b"".join(sorted(blake2b(run.encode(), digest_size=HASH).digest() for run in runs))
