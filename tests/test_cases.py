"""The worked examples hold: exactly the listed conflicts are found."""

from __future__ import annotations

import pytest
from casebook import Case, cases, differences

from discrepancy.judge.rules import rule_names
from discrepancy.pipeline import compare

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=[f"{case.path}: {case.title}" for case in CASES])
def test_exactly_the_listed_conflicts_are_found(case: Case) -> None:
    """What is listed is found, and what is not listed is not found."""
    found = differences(case, compare(case.documents).conflicts)

    assert not found, "\n".join(["", *found])


@pytest.mark.parametrize("rule", rule_names())
def test_every_rule_has_a_case_that_is_found_and_one_that_is_left_alone(rule: str) -> None:
    """A rule is shown by example, on both sides of its border."""
    own = [case for case in CASES if case.path.rpartition("/")[2] == f"{rule}.md"]

    assert [bool(case.expected) for case in own].count(True) > 0, f"tests/cases/{rule}.md finds nothing"
    assert [bool(case.expected) for case in own].count(False) > 0, f"tests/cases/{rule}.md leaves nothing alone"
