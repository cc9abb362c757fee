"""Format ``markdown``: a table of the conflicts, and the quotes as lists for places that show no tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from discrepancy.model import Claim, Conflict, Document, Report
from discrepancy.report import explain
from discrepancy.report.unlinked import uncalled

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&!#]|(?<=\])\(")
_LINK = re.compile(r"(?i)\b(https?|ftp|www)(:(?=//)|\.)")
CLAIMS_SHOWN = 5


def to_markdown(report: Report) -> str:
    """The report for an issue, a chat or a wiki page; nothing in an article can become markup or a link."""
    documents = {document.id: document for document in report.documents}
    lines = [f"# {explain.summary(report)}", ""]
    if report.conflicts:
        lines += ["| | Question | Answers | Kind | Severity | Confidence |", "|---|---|---|---|---|---|"]
        lines += [_row(number, conflict, documents) for number, conflict in enumerate(report.conflicts, 1)]
        lines.append("")
    for number, conflict in enumerate(report.conflicts, 1):
        lines += [*_conflict(number, conflict, documents), ""]
    rest = [f"- {line}" for line in _rest(report, documents)]
    return "\n".join([*lines, *rest]).rstrip("\n") + "\n"


def escaped(text: str) -> str:
    """``text`` on one line as plain words of Markdown, without live links; no "@name" calls anybody."""
    plain = _SPECIAL.sub(lambda match: "\\" + match.group(), explain.plain(text))
    return uncalled(_LINK.sub(r"\1\\\2", plain))


def _row(number: int, conflict: Conflict, documents: Mapping[str, Document]) -> str:
    answers = escaped(explain.answers(conflict, documents))
    cells = (
        str(number),
        escaped(conflict.question),
        answers,
        conflict.kind,
        conflict.severity,
        f"{conflict.confidence:.2f}",
    )
    return f"| {' | '.join(cells)} |"


def _conflict(number: int, conflict: Conflict, documents: Mapping[str, Document]) -> Iterator[str]:
    yield f"## {number}. {escaped(conflict.question)}"
    yield ""
    for position in conflict.positions:
        for claim in position.passages[:CLAIMS_SHOWN]:
            yield f"- **{escaped(position.shown)}**: {_quote(claim, documents)}"
        if len(position.passages) > CLAIMS_SHOWN:
            more = explain.counted(len(position.passages) - CLAIMS_SHOWN, "more passage")
            yield f"- **{escaped(position.shown)}**: and {more}"
    yield f"- Why: {escaped(conflict.why)}"
    yield f"- Check next: {escaped(explain.check_next(conflict, documents))}"
    if decided := explain.review_words(conflict.review):
        yield f"- Review: {escaped(decided)}"


def _quote(claim: Claim, documents: Mapping[str, Document]) -> str:
    speaker = escaped(explain.speaker_words(claim, documents))
    return f"{speaker}, “{escaped(claim.evidence.text)}” ({escaped(explain.place_words(claim, documents))})"


def _rest(report: Report, documents: Mapping[str, Document]) -> Iterator[str]:
    if not report.conflicts:
        yield explain.nothing_found(report)
    for document in explain.cited(report):
        yield f"**{escaped(document.id)}**: {escaped(explain.source_words(document))}"
    for rival in explain.rival_figures(report):
        yield escaped(explain.rival_words(rival, documents))
    for one in explain.look_different(report):
        words = escaped(explain.compatible_words(one, documents))
        yield f"Looks different and is not ({escaped(one.reason)}): {words}"
    if report.not_compared:
        yield f"{explain.counted(len(report.not_compared), 'claim was', 'claims were')} not compared"
    yield from map(escaped, explain.notes(report))
