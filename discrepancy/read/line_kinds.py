"""What a single line is, judged by its own words: prompts, credits, captions, bylines, lists of other headlines."""

from __future__ import annotations

import re
from functools import cache

from discrepancy.language.calendar import weekdays_in_full
from discrepancy.language.plain import plain
from discrepancy.lexicon import words
from discrepancy.model import ZoneKind

LONGEST_NOTE = 300
_LONGEST_PROMPT = 9
_KINDS: tuple[ZoneKind, ...] = ("prompt", "related", "caption", "credit")
_WORD = re.compile(r"\w[\w'.-]{0,60}")
_COUNTER = re.compile(
    r"(?:show )?\(?[0-9][0-9,.]{0,9}\)?(?: ?(?:comments?|shares?|views?|likes?|retweets?))?(?: \([0-9]{1,6}\))?"
)
_RIGHTS = re.compile(r"(?:©|\([cC]\)|Copyright\b)")
_BRACKETED = re.compile(r"\[ ?(?:photo|image|picture|video|map|graphic|caption)", re.IGNORECASE)
_BULLETS = frozenset("*_[]<>|•·-–—» ")


def line_kind(line: str) -> ZoneKind | None:
    """The zone of a line that is no part of the article; None for everything that may be."""
    if len(line) > LONGEST_NOTE or not line:
        return None
    bare = _without_bullets(plain(line))
    low = bare.lower()
    if not low:
        return None
    if _BRACKETED.match(line):
        return "caption"
    if _RIGHTS.match(line):
        return "credit"
    if _COUNTER.fullmatch(low):
        return "prompt"
    kind = _whole_lines().get(low.rstrip(".:!? ")) or _opening(bare, low)
    if kind:
        return kind
    if any(phrase in low for phrase in words("zones", "prompt", "holds")):
        return "prompt"
    if is_byline(line):
        return "byline"
    pointer = line.startswith(("→", "»", ">>")) and line[-1] not in ".!"
    return "related" if pointer or _headline_list(line) else None


def _without_bullets(line: str) -> str:
    start, end = 0, len(line)
    while start < end and line[start] in _BULLETS:
        start += 1
    while end > start and line[end - 1] in _BULLETS:
        end -= 1
    return line[start:end]


def is_byline(line: str) -> bool:
    """``By Jane Roe and John Doe, Agency``: names and small words only, no full stop."""
    opening = _WORD.match(line.lstrip("*"))
    if len(line) > 100 or not opening or opening.group().lower() not in words("zones", "byline", "starts"):
        return False
    found = [word.group() for word in _WORD.finditer(plain(line))]
    if len(found) < 2 or len(found) > 14:
        return False
    first = found[0].lower()
    if first != "by" and not plain(line)[len(first) :].lstrip().startswith(":") and not line.startswith("From our"):
        return False
    if first == "by" and len(found) <= 9 and found[-1].lower() in words("zones", "byline", "desks"):
        return True
    joiners = words("zones", "byline", "joiners")
    names = [word for word in found[1:] if word.lower() not in joiners]
    return (
        bool(names)
        and all(word[0].isupper() and word.lower() not in weekdays_in_full() for word in names)
        and not any(char.isdigit() for char in line)
    )


def is_agency(stretch: str) -> bool:
    """The stretch is the name of an agency or agencies ("AFP", "Reuters/AP")."""
    names = words("zones", "agencies", "names")
    parts = [part.strip(" .,()") for part in re.split(r"[/,&]| and ", plain(stretch).lower()[:80])]
    return all(part in names for part in parts)


def _opening(line: str, low: str) -> ZoneKind | None:
    """The kind of the phrase that opens ``line`` and ends where a word ends; ``low`` is the line in small letters."""
    first = _WORD.search(low)
    for phrase, kind in _openings().get(first.group().rstrip(".'-"), ()) if first else ():
        if low.startswith(phrase):
            rest = line[len(phrase) :]
            if phrase in words("zones", "labels"):
                follows = rest.lstrip().startswith((":", "|")) or (not rest.strip() and kind == "related")
            else:
                prose = rest.lstrip()[:1].islower() and len(low.split()) > _LONGEST_PROMPT
                sure = phrase[0] == "(" or phrase in words("zones", "sure")
                follows = not rest[:1].isalnum() and (sure or not prose)
            if follows:
                return kind
    return None


@cache
def _openings() -> dict[str, tuple[tuple[str, ZoneKind], ...]]:
    """Opening phrases with their kind by their first word, longest first."""
    found: dict[str, list[tuple[str, ZoneKind]]] = {}
    phrases = [(phrase, kind) for kind in _KINDS for phrase in words("zones", kind, "starts")]
    for phrase, kind in sorted(phrases, key=lambda entry: (-len(entry[0]), entry)):
        first = _WORD.search(phrase)
        if first:
            found.setdefault(first.group(), []).append((phrase, kind))
    return {word: tuple(entries) for word, entries in found.items()}


@cache
def _whole_lines() -> dict[str, ZoneKind]:
    return {phrase: kind for kind in _KINDS for phrase in sorted(words("zones", kind, "whole"))}


def _headline_list(line: str) -> bool:
    """Three or more titles between upright strokes, none of them a sentence with a full stop."""
    if " | " not in line and " · " not in line:
        return False
    parts = [part.strip() for part in re.split(r" [|·] ", line)]
    return len(parts) >= 3 and all(part and part[-1] not in ".,;" and len(part) < 100 for part in parts)
