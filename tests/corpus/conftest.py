"""An archive made of the sample events, and what a run makes of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from archives import Article, corpus, sample_articles


@pytest.fixture(scope="session")
def articles() -> list[Article]:
    return list(sample_articles())


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory, articles: list[Article]) -> Path:
    """The articles one a line."""
    path = tmp_path_factory.mktemp("archive") / "news.jsonl"
    path.write_text("".join(f"{json.dumps(article)}\n" for article in articles), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, archive: Path) -> Path:
    """The folder of an undisturbed run in one process, with conflicts in every format."""
    out = tmp_path_factory.mktemp("made") / "out"
    done = corpus(archive, "-o", out, "-f", "csv", "-f", "jsonl", "-f", "parquet")
    assert done.exit_code == 1, done.stderr
    return out
