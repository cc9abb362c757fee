"""A draft completed: id, zones, day of publication, fingerprint, warnings."""

from __future__ import annotations

import hashlib
from datetime import date

from discrepancy.model import Document, Span, Zone
from discrepancy.read.draft import Draft


def to_document(draft: Draft, identity: str, path: str) -> Document:
    """The document of ``draft``; ``identity`` is its id and ``path`` the name shown for it."""
    try:
        published = date.fromisoformat((draft.published or "")[:10])
    except ValueError:
        published = None
    return Document(
        identity,
        draft.text,
        path,
        draft.title,
        draft.outlet,
        published,
        "given" if published else "unknown",
        draft.url,
        (Zone("body", Span(0, len(draft.text))),),
        hashlib.sha256(draft.text.encode("utf-8", "surrogatepass")).hexdigest(),
        draft.warnings,
    )
