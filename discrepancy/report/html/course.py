"""A toll over time as a drawing: one column a day, one numbered mark a figure, a line through each speaker's own."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from discrepancy.model import Document, Report
from discrepancy.report import explain
from discrepancy.report.html.letters import letter
from discrepancy.report.html.words import Told, told
from discrepancy.report.tolls import Course, Toll, courses

LEFT, RIGHT, TOP, BOTTOM = 56, 632, 24, 214
STEPS = 4
MOST_DAYS = 24
MOST_TOLLS = 200
LABELS = 6
APART = 24


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure: where it stands, how far its range reaches, and the number of its speaker."""

    number: int
    side: str
    x: float
    y: float
    top: float
    bottom: float
    open_above: bool
    words: str


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a place on an axis."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """The way of one speaker through the days."""

    side: str
    points: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The drawing of one course, and the same as a table: day, figure, and who says it."""

    harm: str
    days: tuple[Label, ...]
    steps: tuple[Label, ...]
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    speakers: tuple[tuple[int, str, str], ...]
    rows: tuple[tuple[str, Told], ...]


def drawings_of(report: Report, documents: Mapping[str, Document], anchors: Mapping[str, str]) -> tuple[Drawing, ...]:
    """A drawing for every toll of ``report`` that was told on several days; more days than fit are left to charts."""
    return tuple(
        _drawing(course, documents, anchors)
        for course in courses(report)
        if len(course.days) <= MOST_DAYS and len(course.tolls) <= MOST_TOLLS
    )


def _drawing(course: Course, documents: Mapping[str, Document], anchors: Mapping[str, str]) -> Drawing:
    numbers = {speaker: number for number, speaker in enumerate(course.speakers, 1)}
    columns = {day: _column(number, len(course.days)) for number, day in enumerate(course.days)}
    top = _top(max(toll.high or toll.low for toll in course.tolls))
    marks = [
        _mark(toll, numbers[toll.speaker], x, top)
        for day, held in _by_day(course).items()
        for toll, x in zip(held, _beside_one_another(columns[day], len(held), len(columns)), strict=True)
    ]
    return Drawing(
        harm=course.harm,
        days=_labels(columns),
        steps=tuple(Label(_height(top * n / STEPS, top), f"{top * n / STEPS:,.10g}") for n in range(STEPS + 1)),
        lines=_lines(marks),
        marks=tuple(marks),
        speakers=tuple((number, _side(number), speaker) for speaker, number in numbers.items()),
        rows=tuple((explain.day_words(toll.day), told(toll.claim, documents, anchors)) for toll in course.tolls),
    )


def _by_day(course: Course) -> dict[date, list[Toll]]:
    """The figures of each day; one that a speaker gives twice on a day stands once."""
    found: dict[date, dict[tuple[str, float, float | None], Toll]] = defaultdict(dict)
    for toll in course.tolls:
        found[toll.day].setdefault((toll.speaker, toll.at, toll.high), toll)
    return {day: list(held.values()) for day, held in found.items()}


def _column(number: int, days: int) -> float:
    return LEFT + (RIGHT - LEFT) * (number + 0.5) / days


def _beside_one_another(middle: float, marks: int, days: int) -> list[float]:
    """Places around ``middle`` for the marks of one day."""
    apart = min(APART, (RIGHT - LEFT) / days / marks)
    return [round(middle + (number - (marks - 1) / 2) * apart, 1) for number in range(marks)]


def _mark(toll: Toll, number: int, x: float, top: float) -> Mark:
    high = _height(toll.low if toll.high is None else toll.high, top)
    words = f"{toll.shown}, {toll.speaker}, {explain.day_words(toll.day)}"
    low, at = _height(toll.low, top), _height(toll.at, top)
    return Mark(number, _side(number), x, at, high, low, toll.high is None, words)


def _lines(marks: list[Mark]) -> tuple[Line, ...]:
    ways: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        ways[mark.number].append(mark)
    return tuple(
        Line(_side(number), " ".join(f"{mark.x},{mark.y}" for mark in way))
        for number, way in ways.items()
        if len(way) > 1
    )


def _labels(columns: Mapping[date, float]) -> tuple[Label, ...]:
    every = math.ceil(len(columns) / LABELS)
    return tuple(
        Label(round(x, 1), explain.short_day_words(day))
        for number, (day, x) in enumerate(columns.items())
        if number % every == 0
    )


def _top(highest: float) -> float:
    """A round number above ``highest`` that divides into steps that can be read."""
    step = max(highest, 1) / STEPS
    size = 10.0 ** math.floor(math.log10(step))
    nice = next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= step)
    return STEPS * max(nice, 1.0)


def _height(value: float, top: float) -> float:
    return round(BOTTOM - (BOTTOM - TOP) * min(value / top, 1.0), 1)


def _side(number: int) -> str:
    return letter(number - 1)
