"""The archive that is measured with."""

from __future__ import annotations

import json
from pathlib import Path

from archive import main


def lines(path: Path, number: int) -> list[str]:
    assert main([str(number), str(path)]) == 0
    return path.read_text(encoding="utf-8").splitlines()


def test_an_archive_is_the_same_each_time_and_a_longer_one_begins_with_it(tmp_path: Path) -> None:
    """So that figures can be compared."""
    assert lines(tmp_path / "a.jsonl", 7) == lines(tmp_path / "b.jsonl", 12)[:7]


def test_an_event_has_three_articles_that_share_sentences_and_differ(tmp_path: Path) -> None:
    """And the next event is another."""
    articles = [json.loads(line) for line in lines(tmp_path / "a.jsonl", 6)]
    texts = [article["text"] for article in articles]

    assert [article["truth"] for article in articles] == ["0", "0", "0", "1", "1", "1"]
    assert len(set(texts)) == 6
    assert texts[0].split(". ")[0].split()[:4] == texts[1].split(". ")[0].split()[:4] != texts[3].split()[:4]
