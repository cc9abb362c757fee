"""Format ``.html``: the article of a web page, without what stands around it.

The text is the headline, then the paragraphs and tables of the article, one a line.
"""

from __future__ import annotations

import re
import sys
from copy import deepcopy

from discrepancy.errors import ReadError
from discrepancy.read.child import in_child, need
from discrepancy.read.draft import Contents, Draft
from discrepancy.read.lead import dropped_lead
from discrepancy.read.live_page import is_live, posting_times, take_posts
from discrepancy.read.markup_text import markup_text
from discrepancy.read.page_parts import find_parts
from discrepancy.read.page_tree import page_tree

_WORD = re.compile(r"[^\W_]{2}")
_FEWEST_WORDS = 5
# a day long past any article: the library would otherwise ask the clock which dates are possible
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2199-12-31"}
_FIRST = b"<html><body><article><h1>Example</h1><p>%b</p></article></body></html>" % (
    b"A sentence of this example. " * 20
)
_TOO_DEEP = ", which is nested too deeply"
_NAMELESS = re.compile(r"[\x00-\x1f\x7f]{1,9}")


def read_html(data: bytes, name: str) -> Contents:
    """The one article of a page; raises ReadError when there is none."""
    need("trafilatura", "web pages", name)
    return in_child(article_of_page, data, name)


def prepare() -> None:
    """Load the libraries once for all pages; much of them is loaded by the first page only."""
    if "trafilatura" not in sys.modules:
        article_of_page(_FIRST, "")


def article_of_page(data: bytes, name: str) -> Contents:
    """What ``read_html`` gives; to be called where nothing is lost when the libraries crash."""
    import trafilatura

    page, warnings = markup_text(data, name)
    tree, lost = page_tree(page, name)
    if lost:
        warnings = (*warnings, "is nested so deeply that a part of the page is lost; compare it with the page itself")
    blocks = deepcopy(tree)  # the library takes its tree apart
    posts = take_posts(tree) if is_live(tree) else []
    found = trafilatura.bare_extraction(
        tree, include_comments=False, favor_precision=True, with_metadata=True, date_extraction_params=_DATES
    )
    found = None if isinstance(found, dict) else found
    body = (found.text or "").strip() if found is not None else ""
    if not posts and len(_WORD.findall(body)) < _FEWEST_WORDS:
        raise ReadError(name, f"holds no article: no running text is found in the page{_TOO_DEEP if lost else ''}")
    about = found or trafilatura.extract_metadata(page_tree(page, name)[0], date_config=_DATES)
    title = _line(about.title)
    lead = dropped_lead(blocks, body, _line(about.description), title) if not posts else None
    head = title if title and body.lower().startswith(title.lower()) else ""
    lines = [head or title or "", lead or "", body[len(head) :].strip(), *posts]
    text = "\n".join(line for line in lines if line)
    draft = Draft(
        text,
        title=title,
        outlet=_line(about.sitename),
        published=_line(about.date),
        url=_line(about.url),
        warnings=warnings,
        marks=(*(posting_times(text) if posts else ()), *find_parts(blocks, text)),
    )
    return Contents((draft,))


def _line(field: str | None) -> str | None:
    """A field of the page's metadata on one line."""
    return " ".join(_NAMELESS.sub(" ", field or "").split())[:500] or None
