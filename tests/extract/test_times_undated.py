"""Time expressions of an article whose day of publication nobody knows."""

from __future__ import annotations

import pytest

from discrepancy.extract.mentions.times import find_times
from discrepancy.language.parser import parse
from discrepancy.model import TimeMention


def read_undated(text: str) -> tuple[TimeMention, ...]:
    return find_times(parse(text), None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It burned on Saturday.", "XXXX-WXX-6"),
        ("It burned yesterday.", None),
        ("It burned on 17 September.", "XXXX-09-17"),
        ("It burned in September.", "XXXX-09"),
        ("It burned last week.", None),
        ("It burned two days later.", None),
    ],
)
def test_without_a_day_of_publication_relative_times_stay_open(text: str, value: str | None) -> None:
    """What leans on an unknown day has no range."""
    mention = read_undated(text)[0]

    assert (mention.value, mention.range) == (value, None)


def test_a_clock_time_of_an_unknown_day_keeps_its_hours() -> None:
    """It can be compared with another clock time, never with a day."""
    early, late = (read_undated(f"It burned at {clock}.")[0] for clock in ("10:04", "11:30"))
    day = read_undated("It burned on 17 September 2014.")[0].range

    assert early.value == "XXXX-XX-XXT10:04"
    assert early.range is not None
    assert late.range is not None
    assert day is not None
    assert not early.range.dated
    assert early.range.relate(late.range).standing == "disjoint"
    assert early.range.relate(day).standing == "incomparable"


def test_full_dates_need_no_day_of_publication() -> None:
    """A date with its year stands alone."""
    assert read_undated("It burned on 17 September 2014.")[0].value == "2014-09-17"
