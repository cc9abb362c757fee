"""The work on one article and on one event: pure, so that any process on any machine can do it, and do it again."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from discrepancy.corpus.traits import Traits, traits_of
from discrepancy.model import Extraction
from discrepancy.read.document import to_document
from discrepancy.read.draft import Draft, draft_of_fields
from discrepancy.report.html import to_html
from discrepancy.report.json_report import strict_json
from discrepancy.report.records import Record
from discrepancy.report.rows import pair_rows
from discrepancy.settings import Settings
from discrepancy.store.plain import from_plain, to_plain


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it was read, with its id in the archive and the name shown for it."""

    id: str
    path: str
    draft: Draft

    def packed(self) -> bytes:
        """All of it as bytes; the same for the same article."""
        return zlib.compress(json.dumps([self.id, self.path, asdict(self.draft)]).encode(), 1)


@dataclass(frozen=True, slots=True)
class Found:
    """What came of one article: its extraction, packed, and what it is grouped and listed by."""

    extraction: bytes
    traits: Traits
    title: str | None
    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of one event.

    rows        a JSON list with a record for each pair of opposed answers, packed
    conflicts   how many, and how many of them are severe
    page        the HTML report, packed; nothing where nothing conflicts
    """

    rows: bytes
    conflicts: int
    severe: int
    page: bytes


def unpacked(article: bytes) -> Article:
    """What ``Article.packed`` gave."""
    name, path, fields = json.loads(zlib.decompress(article))
    return Article(name, path, draft_of_fields(fields))


def find(article: bytes, model: str) -> Found:
    """Read and extract one packed article."""
    from discrepancy import pipeline

    one = unpacked(article)
    document = to_document(one.draft, one.id, one.path)
    (extraction,) = pipeline.extract([document], settings=Settings(model=model))
    published = document.published.isoformat() if document.published else None
    packed = zlib.compress(to_plain(extraction).encode(), 1)
    return Found(packed, traits_of(document), document.title, document.outlet, published)


def compare(extractions: Sequence[bytes], settings: Settings) -> Compared:
    """Compare the packed extractions of one event."""
    from discrepancy import pipeline

    report = pipeline.compare_extractions([_extraction(packed) for packed in extractions], settings=settings)
    rows = zlib.compress(strict_json(list(pair_rows(report))).encode(), 1)
    severe = sum(conflict.severity == "high" for conflict in report.conflicts)
    page = zlib.compress(to_html(report).encode("utf-8", "replace"), 1) if report.conflicts else b""
    return Compared(rows, len(report.conflicts), severe, page)


def records(rows: bytes) -> list[Record]:
    """The records of ``Compared.rows``."""
    return list(json.loads(zlib.decompress(rows)))


def _extraction(packed: bytes) -> Extraction:
    found = from_plain(zlib.decompress(packed).decode())
    if not isinstance(found, Extraction):
        raise TypeError("holds no extraction")
    return found
