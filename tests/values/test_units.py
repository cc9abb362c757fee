"""Conversion of quantities between units."""

from __future__ import annotations

import math
import subprocess
import sys

import pytest

from discrepancy.lexicon import table
from discrepancy.values import conversion
from discrepancy.values.quantity import Quantity, exact
from discrepancy.values.units import convert, same_dimension


def test_two_hours_are_120_minutes() -> None:
    """An exact conversion stays exact."""
    assert convert(exact(2, "hour"), "minute") == exact(120, "minute")


def test_a_month_is_about_thirty_days() -> None:
    """Months are not equally long, so the result is no longer exact and covers all of them."""
    days = convert(exact(1, "month"), "day")

    assert days is not None
    assert (days.bound, days.low <= 28.1, days.high >= 31) == ("about", True, True)


def test_temperatures_convert_with_their_offset() -> None:
    """Water boils at 212 degrees Fahrenheit."""
    boiling = convert(exact(100, "°C"), "°F")

    assert boiling is not None
    assert boiling.low == pytest.approx(212)


def test_an_open_end_stays_open() -> None:
    """ "At least 5 miles" has no upper end in kilometres either."""
    far = convert(Quantity(5, math.inf, "at_least", "mile", 5), "km")

    assert far is not None
    assert (far.low, far.high, far.bound) == (pytest.approx(8.04672), math.inf, "at_least")


@pytest.mark.parametrize(("one", "other"), [("USD", "EUR"), ("km", "hour"), (None, "km"), ("km", None), ("x", "y")])
def test_what_measures_different_things_does_not_convert(one: str | None, other: str | None) -> None:
    """Currencies, lengths against times, counts against lengths."""
    assert not same_dimension(one, other)


def test_an_impossible_conversion_is_none() -> None:
    """Nothing is invented."""
    assert convert(exact(5, "USD"), "EUR") is None


def test_every_convertible_unit_is_known_to_the_units_library() -> None:
    """A typing mistake in the table would raise here and not in a comparison."""
    lengths = {name for name in conversion.LIBRARY_NAMES if conversion.conversion(name, "km") is not None}

    assert lengths == {"cm", "foot", "inch", "km", "light-year", "m", "mile", "mm", "nautical mile", "nm", "yard", "µm"}


def test_every_convertible_unit_can_be_found_in_texts() -> None:
    """The table of conversions names no unit that the lexicon does not know."""
    units = table("units")
    known = {name for kind in ("measure", "duration") for name in units[kind]}

    assert sorted(set(conversion.LIBRARY_NAMES) - known) == []


def test_the_units_library_is_loaded_only_when_two_units_meet() -> None:
    """Comparing numbers in one unit, and importing the package, stays fast."""
    code = (
        "import sys, discrepancy\n"
        "from discrepancy.values.quantity import exact\n"
        "exact(1, 'km').relate(exact(2, 'km')); exact(1, 'USD').relate(exact(1, 'EUR'))\n"
        "assert 'pint' not in sys.modules\n"
        "exact(1, 'km').relate(exact(1, 'mile'))\n"
        "assert 'pint' not in sys.modules\n"
        "exact(1, 'acre').relate(exact(1, 'hectare'))\n"
        "assert 'pint' in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


def test_everyday_factors_are_those_of_the_library() -> None:
    """The table that spares loading the library agrees with it."""
    from itertools import permutations

    from discrepancy.values.conversion import COMMON, _everyday, _measured

    for source, target in permutations(sorted(COMMON), 2):
        short, long = _everyday(source, target), _measured(source, target)
        assert (short is None) == (long is None), (source, target)
        if short is not None and long is not None:
            assert short.factor == pytest.approx(long.factor), (source, target)
            assert short.looseness == long.looseness
