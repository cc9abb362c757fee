"""Write the pairs of number claims of annotated events as plain text, for models that know nothing of claims.

    PYTHONPATH=scripts python experiments/text-model/passages.py --gold FOLDER --out FILE [--open CODE]

FOLDER holds events as folders like those in ``data/`` or as JSON files that hold their articles. The file written is
one JSON object: ``claims`` (a figure in its clause, its sentence and the sentence before), ``pairs`` of two such claims
with what the gold says of them, and ``examples``: sides of gold entries of every kind that ask one question or two.
The file repeats the text of the articles; keep it where they are kept.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import combinations
from pathlib import Path
from typing import Any
from unittest.mock import patch

from labels import Entry, GoldEvent, Side, events_in, number_spans
from number_pairs import Row, rows_of

from discrepancy.match.number_gates import barred
from discrepancy.model import Claim, Span
from discrepancy.pipeline import extract

ONE_QUESTION = frozenset({"bound", "approximation", "paraphrase", "same-unit", "granularity", "alias"})
TWO_QUESTIONS = frozenset({"different-event", "scope", "earlier-event", "containment", "sum", "other"})
SIDES = 3
_ENDS = re.compile(r"[.!?][\"”’')]*\s+(?=[\"“‘'(]?[A-Z0-9])|\n+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A figure where it stands; the spans are offsets in ``clause`` and in ``sentence``."""

    clause: str
    in_clause: tuple[int, int]
    before: str
    sentence: str
    after: str
    in_sentence: tuple[int, int]


@contextmanager
def gates_open(codes: frozenset[str]) -> Iterator[dict[str, str]]:
    """Let pairs through that a gate in ``codes`` would stop; gives the code of each pair let through, by its key."""
    through: dict[str, str] = {}

    def opened(left: Claim, right: Claim, *rest: Any) -> str | None:
        code = barred(left, right, *rest)
        if code in codes:
            through[f"{left.id}|{right.id}"] = str(code)
            return None
        return code

    with patch("discrepancy.match.numbers.barred", opened):
        yield through


def key_of(row: Row) -> str:
    """The name of a pair: running number of its event and the two claims."""
    return f"{row.event}|{row.left.id}|{row.right.id}"


def to_passage(text: str, clause: Span, figure: Span) -> Passage:
    """The ``figure`` with its clause, its sentence and both neighbours."""
    edges = [0, *(found.end() for found in _ENDS.finditer(text)), len(text)]
    first = min(bisect_right(edges, figure.start) - 1, len(edges) - 2)
    last = next(edge for edge in edges[first + 1 :] if edge >= min(figure.end, len(text)))
    start, after = edges[first], next((edge for edge in edges if edge > last), last)
    return Passage(
        text[clause.start : clause.end],
        (max(0, figure.start - clause.start), figure.end - clause.start),
        text[edges[max(0, first - 1)] : start],
        text[start:last],
        text[last:after],
        (figure.start - start, figure.end - start),
    )


def examples(number: int, event: GoldEvent) -> Iterator[dict[str, Any]]:
    """Two passages that ask one question, or two, by gold entries that the pairs of figures do not cover."""
    texts = {document.id: document.text for document in event.documents}
    conflicts = [(entry, True) for entry in event.conflicts if entry.kind != "number"]
    traps = [
        (entry, entry.reason in ONE_QUESTION)
        for entry in event.not_conflicts
        if entry.reason in ONE_QUESTION | TWO_QUESTIONS
    ]
    for entry, one in conflicts + traps:
        for left, right in _two_sides(entry):
            passages = [asdict(_named(texts[side.article], side)) for side in (left, right)]
            yield {"event": number, "one_question": one, "left": passages[0], "right": passages[1]}


def _two_sides(entry: Entry) -> Iterator[tuple[Side, Side]]:
    for left, right in combinations(entry.sides[:SIDES], 2):
        if (left.article, left.start) != (right.article, right.start):
            yield left, right


def _named(text: str, side: Side) -> Passage:
    """The value of ``side`` where its quote holds the very words, else the whole quote."""
    quote = Span(side.start, side.end)
    at = text[quote.start : quote.end].lower().find(side.value) if side.value else -1
    start = quote.start + at
    return to_passage(text, quote, Span(start, start + len(side.value)) if at >= 0 else quote)


def written(events: Sequence[GoldEvent], codes: frozenset[str]) -> dict[str, Any]:
    """All that the file holds."""
    claims: dict[str, dict[str, Any]] = {}
    pairs: list[dict[str, Any]] = []
    others: list[dict[str, Any]] = []
    for number, event in enumerate(events):
        spans = {name: span for one in extract(event.documents) for name, span in number_spans(one).items()}
        texts = {document.id: document.text for document in event.documents}
        with gates_open(codes) as through:
            for row in rows_of(number, event):
                for claim in (row.left, row.right):
                    passage = to_passage(texts[claim.document], claim.evidence.span, spans[claim.id])
                    claims[f"{number}|{claim.id}"] = {"document": claim.document, **asdict(passage)}
                pairs.append(
                    {
                        "pair": key_of(row),
                        "event": number,
                        "label": int(row.label),
                        "gate": through.get(f"{row.left.id}|{row.right.id}"),
                        "left": f"{number}|{row.left.id}",
                        "right": f"{number}|{row.right.id}",
                    }
                )
        others += examples(number, event)
    return {"claims": claims, "pairs": pairs, "examples": others}


def main(arguments: Sequence[str]) -> None:
    """Read the events and write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    parser.add_argument("--open", action="append", default=[], metavar="CODE", help="let pairs through this gate too")
    options = parser.parse_args(arguments)
    found = written(events_in(options.gold), frozenset(options.open))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(found), encoding="utf-8")
    print(f"{len(found['claims'])} figures, {len(found['pairs'])} pairs, {len(found['examples'])} examples")


if __name__ == "__main__":
    main(sys.argv[1:])
