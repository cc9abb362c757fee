"""What ``discrepancy extract`` writes: mentions and claims of each document, in the order given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from discrepancy.model import Attribution, Extraction, Span
from discrepancy.report.csv_report import csv_text
from discrepancy.report.json_report import strict_json
from discrepancy.report.records import Record, claim_record, quantity_record
from discrepancy.report.rows import CLAIM_COLUMNS, claim_rows

# calendar and clock figures are listed with the times they belong to; the others are names, ranks and results
NOT_LISTED = frozenset({"clock", "date-part", "house-number", "identifier", "model-name", "ordinal", "score"})


def to_extraction_json(extractions: Sequence[Extraction]) -> str:
    """One object for one document, an array of objects for several."""
    records = [extraction_record(extraction) for extraction in extractions]
    return strict_json(records[0] if len(records) == 1 else records, indent=2)


def to_extraction_jsonl(extractions: Sequence[Extraction]) -> str:
    """One object a line for each document."""
    return "".join(strict_json(extraction_record(extraction)) for extraction in extractions)


def to_extraction_csv(extractions: Sequence[Extraction]) -> str:
    """One row for each claim, safe to open in a spreadsheet."""
    claims = [claim for extraction in extractions for claim in extraction.claims]
    return csv_text(CLAIM_COLUMNS, claim_rows(claims, [extraction.document for extraction in extractions]))


def extraction_record(extraction: Extraction) -> Record:
    """Everything found in one document; offsets are half-open code points of its text."""
    document, mentions = extraction.document, extraction.mentions
    return {
        "id": document.id,
        "path": document.path,
        "claims": [claim_record(claim) for claim in extraction.claims],
        "quantities": [
            {**_place(mention.span), "text": mention.text, **quantity_record(mention.quantity)}
            for mention in mentions.quantities
            if mention.role not in NOT_LISTED
        ],
        "times": [
            {**_place(mention.span), "text": mention.text, "type": mention.type, "value": mention.value}
            for mention in mentions.times
        ],
        "attributions": [_attribution(attribution) for attribution in mentions.attributions],
        "entities": _entities(extraction),
        "warnings": list(document.warnings),
    }


def _entities(extraction: Extraction) -> list[Record]:
    mentions = extraction.mentions
    found = [
        {**_place(mention.span), "text": mention.text, "type": "place", "name": mention.place.name}
        for mention in mentions.places
    ] + [
        {**_place(mention.span), "text": mention.text, "type": mention.actor.type, "name": mention.actor.name}
        for mention in mentions.actors
    ]
    return sorted(found, key=lambda entity: (entity["start"], entity["end"], entity["type"]))


def _attribution(attribution: Attribution) -> Record:
    return {
        "source": _pairs(attribution.source),
        "cue": _pairs(attribution.cue),
        "content": _pairs(attribution.content),
        "direct": attribution.direct,
        "speaker": attribution.speaker.name if attribution.speaker else None,
    }


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _place(span: Span) -> Record:
    return {"start": span.start, "end": span.end}
