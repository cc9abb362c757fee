"""What a person decided about a conflict: shown in every format, and only where somebody decided."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from typing import get_args

import jsonschema
import pytest
from golden.sample import INTENT, KILLED, sample_report

from discrepancy.model import STATUSES, Report, Review, Status
from discrepancy.report.csv_report import to_csv
from discrepancy.report.fingerprint import fingerprints
from discrepancy.report.html import to_html
from discrepancy.report.html.page import page_of
from discrepancy.report.json_report import to_json, to_jsonl
from discrepancy.report.markdown import to_markdown
from discrepancy.report.selection import SETTLED, has_failed
from discrepancy.report.table import to_table

SCHEMA = json.loads((files("discrepancy.report") / "schema.json").read_text(encoding="utf-8"))
ALARM = Review("false_alarm", "two other fires, see the port's log")


def reviewed(review: Review = ALARM) -> Report:
    """The sample report with a decision about its second conflict."""
    return replace(sample_report(), conflicts=(KILLED, replace(INTENT, review=review)))


def test_the_schema_knows_every_status() -> None:
    """One list, as the model has it."""
    assert tuple(SCHEMA["$defs"]["review"]["properties"]["status"]["enum"]) == STATUSES == get_args(Status)


@pytest.mark.parametrize("render", [to_table, to_markdown, to_html])
def test_a_decision_is_shown_in_words(render: Callable[[Report], str]) -> None:
    """Once in every format that people read, with the note."""
    text = render(reviewed()).partition('id="result"')[0].replace("&#39;", "'")

    assert text.count("two other fires, see the port's log") == 1
    assert "false alarm: two other fires" in " ".join(text.split())


@pytest.mark.parametrize("render", [to_table, to_markdown])
def test_nothing_is_said_where_nobody_decided(render: Callable[[Report], str]) -> None:
    """A report without decisions looks as if there were no such thing."""
    assert "Review" not in render(reviewed(Review()))
    assert "Review: open: ask the port" in render(reviewed(Review("open", "ask the port")))


def test_the_data_holds_a_decision_where_there_is_one() -> None:
    """In JSON and JSON Lines, as the schema says."""
    data = json.loads(to_json(reviewed()))
    jsonschema.Draft202012Validator(SCHEMA).validate(data)

    assert "review" not in data["conflicts"][0]
    assert data["conflicts"][1]["review"] == {"status": "false_alarm", "note": ALARM.note}
    assert [json.loads(line) for line in to_jsonl(reviewed()).splitlines()] == data["conflicts"]


def test_every_row_has_fingerprint_status_and_note() -> None:
    """A spreadsheet can be filtered by them; a note cannot run as a formula."""
    rows = list(csv.DictReader(io.StringIO(to_csv(reviewed(Review("pending", "=1+1"))))))

    assert [(row["status"], row["note"]) for row in rows] == [("open", "")] * 3 + [("pending", "'=1+1")]
    assert list(dict.fromkeys(row["fingerprint"] for row in rows)) == list(fingerprints(reviewed()))


def test_the_page_filters_by_status() -> None:
    """One box for each status that occurs, in the order of the model, and each card carries its own."""
    statuses = dict(page_of(reviewed()).choices)["status"]
    text = to_html(reviewed())

    assert statuses == (("open", "open"), ("false_alarm", "false alarm"))
    assert [text.count(f'data-status="{status}"') for status, _ in statuses] == [1, 1]
    assert 'data-count="status:false_alarm"' in text


@pytest.mark.parametrize("status", STATUSES)
def test_what_is_settled_does_not_make_a_run_fail(status: Status) -> None:
    """A false alarm, an explained conflict and a duplicate leave nothing to do."""
    report = replace(sample_report(), conflicts=(replace(KILLED, review=Review(status)),))

    assert has_failed(report, "low") is (status not in SETTLED)
    assert {"duplicate", "explained", "false_alarm"} == SETTLED
