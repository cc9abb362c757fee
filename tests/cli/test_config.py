"""Configuration files: which one is read, and what is wrong with it in one line."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from discrepancy.cli import cli
from discrepancy.cli.config import CONFIG, SETTINGS, load_config
from discrepancy.errors import SettingsError

COMPARE = cli.commands["compare"]
OPTION = next(parameter for parameter in COMPARE.params if parameter.name == "config")


def load(value: str | None = None) -> click.Context:
    """The context after the configuration was read."""
    context = click.Context(COMPARE)
    load_config(context, OPTION, value)
    return context


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    below = tmp_path / "above" / "below"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    return below


def test_the_nearest_file_is_read(folder: Path) -> None:
    """Files above the current folder count, and the nearest wins."""
    (folder.parent / "discrepancy.toml").write_text('format = "csv"', encoding="utf-8")
    (folder.parent.parent / "discrepancy.toml").write_text('format = "json"', encoding="utf-8")

    assert load().default_map == {"format": "csv"}


def test_a_project_file_without_our_table_is_passed_over(folder: Path) -> None:
    """Most projects do not configure this tool."""
    (folder / "pyproject.toml").write_text("[tool.other]\nformat = 1", encoding="utf-8")
    (folder.parent / "pyproject.toml").write_text("[tool.discrepancy]\nfail-on = 'high'", encoding="utf-8")
    context = load()

    assert context.default_map == {"fail_on": "high"}
    assert context.meta[CONFIG] == str(folder.parent / "pyproject.toml")


def test_a_named_file_goes_before_the_nearest(folder: Path) -> None:
    """``--config FILE``."""
    (folder / "discrepancy.toml").write_text('format = "csv"', encoding="utf-8")
    (folder / "other.toml").write_text("quiet = true", encoding="utf-8")

    assert load("other.toml").default_map == {"quiet": True}


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"format = ", "Invalid value"),
        (b"\xff\xfe", "can't decode"),
        (b"colour = 'always'", "unknown setting colour"),
        (b"output = ['/tmp/x.json']", "unknown setting output"),
    ],
)
def test_a_file_that_cannot_be_used_is_named(folder: Path, content: bytes, cause: str) -> None:
    """Also one that tries to say where to write."""
    (folder / "discrepancy.toml").write_bytes(content)

    with pytest.raises(SettingsError, match=rf"discrepancy\.toml: .*{cause}"):
        load()


def test_a_missing_named_file_is_an_error() -> None:
    """Silence would let a typing error pass."""
    with pytest.raises(SettingsError, match=r"nowhere\.toml: No such file"):
        load("nowhere.toml")


def test_a_wrong_value_in_a_file_names_the_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The flag it belongs to was never typed."""
    (folder / "discrepancy.toml").write_text('format = "poem"', encoding="utf-8")
    with pytest.raises(SystemExit) as end:
        cli(["compare", "a.txt"])

    assert end.value.code == 2
    assert capsys.readouterr().err.startswith(f"discrepancy: {folder / 'discrepancy.toml'}: Invalid value")


def test_every_setting_is_an_option() -> None:
    """A file can say what a flag can say, but for the files that it would write."""
    options = {parameter.name for parameter in COMPARE.params if isinstance(parameter, click.Option)}

    assert options - set(SETTINGS) == {"output", "config", "debug", "review", "write_review", "db", "cache"}
    assert set(SETTINGS) - options == set()
