"""Report -> text: one format a file, listed here once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from discrepancy.model import Extraction, Report
from discrepancy.report.extraction import to_extraction_json, to_extraction_jsonl
from discrepancy.report.json_report import to_json, to_jsonl
from discrepancy.report.table import to_table

FORMATS: dict[str, Callable[[Report], str]] = {
    "table": to_table,
    "json": to_json,
    "jsonl": to_jsonl,
}
EXTRACTION_FORMATS: dict[str, Callable[[Sequence[Extraction]], str]] = {
    "json": to_extraction_json,
    "jsonl": to_extraction_jsonl,
}
SUFFIXES: dict[str, str] = {
    ".txt": "table",
    ".json": "json",
    ".jsonl": "jsonl",
}
