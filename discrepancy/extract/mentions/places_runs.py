"""Runs of name-like words: "Deir ez-Zor", "Bab al-Hawa", "U.S.", "Aleppo International Airport"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words

_WORD = re.compile(r"(?:[A-Z]\.){2,4}|[^\W\d_]+(?:[-'](?!s\b)[^\W\d_]+){0,5}|[0-9]+|\S")
_PARTICLE = re.compile(r"[a-z]{2,3}-(?=[A-Z])")
_SMALL_TAGS = {"DT", "IN", "PRP", "PRP$", "CC", "TO", "WDT", "WP", "WRB", "EX", "MD", "RB", "UH", "VBD", "VBZ", "VBP"}
_PARTICIPLES = ("ed", "held", "led", "run")
_TITLE_SHARE, _TITLE_WORDS = 0.6, 5
_SHORTENED = {"St", "Mt", "Ft"}
LONGEST_RUN = 8


class Piece(NamedTuple):
    """A word of a run; start and end count in the sentence's text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring name-like words.

    before, after   up to three plain words on each side, nearest first
    reach           where the first word after the run ends
    opens           the run opens its sentence
    title           nearly every word of the sentence has a capital, as in headlines
    owned           part of the name of a body ("Bank of England")
    token, last     first and last token of the run
    """

    pieces: tuple[Piece, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    reach: int
    opens: bool
    title: bool
    owned: bool
    token: Token | None
    last: Token | None


def find_runs(sentence: Sentence) -> Iterator[Run]:
    """Runs of ``sentence`` in text order."""
    pieces = [Piece(m.start(), m.end(), m.group()) for m in _WORD.finditer(sentence.text)]
    tokens, ends = sentence.starting, sentence.ending
    title = _is_title(pieces)
    i = 0
    while i < len(pieces):
        stop = _run_end(sentence, pieces, i, tokens)
        if stop == i:
            i += 1
            continue
        before = tuple(piece.text.lower() for piece in reversed(pieces[max(0, i - 3) : i]))
        after = tuple(piece.text.lower() for piece in pieces[stop : stop + 3])
        reach = pieces[min(stop, len(pieces) - 1)].end
        opens = i == 0 or (i == 1 and not pieces[0].text[0].isalnum())
        owned = before[:1] == ("of",) and _is_body(pieces, i - 2)
        first, last = tokens.get(pieces[i].start), ends.get(pieces[stop - 1].end)
        yield Run(tuple(pieces[i:stop]), before, after, reach, opens, title, owned, first, last)
        i = stop


def _is_body(pieces: list[Piece], at: int) -> bool:
    """ "Islamic State of", "Bank of": a capital inside the sentence."""
    return at > 0 and pieces[at].text[:1].isupper()


def _is_title(pieces: list[Piece]) -> bool:
    letters = [piece.text for piece in pieces if piece.text[0].isalpha()]
    capitals = sum(text[0].isupper() for text in letters)
    return len(letters) >= _TITLE_WORDS and capitals > _TITLE_SHARE * len(letters)


def _run_end(sentence: Sentence, pieces: list[Piece], first: int, tokens: dict[int, Token]) -> int:
    if not _is_name(pieces[first], tokens):
        return first
    stop = first + 1
    while stop < len(pieces) and stop - first < LONGEST_RUN:
        gap = sentence.text[pieces[stop - 1].end : pieces[stop].start]
        if pieces[stop].text == "." and gap == "" and pieces[stop - 1].text in _SHORTENED:
            stop += 1
            continue
        if gap != " ":
            break
        if _is_name(pieces[stop], tokens):
            stop += 1
        elif _is_particle(pieces, stop, sentence.text) and _is_name(pieces[stop + 1], tokens):
            stop += 2
        else:
            break
    return stop


def _is_name(piece: Piece, tokens: dict[int, Token]) -> bool:
    if not piece.text[0].isupper():
        hyphened = "-" in piece.text and _PARTICLE.match(piece.text)
        return bool(hyphened) and piece.text[:2] in words("places", "words", "particles")
    if "-" in piece.text and piece.text.rpartition("-")[2].endswith(_PARTICIPLES):
        return False
    token = tokens.get(piece.start)
    if token is None or piece.text.isupper():
        return True
    return token.tag not in _SMALL_TAGS or (piece.start > 0 and token.tag in {"VBD", "VBZ", "VBP", "RB", "UH"})


def _is_particle(pieces: list[Piece], at: int, text: str) -> bool:
    if at + 1 >= len(pieces) or text[pieces[at].end : pieces[at + 1].start] != " ":
        return False
    return pieces[at].text in words("places", "words", "particles") and pieces[at].text not in {"at", "as", "an"}
