"""Formats ``.warc``, ``.warc.gz`` and ``.wacz``: the web pages of an archive, each an article."""

from __future__ import annotations

import io
from dataclasses import replace
from importlib import import_module

from discrepancy.errors import ReadError
from discrepancy.language.printable import printable
from discrepancy.read.archive import member_bytes, open_archive
from discrepancy.read.child import in_child, need
from discrepancy.read.draft import Contents, Draft
from discrepancy.read.html import read_html
from discrepancy.read.markup_text import declared, markup_text
from discrepancy.read.parts import contents_of_parts

MOST_PAGES = 200
_LARGEST_PAGE = 8 * 1024 * 1024
_LARGEST_TOTAL = 24 * 1024 * 1024


def read_warc(data: bytes, name: str) -> Contents:
    """The articles of all pages that a server gave; raises ReadError where there is none."""
    need("warcio", "web archives", name)
    return _articles(in_child(pages_of_warc, data, name), name)


def read_wacz(data: bytes, name: str) -> Contents:
    """The same, from the archives that are packed together with their index."""
    need("warcio", "web archives", name)
    archive = open_archive(data, name, "a web archive (WACZ)")
    packed = [one for one in archive.namelist() if one.startswith("archive/") and ".warc" in one]
    if not packed:
        raise ReadError(name, "is not a web archive (WACZ): it holds no archive/*.warc")
    found = [in_child(pages_of_warc, member_bytes(archive, member, name), name) for member in packed]
    drafts = tuple(draft for contents in found for draft in contents.drafts)
    return _articles(Contents(drafts, True, tuple(line for one in found for line in one.warnings)), name)


def prepare() -> None:
    """Load the library once for all files."""
    import_module("warcio.archiveiterator")


def pages_of_warc(data: bytes, name: str) -> Contents:
    """The pages as they were served, decoded; to be called where nothing is lost when the library runs away."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    pages: list[Draft] = []
    warnings: list[str] = []
    total = 0
    try:
        for record in ArchiveIterator(io.BytesIO(data)):
            headers = record.http_headers
            if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
                continue
            kind = (headers.get_header("Content-Type") or "").lower()
            if "html" not in kind.partition(";")[0]:
                continue
            if len(pages) == MOST_PAGES or total > _LARGEST_TOTAL:
                warnings.append(f"holds more pages than the {len(pages)} that are read")
                break
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            body = record.content_stream().read(_LARGEST_PAGE)
            total += len(body)
            try:
                text, _ = markup_text(declared(body, kind.partition("charset=")[2].strip(" \"';")), name)
            except ReadError as error:
                warnings.append(f"{printable(url[:200])}: {error.reason}")
                continue
            pages.append(Draft(text, url=url or None))
    except (ArchiveLoadFailed, ValueError, OSError, EOFError, AttributeError):
        if not pages:
            raise ReadError(name, "is not a web archive (.warc), or damaged; unpack other packed files first") from None
        warnings.append("is damaged; what follows the last page is lost")
    return Contents(tuple(pages), True, tuple(warnings))


def _articles(pages: Contents, name: str) -> Contents:
    found = (*pages.warnings, *(_article(page, name) for page in pages.drafts))
    return contents_of_parts(found, name, none="holds no page with an article", more="pages hold no article")


def _article(page: Draft, name: str) -> Draft | str:
    try:
        return replace(read_html(page.text.encode("utf-8-sig"), name).drafts[0], url=page.url)
    except ReadError as error:
        return f"{printable((page.url or 'a page')[:200])}: {error.reason}"
