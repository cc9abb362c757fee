"""Format ``annotations``: W3C Web Annotations, one for each passage that a conflict quotes."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID, uuid5

from discrepancy import __version__
from discrepancy.model import Claim, Conflict, Document, Report
from discrepancy.report import explain
from discrepancy.report.addresses import source_address
from discrepancy.report.fingerprint import named_conflicts
from discrepancy.report.json_report import strict_json
from discrepancy.report.records import Record

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_NAMES = UUID("b3f7c0de-5a1c-4d57-9c86-2e1f0a7d4b90")  # from it the same quote gets the same name in every run
_GENERATOR = {"type": "Software", "name": f"discrepancy {__version__}"}


def to_annotations(report: Report) -> str:
    """A collection with one page; every quote is found by its words with their context and by its position."""
    documents = {document.id: document for document in report.documents}
    items = [
        _annotation(conflict, name, shown, claim, documents)
        for conflict, name in named_conflicts(report)
        for shown, claim in ((position.shown, claim) for position in conflict.positions for claim in position.claims)
    ]
    whole = _name(*(item["id"] for item in items))
    page = {"id": _name(whole, "1"), "type": "AnnotationPage", "partOf": whole, "startIndex": 0, "items": items}
    collection = {
        "@context": CONTEXT,
        "id": whole,
        "type": "AnnotationCollection",
        "label": explain.summary(report),
        "generator": _GENERATOR,
        "total": len(items),
        "first": page,
    }
    return strict_json(collection, indent=2)


def _annotation(conflict: Conflict, name: str, shown: str, claim: Claim, documents: Mapping[str, Document]) -> Record:
    evidence = claim.evidence
    place = f"{evidence.span.start}-{evidence.span.end}"
    line = f"{conflict.question} {explain.answers(conflict, documents)}: {conflict.why}"
    answer = f"{shown} ({explain.speaker_words(claim, documents)}; {explain.place_words(claim, documents)})"
    return {
        "id": _name(name, claim.document, place, shown),
        "type": "Annotation",
        "motivation": "commenting",
        "generator": _GENERATOR,
        "body": [
            _body("commenting", f"{answer}. {line}"),
            _body("tagging", conflict.kind),
            _body("identifying", name),
        ],
        "target": {
            "type": "SpecificResource",
            "source": source_address(documents[claim.document]),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": evidence.text,
                    "prefix": evidence.prefix,
                    "suffix": evidence.suffix,
                },
                {"type": "TextPositionSelector", "start": evidence.span.start, "end": evidence.span.end},
            ],
        },
    }


def _body(purpose: str, words: str) -> Record:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "value": explain.one_line(words),
        "format": "text/plain",
        "language": "en",
    }


def _name(*parts: str) -> str:
    """An address made from ``parts`` alone; with its length no part can run into the next."""
    text = "".join(f"{len(part)}:{part}" for part in parts)
    return f"urn:uuid:{uuid5(_NAMES, text.encode('utf-8', 'replace').decode())}"
