"""Articles named on the command line, and what is said about reading them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from discrepancy.cli.options import standard_input
from discrepancy.cli.program import say
from discrepancy.errors import DiscrepancyError
from discrepancy.language.printable import printable
from discrepancy.model import Document, Unread


def read_articles(
    articles: Sequence[str], *, fewest: int, held: Collection[str] = ()
) -> tuple[tuple[Document, ...], tuple[Unread, ...], list[str]]:
    """Documents, what could not be read, and warnings; unread files are fatal when fewer than ``fewest`` are left.

    ``held`` are the ids of articles that take part anyway.
    """
    from discrepancy.read import read_documents

    reading = read_documents(articles, stdin=standard_input(), taken=held)
    unread = [f"{one.path}: {one.why}" for one in reading.unread]
    if len(held) + len(reading.documents) < (fewest if unread else 1):
        left = [f"only {document.id} is left, and nothing to compare it with" for document in reading.documents]
        raise DiscrepancyError("; ".join([*unread, *left]) or "no article was found")
    return reading.documents, reading.unread, [*reading.warnings, *unread]


def found_later(before: Sequence[Document], after: Sequence[Document]) -> list[str]:
    """Warnings that came up after reading, one line each."""
    known = {document.id: document.warnings for document in before}
    return [f"{d.path}: {line}" for d in after for line in d.warnings if line not in known.get(d.id, d.warnings)]


def finish(warnings: Sequence[str], summary_line: str | None) -> None:
    """Warnings and the summary on standard error, one line each."""
    for line in [*warnings, *([summary_line] if summary_line else [])]:
        say(printable(line))
