"""Time words: a sentence cut into small pieces, each with the kinds of time word it can be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import table, words

_PIECE = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])"
    r"|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}(?![0-9])"
    r"|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}(?![0-9])"
    r"|[0-9]{1,2}[:.][0-9]{2}(?![0-9])"
    r"|[0-9]{1,3}(?:,[0-9]{3}){1,3}(?![0-9])"
    r"|[0-9]+(?:st|nd|rd|th|s)?(?![^\W_])"
    r"|[0-9]+"
    r"|[aApP]\.[mM]\b\.?"
    r"|[^\W\d_]+"
    r"|\S"
)
_AM_PM = {"am": 0, "a.m": 0, "a.m.": 0, "pm": 12, "p.m": 12, "p.m.": 12}
_LONGEST_NUMBER = 6
_LONGEST_HOLIDAY = 5
_MOST_DAYS = 31
VAGUE = -1.0
_ARTICLES = frozenset({"a", "the", "couple", "one", "half"})
_AFTER_ARTICLES = frozenset({"couple", "few", "half", "one"})
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000}
_FIGURES = frozenset(
    {"CLOCK", "DAY", "DECADE", "DOTTED", "HOUR", "ISO", "MIL", "NUM", "ORD", "SLASH", "YEAR", "YY"}
)  # what a piece that begins with a figure can be


class Word(NamedTuple):
    """One piece of a sentence.

    start, end   half-open range in the sentence's text
    kinds        what it can be, each with its value: {"NUM": 9.0, "DAY": 9, "HOUR": 9}
    glued        no space before it
    token        the token that holds its first letter
    """

    start: int
    end: int
    text: str
    lower: str
    kinds: dict[str, Any]
    glued: bool
    token: Token | None


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
    for word, value in _numbers().items():
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
def _numbers() -> dict[str, int]:
    """Numbers in one word, below a hundred."""
    return {**table("numbers")["ones"], **table("numbers")["tens"]}


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
    for word in (*_AFTER_ARTICLES, *_SCALES, *_numbers()):
        found.setdefault(word, set()).update(("NUM", "YEAR"))
    return {word: frozenset(kinds) for word, kinds in found.items()}


def possible_names(text: str) -> frozenset[str]:
    """All words in ``text`` and all kinds of word that its pieces can be: a cheap test before reading it."""
    lowers = {piece.lower() for piece in _PIECE.findall(text)}
    known = _kinds_by_word()
    names = frozenset(lowers).union(*(known[word] for word in lowers & known.keys()))
    return names | _FIGURES if any(word[0] in "0123456789" for word in lowers) else names


def read_words(sentence: Sentence) -> list[Word]:
    """The pieces of ``sentence`` in text order, number words joined ("twenty four", "two and a half")."""
    pieces: list[Word] = []
    end, at = -1, 0
    for found in _PIECE.finditer(sentence.text):
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
    return _join_numbers(_join_names(pieces))


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


def _join_numbers(pieces: Sequence[Word]) -> list[Word]:
    """Number words become one word: tens and ones, years in words, "a couple of", "and a half"."""
    joined: list[Word] = []
    counting = _counting()
    i = 0
    while i < len(pieces):
        may_count = pieces[i].lower in counting or "NUM" in pieces[i].kinds
        length, kinds = _number_at(pieces, i) if may_count else (1, {})
        if length > 1:
            first, last = pieces[i], pieces[i + length - 1]
            lower = " ".join(piece.lower for piece in pieces[i : i + length])
            joined.append(Word(first.start, last.end, lower, lower, kinds, first.glued, first.token))
        else:
            joined.append(pieces[i])
        i += max(1, length)
    return joined


@cache
def _counting() -> frozenset[str]:
    """Words with which a number of several words may begin."""
    return _ARTICLES.union(_numbers())


def _number_at(pieces: Sequence[Word], i: int) -> tuple[int, dict[str, Any]]:
    """How many pieces from ``i`` on make one number, and its kinds."""
    lower = [piece.lower for piece in pieces[i : i + 5]] + [""] * 5
    if lower[0] in {"a", "the"} and lower[1] in {"couple", "few"}:
        return (3 if lower[2] == "of" else 2), {"NUM": 2.0 if lower[1] == "couple" else VAGUE}
    if lower[0] == "couple" and lower[1] == "of":
        return 2, {"NUM": 2.0}
    if lower[0] in {"a", "one"} and lower[1] in _SCALES:
        return 2, {"NUM": float(_SCALES[lower[1]])}
    if lower[0] == "half" and lower[1] in {"a", "an"}:
        return 2, {"NUM": 0.5}
    length, value = _spelled(lower)
    if not length:
        if pieces[i].kinds.get("NUM", VAGUE) < 0:
            return 0, {}
        length, value = 1, pieces[i].kinds["NUM"]
    elif 13 <= value <= 20 and length == 1:
        more, rest = _spelled(lower[1:])
        if more and (10 <= rest <= 99):
            return 1 + more, {"YEAR": int(value * 100 + rest), "NUM": value * 100 + rest}
    if lower[length : length + 3] == ["and", "a", "half"]:
        return length + 3, {"NUM": value + 0.5}
    if lower[length : length + 3] == ["1", "/", "2"]:
        return length + 3, {"NUM": value + 0.5}
    return length, {"NUM": value}


def _spelled(lower: Sequence[str]) -> tuple[int, float]:
    """Length and value of a number in words at the start of ``lower``: (0, 0) when there is none."""
    numbers = _numbers()
    value = numbers.get(lower[0])
    if value is None:
        return 0, 0.0
    length = 1
    if 20 <= value < 100:
        skip = 2 if lower[1] == "-" else 1
        ones = numbers.get(lower[skip], 0)
        if 0 < ones < 10:
            length, value = skip + 1, value + ones
    if lower[length] in _SCALES:
        value *= _SCALES[lower[length]]
        length += 1
    return length, float(value)
