"""``discrepancy review``, and the review file of ``compare``."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from golden.sample import sample_report

from discrepancy.report.fingerprint import fingerprints

Run = Callable[..., Result]
DEAD, CAUSE = fingerprints(sample_report())


@pytest.fixture
def made(run: Run) -> Run:
    """The command line in a folder with the review file of a first run."""
    assert run("compare", "a.txt", "b.txt", "-q", "--write-review", "review.json").exit_code == 1
    return run


def test_a_run_writes_all_its_conflicts(made: Run) -> None:
    """Open, in the order of their fingerprints; the report is printed as always."""
    record = json.loads(Path("review.json").read_text(encoding="utf-8"))

    assert [(one["fingerprint"], one["status"]) for one in record["conflicts"]] == [
        (n, "open") for n in sorted([DEAD, CAUSE])
    ]


def test_a_decision_is_set_and_listed(made: Run) -> None:
    """By the beginning of the fingerprint; the summary counts."""
    set_one = made("review", "review.json", DEAD[:7], "--status", "false_alarm", "--note", "two fires")
    listed = made("review", "review.json")

    assert set_one.stdout.splitlines()[0] == f"{DEAD}  false alarm: two fires"
    assert f"{CAUSE}  open\n    Was the fire an accident or set on purpose? accident (the operator) / " in listed.stdout
    assert listed.stderr == "2 conflicts: 1 open, 1 false alarm\n"
    assert made("review", "review.json", "--status", "open", "-q").stdout.count("c-") == 1
    assert made("review", "review.json", DEAD).stdout == set_one.stdout


def test_what_is_settled_does_not_fail_the_run(made: Run) -> None:
    """It is shown, counted in the summary, and no longer a reason for exit code 1."""
    for name in (DEAD, CAUSE):
        made("review", "review.json", name, "--status", "explained", "--note", "see the log")
    result = made("compare", "a.txt", "b.txt", "--review", "review.json")

    assert result.exit_code == 0
    assert result.stdout.count("Review: explained: see the log") == 2
    assert result.stderr == "2 conflicts in 3 articles (reviewed: 2 explained)\n"
    assert made("compare", "a.txt", "b.txt").exit_code == 1


def test_what_is_confirmed_still_fails_the_run(made: Run) -> None:
    """Somebody has to do something about it."""
    made("review", "review.json", DEAD, "--status", "confirmed")

    assert made("compare", "a.txt", "b.txt", "--review", "review.json").exit_code == 1


def test_conflicts_below_the_shown_severity_are_kept(made: Run) -> None:
    """What is not shown is not gone."""
    made("review", "review.json", CAUSE, "--status", "confirmed")
    made("compare", "a.txt", "b.txt", "--min-severity", "high", "--write-review", "review.json")

    assert "(gone)" not in made("review", "review.json").stdout


def test_kinds_that_were_not_asked_for_are_kept(made: Run, stages: Any) -> None:
    """Also those about which nobody decided."""
    stages.report = replace(sample_report(), conflicts=sample_report().conflicts[:1])
    made("compare", "a.txt", "b.txt", "--kind", "number", "--write-review", "review.json")

    assert made("review", "review.json").stderr == "2 conflicts: 2 open\n"


def test_a_decision_outlives_its_conflict(made: Run, stages: Any) -> None:
    """Marked as gone, with its note; a conflict without decision goes."""
    made("review", "review.json", DEAD, "--note", "ask again")
    stages.report = replace(sample_report(), conflicts=())
    made("compare", "a.txt", "b.txt", "--write-review", "review.json")

    assert made("review", "review.json", "-q").stdout.splitlines()[0] == f"{DEAD}  open: ask again (gone)"
    assert CAUSE not in Path("review.json").read_text(encoding="utf-8")


def test_a_decision_in_the_written_file_goes_before_one_in_the_other(made: Run) -> None:
    """Nothing is overwritten, and a line says so."""
    Path("mine.json").write_bytes(Path("review.json").read_bytes())
    made("review", "mine.json", CAUSE, "--status", "confirmed", "--note", "mine")
    made("review", "review.json", CAUSE, "--status", "false_alarm", "--note", "yours")
    result = made("compare", "a.txt", "b.txt", "-q", "--review", "review.json", "--write-review", "mine.json")

    assert result.stderr == f"mine.json: keeps its own decision about 1 conflict: {CAUSE}\n"
    assert f"{CAUSE}  confirmed: mine" in made("review", "mine.json").stdout


def test_a_report_is_listed_and_not_changed(made: Run) -> None:
    """A decision has its place in a review file."""
    made("review", "review.json", CAUSE, "--status", "confirmed")
    made("compare", "a.txt", "b.txt", "--review", "review.json", "-o", "report.json")
    before = Path("report.json").read_bytes()
    refused = made("review", "report.json", CAUSE, "--status", "open")

    assert made("review", "report.json").stdout.splitlines()[0] == f"{CAUSE}  confirmed"
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
    assert Path("report.json").read_bytes() == before


def test_a_result_is_shown_again_with_later_decisions(made: Run) -> None:
    """Without comparing again: the same bytes as comparing with them."""
    made("compare", "a.txt", "b.txt", "-q", "-o", "report.json")
    made("review", "review.json", CAUSE, "--status", "explained", "--note", "see the log")
    shown = made("report", "report.json", "--review", "review.json")

    assert shown.stdout == made("compare", "a.txt", "b.txt", "--review", "review.json").stdout
    assert shown.stderr == "2 conflicts in 3 articles (reviewed: 1 explained)\n"
    assert "Review:" not in made("report", "report.json").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("review", "a.txt"),
        ("review", "nowhere.json"),
        ("review", "damaged.json"),
        ("review", "review.json", "c-000000000000"),
        ("review", "review.json", "c-000000000000", "--status", "open"),
        ("review", "review.json", "--note", "x"),
        ("review", "review.json", DEAD, "--status", "perhaps"),
        ("compare", "a.txt", "b.txt", "--review", "nowhere.json"),
        ("compare", "a.txt", "b.txt", "--review", "c.txt"),
        ("compare", "a.txt", "b.txt", "--write-review", "c.txt"),
        ("compare", "a.txt", "b.txt", "--write-review", "b.txt"),
        ("compare", "a.txt", "b.txt", "--write-review", "no/folder.json"),
        ("compare", "a.txt", "b.txt", "--write-review", "out.json", "-o", "out.json"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_2(made: Run, arguments: tuple[str, ...]) -> None:
    """Nothing is printed, and no file is made or changed."""
    Path("damaged.json").write_text('{"schema": "discrepancy-report/1", "conflicts": [{}]}', encoding="utf-8")
    before = {path.name: path.read_bytes() for path in Path().iterdir()}
    result = made(*arguments)

    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert {path.name: path.read_bytes() for path in Path().iterdir()} == before


def test_a_note_cannot_steer_the_terminal(made: Run) -> None:
    """It may come from anybody who can write the file."""
    made("review", "review.json", DEAD, "--note", "\x1b[2J\nc-1 open")

    listed = made("review", "review.json").stdout

    assert f"{DEAD}  open: \\x1b[2J c-1 open\n" in listed
    assert listed.count("\n") == 4
