"""Time words: a sentence cut into small pieces, each with the kinds of time word it can be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from discrepancy.extract.mentions.times_numbers import join_numbers, number_words, small_numbers
from discrepancy.extract.mentions.times_pieces import PIECE, VAGUE, Word
from discrepancy.language.tokens import Sentence
from discrepancy.lexicon import table, words

_AM_PM = {"am": 0, "a.m": 0, "a.m.": 0, "pm": 12, "p.m": 12, "p.m.": 12}
_LONGEST_NUMBER = 6
_LONGEST_HOLIDAY = 5
_MOST_DAYS = 31
_FIGURES = frozenset(
    {"CLOCK", "DAY", "DECADE", "DOTTED", "HOUR", "ISO", "MIL", "NUM", "ORD", "SLASH", "YEAR", "YY"}
)  # what a piece that begins with a figure can be


@cache
def _word_kinds() -> dict[str, dict[str, Any]]:
    """For every word of the lexicon the kinds it can be."""
    lexicon = {**table("times"), **table("calendar"), "ordinals": _ordinals()}
    found: dict[str, dict[str, Any]] = {}
    sections = {
        "months": "MONTH", "weekdays": "WEEKDAY", "units": "UNIT", "seasons": "SEASON", "parts": "PART",
        "relative": "REL", "anaphoric": "ANA", "deictic": "DEICTIC", "edges": "EDGE", "edge_nouns": "EDGENOUN",
        "clock_names": "CLOCKNAME", "zones": "ZONE", "ordinals": "ORD", "frequency": "OFTEN", "references": "REF",
        "decades": "DECADE", "around": "AROUND",
    }  # fmt: skip
    for section, kind in sections.items():
        for word, value in lexicon[section].items():
            found.setdefault(word, {})[kind] = value
    for plural, singular in lexicon["plurals"].items():
        found.setdefault(plural, {})["UNITS"] = lexicon["units"][singular]
    for word, value in lexicon["weekdays"].items():
        if word.endswith("day"):
            found.setdefault(word + "s", {})["WEEKDAYS"] = value
    for word, value in lexicon["parts"].items():
        found.setdefault(word + "s", {})["PARTS"] = value
    for word, value in small_numbers().items():
        found.setdefault(word, {})["NUM"] = float(value)
        if 1 <= value <= 12:
            found[word]["HOUR"] = value
    for word, value in lexicon["ordinals"].items():
        found[word]["DAY"] = value
    for word in lexicon["words"]["vague"]:
        found.setdefault(word, {})["NUM"] = VAGUE
    for word in lexicon["words"]["moments"]:
        found.setdefault(word, {})["MOMENT"] = lexicon["parts"][word]
    for word in lexicon["words"]["like"]:
        found.setdefault(word, {})["LIKE"] = word
    return found


@cache
def _ordinals() -> dict[str, int]:
    """Ordinals that number the days of a month."""
    return {word: value for word, value in table("numbers")["ordinals"].items() if value <= _MOST_DAYS}


@cache
def _kinds_by_word() -> dict[str, frozenset[str]]:
    """For every word the kinds that it, or a longer word that it is part of, can be."""
    found = {word: set(kinds) for word, kinds in _word_kinds().items()}
    for word in _AM_PM:
        found.setdefault(word, set()).add("AMPM")
    for word in _holiday_starts():
        found.setdefault(word, set()).add("HOLIDAY")
    for word in number_words():
        found.setdefault(word, set()).update(("NUM", "YEAR"))
    return {word: frozenset(kinds) for word, kinds in found.items()}


def possible_names(text: str) -> frozenset[str]:
    """All words in ``text`` and all kinds of word that its pieces can be: a cheap test before reading it."""
    lowers = {piece.lower() for piece in PIECE.findall(text)}
    known = _kinds_by_word()
    names = frozenset(lowers).union(*(known[word] for word in lowers & known.keys()))
    return names | _FIGURES if any(word[0] in "0123456789" for word in lowers) else names


def read_words(sentence: Sentence) -> list[Word]:
    """The pieces of ``sentence`` in text order, number words joined ("twenty four", "two and a half")."""
    pieces: list[Word] = []
    end, at = -1, 0
    for found in PIECE.finditer(sentence.text):
        text, lower = found.group(), found.group().lower()
        while at < len(sentence.tokens) and sentence.tokens[at].end <= sentence.start + found.start():
            at += 1
        token = sentence.tokens[at] if at < len(sentence.tokens) else None
        kinds = (
            _numeric_kinds(lower)
            if lower[0] in "0123456789"
            else _letter_kinds(text, lower, token.tag if token else None)
        )
        pieces.append(Word(found.start(), found.end(), text, lower, kinds, found.start() == end, token))
        end = found.end()
    return join_numbers(_join_names(pieces))


def _letter_kinds(text: str, lower: str, tag: str | None) -> dict[str, Any]:
    if lower in _AM_PM:
        return {"AMPM": _AM_PM[lower]}
    kinds = _word_kinds().get(lower)
    if not kinds:
        return {}
    if lower not in words("times", "words", "spoken_like_others"):
        return kinds if text[0].isupper() or not kinds.keys() & {"MONTH", "ZONE"} else {}
    if lower == "second" and tag == "JJ":
        return {k: v for k, v in kinds.items() if k != "UNIT"}
    name = text[0].isupper() and tag in {"NNP", "NNPS", "NN", None}
    return {k: v for k, v in kinds.items() if k not in {"MONTH", "WEEKDAY"} or name}


def _numeric_kinds(lower: str) -> dict[str, Any]:
    digits = lower.rstrip("stndrh")
    suffix = lower[len(digits) :]
    if not digits.isdecimal():
        return _punctuated_kinds(lower)
    if len(digits) > _LONGEST_NUMBER or not digits.isascii():
        return {}
    value = int(digits)
    if suffix == "s":
        return {"DECADE": value} if value % 10 == 0 and len(digits) in {2, 4} else {}
    kinds: dict[str, Any] = {"DAY": value} if 1 <= value <= 31 and len(digits) <= 2 else {}
    if suffix:
        return kinds | {"ORD": value}
    if len(digits) == 4:
        if 1000 <= value <= 2100:
            kinds["YEAR"] = value
        if value % 100 < 60 and value < 2400:
            kinds["MIL"] = (value // 100, value % 100)
    if len(digits) == 2:
        kinds["YY"] = value
    if len(digits) <= 2 and value <= 24:
        kinds["HOUR"] = value
    return kinds | {"NUM": float(value)}


def _punctuated_kinds(lower: str) -> dict[str, Any]:
    if lower.count("-") == 2:
        return {"ISO": tuple(int(part) for part in lower.split("-"))}
    if lower.count(".") == 2:
        return {"ISO": tuple(int(part) for part in reversed(lower.split(".")))}
    if lower.count("/") == 2:
        return {"SLASH": tuple(int(part) for part in lower.split("/"))}
    if "," in lower:
        return {"NUM": float(lower.replace(",", ""))}
    hour, minute = re.split(r"[:.]", lower)
    kinds: dict[str, Any] = {}
    if int(hour) <= 24 and int(minute) < 60:
        kinds["CLOCK" if ":" in lower else "DOTTED"] = (int(hour), int(minute))
    return kinds if ":" in lower else kinds | {"NUM": float(lower)}


def _join_names(pieces: Sequence[Word]) -> list[Word]:
    """An abbreviation and its full stop become one word ("Sept."), and so does a holiday of several words."""
    joined: list[Word] = []
    joinable = _joinable()
    i = 0
    while i < len(pieces):
        length, kinds = 1, pieces[i].kinds
        if not kinds and pieces[i].lower not in joinable:
            joined.append(pieces[i])
            i += 1
            continue
        for size in range(_LONGEST_HOLIDAY if pieces[i].lower in _holiday_starts() else 0, 0, -1):
            name = "".join(("" if p.glued else " ") + p.lower for p in pieces[i : i + size]).strip()
            if name in _holidays() and pieces[i].text[0].isupper():
                length, kinds = min(size, len(pieces) - i), {"HOLIDAY": _holidays()[name]}
                break
        following = [piece.lower for piece in pieces[i + 1 : i + 3]]
        if (
            "HOLIDAY" not in kinds
            and following[:1] == ["."]
            and pieces[i].lower in words("times", "words", "shortened")
        ):
            length = 2
        kinds = _without_stray_weekday(kinds, pieces[i].lower, pieces[i + length : i + length + 2])
        first, last = pieces[i], pieces[i + length - 1]
        text = "".join(("" if p.glued else " ") + p.text for p in pieces[i : i + length]).strip()
        joined.append(
            Word(first.start, last.end, text, text.lower(), kinds, first.glued, first.token)
            if length > 1
            else first._replace(kinds=kinds)
        )
        i += length
    return joined


@cache
def _joinable() -> frozenset[str]:
    """Words that may be the first part of a longer one."""
    return _holiday_starts() | words("times", "words", "shortened")


def _without_stray_weekday(kinds: dict[str, Any], lower: str, following: Sequence[Word]) -> dict[str, Any]:
    """ "Sun" and "Sat" are days only in front of a date."""
    if "WEEKDAY" not in kinds or lower not in words("times", "words", "shortened"):
        return kinds
    after = [word for word in following if word.lower != ","]
    return kinds if after and after[0].kinds.keys() & {"DAY", "MONTH"} else {}


@cache
def _holidays() -> dict[str, Any]:
    lexicon = table("times")
    return {**lexicon["holidays"], **lexicon["movable"]}


@cache
def _holiday_starts() -> frozenset[str]:
    return frozenset(name.split()[0].split("'")[0] for name in _holidays())
