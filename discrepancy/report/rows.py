"""A report as flat rows, for spreadsheets and frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from discrepancy.model import Claim, Conflict, Document, Position, Report
from discrepancy.report.fingerprint import named_conflicts
from discrepancy.report.records import Record, claim_record

_SIDE = ("value", "speaker", "outlet", "quote", "document", "start", "end")
PAIR_COLUMNS = (
    *("conflict", "kind", "severity", "confidence", "question"),
    *(f"{column}_a" for column in _SIDE),
    *(f"{column}_b" for column in _SIDE),
    *("why", "fingerprint", "status", "note"),
)
CLAIM_COLUMNS = (
    *("id", "document", "outlet", "published", "kind", "attribute", "value", "number", "low", "high", "unit", "bound"),
    *("speaker", "direct", "factuality", "event", "start", "end", "text"),
)


def pair_rows(report: Report) -> Iterator[Record]:
    """One row for each pair of opposed positions, each side quoted by the first passage that holds it."""
    documents = {document.id: document for document in report.documents}
    for conflict, name in named_conflicts(report):
        held = [position for position in conflict.positions if position.claims]
        for left, right in combinations(held, 2):
            yield _pair_row(conflict, name, left, right, documents)


def _pair_row(
    conflict: Conflict, name: str, left: Position, right: Position, documents: Mapping[str, Document]
) -> Record:
    return {
        "conflict": conflict.id,
        "kind": conflict.kind,
        "severity": conflict.severity,
        "confidence": round(conflict.confidence, 4),
        "question": conflict.question,
        **_side(left, "a", documents),
        **_side(right, "b", documents),
        "why": conflict.why,
        "fingerprint": name,
        "status": conflict.review.status,
        "note": conflict.review.note,
    }


def _side(position: Position, letter: str, documents: Mapping[str, Document]) -> Record:
    claim = position.claims[0]
    document = documents.get(claim.document)
    span = claim.evidence.span
    speaker = claim.frame.speaker.name if claim.frame.speaker else None
    outlet = document.outlet if document else None
    cells = (position.shown, speaker, outlet, claim.evidence.text, claim.document, span.start, span.end)
    return {f"{column}_{letter}": cell for column, cell in zip(_SIDE, cells, strict=True)}


def claim_rows(claims: Iterable[Claim], documents: Iterable[Document]) -> Iterator[Record]:
    """One row for each claim, in the order given."""
    known = {document.id: document for document in documents}
    for claim in claims:
        record = claim_record(claim)
        value = record.pop("value")
        document = known.get(claim.document)
        cells = {
            **record,
            "outlet": document.outlet if document else None,
            "published": document.published if document else None,
            **{name: value[name] for name in ("low", "high", "unit", "bound")},
            "value": value["text"],
            "number": value["value"],
        }
        yield {column: cells[column] for column in CLAIM_COLUMNS}
