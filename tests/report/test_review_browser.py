"""Decisions in the HTML report, in a real browser: shown on the card, filtered by, and readable for everybody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from browser import Browse, Tab
from golden.sample import INTENT, KILLED, sample_report

from discrepancy.model import Review
from discrepancy.report.fingerprint import fingerprints
from discrepancy.report.html import to_html

MARKS = (Review("confirmed", "called the guard"), Review("false_alarm", "two fires"), Review(earlier="explained (c-0)"))
ASKED = ("How many people were killed?", "Was the fire an accident or set on purpose?", "How many of the crew died?")
Opened = Callable[..., Tab]


@pytest.fixture
def opened(browse: Browse, tmp_path: Path) -> Opened:
    """A function that opens a page with a confirmed conflict, a false alarm, and one that is open again."""
    known = (KILLED, INTENT, replace(KILLED, id="c3", question=ASKED[2]))
    marked = tuple(replace(conflict, review=mark) for conflict, mark in zip(known, MARKS, strict=True))
    path = tmp_path / "report.html"
    path.write_text(to_html(replace(sample_report(), conflicts=marked)), encoding="utf-8")
    return lambda anchor="", **options: browse(path.as_uri() + anchor, **options)


def shown(tab: Tab) -> list[str]:
    """The questions on show, without their numbers."""
    return [title.partition(". ")[2] for title in tab.page.locator(".card:visible h3").all_inner_texts()]


def test_the_status_is_a_filter_with_live_counts(opened: Opened) -> None:
    """Together with the other filters: what one leaves out the others no longer count."""
    tab = opened()
    counts = {one: tab.page.locator(f'[data-count="status:{one}"]') for one in ("open", "confirmed", "false_alarm")}
    before = {status: count.inner_text() for status, count in counts.items()}
    tab.page.uncheck('input[name="status"][value="false_alarm"]')
    settled_left_out = shown(tab)
    tab.page.uncheck('input[name="kind"][value="number"]')

    assert before == {"open": "(1)", "confirmed": "(1)", "false_alarm": "(1)"}
    assert settled_left_out == [ASKED[0], ASKED[2]]
    assert shown(tab) == []
    assert {status: count.inner_text() for status, count in counts.items()} == {
        "open": "(0)",
        "confirmed": "(0)",
        "false_alarm": "(1)",
    }


def test_a_decision_stands_on_its_card(opened: Opened) -> None:
    """In words, with the note."""
    assert opened().page.locator(".card .review").all_inner_texts() == [
        "Review: confirmed: called the guard",
        "Review: false alarm: two fires",
        "Review: open; with other evidence: explained (c-0)",
    ]


def test_a_fingerprint_in_the_address_leads_to_its_card(opened: Opened) -> None:
    """A link that was passed on finds the conflict in every report that holds it."""
    tab = opened(f"#{fingerprints(sample_report())[1]}")

    assert tab.page.locator(".card:target h3").inner_text().endswith(ASKED[1])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier_in_decisions(opened: Opened, scheme: str) -> None:
    """Colours, names and order, with everything unfolded."""
    tab = opened(color_scheme=scheme, bypass_csp=True)
    tab.unfold()

    assert tab.barriers() == []
