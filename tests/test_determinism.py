"""The same articles give the same bytes, whatever the hash seed, the time zone, the folder or the day."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from discrepancy.report import FORMATS, SUFFIXES

ROOT = Path(__file__).parent.parent
EVENT = ROOT / "data" / "deir-ez-zor-2016"
ARTICLES = sorted(map(str, EVENT.glob("*.txt")))
SUFFIX = {name: suffix for suffix, name in SUFFIXES.items() if name in FORMATS}
REVIEWS = "reviews.json"


def run(folder: Path, seed: str, zone: str, *first: Sequence[str]) -> dict[str, bytes]:
    """What one run in ``folder`` prints and writes, one entry a format.

    ``first`` are articles that runs with other hash seeds put into a store before.
    """
    folder.mkdir()
    environment = {**os.environ, "TZ": zone, "PYTHONPATH": str(ROOT)}
    program = [sys.executable, "-m", "discrepancy", "compare"]
    db = ["--db", "event.db"] if first else []
    for number, articles in enumerate(first):
        earlier = {**environment, "PYTHONHASHSEED": f"{number + 3}"}
        subprocess.run([*program, *articles, *db], cwd=folder, env=earlier, capture_output=True, check=False)
    left = [article for article in ARTICLES if not any(article in articles for articles in first)]
    outputs = [f"report{suffix}" for suffix in SUFFIX.values()]
    options = [word for output in outputs for word in ("-o", output)]
    done = subprocess.run(
        [*program, *left, *db, "--format", "table", *options, "--write-review", REVIEWS],
        cwd=folder,
        env={**environment, "PYTHONHASHSEED": seed},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr.decode()
    return {"screen": done.stdout, **{output: (folder / output).read_bytes() for output in (*outputs, REVIEWS)}}


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], ...]:
    place = tmp_path_factory.mktemp("runs")
    return (
        run(place / "one", "0", "UTC"),
        run(place / "two", "77", "Asia/Tokyo"),
        run(place / "three", "78", "America/Lima", ARTICLES[:1], ARTICLES[1:3]),
    )


@pytest.mark.parametrize("output", ["screen", *(f"report{suffix}" for suffix in SUFFIX.values()), REVIEWS])
def test_runs_give_the_same_bytes(runs: tuple[dict[str, bytes], ...], output: str) -> None:
    """Hash seed, time zone and working folder differ; the third run goes on where a store left off."""
    assert runs[0][output]
    assert runs[0][output] == runs[1][output]
    assert runs[0][output] == runs[2][output]
