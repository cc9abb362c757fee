"""One document through all grammars: sentences, mentions, claims."""

from __future__ import annotations

from dataclasses import replace

from discrepancy.extract.claims import EXTRACTORS
from discrepancy.extract.context import Context
from discrepancy.extract.mentions import find_mentions
from discrepancy.language.claim_spans import claim_spans
from discrepancy.language.parser import parse
from discrepancy.model import Claim, Document, Extraction
from discrepancy.settings import MODEL


def extract_claims(document: Document, *, model: str = MODEL) -> Extraction:
    """Everything ``document`` says that could be compared."""
    read = claim_spans(document)
    if read.warnings:
        document = replace(document, warnings=(*document.warnings, *read.warnings))
    sentences = parse(document.text, read.spans, model=model)
    mentions = find_mentions(document, sentences)
    context = Context(document, sentences, mentions)
    found = [claim for extractor in EXTRACTORS for claim in extractor(context)]
    found.sort(key=_order)
    claims = [replace(claim, id=f"{document.id}:{number}") for number, claim in enumerate(found, 1)]
    return Extraction(document, mentions, tuple(sorted(claims, key=lambda claim: claim.evidence.span.start)))


def _order(claim: Claim) -> tuple[bool, int, int, str, str]:
    """Text order; what is implied is numbered after all that is said."""
    span = claim.evidence.span
    return claim.implied, span.start, span.end, claim.kind, claim.attribute
