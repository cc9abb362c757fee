"""Lines of printed pages to paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

_MARGIN = 2
_DIGITS = re.compile(r"[0-9]{1,9}")
_PAGE_NUMBER = re.compile(r"[-–— ]{0,4}(?:page )?[0-9]{1,4}(?: ?(?:/|of) ?[0-9]{1,4})?[-–— ]{0,4}", re.IGNORECASE)
# how the library writes a hyphen at the end of a line, whose rest follows
_HYPHEN = "\x02"
_BROKEN_WORD = re.compile(rf"([^\s{_HYPHEN}]{{0,40}})[{_HYPHEN}\ufffe](?=(\S?))")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\u00ad]")
_ENDS = re.compile(r"[.!?:][\"'”’)\]]{0,2}\Z")


def without_margins(pages: Sequence[Sequence[str]]) -> list[str]:
    """The lines of all pages, without heads and feet that come again and again, and without page numbers."""
    filled = [[line.strip() for line in page if line.strip()] for page in pages]
    often = Counter(line for page in filled for line in {_shape(page[at]) for at in _edges(page)})
    repeated = {line for line, times in often.items() if times > 1 and times * 2 >= len(filled)}
    kept: list[str] = []
    for page in filled:
        edges = _edges(page)
        kept += [
            line
            for i, line in enumerate(page)
            if not (i in edges and (_shape(line) in repeated or _PAGE_NUMBER.fullmatch(line)))
        ]
    return kept


def paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """Lines put together; a line that ends early ends a paragraph, and words broken at the end of a line are whole."""
    lengths = sorted(len(line) for line in lines)
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    held: list[str] = []
    for line in lines:
        held.append(line)
        if len(line) < usual * (0.85 if _ENDS.search(line) else 0.6):
            yield _joined(held)
            held = []
    if held:
        yield _joined(held)


def _edges(page: Sequence[str]) -> set[int]:
    """Numbers of the lines at the top and at the foot of a page."""
    return {*range(min(_MARGIN, len(page))), *range(max(0, len(page) - _MARGIN), len(page))}


def _shape(line: str) -> str:
    return _DIGITS.sub("0", line)


def _joined(lines: Sequence[str]) -> str:
    text = ""
    for line in lines:
        # some files have plain hyphens at the end of lines, which the library leaves as they are
        broken = text[-1:] == "-" and text[-2:-1].isalpha() and line[:1].islower()
        text = f"{text[:-1]}{_HYPHEN}{line}" if broken else f"{text} {line}".strip()
    return _UNSEEN.sub("", _BROKEN_WORD.sub(_whole, text)).strip()


def _whole(broken: re.Match[str]) -> str:
    """A broken word without its hyphen, but "60-year-old" and "Anglo-American" with it."""
    start, following = broken.groups()
    own = "-" in start or any(letter.isdigit() for letter in start) or following.isupper() or not following.isalpha()
    return f"{start}-" if own else start
