"""``discrepancy report``: a result shown again. The stages that made it are stood in for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def test_a_file_is_shown_again_by_the_command(run: Run) -> None:
    """Files, screen and summary as compare gave them."""
    first = run("compare", "a.txt", "b.txt", "-o", "r.json", "-o", "r.csv", "-o", "r.xlsx", "-f", "table")
    second = run("report", "r.json", "-o", "again.json", "-o", "again.csv", "-o", "again.xlsx", "-f", "table")

    assert (second.exit_code, second.stdout, second.stderr) == (0, first.stdout, first.stderr)
    for suffix in ("json", "csv", "xlsx"):
        assert Path(f"again.{suffix}").read_bytes() == Path(f"r.{suffix}").read_bytes()


def test_a_result_can_be_piped(run: Run) -> None:
    """Through standard input."""
    written = run("compare", "a.txt", "b.txt", "-f", "json").stdout_bytes

    assert run("report", "-", "-f", "json", "-q", input=written).stdout_bytes == written


@pytest.mark.parametrize("name", ["nowhere.json", ".", "a.txt"])
def test_what_is_no_result_ends_with_2(run: Run, name: str) -> None:
    """One line that names the file, and no output."""
    result = run("report", name, "-o", "x.csv")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"discrepancy: {name}: ")
    assert result.stderr.count("\n") == 1
    assert not Path("x.csv").exists()


def test_a_result_is_not_overwritten(run: Run) -> None:
    """An output may not replace what it is made from."""
    run("compare", "a.txt", "b.txt", "-o", "r.json")

    assert run("report", "r.json", "-o", "r.json").exit_code == 2


def test_a_result_that_is_too_large_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before it is parsed."""
    run("compare", "a.txt", "b.txt", "-o", "r.json")
    monkeypatch.setattr("discrepancy.cli.again.LARGEST_RESULT", 100)

    assert "r.json: is larger than the limit" in run("report", "r.json").stderr
