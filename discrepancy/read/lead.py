"""The lead paragraph of a page, which is often marked up in a way that looks like anything but text."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

_SHORTEST = 40
_LONGEST = 2_000
_BLOCKS = frozenset({"p", "h2", "h3", "h4", "div", "section", "header", "blockquote", "li", "td"})
_MOST_PIECES = 200
_LETTERS = re.compile(r"[\W_]{1,2000}")


def dropped_lead(tree: Any, body: str, description: str | None, title: str | None) -> str | None:
    """The words of the block that the page's ``description`` repeats, where ``body`` lacks them; else None.

    The description itself is never used: it is not what readers saw.
    """
    wanted = _key(description or "").removesuffix(" ")[:200]
    if len(wanted) < _SHORTEST or wanted[:_SHORTEST] in _key(body) or wanted == _key(title or ""):
        return None
    for block in tree.iter(*sorted(_BLOCKS)):
        # a block that holds blocks is more than a paragraph
        if any(child.tag in _BLOCKS for child in block):
            continue
        words = " ".join("".join(islice(block.itertext(), _MOST_PIECES)).split())
        if _SHORTEST <= len(words) <= _LONGEST and _fits(_key(words), wanted):
            return words
    return None


def _fits(words: str, wanted: str) -> bool:
    """One goes on where the other ends: descriptions are cut, and leads run on."""
    return words.startswith(wanted[: max(_SHORTEST, len(wanted) * 3 // 4)])


def _key(text: str) -> str:
    return _LETTERS.sub(" ", text.lower()).strip()
