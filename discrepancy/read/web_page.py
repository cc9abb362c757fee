"""A web address as an article: fetched, and read by what the server says it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from discrepancy.language.printable import printable
from discrepancy.read.draft import Contents
from discrepancy.read.fetch import fetch, named
from discrepancy.read.formats import MARKUP, reader_of_page
from discrepancy.read.markup_text import declared

LONGEST_STEM = 80


def read_page(url: str) -> Contents:
    """The articles at ``url``, which know where they were found; raises ReadError."""
    page = fetch(url)
    reader = reader_of_page(page.media_type, PurePosixPath(urlsplit(page.url).path).suffix, named(url))
    data = page.data if page.media_type not in MARKUP else declared(page.data, page.charset)
    contents = reader(data, named(url))
    return replace(contents, drafts=tuple(replace(draft, url=draft.url or page.url) for draft in contents.drafts))


def page_stem(url: str) -> str:
    """A short name for the article at ``url``: the last part of its path, else the name of the site."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "page"
    name = PurePosixPath(unquote(parts.path)).stem or parts.hostname or "page"
    return printable(name)[:LONGEST_STEM]
