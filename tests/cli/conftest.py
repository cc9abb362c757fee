"""A command line whose stages are stood in for by a report built by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from golden.sample import sample_extraction, sample_report

from discrepancy import pipeline
from discrepancy.cli import cli
from discrepancy.model import Document, Report, Unread
from discrepancy.settings import Settings


class Stages:
    """Stands in for the stages: remembers what it was asked, answers with a report built by hand."""

    def __init__(self) -> None:
        self.report: Report = sample_report()
        self.settings = Settings()
        self.documents: tuple[Document, ...] = ()
        self.fault: Exception | None = None

    def compare(
        self, documents: Sequence[Document], *, settings: Settings = Settings(), unread: Sequence[Unread] = ()
    ) -> Report:
        self.documents, self.settings = tuple(documents), settings
        if self.fault:
            raise self.fault
        return replace(self.report, unread=tuple(unread))

    def extract(self, documents: Sequence[Document], **_: Any) -> tuple[Any, ...]:
        return tuple(replace(sample_extraction(), document=document) for document in documents)


@pytest.fixture
def stages(monkeypatch: pytest.MonkeyPatch) -> Stages:
    stand_in = Stages()
    monkeypatch.setattr(pipeline, "compare", stand_in.compare)
    monkeypatch.setattr(pipeline, "extract", stand_in.extract)
    return stand_in


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stages: Stages) -> Callable[..., Result]:
    """Runs a command in a folder with three articles."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt", "c.txt"):
        Path(name).write_text(f"Text of {name}.\n", encoding="utf-8")

    def run_it(*arguments: str, **extra: Any) -> Result:
        return CliRunner().invoke(cli, list(arguments), **extra)

    return run_it
