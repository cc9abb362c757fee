"""A report as plain records: the one place that gives the fields of the files their names and order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from discrepancy.model import Claim, Conflict, Document, Position, Report, Review
from discrepancy.report.fingerprint import named_conflicts
from discrepancy.report.numbers import finite, interval
from discrepancy.values.names import Actor
from discrepancy.values.quantity import Quantity
from discrepancy.values.stance import Stance
from discrepancy.values.timerange import TimeRange

MOST_COPIES = 20  # that an article names: if each of thousands named all others, nothing else would be in the file
Record = dict[str, Any]


def document_records(report: Report) -> Iterator[Record]:
    """Every article of ``report``, in its order."""
    groups = {name: group for group in report.same_origin for name in group}
    return (document_record(document, groups.get(document.id, ())) for document in report.documents)


def document_record(document: Document, group: Sequence[str]) -> Record:
    """One article with the text that all offsets refer to, and its zones; ``group`` are those with the same text."""
    same = [name for name in group[: MOST_COPIES + 1] if name != document.id]
    return {
        "id": document.id,
        "path": document.path,
        "title": document.title,
        "outlet": document.outlet,
        "published": document.published.isoformat() if document.published else None,
        "published_from": document.published_from,
        "url": document.url,
        "language": document.language,
        "sha256": document.sha256,
        "characters": len(document.text),
        "same_origin_as": sorted(same[:MOST_COPIES]),
        "warnings": list(document.warnings),
        "zones": [{"kind": zone.kind, "start": zone.span.start, "end": zone.span.end} for zone in document.zones],
        "text": document.text,
    }


def claim_record(claim: Claim) -> Record:
    """One claim with its value, its speaker and the words that carry it; the last fields stand only where they hold."""
    return {
        "id": claim.id,
        "document": claim.document,
        "kind": claim.kind,
        "attribute": _asked(claim),
        "start": claim.evidence.span.start,
        "end": claim.evidence.span.end,
        "text": claim.evidence.text,
        "sentence": [claim.evidence.sentence.start, claim.evidence.sentence.end],
        "value": value_record(claim),
        "speaker": claim.frame.speaker.name if claim.frame.speaker else None,
        "actor": actor_record(claim.frame.speaker),
        "direct": claim.frame.direct,
        "factuality": claim.frame.factuality,
        "event": claim.frame.occasion.relation,
        **_marks(claim),
    }


def _marks(claim: Claim) -> Record:
    scope, occasion = claim.frame.scope, claim.frame.occasion
    marks = {
        "implied": claim.implied,
        "part": scope.part or scope.additional,
        "carried": any(participant.role == "carried" for participant in claim.frame.participants),
    }
    when = [_when(day) for day in occasion.days] if occasion.own_day else []
    return {**{name: True for name, holds in marks.items() if holds}, **({"when": when} if when else {})}


def _when(time: TimeRange) -> Record:
    return {"start": time.start.isoformat(), "end": time.end.isoformat(), "grain": time.grain, "zone": time.zone}


def actor_record(speaker: Actor | None) -> Record | None:
    """Who the speaker is, whatever an article calls it."""
    if speaker is None:
        return None
    return {"key": speaker.key, "type": speaker.type, "camp": speaker.camp, "generic": speaker.generic}


def _asked(claim: Claim) -> str:
    """What is asked, with the event where it is not the article's own: "killed", "killed:earlier", "killed:wider"."""
    event = claim.frame.occasion.relation
    return claim.attribute if event == "main" or claim.kind != "number" else f"{claim.attribute}:{event}"


def value_record(claim: Claim) -> Record:
    """The value as the text puts it and, for a number, as an interval; None stands for an open end.

    A vague word ("dozens") gives no figure: its ends stay open, and ``read_as`` tells how it is understood.
    """
    if isinstance(claim.value, Quantity):
        record = {"text": claim.shown, **quantity_record(claim.value)}
        if claim.value.bound == "vague":
            record |= {"low": None, "high": None, "read_as": [finite(claim.value.low), finite(claim.value.high)]}
        return record
    side = {"axis": claim.value.axis, "side": claim.value.side} if isinstance(claim.value, Stance) else {}
    return {"text": claim.shown, "value": None, "low": None, "high": None, "unit": None, "bound": None, **side}


def quantity_record(quantity: Quantity) -> Record:
    """A number as written (None for a range or a vague word) and the interval it stands for."""
    return {
        "value": finite(quantity.written),
        "low": finite(quantity.low),
        "high": finite(quantity.high),
        "unit": quantity.unit,
        "bound": quantity.bound,
    }


def conflict_records(report: Report) -> Iterator[Record]:
    """Every conflict of ``report``, in its order."""
    documents = {document.id: document for document in report.documents}
    return (conflict_record(conflict, name, documents) for conflict, name in named_conflicts(report))


def conflict_record(conflict: Conflict, name: str, documents: Mapping[str, Document]) -> Record:
    """One question with the positions that cannot all be true; ``review`` stands only where somebody decided."""
    review = conflict.review
    decided: Record = {} if review == Review() else {"review": {"status": review.status, "note": review.note}}
    if review.earlier:
        decided["review"]["earlier"] = review.earlier
    return {
        "id": conflict.id,
        "fingerprint": name,
        "kind": conflict.kind,
        "question": conflict.question,
        "confidence": round(conflict.confidence, 4),
        "severity": conflict.severity,
        "why": conflict.why,
        "reasons": [
            {"code": reason.code, "text": reason.text, "weight": round(reason.weight, 4)} for reason in conflict.reasons
        ],
        "positions": [position_record(position, documents) for position in conflict.positions],
        **decided,
    }


def position_record(position: Position, documents: Mapping[str, Document]) -> Record:
    """One answer and every passage that holds it; the interval is that of the first passage."""
    low, high = interval(position.claims[0]) if position.claims else (None, None)
    return {
        "value": position.shown,
        "low": low,
        "high": high,
        "evidence": [evidence_record(claim, documents) for claim in position.claims],
    }


def evidence_record(claim: Claim, documents: Mapping[str, Document]) -> Record:
    """The quoted words with the W3C selectors (position, and the quote with its prefix and suffix)."""
    evidence = claim.evidence
    document = documents.get(claim.document)
    return {
        "article": claim.document,
        "claim": claim.id,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "text": evidence.text,
        "prefix": evidence.prefix,
        "suffix": evidence.suffix,
        "sentence": [evidence.sentence.start, evidence.sentence.end],
        "speaker": claim.frame.speaker.name if claim.frame.speaker else None,
        "outlet": document.outlet if document else None,
    }
