"""Two numbers agree, differ or say nothing of one another by the project's guide to conflicts."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.values.quantity import Quantity, about, exact, nearly

INF = math.inf


def at_least(number: float) -> Quantity:
    return Quantity(number, INF, "at_least", None, number)


def more_than(number: float) -> Quantity:
    return Quantity(number, INF, "more_than", None, number)


def at_most(number: float) -> Quantity:
    return Quantity(0, number, "at_most", None, number)


def less_than(number: float) -> Quantity:
    return Quantity(0, number, "less_than", None, number)


def vague(low: float, high: float) -> Quantity:
    return Quantity(low, high, "vague")


def loose(number: float) -> Quantity:
    return Quantity(number, number, "exact", None, number, rounded=True)


DOZENS, SCORES, HUNDREDS = vague(24, 99), vague(40, 199), vague(200, 999)
SEVERAL, HANDFUL, COUPLE = vague(3, 9), vague(3, 7), vague(2, 3)


@pytest.mark.parametrize(
    ("one", "other", "standing"),
    [
        (exact(62), exact(62), "same"),
        (exact(62), exact(83), "disjoint"),
        (at_least(62), exact(70), "overlapping"),
        (at_least(83), exact(62), "disjoint"),
        (at_least(62), exact(62), "overlapping"),
        (at_most(50), exact(62), "disjoint"),
        (at_most(50), exact(50), "overlapping"),
        (at_most(50), exact(12), "overlapping"),
        (more_than(100), exact(120), "overlapping"),
        (more_than(62), exact(62), "disjoint"),
        (more_than(100), exact(90), "disjoint"),
        (less_than(10), exact(12), "disjoint"),
        (less_than(10), exact(9), "overlapping"),
        (less_than(23), exact(23), "disjoint"),
        (at_least(56), at_least(85), "overlapping"),
        (at_most(20), at_least(30), "disjoint"),
        (more_than(40), at_most(62), "overlapping"),
        (Quantity(60, 70, "range"), exact(62), "overlapping"),
        (Quantity(60, 70, "range"), exact(75), "disjoint"),
        (Quantity(60, 70, "range"), Quantity(60, 70, "range"), "same"),
        (exact(0), at_least(1), "disjoint"),
    ],
)
def test_bounds_leave_room_only_on_their_side(one: Quantity, other: Quantity, standing: str) -> None:
    """Rule 2: "at least 62" agrees with 70, "at least 83" not with 62, whichever is read first."""
    assert (one.relate(other).standing, other.relate(one).standing) == (standing, standing)


@pytest.mark.parametrize(
    ("one", "other", "standing"),
    [
        (about(100), exact(96), "overlapping"),
        (about(100), exact(104), "overlapping"),
        (about(100), exact(130), "disjoint"),
        (nearly(200), exact(196), "overlapping"),
        (nearly(200), exact(212), "disjoint"),
        (nearly(200), exact(200), "overlapping"),
        (about(120), exact(124), "overlapping"),
        (about(120), exact(140), "disjoint"),
        (about(5.4), exact(5.5), "overlapping"),
        (about(0), exact(0), "overlapping"),
        (about(-100), exact(-96), "overlapping"),
        (nearly(-100), exact(-95), "overlapping"),
        (DOZENS, exact(24), "overlapping"),
        (DOZENS, exact(99), "overlapping"),
        (DOZENS, exact(23), "disjoint"),
        (DOZENS, exact(100), "disjoint"),
        (SCORES, exact(40), "overlapping"),
        (SCORES, exact(39), "disjoint"),
        (HUNDREDS, exact(999), "overlapping"),
        (HUNDREDS, exact(150), "disjoint"),
        (SEVERAL, exact(9), "overlapping"),
        (SEVERAL, exact(12), "disjoint"),
        (HANDFUL, exact(8), "disjoint"),
        (COUPLE, exact(3), "overlapping"),
        (COUPLE, exact(4), "disjoint"),
        (DOZENS, SCORES, "overlapping"),
        (DOZENS, HUNDREDS, "disjoint"),
        (loose(1_200_000), exact(1_214_000), "overlapping"),
        (loose(5_000), exact(4_870), "overlapping"),
        (loose(5_000), exact(6_100), "disjoint"),
        (exact(5_000), exact(4_870), "disjoint"),
        (more_than(100), exact(100), "overlapping"),
    ],
)
def test_loose_figures_agree_with_what_would_round_to_them(one: Quantity, other: Quantity, standing: str) -> None:
    """Rule 3: "some 100" agrees with 96 and not with 130, "dozens" with 24 to 99."""
    assert (one.relate(other).standing, other.relate(one).standing) == (standing, standing)


@pytest.mark.parametrize(
    ("one", "other", "standing"),
    [
        (exact(5, "mile"), exact(8, "km"), "overlapping"),
        (exact(5, "mile"), exact(10, "km"), "disjoint"),
        (exact(60, "mph"), exact(100, "km/h"), "overlapping"),
        (exact(68, "km/h"), exact(118, "km/h"), "disjoint"),
        (exact(2, "hour"), exact(120, "minute"), "overlapping"),
        (exact(2, "hour"), exact(26, "hour"), "disjoint"),
        (exact(2, "hour"), exact(4, "minute"), "disjoint"),
        (exact(1, "month"), exact(30, "day"), "overlapping"),
        (exact(1, "month"), exact(45, "day"), "disjoint"),
        (exact(18, "month"), exact(1.5, "year"), "overlapping"),
        (exact(20, "°C"), exact(68, "°F"), "overlapping"),
        (exact(20, "°C"), exact(20, "°F"), "disjoint"),
        (exact(100, "hectare"), exact(1, "km²"), "overlapping"),
        (exact(1 / 3, "fraction"), exact(33, "percent"), "overlapping"),
        (exact(1 / 3, "fraction"), exact(40, "percent"), "disjoint"),
        (exact(150, "pence"), exact(1.5, "GBP"), "overlapping"),
        (exact(5, "USD"), exact(4, "EUR"), "incomparable"),
        (exact(5, "USD"), exact(5, "AUD"), "incomparable"),
        (exact(5, "km"), exact(5, "hour"), "incomparable"),
        (exact(5, "km"), exact(5), "incomparable"),
        (exact(5, "percent"), exact(5, "percentage point"), "incomparable"),
        (Quantity(30, INF, "at_least", "mile", 30), exact(60, "km"), "overlapping"),
        (Quantity(30, INF, "at_least", "mile", 30), exact(20, "km"), "disjoint"),
    ],
)
def test_units_are_converted_and_currencies_are_not(one: Quantity, other: Quantity, standing: str) -> None:
    """Rule 8: five miles are 8 km, while dollars and euros say nothing of one another."""
    assert (one.relate(other).standing, other.relate(one).standing) == (standing, standing)


def test_a_conversion_that_agrees_is_called_the_same_unit() -> None:
    """The reader is told why two different figures agree."""
    assert exact(5, "mile").relate(exact(8, "km")).code == "same-unit"


def test_the_reason_tells_bounds_from_approximations() -> None:
    """ "At least" agrees as a bound, "about" and "dozens" as approximations."""
    codes = [q.relate(exact(62)).code for q in (at_least(60), about(60), DOZENS)]

    assert codes == ["bound", "approximation", "approximation"]


def test_the_gap_says_how_far_two_numbers_lie_apart() -> None:
    """The gap is a share of the larger number."""
    assert exact(62).relate(exact(83)).gap == pytest.approx(21 / 83)


def test_how_a_number_was_written_does_not_make_it_another_number() -> None:
    """ "1,200" and "twelve hundred" are equal values."""
    assert Quantity(1200, 1200, written=1200.0) == Quantity(1200, 1200, written=None, rounded=True)


finite = st.floats(-1e15, 1e15, allow_nan=False)
quantities = st.builds(
    lambda a, b, bound, unit: Quantity(min(a, b), max(a, b), bound, unit, a),
    finite,
    finite,
    st.sampled_from(["exact", "about", "at_least", "more_than", "at_most", "less_than", "range", "vague"]),
    st.sampled_from([None, "km", "mile", "USD", "percent", "fraction", "hour", "month", "°C", "°F", "nonsense"]),
)


@given(quantities)
def test_every_quantity_agrees_with_itself(quantity: Quantity) -> None:
    """Nothing contradicts its own copy."""
    assert quantity.relate(quantity).standing == "same"


@given(quantities, quantities)
def test_order_does_not_matter(one: Quantity, other: Quantity) -> None:
    """Which article is read first changes nothing for numbers in one unit; gaps stay between 0 and 1."""
    there, back = one.relate(other), other.relate(one)

    assert (there.standing == "incomparable") == (back.standing == "incomparable")
    if one.unit == other.unit:
        assert there.standing == back.standing
    assert 0 <= there.gap <= 1
