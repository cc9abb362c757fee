"""A report for people who work in Python: frames, and a short view in a notebook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from discrepancy.model import Conflict, Document, Report
from discrepancy.report import explain
from discrepancy.report.frames import claims_frame, to_frame

CONFLICTS_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Comparison(Report):
    """A ``Report`` that can hand out frames and show itself; ``discrepancy.compare`` returns one."""

    def to_frame(self) -> Any:
        """A ``pandas.DataFrame`` with one row for each pair of opposed positions."""
        return to_frame(self)

    def claims_frame(self) -> Any:
        """A ``pandas.DataFrame`` with one row for each claim."""
        return claims_frame(self)

    def _repr_html_(self) -> str:
        """The conflicts as a small table; every word of an article is escaped."""
        documents = {document.id: document for document in self.documents}
        rows = [row for conflict in self.conflicts[:CONFLICTS_SHOWN] for row in _rows(conflict, documents)]
        more = len(self.conflicts) - CONFLICTS_SHOWN
        lines = [f"<p>{_safe(explain.summary(self))}</p>"]
        if rows:
            head = "".join(f"<th>{name}</th>" for name in ("question", "answer", "who says so", "in these words"))
            lines.append(f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>")
        if more > 0:
            lines.append(f"<p>and {explain.counted(more, 'more conflict')}</p>")
        lines += [f"<p>{_safe(note)}</p>" for note in explain.notes(self)]
        return "\n".join(lines)


def _rows(conflict: Conflict, documents: Mapping[str, Document]) -> Iterator[str]:
    for number, position in enumerate(conflict.positions):
        cells = [
            conflict.question if number == 0 else "",
            position.shown,
            explain.speaker_words(position.claims[0], documents) if position.claims else "",
            position.claims[0].evidence.text if position.claims else "",
        ]
        shown = "".join(f'<td style="text-align:left;white-space:normal">{_safe(cell)}</td>' for cell in cells)
        yield f"<tr>{shown}</tr>"


def _safe(text: str) -> str:
    return escape(explain.plain(text))
