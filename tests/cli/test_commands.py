"""The commands: what they print and where. The stages behind them are stood in for."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from discrepancy import __version__
from discrepancy.judge.rules import CODES, rule_names, rule_text

Run = Callable[..., Result]


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


def test_kinds_and_confidence_reach_the_stages(run: Run, stages: Any) -> None:
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


def test_version_and_help_are_no_errors(run: Run) -> None:
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
    stages: Any,
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


def test_bytes_go_to_a_file_or_a_pipe(run: Run) -> None:
    """A workbook can be redirected."""
    result = run("compare", "a.txt", "b.txt", "-f", "xlsx")

    assert (result.exit_code, result.stdout_bytes[:2]) == (1, b"PK")


def test_a_terminal_gets_no_bytes(run: Run, stages: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """They would garble it; nothing was computed before that was said."""
    monkeypatch.setattr("discrepancy.cli.options.on_terminal", lambda: True)
    result = run("compare", "a.txt", "b.txt", "-f", "xlsx")

    assert (result.exit_code, result.stdout, stages.documents) == (2, "", ())
    assert result.stderr.startswith("discrepancy: xlsx is no text for a terminal; use -o FILE or a pipe")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("options", [["-f", "xlsx"], ["-o", "r.xlsx"]])
def test_a_missing_extra_is_named_before_anything_is_computed(
    run: Run, stages: Any, monkeypatch: pytest.MonkeyPatch, options: list[str]
) -> None:
    """One line with what to install."""
    monkeypatch.setattr("discrepancy.cli.options.find_spec", lambda _: None)
    result = run("compare", "a.txt", "b.txt", *options)

    assert (result.exit_code, result.stderr, stages.documents) == (
        2,
        'discrepancy: xlsx needs an extra: pip install "discrepancy[excel]"\n',
        (),
    )
    assert not Path("r.xlsx").exists()


def test_what_is_not_printed_needs_no_terminal_that_can_show_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A format from the configuration file does not stand in the way of an output file."""
    monkeypatch.setattr("discrepancy.cli.options.on_terminal", lambda: True)
    Path("discrepancy.toml").write_text('format = "xlsx"\n', encoding="utf-8")

    assert run("compare", "a.txt", "b.txt", "-o", "r.csv").exit_code == 1
    assert Path("r.csv").exists()


@pytest.mark.parametrize(
    ("name", "begins"),
    [("r.slack.txt", "2 conflicts"), ("r.txt", "1. How"), ("R.SARIF", "{"), ("r.incidents.csv", "row,counted")],
)
def test_the_longest_suffix_picks_the_format(run: Run, name: str, begins: str) -> None:
    """In capitals too."""
    run("compare", "a.txt", "b.txt", "-o", name)

    assert Path(name).read_text(encoding="utf-8").startswith(begins)


@pytest.mark.parametrize("name", ["r.doc", "r", ".csv", "csv"])
def test_a_file_without_a_known_suffix_is_refused(run: Run, name: str) -> None:
    """With the suffixes that there are."""
    result = run("compare", "a.txt", "b.txt", "-o", name)

    assert result.exit_code == 2
    assert ".xlsx, .slack.txt, .sarif" in result.stderr
