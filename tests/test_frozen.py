"""Frozen values: slotted, equal by their fields, and refused by the type checker where somebody sets a field."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mypy import api

from discrepancy.model import Span

SETS_A_FIELD = """
from discrepancy.model import Span

span = Span(1, 2)
span.end = 3
"""


def test_equal_values_are_one_key() -> None:
    """They can stand in sets, and a changed copy is another value."""
    assert {Span(1, 2), Span(1, 2)} == {Span(1, 2)}
    assert replace(Span(1, 2), end=3) == Span(1, 3)


def test_values_have_no_other_fields() -> None:
    """They are slotted."""
    assert not hasattr(Span(1, 2), "__dict__")


def test_setting_a_field_is_an_error(tmp_path: Path) -> None:
    """The type checker says so, where running the program would not."""
    source = tmp_path / "sets.py"
    source.write_text(SETS_A_FIELD, encoding="utf-8")

    told, _, status = api.run([str(source), "--follow-imports=silent", f"--cache-dir={tmp_path}"])

    assert (status, 'Property "end" defined in "Span" is read-only' in told) == (1, True)
