"""What is kept of an extraction is all of it, and nothing else can be smuggled in."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from golden.sample import sample_extraction
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.model import Document, Extraction
from discrepancy.pipeline import extract
from discrepancy.read import read_documents
from discrepancy.store.plain import from_plain, to_plain
from discrepancy.values.quantity import Quantity

DATA = Path(__file__).parent.parent.parent / "data"
EVENTS = ("deir-ez-zor-2016", "hallin-sound-ferry")


def parts(value: Any) -> Any:
    """``value`` with its fields, also those that do not count when it is compared."""
    if is_dataclass(value):
        return type(value).__name__, [parts(getattr(value, field.name)) for field in fields(value)]
    return [parts(one) for one in value] if isinstance(value, tuple) else (type(value).__name__, value)


@pytest.fixture(scope="module")
def extractions() -> tuple[Extraction, ...]:
    return extract(read_documents([str(DATA / event) for event in EVENTS]).documents)


def test_an_extraction_comes_back_as_it_was(extractions: tuple[Extraction, ...]) -> None:
    """Every field of every mention and claim, also those that do not count in comparisons."""
    assert len(extractions) > 5
    for one in (*extractions, sample_extraction()):
        assert parts(from_plain(to_plain(one))) == parts(one)


@given(st.text(), st.floats(allow_nan=False), st.booleans())
def test_any_text_and_number_comes_back(text: str, number: float, rounded: bool) -> None:
    """Open ends and hidden characters too."""
    value = (Document("d", text), Quantity(number, float("inf"), "at_least", None, number, rounded))

    assert parts(from_plain(to_plain(value))) == parts(value)


def test_days_moments_and_times_of_day_come_back() -> None:
    """A day is no moment, and a time of the clock, as entries of live blogs have it, is neither."""
    value = (date(2031, 5, 4), datetime(2031, 5, 4, 9, 30), time(9, 30))

    assert parts(from_plain(to_plain(value))) == parts(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[" * 100_000,
        '{"Path": ["/etc/passwd"]}',
        '{"Document": []}',
        '{"Document": 7}',
        '{"Span": [1, 2], "Zone": []}',
        "{}",
        '{"set": 7}',
        '{"date": "yesterday"}',
        '{"datetime": null}',
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    """A file may come from anybody: it can name no type but those of the model, and run nothing."""
    with pytest.raises(ValueError, match=r"\w"):
        from_plain(text)
