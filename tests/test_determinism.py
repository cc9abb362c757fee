"""The same articles give the same bytes, whatever the hash seed, the time zone, the folder or the day."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from discrepancy.report import FORMATS, SUFFIXES

ROOT = Path(__file__).parent.parent
EVENT = ROOT / "data" / "deir-ez-zor-2016"
ARTICLES = sorted(str(path) for path in EVENT.iterdir() if path.name != "gold.json")
SUFFIX = {name: suffix for suffix, name in SUFFIXES.items() if name in FORMATS}


def run(folder: Path, seed: str, zone: str) -> dict[str, bytes]:
    """What one run in ``folder`` prints and writes, one entry a format."""
    folder.mkdir()
    outputs = [f"report{suffix}" for suffix in SUFFIX.values()]
    options = [word for output in outputs for word in ("-o", output)]
    done = subprocess.run(
        [sys.executable, "-m", "discrepancy", "compare", *ARTICLES, "--format", "table", *options],
        cwd=folder,
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr.decode()
    return {"screen": done.stdout, **{output: (folder / output).read_bytes() for output in outputs}}


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    place = tmp_path_factory.mktemp("runs")
    return run(place / "one", "0", "UTC"), run(place / "two", "77", "Asia/Tokyo")


@pytest.mark.parametrize("output", ["screen", *(f"report{suffix}" for suffix in SUFFIX.values())])
def test_two_runs_give_the_same_bytes(runs: tuple[dict[str, bytes], dict[str, bytes]], output: str) -> None:
    """Hash seed, time zone and working folder differ between the two."""
    first, second = runs

    assert first[output]
    assert first[output] == second[output]
