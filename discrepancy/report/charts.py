"""Charts of a report for notebooks and documents: SVG, the same bytes each time, made without a display.

They need the extra ``charts`` (matplotlib), which is loaded only when a chart is asked for. A chart shows itself in a
notebook, and ``save`` writes it to a file.
"""

from __future__ import annotations

import io
import re
import warnings
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from discrepancy.errors import ExtraMissing, WriteError
from discrepancy.model import Claim, Report
from discrepancy.report import explain
from discrepancy.report.tolls import Course, courses

FACTS_SHOWN = 20
LONGEST_LABEL = 40
TICKS = 8
MARKERS = "osDvPX*<>hp"
COLOURS = ("#8a3a00", "#0b4f8a", "#6a1b8a", "#0c5a3a", "#6b4e00", "#a3121f", "#3b3c42")
STYLE: dict[Any, Any] = {
    "svg.hashsalt": "discrepancy",  # otherwise the ids inside the file are drawn by chance
    "svg.fonttype": "none",  # text stays text: it can be searched and read aloud
    "text.parse_math": False,  # a name with two dollar signs is a name
    "font.family": ["DejaVu Sans"],
    "font.size": 9.0,
    "axes.spines.top": False,
    "axes.spines.right": False,
}


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing as the text of an SVG file; ``words`` say what it shows to those who cannot see it."""

    svg: str = field(repr=False)
    words: str

    def _repr_svg_(self) -> str:
        return self.svg

    def save(self, path: str | Path) -> None:
        """Write the drawing to ``path``. Raises WriteError."""
        try:
            Path(path).write_text(self.svg, encoding="utf-8", newline="\n")
        except OSError as error:
            raise WriteError(str(path), str(error.strerror or error)) from None


def toll_chart(report: Report, harm: str = "killed") -> Chart:
    """The toll over time: one mark a figure, at the day its article came out, and a line through each speaker's own.

    ``harm`` is "killed", "injured", "missing", "displaced" or "arrested". A bar is the range that the words stand for,
    an arrow has no upper end. Figures of articles without a day, parts of a toll and tolls of other events are left
    out; the chart of a toll that was told on fewer than two days says so and is empty. Raises ExtraMissing.
    """
    course = next((course for course in courses(report) if course.harm == harm), Course(harm, ()))
    told = explain.counted(len(course.tolls), "figure")
    days = f" from {explain.day_words(course.days[0])} to {explain.day_words(course.days[-1])}" if course.tolls else ""
    with _canvas(9.0, 4.2) as (figure, axes):
        axes.set_ylabel(harm)
        axes.set_title(f"{harm.capitalize()}, by day and speaker", loc="left")
        if course.tolls:
            _draw_course(axes, course)
            axes.legend(loc="center left", bbox_to_anchor=(1.01, 0.5), frameon=False)
        else:
            _say_nothing(axes, f"No toll ({harm}) was told on two days or more.")
        return _chart(figure, f"{harm.capitalize()}, by day and speaker: {told}{days}")


def heat_map(report: Report) -> Chart:
    """Sources across, facts down: how many claims each article makes about each fact that two or more articles tell.

    A fact is what is asked ("killed", "count boat"); the most widely told come first, at most 20 are shown. A cell
    marked ≠ holds a claim that is part of a conflict. Raises ExtraMissing.
    """
    disputed = {c.id for conflict in report.conflicts for position in conflict.positions for c in position.claims}
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in report.claims:
        told[claim.attribute].append(claim)
    shared = [(fact, claims) for fact, claims in told.items() if len({claim.document for claim in claims}) > 1]
    shared.sort(key=lambda one: (-len({claim.document for claim in one[1]}), -len(one[1]), one[0]))
    facts = shared[:FACTS_SHOWN]
    with _canvas(2.6 + 1.1 * len(report.documents), 1.4 + 0.3 * max(len(facts), 3)) as (figure, axes):
        axes.set_title("Who tells of what, in claims; ≠ in a conflict", loc="left")
        if facts:
            _draw_map(axes, report, facts, disputed)
        else:
            _say_nothing(axes, "No two articles tell of the same fact.")
        words = f"{explain.counted(len(facts), 'fact')} in {explain.counted(len(report.documents), 'article')}"
        return _chart(figure, f"Who tells of what: {words}")


@contextmanager
def _canvas(width: float, height: float) -> Iterator[tuple[Any, Any]]:
    """A figure of that size in inches and its axes, whatever the user's own settings of matplotlib are."""
    try:
        import matplotlib
        from matplotlib.backends.backend_svg import FigureCanvasSVG
        from matplotlib.figure import Figure
    except ImportError:
        raise ExtraMissing("a chart", "charts") from None
    with matplotlib.rc_context(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph")  # the font only measures; the viewer's fonts are drawn
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(STYLE)
        figure = Figure(figsize=(width, height), layout="constrained")
        FigureCanvasSVG(figure)
        yield figure, figure.add_subplot()


def _chart(figure: Any, words: str) -> Chart:
    out = io.StringIO()
    figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    drawn = out.getvalue()
    svg = drawn[drawn.index("<svg ") :].replace("<svg ", f'<svg role="img" aria-label="{escape(words)}" ', 1)
    return Chart("\n".join(line.rstrip() for line in svg.splitlines()) + "\n", words)


def _draw_course(axes: Any, course: Course) -> None:
    top = max(toll.at if toll.high is None else toll.high for toll in course.tolls)
    span = max((course.days[-1] - course.days[0]).days, 1)
    for number, speaker in enumerate(course.speakers):
        said = [toll for toll in course.tolls if toll.speaker == speaker]
        aside = span * 0.011 * (number - (len(course.speakers) - 1) / 2)  # figures of one day stand beside one another
        days = [toll.day.toordinal() + aside for toll in said]
        below = [toll.at - toll.low for toll in said]
        above = [(top * 0.06 if toll.high is None else toll.high - toll.at) for toll in said]
        look: dict[str, Any] = {"color": COLOURS[number % len(COLOURS)], "marker": MARKERS[number % len(MARKERS)]}
        figures = [toll.at for toll in said]
        axes.errorbar(days, figures, yerr=[below, above], capsize=3, label=_label(speaker), linewidth=1.2, **look)
        ends = [(x, at + up) for x, at, up, toll in zip(days, figures, above, said, strict=True) if toll.high is None]
        axes.plot([x for x, _ in ends], [y for _, y in ends], "^", color=look["color"], markersize=5)
    axes.set_ylim(bottom=0, top=max(top * 1.15, 1))
    ticks = _ticks(course.days, span)
    axes.set_xticks([day.toordinal() for day in ticks], [explain.short_day_words(day) for day in ticks])


def _ticks(days: tuple[date, ...], span: int) -> list[date]:
    """The days that can be written below the axis without running into one another."""
    shown = [days[0]]
    for day in days[1:]:
        if (day - shown[-1]).days * TICKS >= span:
            shown.append(day)
    return shown


def _draw_map(axes: Any, report: Report, facts: list[tuple[str, list[Claim]]], disputed: set[str]) -> None:
    sources = [document.id for document in report.documents]
    counts = [Counter(claim.document for claim in claims) for _, claims in facts]
    fought = [{claim.document for claim in claims if claim.id in disputed} for _, claims in facts]
    most = max(max(count.values()) for count in counts)
    numbers = [[count[source] for source in sources] for count in counts]
    axes.pcolormesh(numbers, cmap="Blues", vmin=0, vmax=most * 1.3, edgecolors="white", linewidth=1)
    axes.invert_yaxis()
    for row, (count, marked) in enumerate(zip(counts, fought, strict=True)):
        for column, source in enumerate(sources):
            if count[source]:
                words = f"{count[source]} ≠" if source in marked else str(count[source])
                ink = "white" if count[source] > most * 0.8 else "black"
                axes.text(column + 0.5, row + 0.5, words, ha="center", va="center", color=ink)
    names = [_label(document.outlet or document.id) for document in report.documents]
    axes.set_xticks([n + 0.5 for n in range(len(sources))], names, rotation=25, ha="right", rotation_mode="anchor")
    asked = [_label(re.sub("[:_-]", " ", fact)) for fact, _ in facts]
    axes.set_yticks([n + 0.5 for n in range(len(facts))], asked)


def _say_nothing(axes: Any, words: str) -> None:
    axes.set_axis_off()
    axes.text(0.5, 0.5, words, ha="center", va="center", transform=axes.transAxes)


def _label(words: str) -> str:
    """One line, with what cannot be seen written out; matplotlib leaves names that start with "_" out of a legend."""
    shown = explain.plain(words)
    short = shown if len(shown) <= LONGEST_LABEL else shown[: LONGEST_LABEL - 1].rstrip() + "…"
    return f" {short}" if short.startswith("_") else short
