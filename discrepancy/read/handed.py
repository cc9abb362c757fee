"""Articles that a program hands over: pasted words, the bytes of uploaded files, web addresses.

A name given here is a label. Nothing is ever opened under it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath, PureWindowsPath

from discrepancy.errors import ReadError
from discrepancy.language.printable import printable
from discrepancy.model import Unread
from discrepancy.read.documents import Reading, to_reading
from discrepancy.read.draft import Contents
from discrepancy.read.fetch import named
from discrepancy.read.formats import reader_for
from discrepancy.read.json_article import draft_of
from discrepancy.read.web_page import read_page

LONGEST_LABEL = 80


@dataclass(frozen=True, slots=True)
class Pasted:
    """Words of an article, and what the reader knows about it; ``published`` is a day as written."""

    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Upload:
    """The bytes of a file; the end of ``name`` says what they are."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Address:
    """A web address to fetch."""

    url: str


Handed = Pasted | Upload | Address


def read_handed(articles: Iterable[Handed], *, taken: Collection[str] = ()) -> Reading:
    """Every article handed over, in that order. What cannot be read is listed in the result, not raised.

    taken   ids that belong to other articles
    """
    unread: list[Unread] = []
    read: list[tuple[str, Contents]] = []
    for number, article in enumerate(articles, 1):
        label = label_of(article, number)
        try:
            read.append((label, _contents(article, label)))
        except ReadError as error:
            unread.append(Unread(error.path, error.reason))
    return to_reading(read, unread, taken=taken)


def label_of(article: Handed, number: int) -> str:
    """What ``article``, the one of that number, is called: never a path."""
    if isinstance(article, Address):
        return named(article.url)
    if isinstance(article, Pasted):
        return f"text-{number}"
    name = PureWindowsPath(PurePosixPath(article.name).name).name  # of either kind of path the last part
    if not name.replace(".", "").strip():
        return f"file-{number}"
    ending = PurePosixPath(name).suffix[:LONGEST_LABEL]
    return printable(name.removesuffix(ending)[: LONGEST_LABEL - len(ending)] + ending)


def _contents(article: Handed, label: str) -> Contents:
    if isinstance(article, Address):
        return read_page(article.url)
    if isinstance(article, Upload):
        return reader_for(PurePosixPath(label).suffix, label)(article.data, label)
    draft = draft_of(asdict(article))
    if isinstance(draft, str):
        raise ReadError(label, draft)
    return Contents((draft,))
