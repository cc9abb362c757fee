"""Markup to lines: one for each block that holds words of its own, with what kind of part of the page it stands in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from discrepancy.model import ZoneKind

_BLOCKS = frozenset(
    {
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "hl2", "li", "ul", "ol", "dl", "dt", "dd", "tr", "table"),
        *("blockquote", "div", "section", "article", "main", "header", "footer", "aside", "figure", "figcaption"),
        *("address", "pre"),
    }
)
_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "button", "form", "nav", "iframe", "head"})
KindOf = Callable[[Any], ZoneKind | None]


def block_lines(element: Any, kind_of: KindOf = lambda _: None) -> Iterator[tuple[str, ZoneKind | None]]:
    """``(line, kind)`` in the order of the page; what ``kind_of`` says of an element holds for all in it."""
    from lxml import etree

    words: list[str] = []
    kinds: list[ZoneKind | None] = [None]
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, one in walk:
        tag = one.tag.rpartition("}")[2] if isinstance(one.tag, str) else ""
        if tag in _BLOCKS:
            yield from _whole(words, kinds[-1])
            words = []
        if event == "start":
            kinds.append(kinds[-1] or kind_of(one))
            if tag in _UNSEEN or not tag:
                walk.skip_subtree()
            else:
                words.append("\n" if tag == "br" else one.text or "")
        else:
            kinds.pop()
            words.append(one.tail or "" if one is not element else "")
    yield from _whole(words, None)


def _whole(words: list[str], kind: ZoneKind | None) -> Iterator[tuple[str, ZoneKind | None]]:
    line = " ".join("".join(words).split())
    if line:
        yield line, kind
