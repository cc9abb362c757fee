"""Measuring speed: every part has its table, whatever the figures are; sizes and growth are counted right."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from perf import HEADERS, main
from speed.articles import sample_events
from speed.clock import exponent, seconds_of
from speed.matching import many_claims

from discrepancy.pipeline import extract

ROOT = Path(__file__).parent.parent.parent
DATA, SCRIPTS = ROOT / "data", ROOT / "scripts"
SMALL = ["--limit", "1", "--articles", "2", "3", "--claims", "10", "20", "--data", str(DATA)]


def test_every_part_has_a_table_with_a_row_for_each_measurement(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is printed is what the file holds; a folder of further sets that is not there is passed over."""
    kept = tmp_path / "perf.md"

    assert main([*SMALL, "--bench", str(tmp_path / "none"), "-o", str(kept)]) == 0

    tables = kept.read_text(encoding="utf-8").strip().split("\n\n")
    assert tables == capsys.readouterr().out.strip().split("\n\n")
    assert [tuple(cell.strip() for cell in table.split("\n")[0].strip("|").split("|")) for table in tables] == [
        *HEADERS.values()
    ]
    rows = [[line.split("|")[1].strip() for line in table.split("\n")[2:]] for table in tables]
    first = dict(zip(HEADERS, rows, strict=True))
    assert {"extract", "- parse", "- mentions: places", "- claims: numbers"} <= set(first["extract"])
    assert first["articles"] == ["2 articles", "3 articles"]
    assert first["match"] == ["10 claims", "20 claims"]


def test_growth_is_told_as_a_power_of_the_size() -> None:
    """Ten times the work in ten times the time is linear, in a hundred times the time quadratic."""
    assert exponent((10, 2.0), (100, 20.0)) == pytest.approx(1.0)
    assert exponent((10, 2.0), (100, 200.0)) == pytest.approx(2.0)


def test_seconds_are_those_of_this_process() -> None:
    """Work takes time."""
    assert seconds_of(lambda: sum(range(100_000))) > 0


def test_megabytes_are_those_of_the_process_at_its_highest() -> None:
    """A block of 100 MB shows in the peak; a process of its own has had no higher one before."""
    program = (
        "from speed.clock import peak_memory; before = peak_memory(); "
        "held = bytes(range(256)) * 400_000; print(peak_memory() - before, len(held))"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=SCRIPTS, capture_output=True, text=True, check=True)

    assert float(run.stdout.split()[0]) > 50


def test_claims_are_made_many_with_names_of_their_own() -> None:
    """An edition is as large as the claims it is made from, and no two claims share an id."""
    base = extract(sample_events(DATA, 1)[0][:1])[0].claims
    endless = many_claims(base)

    many = [next(endless) for _ in range(2 * len(base))]

    assert len({claim.id for claim in many}) == 2 * len(base)
    assert [claim.shown for claim in many[len(base) :]] == [claim.shown for claim in base]
