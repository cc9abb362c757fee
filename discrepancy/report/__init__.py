"""Report -> file: one format a file, listed here once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import PurePath

from discrepancy.model import Extraction, Report
from discrepancy.report.annotations import to_annotations
from discrepancy.report.csv_report import to_csv
from discrepancy.report.extraction import to_extraction_csv, to_extraction_json, to_extraction_jsonl
from discrepancy.report.html import to_html
from discrepancy.report.incidents import to_incidents
from discrepancy.report.json_report import json_parts, to_json, to_jsonl
from discrepancy.report.markdown import to_markdown
from discrepancy.report.sarif import to_sarif
from discrepancy.report.slack import to_slack
from discrepancy.report.table import to_table
from discrepancy.report.xlsx import to_xlsx

TEXT_FORMATS: dict[str, Callable[[Report], str]] = {
    "table": to_table,
    "csv": to_csv,
    "json": to_json,
    "jsonl": to_jsonl,
    "markdown": to_markdown,
    "html": to_html,
    "slack": to_slack,
    "sarif": to_sarif,
    "annotations": to_annotations,
    "incidents": to_incidents,
}
BINARY_FORMATS: dict[str, Callable[[Report], bytes]] = {"xlsx": to_xlsx}
FORMATS: dict[str, Callable[[Report], str | bytes]] = {**TEXT_FORMATS, **BINARY_FORMATS}
# formats in pieces, for reports that are too large to be held in memory twice
IN_PARTS: dict[str, Callable[[Report], Iterator[str]]] = {"json": json_parts}
EXTRAS: dict[str, tuple[str, str]] = {"xlsx": ("xlsxwriter", "excel")}  # format -> library, extra that brings it
EXTRACTION_FORMATS: dict[str, Callable[[Sequence[Extraction]], str]] = {
    "json": to_extraction_json,
    "jsonl": to_extraction_jsonl,
    "csv": to_extraction_csv,
}
SUFFIXES: dict[str, str] = {
    ".txt": "table",
    ".csv": "csv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".md": "markdown",
    ".html": "html",
    ".xlsx": "xlsx",
    ".slack.txt": "slack",
    ".sarif": "sarif",
    ".jsonld": "annotations",
    ".incidents.csv": "incidents",
}


def format_of(path: str, known: Collection[str]) -> str | None:
    """The one of the formats ``known`` that the end of the file name picks; the longest suffix counts."""
    name = PurePath(path).name.lower()
    found = [s for s, format_name in SUFFIXES.items() if format_name in known and name.endswith(s) and name != s]
    return SUFFIXES[max(found, key=len)] if found else None
