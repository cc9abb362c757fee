"""The README is complete and its examples run."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest
from picture import EVENT, picture_of

from discrepancy import __version__
from discrepancy.cli import cli
from discrepancy.judge.rules import rule_names
from discrepancy.model import KINDS
from discrepancy.pipeline import compare
from discrepancy.read import read_documents
from discrepancy.report import FORMATS
from discrepancy.report.table import to_table

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TARGETS = re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
SHOWN = re.findall(r"^```text\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
EXAMPLES = re.findall(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("command", sorted(cli.commands))
def test_every_command_is_in_the_readme_and_has_help(command: str) -> None:
    """A command nobody can find might as well not be there."""
    assert f"discrepancy {command}" in README
    assert cli.commands[command].help


@pytest.mark.parametrize("name", [*FORMATS, *rule_names(), *KINDS])
def test_every_format_rule_and_kind_is_in_the_readme(name: str) -> None:
    """Named as it is typed."""
    assert f"`{name}`" in README


@pytest.mark.parametrize("option", sorted(opt for p in cli.commands["compare"].params for opt in p.opts if "--" in opt))
def test_every_option_of_compare_is_in_the_readme(option: str) -> None:
    """Except the one for those who look for a fault in the program."""
    assert f"`{option}" in README or option == "--debug"


@pytest.mark.parametrize("target", TARGETS)
def test_every_make_target_of_the_readme_is_there(target: str) -> None:
    """What `make help` lists, the README lists."""
    assert f"`make {target}`" in README


def test_the_readme_names_no_target_that_is_not_there() -> None:
    """Every command in it can be typed."""
    assert sorted(set(re.findall(r"`make ([a-z]+)`", README)) - set(TARGETS)) == []


def test_the_readme_has_examples_in_python() -> None:
    """The next test has something to run."""
    assert len(EXAMPLES) > 0


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_of_the_readme_run(example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the top of a checkout, as they stand."""
    program = tmp_path / "example.py"
    program.write_text(example, encoding="utf-8")
    monkeypatch.chdir(ROOT)

    assert runpy.run_path(str(program))


def test_the_table_of_the_readme_is_what_the_demo_prints() -> None:
    """It is pasted from there, and pasted again when the demo prints something else."""
    printed = to_table(compare(read_documents([str(ROOT / "data" / "deir-ez-zor-2016")]).documents))

    assert len(SHOWN) == 1
    assert [part for part in re.split(r"\n\n(?=[0-9])", SHOWN[0].strip("\n")) if part not in printed] == []


def test_the_picture_of_the_readme_is_what_make_picture_draws() -> None:
    """It is drawn from the sample event it names, is small, and is drawn again when the tool finds something else."""
    picture = (ROOT / "docs" / "matrix.svg").read_text(encoding="utf-8")

    assert "](docs/matrix.svg)" in README
    assert len(picture) < 200_000
    assert picture_of(EVENT) == picture


def test_links_lead_somewhere() -> None:
    """Every relative link of the README names a file of the project."""
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in link]

    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_changelog_knows_this_version() -> None:
    """A version without an entry is not released."""
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
