"""The whole way from documents to a report, readable in one screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from discrepancy.extract.document import extract_all
from discrepancy.judge import judge_pairs
from discrepancy.judge.settle import settle, unmatched, worth_telling
from discrepancy.match import match_claims
from discrepancy.match.crowds import Crowd, thin_out
from discrepancy.match.origins import same_origin
from discrepancy.model import Document, Extraction, Unread
from discrepancy.report.notebook import Comparison
from discrepancy.settings import Settings


def extract(documents: Sequence[Document], *, settings: Settings = Settings()) -> tuple[Extraction, ...]:
    """Mentions and claims of each document, in the order given."""
    return tuple(extract_all(documents, model=settings.model))


def compare(
    documents: Sequence[Document], *, settings: Settings = Settings(), unread: Sequence[Unread] = ()
) -> Comparison:
    """Find the claims in ``documents`` that cannot all be true."""
    return compare_extractions(extract(documents, settings=settings), settings=settings, unread=unread)


def compare_extractions(
    extractions: Sequence[Extraction], *, settings: Settings = Settings(), unread: Sequence[Unread] = ()
) -> Comparison:
    """The same for documents that were read before: each is read once, however many comparisons it takes part in."""
    documents = tuple(extraction.document for extraction in extractions)
    claims = tuple(claim for extraction in extractions for claim in extraction.claims if not claim.implied)
    crowd = thin_out(claims)
    verdicts = judge_pairs(match_claims(crowd.claims))
    conflicts, compatible = settle(verdicts, settings.min_confidence)
    if settings.kinds:
        conflicts = tuple(conflict for conflict in conflicts if conflict.kind in settings.kinds)
    told = worth_telling(claims, verdicts)
    return Comparison(
        _with_warnings(documents, crowd),
        told,
        conflicts,
        compatible,
        unmatched(told, verdicts, conflicts, crowd.left_out, settings.min_confidence),
        tuple(unread),
        same_origin(documents),
        settings=(("min_confidence", str(settings.min_confidence)), ("model", settings.model)),
    )


def _with_warnings(documents: Sequence[Document], crowd: Crowd) -> tuple[Document, ...]:
    """The documents; those of which claims are left out say so."""
    return tuple(
        replace(document, warnings=(*document.warnings, crowd.warnings[document.id]))
        if document.id in crowd.warnings
        else document
        for document in documents
    )
