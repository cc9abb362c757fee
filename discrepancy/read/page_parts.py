"""Parts of a page that stand among the paragraphs of its article and are none: the markup says what they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from discrepancy.model import ZoneKind
from discrepancy.read.block_lines import block_lines
from discrepancy.read.lines import Mark, find_lines

_TAGS: dict[str, ZoneKind] = {"figcaption": "caption", "aside": "related"}
# what the common content systems call them
_CLASSES: dict[ZoneKind, frozenset[str]] = {
    "caption": frozenset(
        {"caption", "wp-caption-text", "wp-element-caption", "image-caption", "photo-caption", "media-caption"}
        | {"caption-text", "gallery-caption", "figcaption", "img-caption", "article-image__caption"}
    ),
    "credit": frozenset({"credit", "image-credit", "photo-credit", "media-credit", "image-source", "copyright"}),
    "embed": frozenset(
        {"twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "fb-post", "reddit-embed-bq"}
        | {"bluesky-embed", "mastodon-embed", "telegram-post", "imgur-embed-pub", "social-embed"}
    ),
    "related": frozenset(
        {"related", "related-articles", "related-content", "related-links", "related-posts", "related-stories"}
        | {"read-more", "readmore", "read-also", "also-read", "see-also", "more-on-this-story", "most-read"}
        | {"jp-relatedposts", "recommended", "recirculation", "inline-promo", "in-article-link", "story-promo"}
    ),
    "prompt": frozenset({"newsletter", "newsletter-signup", "newsletter-promo", "sharedaddy", "signup", "paywall"}),
    "comment": frozenset({"comments", "comments-area", "comment-list", "comment-content", "comment-body", "disqus"}),
}
_KINDS: dict[str, ZoneKind] = {name: kind for kind, names in _CLASSES.items() for name in names}
_MOST_CLASSES = 30
# a page that calls most of its text a side matter means something else by the word
_LARGEST_SHARE = 0.5


def find_parts(tree: Any, text: str) -> Iterator[Mark]:
    """Lines of ``text`` that stand on the page inside such parts only."""
    apart: dict[str, ZoneKind] = {}
    plain: set[str] = set()
    for line, kind in block_lines(tree, _kind):
        if kind:
            apart.setdefault(line, kind)
        else:
            plain.add(line)
    marks = [
        Mark(line.start, line.end, apart[key])
        for line in find_lines(text)
        if (key := _key(line.text)) in apart and key not in plain
    ]
    if sum(mark.end - mark.start for mark in marks) <= _LARGEST_SHARE * len(text):
        yield from marks


def _key(line: str) -> str:
    return " ".join(line.removeprefix("- ").split())


def _kind(element: Any) -> ZoneKind | None:
    if element.tag in _TAGS:
        return _TAGS[element.tag]
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:2_000].lower().split()[:_MOST_CLASSES]
    return next((_KINDS[name] for name in names if name in _KINDS), None)
