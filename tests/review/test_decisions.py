"""Decisions and the conflicts they belong to: what a later comparison takes over, and what it asks again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from golden.sample import HERALD_DEAD, INTENT, KILLED, sample_report

from discrepancy.errors import SettingsError
from discrepancy.model import Position, Report, Review
from discrepancy.report.json_report import to_json
from discrepancy.report.reread import reread
from discrepancy.report.table import to_table
from discrepancy.review import apply_reviews, disagreeing, find_reviewed, merge_reviews, reviews_of

REPORT = sample_report()
DEAD, CAUSE = reviews_of(REPORT)
ALARM = Review("false_alarm", "two fires")
# a further quote for one of the answers: the same question, other evidence
GROWN = replace(KILLED, positions=(*KILLED.positions[:2], Position("12", (HERALD_DEAD, HERALD_DEAD))))
GROWN = replace(GROWN, positions=(*GROWN.positions[:2], Position("12", (replace(HERALD_DEAD, shown="twelve"),))))


def decided(report: Report, name: str = DEAD, review: Review = ALARM) -> dict[str, object]:
    known = reviews_of(report)
    return {**known, name: replace(known[name], review=review)}


def test_a_decision_finds_its_conflict_again() -> None:
    """And no other."""
    marked = apply_reviews(REPORT, decided(REPORT))

    assert [conflict.review for conflict in marked.conflicts] == [ALARM, Review()]
    assert type(marked) is type(REPORT)


def test_a_conflict_whose_evidence_changed_is_open_and_says_what_was_decided_before() -> None:
    """The person looks again, and need not remember."""
    marked = apply_reviews(replace(REPORT, conflicts=(GROWN, INTENT)), decided(REPORT))

    assert marked.conflicts[0].review == Review("open", "", f"false alarm: two fires ({DEAD})")
    assert marked.conflicts[1].review == Review()
    assert f"Review: open; with other evidence: false alarm: two fires ({DEAD})" in " ".join(to_table(marked).split())


def test_nothing_is_guessed_where_two_earlier_decisions_would_fit() -> None:
    """Two conflicts about the same question are gone: which of them came back is not known."""
    known = decided(REPORT)
    twin = replace(known[DEAD], fingerprint="c-000000000000", review=Review("confirmed"))
    marked = apply_reviews(replace(REPORT, conflicts=(GROWN,)), {**known, twin.fingerprint: twin})

    assert marked.conflicts[0].review == Review()


def test_a_list_is_brought_up_to_date_without_losing_a_decision() -> None:
    """What is gone is kept when somebody decided about it, and dropped when nobody did."""
    known = decided(REPORT)
    merged = merge_reviews(known, replace(REPORT, conflicts=(GROWN,)))
    grown = next(iter(reviews_of(replace(REPORT, conflicts=(GROWN,)))))

    assert list(merged) == sorted(merged)
    assert set(merged) == {DEAD, grown}
    assert (merged[DEAD].review, merged[DEAD].gone) == (ALARM, True)
    assert (merged[grown].review, merged[grown].gone) == (Review(), False)
    assert merge_reviews(merged, REPORT)[DEAD] == known[DEAD]


def test_a_kind_that_was_not_looked_for_is_not_gone() -> None:
    """``--kind`` narrows a run, not the list."""
    known = decided(REPORT, CAUSE)
    narrow = replace(REPORT, conflicts=(KILLED,))

    assert merge_reviews(known, narrow, ("number",)) == known
    assert merge_reviews(known, narrow)[CAUSE].gone
    assert list(merge_reviews(reviews_of(REPORT), narrow)) == [DEAD]


def test_a_decision_that_the_report_carries_is_taken_over() -> None:
    """From another list; but never in the place of one that is there."""
    marked = apply_reviews(REPORT, decided(REPORT))
    other = decided(REPORT, DEAD, Review("confirmed", "called the guard"))

    assert merge_reviews({}, marked)[DEAD].review == ALARM
    assert merge_reviews(other, marked)[DEAD].review == Review("confirmed", "called the guard")
    assert (disagreeing(other, marked), disagreeing({}, marked), disagreeing(decided(REPORT), marked)) == (
        (DEAD,),
        (),
        (),
    )


def test_the_mark_of_an_earlier_decision_is_no_decision() -> None:
    """It is worked out anew each time and not kept."""
    marked = apply_reviews(replace(REPORT, conflicts=(GROWN,)), decided(REPORT))

    assert [one.review for one in reviews_of(marked).values()] == [Review()]


def test_a_report_lists_its_conflicts_with_their_decisions() -> None:
    """Also one that was written and read again."""
    marked = apply_reviews(REPORT, decided(REPORT))

    assert reviews_of(reread(to_json(marked).encode(), "r")) == reviews_of(marked)
    assert reviews_of(marked)[DEAD].review == ALARM
    assert reviews_of(marked)[DEAD].answers == "14 (coast guard) / 19 (Ida Lund) / 12 (herald, no source named)"


def test_the_beginning_of_a_fingerprint_is_enough() -> None:
    """As long as it names one conflict."""
    known = reviews_of(REPORT)

    assert find_reviewed(known, DEAD) == find_reviewed(known, DEAD[:7]) == known[DEAD]


@pytest.mark.parametrize("name", ["", "c-", "c-0", "c-000000000000", f"{DEAD}0", "nonsense"])
def test_a_name_that_fits_none_is_refused(name: str) -> None:
    """One line that says so."""
    with pytest.raises(SettingsError, match="no such conflict"):
        find_reviewed(reviews_of(REPORT), name)


def test_a_name_that_fits_two_is_refused() -> None:
    """Nothing is decided about a conflict that was not meant."""
    known = {name: replace(reviews_of(REPORT)[DEAD], fingerprint=name) for name in ("c-aaaa00000000", "c-aaaa11111111")}

    with pytest.raises(SettingsError, match="c-aaaa: 2 conflicts begin with it"):
        find_reviewed(known, "c-aaaa")
