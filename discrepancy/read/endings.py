"""How an article ends: credits, initials, codes and prompts behind the last sentence, also on the same line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from discrepancy.lexicon import words
from discrepancy.model import ZoneKind
from discrepancy.read.line_kinds import is_agency
from discrepancy.read.lines import Line, Mark

_REACH = 500
_STEPS = 4
_NAME = r"[A-Z][A-Za-z. -]{1,24}"
_AFTER = r"(?<=[.!?\"'”’)])"
_DESK = r"(?:Reporting|Additional reporting|Writing|Editing|Compiled|Translated|Edited) by [A-Z]"
_BRACKET = r"\((?:Reporting|Editing|Writing|Additional|Source|With|Compiled|Translated)\b[^()]{1,300}\)"
_ENDINGS: tuple[tuple[re.Pattern[str], ZoneKind], ...] = (
    (re.compile(rf"{_AFTER} {{1,3}}{_BRACKET}\.?\Z"), "credit"),
    (re.compile(rf"{_AFTER} {{1,3}}\[?{_DESK}.{{2,300}}\Z"), "credit"),
    (re.compile(rf"{_AFTER} {{1,3}}(?:©|\([cC]\)|Copyright ©?) ?[0-9A-Z].{{2,200}}\Z"), "credit"),
    (re.compile(rf"{_AFTER} {{1,3}}Sources?:? [A-Z][\w ]{{2,50}}\Z"), "credit"),
    (re.compile(rf"{_AFTER} ?(?:--?|[–—]) ?(?P<agency>[A-Z][A-Za-z/ ]{{1,20}})\.?\Z"), "credit"),
    (re.compile(rf"{_AFTER} {{1,3}}{_NAME} ?/ ?{_NAME}(?: ?/ ?{_NAME})?\.?\Z"), "byline"),
    (re.compile(rf"{_AFTER} {{1,3}}[A-Z][a-z]{{2,15}}(?: (?:al-|[A-Z]\. )?[A-Z][a-z-]{{2,15}}){{1,2}}\Z"), "byline"),
    (
        re.compile(rf"{_AFTER} {{1,3}}(?:[A-Z]{{2,6}}(?: ?-? ?[0-9]{{1,3}})?|[0-9]{{1,4}}(?:-[0-9]{{1,3}})?)\Z"),
        "credit",
    ),
)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]{0,2} ")


def find_endings(text: str, lines: Sequence[Line]) -> Iterator[Mark]:
    """Marks behind the last sentence of the last line with running text."""
    long = [line for line in lines[-4:] if len(line.text) > 60]
    if not long:
        return
    start, end = long[-1].start, long[-1].end
    for _ in range(_STEPS):
        low = max(start, end - _REACH)
        mark = _tail(text, low, end) or _menu(text, low, end) or _note(text, low, end)
        if not mark or mark.start <= start:
            return
        yield mark
        end = mark.start
        while end > start and text[end - 1].isspace():
            end -= 1


def _tail(text: str, low: int, end: int) -> Mark | None:
    """A word such as "Share" or "Read also" behind the last sentence."""
    for phrase in sorted(words("zones", "prompt", "tails")):
        at = end - len(phrase)
        if at > low + 1 and text[at:end].lower() == phrase and text[at].isupper():
            before = text[low:at].rstrip()
            if before.endswith((".", "!", "?", ")", '"', "”")):
                return Mark(at, end, "prompt")
    return None


def _menu(text: str, low: int, end: int) -> Mark | None:
    """Three or more items of a page menu without a sentence between them."""
    breaks = [stop.end() for stop in _SENTENCE_END.finditer(text, low, end)]
    start = breaks[-1] if breaks else low
    stretch = text[start:end].lower()
    items = [stretch.find(item) for item in sorted(words("zones", "prompt", "menu"))]
    found = sorted(at for at in items if at >= 0)
    if len(found) < 3:
        return None
    # without the end of a sentence before it only what follows the first item is surely the menu
    return Mark(start if breaks else start + found[0], end, "prompt")


def _note(text: str, low: int, end: int) -> Mark | None:
    stretch = text[low:end]
    for pattern, kind in _ENDINGS:
        found = pattern.search(stretch)
        if found and is_agency(found.groupdict().get("agency") or "ap"):
            at = low + found.start() + len(found.group()) - len(found.group().lstrip())
            return Mark(at, end, kind)
    return None
