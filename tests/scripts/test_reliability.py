"""Reliability: what a report says is held against the gold by kind, confidence and threshold."""

from __future__ import annotations

from pathlib import Path

import pytest
from reliability import main

DATA = Path(__file__).parent.parent.parent / "data"


def test_a_set_is_told_by_kind_and_by_threshold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A higher least confidence never finds more."""
    (tmp_path / "crash").symlink_to(DATA / "delmere-train-crash")
    (tmp_path / "robbery").symlink_to(DATA / "quay-street-robbery")
    main([str(tmp_path / "crash"), str(tmp_path / "robbery")])

    first, second = capsys.readouterr().out.split("\n\n")
    assert first.startswith("| kind | 0.2 to 0.3 |")
    assert any(" of " in line for line in first.splitlines()[2:])
    right = [int(line.split("|")[5]) for line in second.splitlines()[2:] if line.startswith("| crash ")]
    assert right == sorted(right, reverse=True)
    assert right[0] > 0


def test_without_folders_it_says_what_is_missing() -> None:
    """One line and no trace."""
    with pytest.raises(SystemExit, match="name the folders"):
        main([])
