"""Format ``sarif``: SARIF 2.1.0, which editors, code hosts and result viewers show."""

from __future__ import annotations

import re
from collections.abc import Mapping

from discrepancy import __version__
from discrepancy.model import KINDS, Claim, Conflict, Document, Kind, Report
from discrepancy.report import explain
from discrepancy.report.addresses import file_address
from discrepancy.report.fingerprint import named_conflicts
from discrepancy.report.json_report import strict_json
from discrepancy.report.records import Record
from discrepancy.report.selection import SETTLED

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "discrepancy/v1"
LEVELS = {"high": "error", "medium": "warning", "low": "note"}
_MARKUP = re.compile(r"[\[\]\\]")  # a message may hold links: [words](address)
HELP: dict[Kind, tuple[str, str]] = {
    "number": ("Two figures for one question", "Two passages give figures for the same count that share no value."),
    "date": ("Two times for one event", "Two passages place one event at times that do not meet."),
    "place": ("Two places for one event", "Two passages place one event at sites that shut each other out."),
    "actor": ("One act, two doers", "Two passages lay one act at different doors."),
    "cause": (
        "Opposed causes",
        "Two passages give opposed answers on cause or intention, such as accident and purpose.",
    ),
    "polarity": ("Said and denied", "One passage says that something is so, another that it is not."),
    "quote": (
        "One speaker, two wordings",
        "Two passages quote the same words of one speaker differently in substance.",
    ),
    "identity": ("One person, two roles", "Two passages give one person posts or ties that exclude one another."),
}
ASK = "Both cannot be true as stated. Read both passages, ask where each comes from, and look for the original source."


def to_sarif(report: Report) -> str:
    """One run with a result for each conflict; offsets are code points of the articles' texts."""
    documents = {document.id: document for document in report.documents}
    index = {document.id: number for number, document in enumerate(report.documents)}
    run = {
        "tool": {
            "driver": {"name": "discrepancy", "semanticVersion": __version__, "rules": [_rule(kind) for kind in KINDS]}
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _notifications(report)}],
        "artifacts": [_artifact(document) for document in report.documents],
        "results": [_result(conflict, name, documents, index) for conflict, name in named_conflicts(report)],
    }
    return strict_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(kind: Kind) -> Record:
    title, words = HELP[kind]
    return {
        "id": kind,
        "name": title.title().replace(",", "").replace(" ", ""),
        "shortDescription": {"text": title},
        "fullDescription": {"text": words},
        "help": {"text": f"{words} {ASK}"},
        "defaultConfiguration": {"level": "warning"},
    }


def _notifications(report: Report) -> list[Record]:
    """What was not read, copies of one text and other things to know before trusting silence."""
    return [{"level": "warning", "message": _message(note)} for note in explain.notes(report)]


def _artifact(document: Document) -> Record:
    hashes = {"hashes": {"text-sha-256": document.sha256}} if document.sha256 else {}  # of the text, not of the file
    return {
        "location": {"uri": file_address(document)},
        "description": _message(f"{document.id}: {explain.source_words(document)}"),
        **hashes,
    }


def _result(conflict: Conflict, name: str, documents: Mapping[str, Document], index: Mapping[str, int]) -> Record:
    held = [(position.shown, claim) for position in conflict.positions for claim in position.claims]
    places = [{"id": number, **_location(shown, claim, documents, index)} for number, (shown, claim) in enumerate(held)]
    return {
        "ruleId": conflict.kind,
        "ruleIndex": KINDS.index(conflict.kind),
        "level": LEVELS[conflict.severity],
        "message": _message(f"{conflict.question} {explain.answers(conflict, documents)}: {conflict.why}"),
        "locations": places[:1],
        "relatedLocations": places[1:],
        "partialFingerprints": {FINGERPRINT: name},
        "rank": round(100 * conflict.confidence, 2),
        **_suppressed(conflict),
        "properties": {
            "id": conflict.id,
            "confidence": round(conflict.confidence, 4),
            "checkNext": explain.check_next(conflict, documents),
            "reasons": [f"{reason.weight:+.2f} {explain.one_line(reason.text)}" for reason in conflict.reasons],
        },
    }


def _suppressed(conflict: Conflict) -> Record:
    """A conflict that a person settled is still told, as one that needs nothing more."""
    if conflict.review.status not in SETTLED:
        return {}
    words = explain.review_words(conflict.review)
    return {"suppressions": [{"kind": "external", "status": "accepted", "justification": words}]}


def _location(shown: str, claim: Claim, documents: Mapping[str, Document], index: Mapping[str, int]) -> Record:
    document = documents[claim.document]
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": file_address(document), "index": index[document.id]},
            "region": _region(document.text, claim),
        },
        "message": _message(f"{shown} ({explain.speaker_words(claim, documents)})"),
    }


def _region(text: str, claim: Claim) -> Record:
    """The quote by lines and columns (from 1, the end column behind the last character) and by offset and length."""
    start, end = claim.evidence.span.start, claim.evidence.span.end
    return {
        "startLine": text.count("\n", 0, start) + 1,
        "startColumn": start - text.rfind("\n", 0, start),
        "endLine": text.count("\n", 0, end) + 1,
        "endColumn": end - text.rfind("\n", 0, end),
        "charOffset": start,
        "charLength": end - start,
        "snippet": {"text": claim.evidence.text},
    }


def _message(words: str) -> Record:
    """Words of an article as plain words: neither links nor placeholders."""
    plain = _MARKUP.sub(lambda match: "\\" + match.group(), explain.one_line(words))
    return {"text": plain.replace("{", "{{").replace("}", "}}")}
