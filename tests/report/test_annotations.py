"""Web Annotations: valid by the model, and every selector finds its quote."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from golden.sample import HERALD, POST, RADIO, sample_report
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from worded import with_words

from discrepancy.model import Report
from discrepancy.report.addresses import source_address
from discrepancy.report.annotations import to_annotations

SCHEMA = json.loads((Path(__file__).parent.parent / "schemas" / "annotations.json").read_text(encoding="utf-8"))
VALID = jsonschema.Draft202012Validator(SCHEMA)
TEXTS = {source_address(document): document.text for document in (POST, RADIO, HERALD)}


def collection(report: Report) -> Any:
    data = json.loads(to_annotations(report))
    VALID.validate(data)
    return data


@pytest.mark.parametrize("report", [sample_report(), Report((), (), ())])
def test_a_collection_is_what_the_model_describes(report: Report) -> None:
    """With annotations and without; the page holds as many as the collection says."""
    data = collection(report)

    assert data["total"] == len(data["first"]["items"])
    assert data["first"]["partOf"] == data["id"]


def test_both_selectors_find_the_quote() -> None:
    """The position cuts the words out of the text, and the words with their context stand in it once."""
    items = collection(sample_report())["first"]["items"]

    assert len(items) == 5
    for item in items:
        text = TEXTS[item["target"]["source"]]
        words, position = item["target"]["selector"]
        assert text[position["start"] : position["end"]] == words["exact"]
        assert text.count(words["prefix"] + words["exact"] + words["suffix"]) == 1


def test_the_source_is_the_page_where_it_is_known() -> None:
    """On its page a tool finds the quote; else the text is named by its hash, the same on every machine."""
    live = replace(POST, url="https://example.org/ferry")
    items = collection(replace(sample_report(), documents=(live, RADIO, HERALD)))["first"]["items"]
    page, name = [item["target"]["source"] for item in items][:2]

    assert page == "https://example.org/ferry"
    assert name.startswith("ni:///sha-256;")
    assert urlsafe_b64decode(name.partition(";")[2] + "=") == sha256(RADIO.text.encode()).digest()


def test_names_are_unique_and_stay() -> None:
    """The same quote in the same conflict has the same name in every run; no two share one."""
    first, second = collection(sample_report()), collection(sample_report())
    names = [item["id"] for item in first["first"]["items"]]

    assert names == [item["id"] for item in second["first"]["items"]]
    assert len({*names, first["id"], first["first"]["id"]}) == len(names) + 2


def test_an_annotation_says_what_conflicts_and_rates_nothing() -> None:
    """Who answers what, against whom, why; a comment, never an assessment."""
    item = collection(sample_report())["first"]["items"][0]
    comment, kind, name = item["body"]

    assert comment["value"].startswith(
        "14 (coast guard; Northern Post, post line 3). How many people were killed? 14 (coast guard) / 19 (Ida Lund)"
    )
    assert (kind["value"], name["value"][:2]) == ("number", "c-")
    assert item["motivation"] == "commenting"


@given(st.text(max_size=12))
@hypothesis_settings(max_examples=40)
def test_any_words_give_valid_annotations(words: str) -> None:
    """Whatever an article, an address or an outlet says."""
    assert collection(with_words(words))["total"] == 2
