"""Articles to measure on: the sample events, and further events where a folder of them is named."""

from __future__ import annotations

import json
from pathlib import Path

from measure.groups import document_of

from discrepancy.model import Document
from discrepancy.read import read_documents

REAL = "real-events"
Event = tuple[Document, ...]


def sample_events(data: Path, limit: int | None = None) -> list[Event]:
    """The events in ``data``."""
    folders = sorted(path.parent for path in data.glob("*/gold.json"))[:limit]
    return [read_documents([str(folder)]).documents for folder in folders]


def real_events(bench: Path, limit: int | None = None) -> list[Event]:
    """Events of real news in the folder ``bench``; none where it holds none."""
    records = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((bench / REAL).glob("*.json"))[:limit]]
    return [tuple(document_of(article, article["id"]) for article in record["articles"]) for record in records]
