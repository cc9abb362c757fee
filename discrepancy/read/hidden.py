"""Characters that make a text look other than it is: a reader should know before trusting a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy.language.printable import printable

_SAMPLE = 200_000
_EXAMPLE = 24
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = "\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff"
_INSIDE = re.compile(rf"[0-9A-Za-z\u00c0-\u024f][{_INVISIBLE}]{{1,64}}[0-9A-Za-z\u00c0-\u024f]")
_TAGS = re.compile("[\U000e0000-\U000e007f]{1,200}")
# digits of two scripts in one number, or a letter in the place of a nought or a one
_MIXED_DIGITS = re.compile(r"[0-9](?![0-9])\d|(?![0-9])\d[0-9]|[0-9][OО](?![^\W\d_])|[0-9][oо](?![^\W_])")
# Greek letters are left out that stand for units and quantities
_MIXED_LETTERS = re.compile(
    "[A-Za-z][\u0400-\u052f\u0391-\u03a1\u03a3-\u03a8\u03b5-\u03bb\u03bd-\u03bf\u03c1-\u03c9]"
    "|[\u0400-\u052f\u0391-\u03a1\u03a3-\u03a8\u03b5-\u03bb\u03bd-\u03bf\u03c1-\u03c9][A-Za-z]"
)
_OTHER_SCRIPT = re.compile(r"[^\W\d_\u0041-\u024f\u1e00-\u1eff]{1,1000}")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]{1,1000}")
_KINDS = (
    (_DIRECTION, "characters that turn the direction of the text"),
    (_INSIDE, "invisible characters inside words or numbers"),
    (_TAGS, "runs of invisible tag characters"),
    (_MIXED_DIGITS, "numbers with digits or letters of two scripts"),
    (_MIXED_LETTERS, "words with letters of two scripts"),
)


def hidden_characters(text: str) -> Iterator[str]:
    """A warning for every kind of deceptive character in ``text``, with the first example written as escapes."""
    if text.isascii() and not re.search("[0-9][Oo]", text):
        return
    for pattern, kind in _KINDS:
        first = pattern.search(text)
        if first:
            number = sum(1 for _ in pattern.finditer(text))
            around = text[max(0, first.start() - 2) : first.end() + 2]
            yield f"{kind}: {number}, the first in '{printable(_shown(around))}'"


def foreign_text(text: str) -> Iterator[str]:
    """A warning where most letters are not Latin: only English is read for claims."""
    sample = text[:_SAMPLE]
    if sample.isascii():
        return
    other = sum(len(match) for match in _OTHER_SCRIPT.findall(sample))
    if other > sum(len(match) for match in _LATIN.findall(sample)):
        yield "most of the text is in another script; only English is read for claims"


def _shown(text: str) -> str:
    return " ".join(text[:_EXAMPLE].split())
