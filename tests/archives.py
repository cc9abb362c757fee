"""Archives for tests: made of the sample events, run through the command, and what it leaves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner, Result

from discrepancy.cli import cli
from discrepancy.read import read_documents

DATA = Path(__file__).parents[1] / "data"
EVENTS = ("delmere-train-crash", "brantwick-dyeworks-fire", "wexholm-derby")
Article = dict[str, str | None]


def sample_articles() -> Iterator[Article]:
    """The articles of three sample events as records."""
    for event in EVENTS:
        for document in read_documents([str(DATA / event)]).documents:
            yield {
                "id": document.id,
                "title": document.title,
                "text": document.text,
                "source": document.outlet,
                "published": str(document.published),
            }


def corpus(*arguments: object) -> Result:
    """``discrepancy corpus`` with ``arguments``."""
    return CliRunner().invoke(cli, ["corpus", *map(str, arguments)])


def contents(out: Path) -> dict[str, bytes]:
    """All files of a run but what it has for itself."""
    return {
        str(path.relative_to(out)): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and not path.name.startswith("state.sqlite")
    }
