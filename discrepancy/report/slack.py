"""Format ``slack``: plain bullets for a chat that shows neither tables nor Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from discrepancy.model import Conflict, Document, Report
from discrepancy.report import explain
from discrepancy.report.unlinked import unlinked

BULLET, BELOW = "• ", "    ◦ "
CLAIMS_SHOWN = 2
CONFLICTS_SHOWN = 20


def to_slack(report: Report) -> str:
    """The report to paste into a message; nothing in an article can call a person or a room, or become a link."""
    documents = {document.id: document for document in report.documents}
    lines = [plain(explain.summary(report))]
    if not report.conflicts:
        lines.append(BULLET + explain.nothing_found(report))
    for conflict in report.conflicts[:CONFLICTS_SHOWN]:
        lines += _conflict(conflict, documents)
    more = len(report.conflicts) - CONFLICTS_SHOWN
    if more > 0:
        lines.append(f"{BULLET}and {explain.counted(more, 'more conflict')}")
    lines += [BULLET + plain(explain.rival_words(rival, documents)) for rival in explain.rival_figures(report)]
    lines += [BULLET + plain(note) for note in explain.notes(report)]
    return "\n".join(lines) + "\n"


def plain(text: str) -> str:
    """``text`` on one line, as words and nothing else."""
    return unlinked(explain.plain(text))


def _conflict(conflict: Conflict, documents: Mapping[str, Document]) -> Iterator[str]:
    yield BULLET + plain(f"{conflict.question} {explain.answers(conflict, documents)}")
    for position in conflict.positions:
        for claim in position.passages[:CLAIMS_SHOWN]:
            quote = f"“{claim.evidence.text}” ({explain.place_words(claim, documents)})"
            yield BELOW + plain(f"{position.shown}: {explain.speaker_words(claim, documents)}, {quote}")
        more = len(position.passages) - CLAIMS_SHOWN
        if more > 0:
            yield BELOW + plain(f"{position.shown}: and {explain.counted(more, 'more passage')}")
    yield BELOW + plain(f"Why: {conflict.why}")
    yield BELOW + plain(f"Check next: {explain.check_next(conflict, documents)}")
    if decided := explain.review_words(conflict.review):
        yield BELOW + plain(f"Review: {decided}")
