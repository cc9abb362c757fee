"""Tolls over time: which figures belong to the event, and where they stand on the drawing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from golden.sample import POST, POST_DEAD, RADIO, RADIO_DEAD, sample_report
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.model import Claim, Occasion, Participant, Report, Scope
from discrepancy.report.html.course import BOTTOM, LEFT, RIGHT, TOP, drawings_of
from discrepancy.report.tolls import courses
from discrepancy.values.quantity import Quantity, exact
from discrepancy.values.timerange import TimeRange

DOCUMENTS = {document.id: document for document in (POST, RADIO)}


def told(*claims: Claim) -> Report:
    return replace(sample_report(), claims=claims)


def test_a_toll_has_its_day_its_figure_and_its_speaker() -> None:
    """The day is that of the article; both tolls of the sample are deaths."""
    (course,) = courses(told(POST_DEAD, RADIO_DEAD))

    assert course.harm == "killed"
    assert course.days == (date(2031, 3, 4), date(2031, 3, 5))
    assert [(toll.at, toll.speaker) for toll in course.tolls] == [(14, "coast guard"), (19, "Ida Lund")]


def test_without_days_there_is_no_course() -> None:
    """One day, or a day that nobody knows, is no time."""
    undated = replace(sample_report(), documents=(POST, replace(RADIO, published=None)))

    assert courses(told(POST_DEAD)) == ()
    assert courses(replace(undated, claims=(POST_DEAD, RADIO_DEAD))) == ()


@pytest.mark.parametrize(
    "frame",
    [
        replace(RADIO_DEAD.frame, factuality="denied"),
        replace(RADIO_DEAD.frame, factuality="future"),
        replace(RADIO_DEAD.frame, scope=Scope(part=True)),
        replace(RADIO_DEAD.frame, scope=Scope(additional=True)),
        replace(RADIO_DEAD.frame, occasion=Occasion(relation="earlier")),
        replace(RADIO_DEAD.frame, participants=(Participant("carried", "person"),)),
        replace(
            RADIO_DEAD.frame,
            occasion=Occasion(days=(TimeRange(datetime(1998, 1, 1), datetime(1999, 1, 1), "year"),), own_day=True),
        ),
    ],
    ids=["denied", "feared", "part", "further", "earlier", "carried", "long ago"],
)
def test_only_figures_for_the_event_itself_are_drawn(frame: object) -> None:
    """What is denied or feared, a part, a further number or another event would bend the line."""
    assert courses(told(POST_DEAD, replace(RADIO_DEAD, frame=frame))) == ()


def test_one_speaker_has_one_name() -> None:
    """The fullest: "Lund" and "Ida Lund" have one key."""
    speaker = RADIO_DEAD.frame.speaker
    assert speaker is not None
    short = replace(POST_DEAD, frame=replace(POST_DEAD.frame, speaker=replace(speaker, name="Lund")))
    (course,) = courses(told(short, RADIO_DEAD))

    assert course.speakers == ("Ida Lund",)


def test_a_bound_has_no_end_and_a_loose_figure_has_two() -> None:
    """ "At least 30" is open, "about 20" reaches from 17 to 23 and stands at 20."""
    bound = replace(POST_DEAD, value=Quantity(30, float("inf"), "at_least", None, 30))
    loose = replace(RADIO_DEAD, value=Quantity(17, 23, "about", None, 20))
    (course,) = courses(told(bound, loose))
    (drawing,) = drawings_of(told(bound, loose), DOCUMENTS, {})

    assert [(toll.at, toll.low, toll.high) for toll in course.tolls] == [(30, 30, None), (20, 17, 23)]
    assert [mark.open_above for mark in drawing.marks] == [True, False]
    assert drawing.marks[1].top < drawing.marks[1].y < drawing.marks[1].bottom


@given(st.lists(st.integers(0, 10**9), min_size=2, max_size=30))
def test_every_mark_stands_inside_the_drawing(figures: list[int]) -> None:
    """Higher figures stand higher, whatever they are, and none leaves the frame."""
    claims = [
        replace(claim, id=f"{claim.id}-{number}", value=exact(figure), shown=str(figure))
        for number, figure in enumerate(figures)
        for claim in ((POST_DEAD, RADIO_DEAD)[number % 2],)
    ]
    for drawing in drawings_of(told(*claims), DOCUMENTS, {}):
        heights = [(mark.y, int(mark.words.split(",")[0])) for mark in drawing.marks]

        assert all(LEFT <= mark.x <= RIGHT and TOP <= mark.y <= BOTTOM for mark in drawing.marks)
        assert [y for y, _ in sorted(heights, key=lambda pair: pair[1])] == sorted(
            (y for y, _ in heights), reverse=True
        )
        assert len(drawing.rows) == len(figures)


def test_the_drawing_can_be_read_as_a_table() -> None:
    """Every figure stands in it with its day, its speaker and its words."""
    (drawing,) = drawings_of(told(POST_DEAD, RADIO_DEAD), DOCUMENTS, {RADIO_DEAD.id: "q2"})

    assert [(day, row.shown, row.speaker, row.anchor) for day, row in drawing.rows] == [
        ("4 March 2031", "14", "coast guard", ""),
        ("5 March 2031", "19", "Ida Lund", "q2"),
    ]
