"""How a run ends: exit codes, and one line for whatever goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from golden.sample import INTENT

from discrepancy import pipeline
from discrepancy.errors import ParserMissing
from discrepancy.model import Report

Run = Callable[..., Result]


def test_conflicts_end_with_1(run: Run) -> None:
    """As ``diff`` does."""
    result = run("compare", "a.txt", "b.txt")

    assert result.exit_code == 1
    assert result.stdout.startswith("1. How many people were killed?\n")
    assert result.stderr == "2 conflicts in 3 articles\n"


def test_agreement_ends_with_0(run: Run, stages: Any) -> None:
    """Nothing conflicts."""
    stages.report = replace(stages.report, conflicts=())
    result = run("compare", "a.txt", "b.txt")

    assert (result.exit_code, result.stderr) == (0, "0 conflicts in 3 articles\n")


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--exit-zero"], 0),
        (["--fail-on", "never"], 0),
        (["--fail-on", "medium"], 1),
        (["--fail-on", "high"], 0),
        (["--exit-zero", "--fail-on", "low"], 0),
        (["--min-severity", "high"], 0),
    ],
)
def test_a_pipeline_can_say_what_counts_as_failure(run: Run, stages: Any, options: list[str], code: int) -> None:
    """The one conflict is of medium severity."""
    stages.report = replace(stages.report, conflicts=(INTENT,))

    assert run("compare", "a.txt", "b.txt", *options).exit_code == code


def test_a_missing_file_is_an_error_in_one_line(run: Run) -> None:
    """With fewer than two articles left nothing can be compared."""
    result = run("compare", "a.txt", "nowhere.txt", "-o", "report.json")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "discrepancy: nowhere.txt: no such file; only a is left, and nothing to compare it with\n"
    assert not Path("report.json").exists()


def test_two_missing_files_are_still_one_line(run: Run) -> None:
    """Both are named."""
    result = run("compare", "x.txt", "y.txt")

    assert (result.exit_code, result.stderr) == (2, "discrepancy: x.txt: no such file; y.txt: no such file\n")


def test_one_missing_file_among_three_is_reported_and_the_rest_compared(run: Run, stages: Any) -> None:
    """On standard error and in the report."""
    result = run("compare", "a.txt", "nowhere.txt", "b.txt")

    assert result.exit_code == 1
    assert [document.id for document in stages.documents] == ["a", "b"]
    assert result.stderr == "nowhere.txt: no such file\n2 conflicts in 3 articles, 1 file not read\n"
    assert "Not read: nowhere.txt: no such file" in result.stdout


def test_one_article_alone_is_compared_with_itself(run: Run, stages: Any) -> None:
    """Most disagreement sits inside one article, between its speakers."""
    assert run("compare", "a.txt").exit_code == 1
    assert [document.id for document in stages.documents] == ["a"]


def test_standard_input_is_an_article(run: Run, stages: Any) -> None:
    """Named by a dash."""
    run("compare", "a.txt", "-", input="An article from a pipe.\n")

    assert [document.text for document in stages.documents] == ["Text of a.txt.\n", "An article from a pipe.\n"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["compare"],
        ["compare", "--nonsense", "a.txt"],
        ["compare", "a.txt", "b.txt", "--kind", "colour"],
        ["compare", "a.txt", "b.txt", "--min-confidence", "2"],
        ["compare", "a.txt", "b.txt", "-o", "report.docx"],
        ["compare", "a.txt", "b.txt", "-o", "a.txt"],
        ["compare", "a.txt", "b.txt", "-o", "r.json", "-o", "./r.json"],
        ["compare", "a.txt", "b.txt", "--config", "nowhere.toml"],
        ["extract", "a.txt", "-o", "claims.md"],
        ["extract", "nowhere.txt"],
        ["explain", "nonsense"],
        ["nonsense"],
    ],
)
def test_wrong_use_is_one_line_and_2(run: Run, arguments: list[str]) -> None:
    """No page of help between the reader and the cause."""
    result = run(*arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith("discrepancy: ")


def test_an_article_is_never_overwritten(run: Run) -> None:
    """Neither by its own name nor by a way round."""
    for name in ("a.txt", "./a.txt", f"../{Path.cwd().name}/a.txt"):
        assert run("compare", "a.txt", "b.txt", "-o", name).exit_code == 2
    assert Path("a.txt").read_text(encoding="utf-8") == "Text of a.txt.\n"


def test_an_expected_failure_is_one_line(run: Run, stages: Any) -> None:
    """The language model is missing."""
    stages.fault = ParserMissing("language model xx cannot be loaded")
    result = run("compare", "a.txt", "b.txt")

    assert (result.exit_code, result.stderr) == (2, "discrepancy: language model xx cannot be loaded\n")


def test_a_bug_is_one_line_and_2(run: Run, stages: Any) -> None:
    """An uncaught exception would end with 1, which means that conflicts were found."""
    stages.fault = ZeroDivisionError("a bug\nof two lines")
    result = run("compare", "a.txt", "b.txt")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "discrepancy: unexpected ZeroDivisionError: a bug of two lines (--debug shows where)\n"


def test_a_lack_of_memory_is_no_bug(run: Run, stages: Any) -> None:
    """The words say what is short."""
    stages.fault = MemoryError()

    assert run("compare", "a.txt", "b.txt").stderr == (
        "discrepancy: the memory of this machine does not suffice for these articles\n"
    )


def test_debug_shows_where_a_bug_is(run: Run, stages: Any) -> None:
    """For those who look for it."""
    stages.fault = ZeroDivisionError("a bug")
    result = run("compare", "a.txt", "b.txt", "--debug")

    assert result.exit_code == 2
    assert "Traceback (most recent call last)" in result.stderr


def test_an_interruption_ends_with_130(run: Run, stages: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C is neither a finding nor a fault."""

    def interrupted(*_: object, **__: object) -> Report:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "compare", interrupted)
    result = run("compare", "a.txt", "b.txt", "-o", "report.json")

    assert (result.exit_code, result.stdout) == (130, "")
    assert "Traceback" not in result.stderr
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "b.txt", "c.txt"]
