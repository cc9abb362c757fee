"""The commands: what they print, where, and how they end. The stages behind them are stood in for."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from golden.sample import INTENT, sample_extraction, sample_report

from discrepancy import __version__, pipeline
from discrepancy.cli import cli
from discrepancy.errors import ParserMissing
from discrepancy.judge.rules import CODES, rule_names, rule_text
from discrepancy.model import Document, Report, Unread
from discrepancy.settings import Settings

Run = Callable[..., Result]


class Stages:
    """Stands in for the stages: remembers what it was asked, answers with a report built by hand."""

    def __init__(self) -> None:
        self.report: Report = sample_report()
        self.settings = Settings()
        self.documents: tuple[Document, ...] = ()
        self.fault: Exception | None = None

    def compare(
        self, documents: Sequence[Document], *, settings: Settings = Settings(), unread: Sequence[Unread] = ()
    ) -> Report:
        self.documents, self.settings = tuple(documents), settings
        if self.fault:
            raise self.fault
        return replace(self.report, unread=tuple(unread))

    def extract(self, documents: Sequence[Document], **_: Any) -> tuple[Any, ...]:
        return tuple(replace(sample_extraction(), document=document) for document in documents)


@pytest.fixture
def stages(monkeypatch: pytest.MonkeyPatch) -> Stages:
    stand_in = Stages()
    monkeypatch.setattr(pipeline, "compare", stand_in.compare)
    monkeypatch.setattr(pipeline, "extract", stand_in.extract)
    return stand_in


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stages: Stages) -> Run:
    """Runs a command in a folder with three articles."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt", "c.txt"):
        Path(name).write_text(f"Text of {name}.\n", encoding="utf-8")

    def run_it(*arguments: str, **extra: Any) -> Result:
        return CliRunner().invoke(cli, list(arguments), **extra)

    return run_it


def test_conflicts_end_with_1(run: Run) -> None:
    """As ``diff`` does."""
    result = run("compare", "a.txt", "b.txt")

    assert result.exit_code == 1
    assert result.stdout.startswith("1. How many people were killed?\n")
    assert result.stderr == "2 conflicts in 3 articles\n"


def test_agreement_ends_with_0(run: Run, stages: Stages) -> None:
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
def test_a_pipeline_can_say_what_counts_as_failure(run: Run, stages: Stages, options: list[str], code: int) -> None:
    """The one conflict is of medium severity."""
    stages.report = replace(stages.report, conflicts=(INTENT,))

    assert run("compare", "a.txt", "b.txt", *options).exit_code == code


def test_a_missing_file_is_an_error_in_one_line(run: Run) -> None:
    """With fewer than two articles left nothing can be compared."""
    result = run("compare", "a.txt", "nowhere.txt", "-o", "report.json")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "discrepancy: nowhere.txt: no such file\n"
    assert not Path("report.json").exists()


def test_two_missing_files_are_still_one_line(run: Run) -> None:
    """Both are named."""
    result = run("compare", "x.txt", "y.txt")

    assert (result.exit_code, result.stderr) == (2, "discrepancy: x.txt: no such file; y.txt: no such file\n")


def test_one_missing_file_among_three_is_reported_and_the_rest_compared(run: Run, stages: Stages) -> None:
    """On standard error and in the report."""
    result = run("compare", "a.txt", "nowhere.txt", "b.txt")

    assert result.exit_code == 1
    assert [document.id for document in stages.documents] == ["a", "b"]
    assert result.stderr == "nowhere.txt: no such file\n2 conflicts in 3 articles, 1 file not read\n"
    assert "Not read: nowhere.txt: no such file" in result.stdout


def test_one_article_alone_is_compared_with_itself(run: Run, stages: Stages) -> None:
    """Most disagreement sits inside one article, between its speakers."""
    assert run("compare", "a.txt").exit_code == 1
    assert [document.id for document in stages.documents] == ["a"]


def test_standard_input_is_an_article(run: Run, stages: Stages) -> None:
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


def test_an_expected_failure_is_one_line(run: Run, stages: Stages) -> None:
    """The language model is missing."""
    stages.fault = ParserMissing("language model xx cannot be loaded")
    result = run("compare", "a.txt", "b.txt")

    assert (result.exit_code, result.stderr) == (2, "discrepancy: language model xx cannot be loaded\n")


def test_a_bug_is_one_line_and_2(run: Run, stages: Stages) -> None:
    """An uncaught exception would end with 1, which means that conflicts were found."""
    stages.fault = ZeroDivisionError("a bug\nof two lines")
    result = run("compare", "a.txt", "b.txt")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "discrepancy: unexpected ZeroDivisionError: a bug of two lines (--debug shows where)\n"


def test_debug_shows_where_a_bug_is(run: Run, stages: Stages) -> None:
    """For those who look for it."""
    stages.fault = ZeroDivisionError("a bug")
    result = run("compare", "a.txt", "b.txt", "--debug")

    assert result.exit_code == 2
    assert "Traceback (most recent call last)" in result.stderr


