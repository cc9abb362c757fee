"""What holds for any bytes and any text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.errors import ReadError
from discrepancy.language.claim_spans import claim_spans
from discrepancy.language.printable import printable
from discrepancy.model import Document
from discrepancy.read import read_document
from discrepancy.read.decode import decode
from discrepancy.read.document import to_document
from discrepancy.read.draft import Draft
from discrepancy.read.formats import FORMATS, read_piped

FURNITURE = st.sampled_from(
    [
        *(
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "\u2028",
            " ",
            "\t",
            ". ",
            "(",
            ")",
            " - ",
            " | ",
            "© ",
            "Photo: ",
            "By ",
            "Read also",
        ),
        *("17 September 2016", "ARZENO (HP) - ", "Mon Sep 19 2016 ", "Related: ", "12345", "Вход на сайт", "Share"),
        *(
            "Seven people were hurt on the quay",
            "Seven People Were Hurt on the Quay. ",
            "(Reporting by A. Cruz)",
            "HP-12",
        ),
    ]
)
PAGES = st.lists(FURNITURE | st.text(max_size=12), max_size=30).map("".join)
TITLES = st.none() | st.sampled_from(["Seven people were hurt on the quay", "x"]) | st.text(max_size=30)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all examples."""
    return tmp_path_factory.mktemp("any")


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=600), suffix=st.sampled_from([*FORMATS, ".dat", ".png", ""]))
def test_any_bytes_give_a_document_or_a_read_error(folder: Path, data: bytes, suffix: str) -> None:
    """Nothing else may come out of a file."""
    path = folder / f"any{suffix}"
    path.write_bytes(data)
    try:
        document = read_document(path)
    except ReadError as error:
        assert str(error) == f"{path}: {error.reason}"
        assert error.reason.isprintable()
    else:
        _check(document)


@settings(max_examples=100, deadline=None)
@given(text=PAGES, title=TITLES)
def test_zones_cover_any_text_in_order_without_overlap(text: str, title: str | None) -> None:
    """Every character belongs to one zone."""
    _check(to_document(Draft(text, title=title), "a", "a.txt"))


@settings(max_examples=100, deadline=None)
@given(text=PAGES, codec=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_any_text_comes_back_as_it_was_written(text: str, codec: str) -> None:
    """Whatever the encoding: no line end is changed, nothing is decoded twice."""
    try:
        read, _ = decode(text.encode(codec), "a.txt")
    except ReadError:
        return
    assert read == text.removeprefix("\ufeff")


@settings(max_examples=100, deadline=None)
@given(record=st.recursive(st.none() | st.booleans() | st.floats() | st.text(max_size=9), st.lists, max_leaves=6))
def test_any_json_gives_articles_or_a_read_error(record: object) -> None:
    """Fields of any type are survived."""
    for data in (json.dumps(record), json.dumps({"text": record, "id": record, "published": record})):
        try:
            contents = read_piped(data.encode(), "-")
        except ReadError:
            continue
        for draft in contents.drafts:
            _check(to_document(draft, "a", "a.json"))


@given(text=st.text())
def test_printable_text_is_one_line_of_valid_text(text: str) -> None:
    """Whatever is in a name."""
    shown = printable(text)
    assert "\n" not in shown
    assert shown.encode().decode() == shown


def _check(document: Document) -> None:
    at = 0
    for zone in document.zones:
        assert zone.span.start == at
        assert zone.span.end > at or not document.text
        at = zone.span.end
    assert at == len(document.text)
    assert document.text.encode().decode() == document.text
    assert all(0 <= start <= end <= len(document.text) for start, end in claim_spans(document).spans)
    assert all(warning.isprintable() for warning in document.warnings)
