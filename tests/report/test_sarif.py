"""The SARIF log: valid by the published schema, and every place is where it says."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest
from golden.sample import HERALD, INTENT, KILLED, POST, RADIO, sample_report
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from worded import with_words

from discrepancy.model import KINDS, Report, Review
from discrepancy.report.fingerprint import fingerprints
from discrepancy.report.sarif import to_sarif

SCHEMA = json.loads((Path(__file__).parent.parent / "schemas" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
VALID = jsonschema.Draft4Validator(SCHEMA)
TEXTS = {document.path: document.text for document in (POST, RADIO, HERALD)}


def log(report: Report) -> Any:
    data = json.loads(to_sarif(report))
    VALID.validate(data)
    return data


def run(report: Report) -> Any:
    [only] = log(report)["runs"]
    return only


@pytest.mark.parametrize("report", [sample_report(), Report((), (), ()), replace(sample_report(), conflicts=())])
def test_a_log_is_what_the_published_schema_describes(report: Report) -> None:
    """With conflicts and without."""
    assert log(report)["version"] == "2.1.0"


def test_the_schema_finds_faults() -> None:
    """Otherwise the other tests could not fail."""
    data = json.loads(to_sarif(sample_report()))
    data["runs"][0]["results"][0]["level"] = "dire"

    assert not VALID.is_valid(data)


def test_side_a_is_the_location_and_the_others_are_related() -> None:
    """Every passage of the conflict is there, with who says it."""
    result = run(sample_report())["results"][0]

    assert [place["message"]["text"] for place in result["locations"]] == ["14 (coast guard)"]
    assert [place["message"]["text"] for place in result["relatedLocations"]] == [
        "19 (Ida Lund)",
        "12 (herald, no source named)",
    ]


def test_every_region_cuts_out_its_snippet() -> None:
    """By offsets and by lines and columns, in code points."""
    places = [p for r in run(sample_report())["results"] for p in (*r["locations"], *r["relatedLocations"])]

    assert len(places) == 5
    for place in places:
        text = TEXTS[place["physicalLocation"]["artifactLocation"]["uri"]]
        region = place["physicalLocation"]["region"]
        start, snippet = region["charOffset"], region["snippet"]["text"]
        line = text.split("\n")[region["startLine"] - 1]
        assert text[start : start + region["charLength"]] == snippet
        assert region["startLine"] == region["endLine"]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == snippet


def test_a_result_keeps_its_fingerprint() -> None:
    """The one of the other formats, so that a host knows a conflict again."""
    known = [result["partialFingerprints"]["discrepancy/v1"] for result in run(sample_report())["results"]]

    assert known == list(fingerprints(sample_report()))


def test_severity_becomes_the_level() -> None:
    """High is an error, medium a warning, low a note; the rank is the confidence."""
    low = replace(INTENT, severity="low")
    results = run(replace(sample_report(), conflicts=(KILLED, INTENT, low)))["results"]

    assert [result["level"] for result in results] == ["error", "warning", "note"]
    assert results[0]["rank"] == 93.46


def test_every_kind_of_conflict_is_a_rule_with_help() -> None:
    """And a result points at its rule."""
    only = run(sample_report())
    rules = only["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == list(KINDS)
    assert all(len(rule["help"]["text"]) > 80 for rule in rules)
    assert [rules[result["ruleIndex"]]["id"] for result in only["results"]] == ["number", "cause"]


def test_what_a_person_settled_is_suppressed_with_the_reason() -> None:
    """A confirmed conflict is not."""
    settled = replace(KILLED, review=Review("false_alarm", "two ferries"))
    confirmed = replace(INTENT, review=Review("confirmed", "police say so"))
    results = run(replace(sample_report(), conflicts=(settled, confirmed)))["results"]

    assert results[0]["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "false alarm: two ferries"}
    ]
    assert "suppressions" not in results[1]


def test_unread_files_and_warnings_are_told() -> None:
    """Silence must not be taken for agreement."""
    told = [note["message"]["text"] for note in run(sample_report())["invocations"][0]["toolExecutionNotifications"]]

    assert told[0] == "Not read: articles/late.txt: no such file"
    assert len(told) == 3


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b/ü.txt", "a%20b/%C3%BC.txt"),
        ("/data/a.txt", "file:///data/a.txt"),
        ("c:x.txt", "c%3Ax.txt"),
        ("https://example.org/a b?q=1", "https://example.org/a%20b?q=1"),
        ("", "post"),
        ("x\udcff.txt", "x%3F.txt"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
    ],
)
def test_every_path_is_an_address(path: str, uri: str) -> None:
    """Relative to where the tool ran, with what an address cannot hold written out."""
    report = replace(sample_report(), documents=(replace(POST, path=path), RADIO, HERALD))

    assert run(report)["artifacts"][0]["location"]["uri"] == uri


@pytest.mark.parametrize("words", ["[click](https://example.org)", "{0} is {1}", "a\\b [1]"])
def test_words_of_an_article_are_neither_links_nor_placeholders(words: str) -> None:
    """Undone, the message holds what the article wrote."""
    text = run(with_words(words))["results"][0]["message"]["text"]
    undone = re.sub(r"\\([\[\]\\])", r"\1", text).replace("{{", "{").replace("}}", "}")

    assert not re.search(r"(?<!\\)\[[^\]]*(?<!\\)\]\(", text)
    assert not re.search(r"(?<!\{)\{[0-9]+\}(?!\})", text)
    assert words in undone


@given(st.text(max_size=12))
@hypothesis_settings(max_examples=40)
def test_any_words_give_a_valid_log(words: str) -> None:
    """Whatever an article, a path or an outlet says."""
    report = with_words(words)
    only = run(replace(report, documents=(replace(report.documents[0], path=words), *report.documents[1:])))

    assert urlsplit(only["artifacts"][0]["location"]["uri"]).scheme in {"", "file", "http", "https"}
    assert unquote(only["artifacts"][0]["location"]["uri"]) or not words
