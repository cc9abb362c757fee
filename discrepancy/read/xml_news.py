"""Formats ``.xml``, ``.rss`` and ``.atom``: NITF, NewsML-G2, and the entries of feeds."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from discrepancy.errors import ReadError
from discrepancy.read.block_lines import block_lines
from discrepancy.read.child import in_child, need
from discrepancy.read.draft import Contents, Draft
from discrepancy.read.xml_tree import parse_xml

MOST_ENTRIES = 500
SUMMARY = "is a summary from a feed, not the whole article"
_CUT = re.compile(
    r"(?:…|\.\.\.|\[(?:…|\.{3}|&hellip;)\]|(?:continue reading|read more|read the (?:full|whole) (?:story|article))"
    r"[^\n]{0,80})\s{0,9}[»→>)]{0,3}\Z",
    re.IGNORECASE,
)
_FEEDS = frozenset({"rss", "feed", "RDF"})
_DAY = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})")


def read_xml(data: bytes, name: str) -> Contents:
    """The articles of a feed or a news document; raises ReadError where there is none."""
    need("feedparser", "feeds and news in XML", name)
    return in_child(articles_of_xml, data, name)


def prepare() -> None:
    """Load the libraries once for all files."""
    for library in ("lxml.html", "feedparser"):
        import_module(library)


def articles_of_xml(data: bytes, name: str) -> Contents:
    """What ``read_xml`` gives; to be called where nothing is lost when the libraries run away."""
    root = parse_xml(data, name)
    kind = _tag(root)
    if kind in _FEEDS:
        drafts = list(_entries(data))
    elif kind == "nitf":
        drafts = [_nitf(root)]
    else:
        drafts = [_news_item(item) for item in root.iter("{*}newsItem")]
        if not drafts:
            raise ReadError(name, "is XML of a kind that is not known; feeds, NITF and NewsML-G2 are read")
    filled = tuple(draft for draft in drafts if draft.text)
    if not filled:
        raise ReadError(name, "holds no text of an article")
    left = (f"{len(drafts) - len(filled)} without text are left out",) if len(drafts) > len(filled) else ()
    cut = sum(SUMMARY in draft.warnings for draft in filled)
    if cut:
        left = (
            *left,
            f"{cut} of {len(filled)} entries are summaries; the pages they lead to hold the articles",
        )
    return Contents(filled, len(drafts) > 1 or kind in _FEEDS, left)


def _entries(data: bytes) -> Iterator[Draft]:
    import feedparser
    from lxml import html

    # a stream: a string would be tried as an address and as the name of a file
    feed = feedparser.parse(io.BytesIO(data))
    outlet = _line(feed.feed.get("title"))
    for entry in feed.entries[:MOST_ENTRIES]:
        whole = next((part.get("value") for part in entry.get("content", ()) if part.get("value")), None)
        markup = whole or entry.get("summary") or ""
        body = _words(html.fromstring(f"<div>{markup}</div>")) if markup.strip() else ""
        told = () if whole and not _CUT.search(body) else (SUMMARY,)
        title, url = _line(entry.get("title")), _line(entry.get("link"))
        day = entry.get("published_parsed") or entry.get("updated_parsed")
        published = f"{day.tm_year:04}-{day.tm_mon:02}-{day.tm_mday:02}" if day else None
        yield Draft(_under(title, body), None, title, outlet, published, url, warnings=told)


def _nitf(root: Any) -> Draft:
    title = _text(root, "hl1") or _text(root, "hedline") or _text(root, "title")
    issue = next((one.get("norm") for one in root.iter("{*}date.issue")), None)
    outlet = next((one.get("name") for one in root.iter("{*}pubdata") if one.get("name")), None)
    content = next(root.iter("{*}body.content"), None)
    body = _words(content) if content is not None else ""
    return Draft(_under(title, body), None, title, _line(outlet), _day(issue))


def _news_item(item: Any) -> Draft:
    title = _text(item, "headline")
    provider = next(item.iter("{*}provider"), None)
    outlet = None if provider is None else _text(provider, "name") or _line(provider.get("literal"))
    created = _text(item, "contentCreated") or _text(item, "firstCreated") or _text(item, "versionCreated")
    content = next(
        (one for kind in ("body.content", "body", "inlineXML", "inlineData") for one in item.iter(f"{{*}}{kind}")), None
    )
    body = _words(content) if content is not None else ""
    return Draft(_under(title, body), _line(item.get("guid")), title, outlet, _day(created))


def _words(element: Any) -> str:
    return "\n".join(line for line, _ in block_lines(element))


def _under(title: str | None, body: str) -> str:
    return body if not title or not body or body.startswith(title) else f"{title}\n{body}"


def _text(root: Any, tag: str) -> str | None:
    return next((words for one in root.iter(f"{{*}}{tag}") if (words := _line("".join(one.itertext())))), None)


def _line(words: str | None) -> str | None:
    return " ".join((words or "").split())[:500] or None


def _day(written: str | None) -> str | None:
    found = _DAY.match(written or "")
    return "-".join(found.groups()) if found else None


def _tag(element: Any) -> str:
    """The name of an element without its namespace; nothing for comments."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
