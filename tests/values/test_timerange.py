"""Times as ranges: when two of them can name the same moment."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from discrepancy.values.relation import SAME
from discrepancy.values.timerange import (
    TimeRange,
    clock_range,
    day_range,
    edge_of,
    months_range,
    part_range,
    roughly,
    week_range,
    weekend_range,
    years_range,
)

SATURDAY = date(2016, 9, 17)
DAY = day_range(SATURDAY)


def test_a_day_lies_in_its_month() -> None:
    """ "September 2016" and "17 September" agree; only their grain differs."""
    relation = months_range(2016, 9).relate(DAY)

    assert (relation.standing, relation.code) == ("overlapping", "granularity")


def test_equal_days_are_the_same() -> None:
    """Two mentions of one day agree."""
    assert DAY.relate(day_range(SATURDAY)) == SAME


@pytest.mark.parametrize(("days", "gap"), [(1, 0.0), (2, 1 / 7), (30, 1.0)])
def test_days_apart_are_disjoint_by_what_lies_between(days: int, gap: float) -> None:
    """The gap is what lies between, as a share of a week."""
    relation = DAY.relate(day_range(SATURDAY + timedelta(days=days)))

    assert relation.standing == "disjoint"
    assert relation.gap == pytest.approx(gap)


def test_a_full_hour_is_a_rounded_time() -> None:
    """ "10 p.m." and "9.50 p.m." do not contradict each other, "9.20 p.m." does."""
    ten = clock_range(SATURDAY, 22, None)

    assert ten.relate(clock_range(SATURDAY, 21, 50)).code == "approximation"
    assert ten.relate(clock_range(SATURDAY, 21, 20)).standing == "disjoint"


def test_round_minutes_may_be_off_by_a_few() -> None:
    """ "10:05" may stand for 10:04, but 10:04 and 10:07 are both exact."""
    four = clock_range(SATURDAY, 10, 4)

    assert four.relate(clock_range(SATURDAY, 10, 5)).standing == "overlapping"
    assert four.relate(clock_range(SATURDAY, 10, 7)).standing == "disjoint"


def test_zones_are_counted_in() -> None:
    """0700 GMT is ten o'clock at UTC+3."""
    assert clock_range(SATURDAY, 7, 0, 0).relate(clock_range(SATURDAY, 10, 0, 180)) == SAME


def test_a_clock_time_without_zone_is_not_held_against_one_with_zone() -> None:
    """Nobody knows how far apart they are."""
    relation = clock_range(SATURDAY, 7, 0, 0).relate(clock_range(SATURDAY, 10, 0))

    assert relation.standing == "incomparable"


def test_relating_is_symmetric() -> None:
    """The order of the two sides does not matter."""
    ranges = [
        DAY,
        months_range(2016, 9),
        clock_range(SATURDAY, 7, 0, 0),
        clock_range(SATURDAY, 10, 4),
        years_range(2014),
    ]

    assert all(a.relate(b) == b.relate(a) for a in ranges for b in ranges)


def test_a_night_ends_on_the_next_day() -> None:
    """Saturday night reaches into Sunday."""
    assert part_range(SATURDAY, "NI").end == datetime(2016, 9, 18, 6)


def test_weeks_begin_on_monday_and_end_with_the_weekend() -> None:
    """Weeks are those of ISO 8601."""
    assert week_range(SATURDAY).start == datetime(2016, 9, 12)
    assert weekend_range(SATURDAY) == TimeRange(datetime(2016, 9, 17), datetime(2016, 9, 19), "day")


def test_edges_overlap_one_another() -> None:
    """Early and mid September share days, since nobody draws the line."""
    month = months_range(2016, 9)

    assert edge_of(month, "start").relate(edge_of(month, "mid")).standing == "overlapping"
    assert edge_of(month, "start").relate(edge_of(month, "end")).standing == "disjoint"


@pytest.mark.parametrize(
    ("how", "close", "start", "end"),
    [
        ("about", True, datetime(2016, 9, 17, 21, 30), datetime(2016, 9, 17, 22, 30)),
        ("before", True, datetime(2016, 9, 17, 21), datetime(2016, 9, 17, 22)),
        ("before", False, datetime(2016, 9, 17), datetime(2016, 9, 17, 22)),
        ("after", True, datetime(2016, 9, 17, 22), datetime(2016, 9, 17, 23)),
        ("after", False, datetime(2016, 9, 17, 22), datetime(2016, 9, 18)),
    ],
)
def test_rough_clock_times_widen(how: str, close: bool, start: datetime, end: datetime) -> None:
    """ "Shortly" keeps within the hour; without it the day is open."""
    assert roughly(clock_range(SATURDAY, 22, 0), how, close) == TimeRange(start, end, "minute")


@pytest.mark.parametrize("year", [0, 9999])
def test_years_outside_of_the_calendar_are_refused(year: int) -> None:
    """A caller learns of it by ValueError."""
    with pytest.raises(ValueError, match="calendar"):
        years_range(year)


def test_the_last_days_of_the_calendar_do_not_overflow() -> None:
    """The end of time is the end of the range."""
    assert part_range(date.max, "NI").end == datetime.max
    assert weekend_range(date.max).end == datetime.max
