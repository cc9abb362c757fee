"""Charts: SVG that says in words what it shows, the same bytes each time, whatever the names and the machine."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.parsers import expat

import matplotlib
import pytest
from golden.sample import POST_DEAD, RADIO_DEAD, sample_report
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.errors import ExtraMissing, WriteError
from discrepancy.model import Report
from discrepancy.report.charts import heat_map, toll_chart

CHARTS = [toll_chart, heat_map]
DRAW = (
    "import sys; sys.path[:0] = ['tests']\n"
    "from golden.sample import sample_report\n"
    "from discrepancy.report.charts import heat_map, toll_chart\n"
    "sys.stdout.buffer.write((toll_chart(sample_report()).svg + heat_map(sample_report()).svg).encode())\n"
)


def words_of(svg: str) -> list[str]:
    """The text elements of a drawing, in its order; a file that is not well formed is a failure."""
    found: list[list[str]] = []
    inside: list[str] = []
    parser = expat.ParserCreate()

    def start(tag: str, _: dict[str, str]) -> None:
        inside.append(tag)
        if tag == "text":
            found.append([])

    def data(words: str) -> None:
        if inside[-1] == "text":
            found[-1].append(words)

    parser.StartElementHandler, parser.CharacterDataHandler = start, data
    parser.EndElementHandler = lambda _: inside.pop()
    parser.Parse(svg, True)
    return ["".join(words).strip() for words in found]


def spoken(name: str) -> Report:
    """The sample with ``name`` as a speaker and as an outlet."""
    speaker = RADIO_DEAD.frame.speaker
    assert speaker is not None
    claim = replace(RADIO_DEAD, frame=replace(RADIO_DEAD.frame, speaker=replace(speaker, name=name)))
    report = sample_report()
    documents = (replace(report.documents[0], outlet=name), *report.documents[1:])
    return replace(report, documents=documents, claims=(POST_DEAD, claim))


def test_the_tolls_are_drawn_with_their_speakers() -> None:
    """Days below, speakers beside, and the whole in one line for those who cannot see it."""
    chart = toll_chart(sample_report())

    assert {"4 Mar 2031", "5 Mar 2031", "coast guard", "Ida Lund"} <= set(words_of(chart.svg))
    assert chart.words == "Killed, by day and speaker: 2 figures from 4 March 2031 to 5 March 2031"
    assert f'aria-label="{chart.words}"' in chart.svg


def test_the_map_counts_claims_and_marks_conflicts() -> None:
    """All three tell of the dead, and all three are in the conflict; two tell of the injured and of the intent."""
    words = words_of(heat_map(sample_report()).svg)

    assert words.count("1 ≠") == 5
    assert words.count("1") == 2
    assert words.index("killed") < words.index("injured")
    assert {"Northern Post", "Island Radio", "herald"} <= set(words)


@pytest.mark.parametrize("draw", CHARTS)
def test_with_nothing_to_draw_the_chart_says_so(draw: object) -> None:
    """An empty frame would look like a fault."""
    assert callable(draw)
    words = words_of(draw(replace(sample_report(), claims=(POST_DEAD,))).svg)

    assert any(word.startswith("No ") for word in words)


def test_two_processes_draw_the_same_bytes() -> None:
    """Whatever the hash seed, the time zone, the language and the display are."""
    drawn = []
    for seed, zone, place in (("0", "UTC", "C.UTF-8"), ("77", "Asia/Tokyo", "de_DE.UTF-8")):
        surroundings = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "MPLBACKEND"}}
        done = subprocess.run(
            [sys.executable, "-c", DRAW],
            env={**surroundings, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": place},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=True,
        )
        drawn.append(done.stdout)

    assert len(drawn[0]) > 10_000
    assert drawn[0] == drawn[1]


@pytest.mark.parametrize("draw", CHARTS)
def test_the_settings_of_the_user_change_nothing_and_stay(draw: object) -> None:
    """A notebook with a style of its own gets the same chart, and keeps its style."""
    assert callable(draw)
    plain = draw(sample_report()).svg
    with matplotlib.rc_context({"font.size": 30.0, "svg.fonttype": "path", "svg.hashsalt": "other"}):
        styled = draw(sample_report()).svg
        kept = matplotlib.rcParams["font.size"]

    assert styled == plain
    assert kept == 30.0


@pytest.mark.parametrize(
    "name", ["$x_1$", "$\\frac{", "_hidden", "<script>alert(1)</script>", "記者", "a\x00b\x1b]c", "&amp;"]
)
def test_a_name_is_drawn_as_it_is(name: str) -> None:
    """No formula, no markup, no name that is left out of the legend."""
    words = words_of(toll_chart(spoken(name)).svg)

    assert name.replace("\x00", "\\x00").replace("\x1b", "\\x1b") in words or any("\\" in word for word in words)


@given(st.text(max_size=50))
@settings(max_examples=15, deadline=None)
def test_any_name_makes_a_drawing_that_can_be_read(name: str) -> None:
    """The file stays well formed."""
    for draw in CHARTS:
        assert words_of(draw(spoken(name)).svg)


def test_a_chart_is_shown_in_a_notebook_and_saved(tmp_path: Path) -> None:
    """Both are the drawing as it is; a folder that is not there is named."""
    chart = toll_chart(sample_report())
    chart.save(tmp_path / "toll.svg")

    assert (tmp_path / "toll.svg").read_bytes() == chart.svg.encode()
    assert chart._repr_svg_() == chart.svg
    with pytest.raises(WriteError, match="nowhere"):
        chart.save(tmp_path / "nowhere" / "toll.svg")


def test_without_matplotlib_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line that can be typed."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)

    with pytest.raises(ExtraMissing, match=r'pip install "discrepancy\[charts\]"'):
        toll_chart(sample_report())
