"""Which stretches of a document are read for claims."""

from __future__ import annotations

from discrepancy.model import Document, ZoneKind

CLAIM_ZONES: frozenset[ZoneKind] = frozenset({"headline", "body"})


def claim_spans(document: Document) -> tuple[tuple[int, int], ...]:
    """``(start, end)`` of the headline and body zones in text order; the whole text where no zones are known."""
    if not document.zones:
        return ((0, len(document.text)),) if document.text else ()
    return tuple((zone.span.start, zone.span.end) for zone in document.zones if zone.kind in CLAIM_ZONES)
