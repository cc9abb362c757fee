"""Format ``json``: the whole report as strict JSON, described by ``schema.json`` beside this file.

Format ``jsonl``: the conflicts alone, one a line.
"""

from __future__ import annotations

import json
import re
from typing import Any

from discrepancy import __version__
from discrepancy.model import Report
from discrepancy.report.records import Record, claim_record, conflict_records, document_record

SCHEMA = "discrepancy-report/1"
# json escapes C0 controls only; the others could steer a terminal, and a lone surrogate is no UTF-8
_UNSAFE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def to_json(report: Report) -> str:
    """Everything in ``report`` as one JSON object; offsets are code points of the documents' texts."""
    return strict_json(report_record(report), indent=2)


def report_record(report: Report) -> Record:
    """The same as plain data."""
    return {
        "schema": SCHEMA,
        "version": __version__,
        "settings": dict(report.settings),
        "documents": [document_record(document, report) for document in report.documents],
        "unread": [{"path": unread.path, "why": unread.why} for unread in report.unread],
        "claims": [claim_record(claim) for claim in report.claims],
        "conflicts": conflict_records(report),
        "compatible": [
            {"reason": one.reason, "why": one.why, "claims": [claim.id for claim in one.claims]}
            for one in report.compatible
        ],
        "not_compared": [{"claim": one.claim.id, "why": one.why} for one in report.not_compared],
    }


def to_jsonl(report: Report) -> str:
    """One conflict a line, as in the ``conflicts`` of the JSON report."""
    return "".join(strict_json(record) for record in conflict_records(report))


def strict_json(data: Any, *, indent: int | None = None) -> str:
    """``data`` as JSON that every parser takes and every terminal can show, with a line end."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, indent=indent)
    return _UNSAFE.sub(_escape, text) + "\n"


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    return "\ufffd" if "\ud800" <= char <= "\udfff" else f"\\u{ord(char):04x}"
