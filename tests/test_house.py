"""The rules of the house: small files, small functions, nothing silenced, nothing put off."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LONGEST_FILE = 350
LONGEST_FUNCTION = 60
FOLDERS = ("discrepancy", "tests", "scripts", "experiments")
SOURCES = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
# Spelled in two halves, so that this file does not break its own rule.
SILENCED = [
    "type" + ": ignore",
    "no" + "qa",
    "pragma" + ": no cover",
    "TO" + "DO",
    "FIX" + "ME",
    "TYPE_" + "CHECKING",
    "NotImplemented" + "Error",
    "mark." + "skip",
    "mark." + "xfail",
]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_files_are_short() -> None:
    """A file holds one idea."""
    lengths = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}

    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_functions_are_short() -> None:
    """A function fits on a screen."""
    lengths = {
        f"{named(path)}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in SOURCES
        for node in functions(path)
    }

    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


@pytest.mark.parametrize("words", SILENCED)
def test_nothing_is_silenced_or_put_off(words: str) -> None:
    """Checks are not switched off where they hurt, and what is missing is not marked but made."""
    assert [named(path) for path in SOURCES if words in path.read_text(encoding="utf-8")] == []


def test_no_file_is_a_drawer_for_everything() -> None:
    """A helper lives beside its user, or has a name."""
    assert [named(path) for path in SOURCES if re.fullmatch(r"(utils?|helpers?|common|misc)", path.stem)] == []


def test_every_test_says_what_should_hold() -> None:
    """The docstring of a test is a sentence about behaviour."""
    silent = [
        f"{named(path)}:{node.lineno} {node.name}"
        for path in SOURCES
        if path.name.startswith("test_")
        for node in functions(path)
        if node.name.startswith("test_") and not ast.get_docstring(node)
    ]

    assert silent == []