def test_an_interruption_ends_with_130(run: Run, stages: Stages, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C is neither a finding nor a fault."""

    def interrupted(*_: object, **__: object) -> Report:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "compare", interrupted)
    result = run("compare", "a.txt", "b.txt", "-o", "report.json")

    assert (result.exit_code, result.stdout) == (130, "")
    assert "Traceback" not in result.stderr
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "b.txt", "c.txt"]


def test_format_says_what_is_printed(run: Run) -> None:
    """JSON on standard output, the summary on standard error."""
    result = run("compare", "a.txt", "b.txt", "--format", "json")

    assert json.loads(result.stdout)["schema"] == "discrepancy-report/1"
    assert result.stderr == "2 conflicts in 3 articles\n"


def test_the_suffix_picks_the_format_of_a_file(run: Run) -> None:
    """Several files in one run; nothing is printed but the summary."""
    result = run("compare", "a.txt", "b.txt", "-o", "r.json", "-o", "r.csv", "-o", "r.md")

    assert result.stdout == ""
    assert json.loads(Path("r.json").read_text(encoding="utf-8"))["version"] == __version__
    assert Path("r.csv").read_text(encoding="utf-8").startswith("conflict,kind,severity,")
    assert Path("r.md").read_text(encoding="utf-8").startswith("# 2 conflicts")


def test_a_format_asked_for_by_hand_is_printed_beside_the_files(run: Run) -> None:
    """One run, a file to keep and a table to read."""
    result = run("compare", "a.txt", "b.txt", "-o", "r.json", "-f", "table")

    assert result.stdout.startswith("1. How many people were killed?")
    assert Path("r.json").exists()


def test_quiet_leaves_the_summary_out(run: Run) -> None:
    """Data and warnings stay."""
    result = run("compare", "a.txt", "b.txt", "nowhere.txt", "-q")

    assert result.stderr == "nowhere.txt: no such file\n"
    assert result.stdout.startswith("1. How many")


def test_verbose_lists_what_was_not_flagged(run: Run) -> None:
    """With the reasons."""
    assert "- update: 14 (coast guard) / 19 (Ida Lund)" in run("compare", "a.txt", "b.txt", "-v").stdout


def test_kinds_and_confidence_reach_the_stages(run: Run, stages: Stages) -> None:
    """As settings of the run."""
    run("compare", "a.txt", "b.txt", "--kind", "number", "--kind", "date", "--min-confidence", "0.8")

    assert (stages.settings.kinds, stages.settings.min_confidence) == (("number", "date"), 0.8)


@pytest.mark.parametrize(
    ("options", "environment", "coloured"),
    [
        ([], {}, False),
        (["--color", "always"], {}, True),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {}, False),
    ],
)
def test_colour_goes_where_it_is_asked_for(
    run: Run, options: list[str], environment: dict[str, str], coloured: bool
) -> None:
    """Standard output is no terminal here."""
    result = run("compare", "a.txt", "b.txt", *options, env=environment, color=True)

    assert ("\x1b[" in result.stdout) is coloured


def test_names_cannot_steer_the_terminal(run: Run) -> None:
    """A file name is as foreign as a text."""
    result = run("compare", "\x1b]0;x\x07.txt", "b\udcff.txt")

    assert result.stderr == "discrepancy: \\x1b]0;x\\x07.txt: no such file; b\\xff.txt: no such file\n"


def test_extract_prints_one_object_for_one_article(run: Run) -> None:
    """JSON unless something else is asked for."""
    result = run("extract", "a.txt")

    assert (result.exit_code, json.loads(result.stdout)["id"]) == (0, "a")
    assert result.stderr == "3 claims in 1 article\n"


def test_extract_prints_one_line_for_each_article(run: Run) -> None:
    """In the order given; an unreadable one is reported and left out."""
    result = run("extract", "b.txt", "nowhere.txt", "a.txt", "-f", "jsonl", "-q")

    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["b", "a"]
    assert (result.exit_code, result.stderr) == (0, "nowhere.txt: no such file\n")


def test_rules_lists_rules_and_codes(run: Run) -> None:
    """Everything that ``explain`` explains."""
    lines = run("rules").stdout.splitlines()

    assert [line.split()[0] for line in lines if line] == [*rule_names(), *CODES]


def test_explain_prints_the_text_of_a_rule(run: Run) -> None:
    """The rule's own words."""
    name = rule_names()[0]

    assert run("explain", name).stdout == rule_text(name).rstrip("\n") + "\n"


def test_explain_prints_the_meaning_of_a_code(run: Run) -> None:
    """Why two claims do not conflict."""
    assert run("explain", "update").stdout == f"update: {CODES['update']}\n"


def test_schema_prints_the_schema(run: Run) -> None:
    """As it lies in the package."""
    assert json.loads(run("schema").stdout)["$id"] == "discrepancy-report/1"


def test_version_and_help(run: Run) -> None:
    """Both end with 0."""
    version, short, long = run("--version"), run("-h"), run("compare", "--help")

    assert (version.exit_code, version.stdout) == (0, f"discrepancy {__version__}\n")
    assert (short.exit_code, long.exit_code) == (0, 0)
    assert "_DISCREPANCY_COMPLETE=bash_source" in short.stdout


@pytest.mark.parametrize(
    ("content", "environment", "options", "confidence"),
    [
        (None, {}, [], 0.5),
        ("min-confidence = 0.6", {}, [], 0.6),
        ("min_confidence = 0.6", {"DISCREPANCY_MIN_CONFIDENCE": "0.7"}, [], 0.7),
        ("min_confidence = 0.6", {"DISCREPANCY_MIN_CONFIDENCE": "0.7"}, ["--min-confidence", "0.8"], 0.8),
    ],
)
def test_a_flag_goes_before_the_environment_before_the_file_before_the_default(
    run: Run,
    stages: Stages,
    content: str | None,
    environment: dict[str, str],
    options: list[str],
    confidence: float,
) -> None:
    """The nearer to the person, the stronger."""
    if content:
        Path("discrepancy.toml").write_text(content, encoding="utf-8")
    run("compare", "a.txt", "b.txt", *options, env=environment)

    assert stages.settings.min_confidence == confidence
