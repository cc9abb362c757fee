"""Two looks at one event: new, changed and gone conflicts, and figures that replaced one another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from golden.sample import HERALD, HERALD_DEAD, INTENT, KILLED, POST, RADIO, sample_report

from discrepancy.changes import NOTHING, changes, look_of
from discrepancy.model import Position
from discrepancy.report.fingerprint import fingerprints
from discrepancy.report.json_report import to_json
from discrepancy.report.reread import reread

REPORT = sample_report()
DEAD, CAUSE = fingerprints(REPORT)
TWO = replace(KILLED, positions=KILLED.positions[:2])
BEFORE = replace(REPORT, conflicts=(TWO, INTENT))
OLD = fingerprints(BEFORE)[0]


def told(before: object, now: object) -> list[tuple[str, str, str]]:
    return [(one.what, one.now, one.before) for one in changes(look_of(before), look_of(now))]


def test_the_same_look_changes_nothing() -> None:
    """Whatever the order and the numbers of the conflicts."""
    turned = replace(REPORT, conflicts=(replace(INTENT, id="c1"), replace(KILLED, id="c2")))

    assert told(REPORT, REPORT) == told(REPORT, turned) == []


def test_a_conflict_is_new_or_gone() -> None:
    """By its fingerprint."""
    assert told(replace(REPORT, conflicts=(KILLED,)), REPORT) == [("new", CAUSE, "")]
    assert told(REPORT, replace(REPORT, conflicts=(KILLED,))) == [("gone", "", CAUSE)]


def test_the_first_look_is_all_new() -> None:
    """Conflicts and updates."""
    assert [one.what for one in changes(NOTHING, look_of(REPORT))] == ["new", "new", "update"]


def test_the_same_question_with_other_evidence_is_changed() -> None:
    """A third answer to a question that was in dispute already."""
    found = changes(look_of(BEFORE), look_of(REPORT))

    assert [(one.what, one.now, one.before) for one in found] == [("changed", DEAD, OLD)]
    assert found[0].detail == "further answer: 12 (herald, no source named)"
    assert changes(look_of(REPORT), look_of(BEFORE))[0].detail == "no longer: 12 (herald, no source named)"


def test_a_further_answer_of_a_later_article_may_be_an_update() -> None:
    """The reader is told so; an article of an unknown day or of the same days is not later."""
    later = tuple(
        replace(REPORT, documents=(POST, RADIO, replace(HERALD, published=date(2031, 3, day)))) for day in (6, 5)
    )
    details = [changes(look_of(BEFORE), look_of(report))[0].detail for report in later]

    assert details == [
        "further answer: 12 (herald, no source named), from a later article: perhaps an update",
        "further answer: 12 (herald, no source named)",
    ]


def test_the_same_answers_from_other_passages_are_changed() -> None:
    """One more paper tells what was told before."""
    more = (Position("14", (*KILLED.positions[0].claims, HERALD_DEAD)), KILLED.positions[1])
    found = changes(look_of(BEFORE), look_of(replace(REPORT, conflicts=(replace(KILLED, positions=more), INTENT))))

    assert [(one.what, one.detail) for one in found] == [("changed", "the same answers from other passages")]


def test_of_two_conflicts_about_one_question_the_nearer_changed() -> None:
    """The one that shares more quotes; the other is gone."""
    other = replace(KILLED, positions=(Position("9", (HERALD_DEAD,)), Position("8", (HERALD_DEAD,))))
    before = replace(REPORT, conflicts=(other, TWO, INTENT))

    assert told(before, REPORT) == [("changed", DEAD, OLD), ("gone", "", fingerprints(before)[0])]


def test_figures_that_replace_one_another_are_told_once() -> None:
    """An update is no conflict, and still news."""
    quiet = replace(REPORT, compatible=())
    found = changes(look_of(quiet), look_of(REPORT))

    assert [(one.what, one.words) for one in found] == [
        ("update", "14 (coast guard) / 19 (Ida Lund): the later article gives the newer toll")
    ]


def test_a_report_that_was_written_and_read_again_is_the_same_look() -> None:
    """Stores and files can be compared."""
    assert look_of(reread(to_json(REPORT).encode(), "r")) == look_of(REPORT)
