"""What every claim extractor gets to see of one document."""

from __future__ import annotations

from dataclasses import dataclass

from discrepancy.language.tokens import Sentence
from discrepancy.model import Document, Mentions


@dataclass(frozen=True, slots=True)
class Context:
    """One document with its sentences (headline and body only) and mentions."""

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: Mentions
