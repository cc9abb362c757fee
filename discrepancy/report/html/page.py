"""What the page shows, as plain words: nothing here knows about markup."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from discrepancy import __version__
from discrepancy.model import STATUSES, Document, NotCompared, Report
from discrepancy.report import explain
from discrepancy.report.addresses import address
from discrepancy.report.explain import plain
from discrepancy.report.fingerprint import named_conflicts
from discrepancy.report.html.cards import Card, card_of
from discrepancy.report.html.course import Drawing, drawings_of
from discrepancy.report.html.matrix import Matrix, matrix_of
from discrepancy.report.html.texts import Piece, pieces_of, sides_of
from discrepancy.report.html.words import Alike, Told, alike, told
from discrepancy.report.selection import SEVERITIES

CARDS_SHOWN = 2500
FULL_CARDS = 200  # the surest; the rest is told in short, so that a page of thousands still opens at once
LISTED = 400
LINES_SHOWN = 25


@dataclass(frozen=True, slots=True)
class Source:
    """One article with its text in pieces."""

    id: str
    anchor: str
    words: str
    title: str
    sha256: str
    address: str | None
    warnings: tuple[str, ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Everything on the page, in the order it is read.

    least     confidence below which the run shows nothing
    choices   what can be filtered by: name, then each option with its words
    anchors   where each claim stands in the full texts
    """

    summary: str
    cards: tuple[Card, ...]
    lines_shown: int
    more: int
    least: str
    matrix: Matrix
    drawings: tuple[Drawing, ...]
    choices: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    rivals: tuple[Alike, ...]
    different: tuple[Alike, ...]
    not_compared: tuple[tuple[str, tuple[Told, ...]], ...]
    unlisted: int
    notes: tuple[str, ...]
    sources: tuple[Source, ...]
    made_with: str
    anchors: Mapping[str, str]


def page_of(report: Report) -> Page:
    """The page for ``report``; long lists are cut and say by how much."""
    documents = {document.id: document for document in report.documents}
    anchors = {claim.id: f"q{number}" for number, claim in enumerate(report.claims, 1)}
    different = explain.look_different(report)
    named = named_conflicts(report)
    cards = tuple(
        card_of(conflict, name, documents, anchors, short=number >= FULL_CARDS)
        for number, (conflict, name) in enumerate(named[:CARDS_SHOWN])
    )
    sides = sides_of(report)
    return Page(
        summary=explain.summary(report) if report.conflicts else explain.nothing_found(report),
        cards=cards,
        lines_shown=LINES_SHOWN,
        more=len(report.conflicts) - len(cards),
        least=_least(report),
        matrix=matrix_of(report, documents),
        drawings=drawings_of(report, documents, anchors),
        choices=_choices(cards),
        rivals=tuple(alike(rival, documents, anchors) for rival in explain.rival_figures(report)),
        different=tuple(alike(one, documents, anchors) for one in different[:LISTED]),
        not_compared=_not_compared(report.not_compared[:LISTED], documents, anchors),
        unlisted=max(0, len(different) - LISTED) + max(0, len(report.not_compared) - LISTED),
        notes=tuple(map(plain, explain.notes(report))),
        sources=tuple(
            _source(number, document, pieces_of(document, report, anchors, sides))
            for number, document in enumerate(report.documents, 1)
        ),
        made_with=_made_with(report),
        anchors=anchors,
    )


def _least(report: Report) -> str:
    """The confidence that the run asked for, rounded down as the page shows it: below it there is nothing to show."""
    try:
        asked = float(dict(report.settings).get("min_confidence", 0))
    except ValueError:  # a report that was read again may say anything
        asked = 0.0
    return f"{math.floor(round(asked * 100, 6)) / 100:.2f}" if 0 <= asked <= 1 else "0.00"


def _choices(cards: Sequence[Card]) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """What can be filtered by, each with its options and their words; one option alone is no choice."""
    options: dict[str, list[tuple[str, str]]] = {
        "kind": [(str(kind), str(kind)) for kind in dict.fromkeys(card.kind for card in cards)],
        "severity": [(s, s) for s in reversed(SEVERITIES) if any(card.severity == s for card in cards)],
        "status": [(s, explain.status_words(s)) for s in STATUSES if any(card.status == s for card in cards)],
    }
    return tuple((name, tuple(held)) for name, held in options.items() if len(held) > 1)


def _not_compared(
    alone: Sequence[NotCompared], documents: Mapping[str, Document], anchors: Mapping[str, str]
) -> tuple[tuple[str, tuple[Told, ...]], ...]:
    """The claims without a counterpart under the reason that they share."""
    found: dict[str, list[Told]] = {}
    for one in alone:
        found.setdefault(plain(one.why), []).append(told(one.claim, documents, anchors))
    return tuple((why, tuple(claims)) for why, claims in found.items())


def _made_with(report: Report) -> str:
    """Version and settings, with which the same articles give the same page again."""
    settings = "".join(f", {name.replace('_', ' ')} {value}" for name, value in report.settings)
    return plain(f"discrepancy {__version__}{settings}")


def _source(number: int, document: Document, pieces: tuple[Piece, ...]) -> Source:
    return Source(
        id=plain(document.id),
        anchor=f"d{number}",
        words=plain(explain.source_words(document)),
        title=plain(document.title or ""),
        sha256=document.sha256,
        address=address(document.url),
        warnings=tuple(map(plain, document.warnings)),
        pieces=pieces,
    )
