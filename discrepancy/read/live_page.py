"""Live blogs on web pages: each post becomes a line with its time and the lines of its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from discrepancy.lexicon import words
from discrepancy.read.block_lines import block_lines
from discrepancy.read.lines import Mark, find_lines

_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2})")
_STAMP = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}")
_LIVE = re.compile(r"LiveBlogPosting|live-?(?:blog|posts?|feed|updates|stream|coverage|reporting)", re.IGNORECASE)
_WORD = re.compile(r"\w{1,30}")
_MOST_TIMES = 2_000
_HIGHEST = 40
_SHORTEST = 40
_FEWEST = 2


def is_live(tree: Any) -> bool:
    """Whether the page calls itself a live blog: in its data, in the names of its parts or in its title."""
    if any(_LIVE.search(one.text or "") for one in tree.iter("script") if "ld+json" in (one.get("type") or "")):
        return True
    if any(_LIVE.search(f"{one.get('class') or ''} {one.get('itemtype') or ''}") for one in _parts(tree)):
        return True
    title = next((one.text or "" for one in tree.iter("title")), "").lower()
    return any(word in words("zones", "live", "words") for word in _WORD.findall(title))


def take_posts(tree: Any) -> list[str]:
    """The lines of all posts in the order of the page, each under its time; they are taken out of ``tree``."""
    found = [(post, when, lines) for post, when in _containers(tree) if (lines := _lines(post))]
    posts = [(post, when, lines) for post, when, lines in found if sum(map(len, lines)) >= _SHORTEST]
    if len(posts) < _FEWEST:
        return []
    for post, _, _ in found:  # the short ones are lists of what the posts say
        if post.getparent() is not None:
            post.drop_tree()
    return [line for _, when, lines in posts for line in (when, *lines)]


def posting_times(text: str) -> Iterator[Mark]:
    """The lines of ``text`` that ``take_posts`` put above the posts."""
    return (Mark(line.start, line.end, "stamp") for line in find_lines(text) if _STAMP.fullmatch(line.text))


def _parts(tree: Any) -> Iterator[Any]:
    return (one for one in tree.iter("html", "body", "main", "article", "section", "div", "ol", "ul"))


def _containers(tree: Any) -> Iterator[tuple[Any, str]]:
    """The largest elements that hold one moment of posting, and that moment."""
    moments: dict[Any, set[str]] = {}
    times: list[tuple[Any, str]] = []
    for one in tree.iter("time"):
        found = _MOMENT.match(one.get("datetime") or "")
        if found and len(times) < _MOST_TIMES:
            times.append((one, " ".join(found.groups())))
            for above in _above(one):
                moments.setdefault(above, set()).add(times[-1][1])
    seen: set[Any] = set()
    for one, when in times:
        around = [above for above in _above(one) if len(moments[above]) == 1]
        if not around or around[-1] in seen:
            continue
        seen.add(around[-1])
        post = around[-1]
        beside = any("comment" in (above.get("class") or "").lower() for above in (post, *_above(post)))
        if post.tag not in ("html", "body", "main") and not beside and next(post.iter("h1"), None) is None:
            yield post, when


def _above(element: Any) -> list[Any]:
    above = []
    for one in element.iterancestors():
        above.append(one)
        if len(above) == _HIGHEST:
            break
    return above


def _lines(post: Any) -> list[str]:
    """The words of a post without its time."""
    times = {" ".join("".join(one.itertext()).split()) for one in post.iter("time")}
    return [line for line, _ in block_lines(post) if line not in times and not _stripped(line, times)]


def _stripped(line: str, times: set[str]) -> bool:
    """A line that holds nothing but times."""
    for time in sorted(times, key=len, reverse=True):
        line = line.replace(time, "") if time else line
    return not line.strip(" ·|•-–—")
