"""Format ``json``: the whole report as strict JSON, described by ``schema.json`` beside this file.

Format ``jsonl``: the conflicts alone, one a line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from discrepancy import __version__
from discrepancy.model import Report
from discrepancy.report.records import Record, claim_record, conflict_records, document_records

SCHEMA = "discrepancy-report/1"
# json escapes C0 controls only; the others could steer a terminal, and a lone surrogate is no UTF-8
_UNSAFE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def to_json(report: Report) -> str:
    """Everything in ``report`` as one JSON object; offsets are code points of the documents' texts."""
    return "".join(json_parts(report))


def json_parts(report: Report) -> Iterator[str]:
    """The same piece by piece: the whole of a large report needs many times the memory of the file."""
    mark = "{"
    for name, value in _fields(report):
        yield f'{mark}\n  "{name}": '
        yield from _array(value) if isinstance(value, Iterator) else [_indented(value, 2)]
        mark = ","
    yield "\n}\n"


def report_record(report: Report) -> Record:
    """The same as plain data."""
    return {name: list(value) if isinstance(value, Iterator) else value for name, value in _fields(report)}


def _fields(report: Report) -> Iterator[tuple[str, str | Record | Iterator[Record]]]:
    yield "schema", SCHEMA
    yield "version", __version__
    yield "settings", dict(report.settings)
    yield "documents", document_records(report)
    yield "unread", ({"path": unread.path, "why": unread.why} for unread in report.unread)
    yield "claims", map(claim_record, report.claims)
    yield "conflicts", conflict_records(report)
    told = ((one.reason, one.why, [claim.id for claim in one.claims]) for one in report.compatible)
    yield "compatible", ({"reason": reason, "why": why, "claims": claims} for reason, why, claims in told)
    yield "not_compared", ({"claim": one.claim.id, "why": one.why} for one in report.not_compared)


def _array(records: Iterator[Record]) -> Iterator[str]:
    mark = "["
    for record in records:
        yield f"{mark}\n    {_indented(record, 4)}"
        mark = ","
    yield "[]" if mark == "[" else "\n  ]"


def _indented(value: Any, by: int) -> str:
    return strict_json(value, indent=2).rstrip("\n").replace("\n", "\n" + " " * by)


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
