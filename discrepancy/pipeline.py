"""The whole way from documents to a report, readable in one screen."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.extract.document import extract_claims
from discrepancy.model import Document, Extraction, Report, Unread
from discrepancy.settings import Settings


def extract(documents: Sequence[Document], *, settings: Settings = Settings()) -> tuple[Extraction, ...]:
    """Mentions and claims of each document, in the order given."""
    return tuple(extract_claims(document, model=settings.model) for document in documents)


def compare(documents: Sequence[Document], *, settings: Settings = Settings(), unread: Sequence[Unread] = ()) -> Report:
    """Find the claims in ``documents`` that cannot all be true."""
    extractions = extract(documents, settings=settings)
    claims = tuple(claim for extraction in extractions for claim in extraction.claims)
    return Report(tuple(documents), claims, (), unread=tuple(unread))
