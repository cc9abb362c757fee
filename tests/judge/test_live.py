"""In a live blog a later entry brings an earlier one up to date; entries of one time may contradict one another."""

from __future__ import annotations

import pytest

from discrepancy.pipeline import compare
from discrepancy.read.document import to_document
from discrepancy.read.draft import Draft
from discrepancy.report.notebook import Comparison

LATE = "Nineteen people were killed in the fire on the ferry Morning Star off Port Amadi, the health ministry said."
EARLY = "The coast guard said that 12 people were killed in the fire on the ferry Morning Star off Port Amadi."


def live(first: str, second: str, late: str = LATE, early: str = EARLY) -> Comparison:
    text = f"Ferry fire off Port Amadi: live\n12 March 2031\n\n{first}\n{late}\n\n{second}\n{early}\n"
    return compare([to_document(Draft(text), "a", "a.txt")])


def test_a_higher_toll_in_a_later_entry_is_an_update() -> None:
    """Whoever gives it: that is how news comes in."""
    report = live("11:05 GMT", "08:30 GMT")

    assert report.conflicts == ()
    assert [one.reason for one in report.compatible] == ["update"]


def test_the_same_over_midnight() -> None:
    """The day counts before the clock."""
    assert live("13 March 2031, 00:10 GMT", "12 March 2031, 08:30 GMT").conflicts == ()


@pytest.mark.parametrize(("first", "second"), [("08:30 GMT", "08:30 GMT"), ("07:05 GMT", "08:30 GMT")])
def test_a_toll_that_falls_or_differs_at_one_time_is_a_conflict(first: str, second: str) -> None:
    """Nothing newer is told."""
    (conflict,) = live(first, second).conflicts

    assert {position.shown for position in conflict.positions} == {"Nineteen", "12"}


def test_two_entries_that_give_the_state_of_one_moment_differently_are_a_conflict() -> None:
    """Both say what was known at six."""
    late = LATE.replace("Nineteen people were killed", "At 6 a.m. nineteen people were dead")
    early = EARLY.replace("12 people were killed", "at 6 a.m. 12 people were dead")

    assert len(live("11:05 GMT", "08:30 GMT", late, early).conflicts) == len(live("", "", late, early).conflicts)
