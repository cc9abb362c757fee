"""The HTML report of a long investigation: it stays small enough to open, and nothing is silently missing."""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64decode

import pytest
from large import large_report

from discrepancy.model import Report
from discrepancy.report.html import to_html
from discrepancy.report.html.page import CARDS_SHOWN, FULL_CARDS, LINES_SHOWN, page_of
from discrepancy.report.json_report import to_json

LARGEST = 6_000_000  # bytes


@pytest.fixture(scope="module")
def report() -> Report:
    return large_report(2000)


@pytest.fixture(scope="module")
def text(report: Report) -> str:
    return to_html(report)


def test_two_thousand_conflicts_make_a_page_that_still_opens(text: str) -> None:
    """It stays below 6 MB, whole data included."""
    assert len(text.encode()) < LARGEST


def test_every_conflict_has_its_card(report: Report, text: str) -> None:
    """Whoever searches the page searches all of them; a line says from where on they are told in short."""
    cards = page_of(report).cards

    assert len(cards) == len(report.conflicts) == text.count('<article class="card"')
    assert [card.short for card in cards] == [False] * FULL_CARDS + [True] * (len(cards) - FULL_CARDS)
    assert text.count("From here on the conflicts are told in short") == 1


def test_a_short_card_still_quotes_every_answer(report: Report) -> None:
    """Question, answers, quotes, speakers and the way to the text stay; reasons are left to the data."""
    card = page_of(report).cards[-1]
    conflict = report.conflicts[-1]

    assert [answer.shown for answer in card.answers] == [position.shown for position in conflict.positions]
    assert [a.passages[0].quote for a in card.answers] == [p.claims[0].evidence.text for p in conflict.positions]
    assert all(answer.passages[0].anchor for answer in card.answers)
    assert card.reasons == ()


def test_the_packed_data_are_the_json_report(report: Report, text: str) -> None:
    """Too large to stand in the page as they are, but whole."""
    packed = re.search(r'<script type="application/gzip" id="result">([^<]+)</script>', text)

    assert packed
    assert json.loads(gzip.decompress(b64decode(packed[1]))) == json.loads(to_json(report))


def test_the_lines_to_paste_are_folded_after_the_first(text: str) -> None:
    """Nobody scrolls through thousands of lines to reach the matrix."""
    assert f"<summary>{2000 - LINES_SHOWN} more lines</summary>" in text


def test_what_does_not_fit_is_counted() -> None:
    """Beyond that many cards the page says how many are missing, and where they are."""
    report = large_report(CARDS_SHOWN + 3)

    assert page_of(report).more == 3
    assert "3 more conflicts, less sure than these" in to_html(report)
