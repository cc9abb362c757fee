"""What can be added by one file and one line is complete: no file of the folder is forgotten in its list."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from discrepancy import report
from discrepancy.extract import claims
from discrepancy.extract.claims import EXTRACTORS
from discrepancy.judge import rules
from discrepancy.judge.rules import RULES, rule_names, rule_text
from discrepancy.model import KINDS, Report
from discrepancy.report import BINARY_FORMATS, EXTRACTION_FORMATS, EXTRAS, FORMATS, IN_PARTS, SUFFIXES, TEXT_FORMATS

NOT_TEXT = {"to_frame"}
PARAGRAPHS = ("What it flags", "Why it matters", "What it leaves alone")


def written(package: Any, prefix: str) -> set[str]:
    """Names of the public functions in the files of ``package`` that begin with ``prefix``."""
    modules = [
        importlib.import_module(f"{package.__name__}.{found.name}") for found in pkgutil.iter_modules(package.__path__)
    ]
    return {
        name
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if name.startswith(prefix) and function.__module__ == module.__name__
    }


def listed(functions: Iterable[Callable[..., Any]]) -> list[str]:
    return sorted(function.__name__ for function in functions)


def test_every_extractor_is_listed_once() -> None:
    """A claim kind is one file in extract/claims and one line in EXTRACTORS."""
    assert listed(EXTRACTORS) == sorted(written(claims, "extract_"))


def test_every_rule_is_listed_once() -> None:
    """A conflict kind is one file in judge/rules and one line in RULES."""
    assert listed(RULES) == sorted(written(rules, "judge_"))


def test_every_format_is_listed_once() -> None:
    """A report format is one file in report and one line in FORMATS."""
    assert listed([*FORMATS.values(), *EXTRACTION_FORMATS.values()]) == sorted(written(report, "to_") - NOT_TEXT)


def test_every_suffix_picks_a_format_that_is_there() -> None:
    """``-o FILE`` never runs into a format that nobody wrote, and every format has a suffix."""
    assert set(SUFFIXES.values()) == set(FORMATS) | set(EXTRACTION_FORMATS)


def test_every_format_is_text_or_bytes() -> None:
    """One of the two, so that the command line knows what a terminal can show."""
    assert [*TEXT_FORMATS, *BINARY_FORMATS] == list(FORMATS)
    assert set(EXTRAS) | set(IN_PARTS) <= set(FORMATS)


@pytest.mark.parametrize("name", BINARY_FORMATS)
def test_every_binary_format_takes_an_empty_report(name: str) -> None:
    """Nothing to say is no reason to fail."""
    assert BINARY_FORMATS[name](Report((), (), ()))


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_every_text_format_takes_an_empty_report(name: str) -> None:
    """Nothing to say is no reason to fail, and what is said ends with a line break."""
    assert TEXT_FORMATS[name](Report((), (), ()))[-1:] == ("" if name == "jsonl" else "\n")


@pytest.mark.parametrize("name", rule_names())
def test_every_rule_explains_itself(name: str) -> None:
    """``discrepancy explain`` prints the rule's own docstring: name, what it flags, why, what it leaves alone."""
    text = rule_text(name)

    assert text.startswith(f"Rule ``{name}``: ")
    assert [text.count(f"\n{paragraph}\n") for paragraph in PARAGRAPHS] == [1, 1, 1]


def test_rule_names_are_told_apart_from_codes() -> None:
    """``explain`` takes both, so that a name must not be in both lists."""
    assert sorted(set(rule_names()) & set(rules.CODES)) == []


def test_kinds_are_the_eight_of_the_report() -> None:
    """The schema, the options and the case files share one list."""
    assert KINDS == ("number", "date", "place", "actor", "cause", "polarity", "quote", "identity")
