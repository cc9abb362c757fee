"""What is measured of event grouping."""

from __future__ import annotations

import json
from pathlib import Path

from measure.grouping import REAL, SUBJECTS, measure_grouping, pairwise

TRUTH = {"a": "fire", "b": "fire", "c": "fire", "d": "vote", "e": "vote"}
TEXTS = {
    "fire": "Three firemen died in the burning carpet warehouse of Halvorsen in Trondal.",
    "vote": "The parliament of Sarenia voted down the budget of minister Olga Prieto.",
}


def figures(*groups: str) -> dict[str, float]:
    return {one.name: round(one.value, 3) for one in pairwise([tuple(group) for group in groups], TRUTH)}


def test_the_truth_is_right_in_all() -> None:
    """Every pair that belongs together, and no other."""
    assert figures("abc", "de") == {"precision": 1.0, "recall": 1.0, "F1": 1.0}


def test_what_is_put_together_wrongly_costs_precision() -> None:
    """Four of the ten pairs belong together."""
    assert figures("abcde") == {"precision": 0.4, "recall": 1.0, "F1": 0.571}


def test_what_is_left_apart_costs_recall() -> None:
    """One of four pairs is found."""
    assert figures("a", "bc", "d", "e") == {"precision": 1.0, "recall": 0.25, "F1": 0.4}


def test_nothing_put_together_is_no_success() -> None:
    """Not even of precision."""
    assert figures("a", "b", "c", "d", "e") == {"precision": 0.0, "recall": 0.0, "F1": 0.0}


def test_sets_are_read_in_their_forms(tmp_path: Path) -> None:
    """Articles by event in files of their own, or rows of tokens with subject and event."""
    (tmp_path / "real-events").mkdir()
    (tmp_path / "public").mkdir()
    rows = []
    for name, text in TEXTS.items():
        articles = [{"id": i, "text": text, "published": "2020-01-02"} for i in "ab"]
        (tmp_path / "real-events" / f"{name}.json").write_text(json.dumps({"articles": articles}), encoding="utf-8")
        sentences = [{"sent": 0, "tokens": text.split()}]
        rows += [{"id": f"{name}{i}", "topic": "1", "subtopic": name, "sentences": sentences} for i in "ab"]
    (tmp_path / "public" / "ecbplus.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")

    for name in (REAL, SUBJECTS):
        measured = measure_grouping(tmp_path, name, limit=None)
        assert {one.name: one.value for one in measured.figures}["F1"] == 1.0
        assert measured.size == "2 events, 4 articles"
