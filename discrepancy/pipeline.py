"""The whole way from documents to a report, readable in one screen."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.extract.document import extract_claims
from discrepancy.judge import judge_pairs
from discrepancy.judge.settle import settle, unmatched, worth_telling
from discrepancy.match import match_claims
from discrepancy.match.origins import same_origin
from discrepancy.model import Document, Extraction, Unread
from discrepancy.report.notebook import Comparison
from discrepancy.settings import Settings


def extract(documents: Sequence[Document], *, settings: Settings = Settings()) -> tuple[Extraction, ...]:
    """Mentions and claims of each document, in the order given."""
    return tuple(extract_claims(document, model=settings.model) for document in documents)


def compare(
    documents: Sequence[Document], *, settings: Settings = Settings(), unread: Sequence[Unread] = ()
) -> Comparison:
    """Find the claims in ``documents`` that cannot all be true."""
    extractions = extract(documents, settings=settings)
    claims = tuple(claim for extraction in extractions for claim in extraction.claims)
    verdicts = judge_pairs(match_claims(claims))
    conflicts, compatible = settle(verdicts, settings.min_confidence)
    if settings.kinds:
        conflicts = tuple(conflict for conflict in conflicts if conflict.kind in settings.kinds)
    told = worth_telling(claims, verdicts)
    return Comparison(
        tuple(documents),
        told,
        conflicts,
        compatible,
        unmatched(told, verdicts),
        tuple(unread),
        same_origin(documents),
        settings=(("min_confidence", str(settings.min_confidence)), ("model", settings.model)),
    )
