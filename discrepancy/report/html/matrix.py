"""The matrix: rows are questions, columns are speakers grouped by outlet, cells hold the quoted words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from discrepancy.model import Claim, Compatible, Conflict, Document, Report
from discrepancy.report import explain
from discrepancy.report.explain import plain
from discrepancy.report.fingerprint import named_conflicts
from discrepancy.report.html.letters import letter
from discrepancy.report.html.words import outlet_of, speaker_of

ROWS_SHOWN = 40
LONGEST_QUOTE = 160
Column = tuple[str, str]  # outlet and speaker


@dataclass(frozen=True, slots=True)
class Entry:
    """One quote in a cell; ``letter`` is that of its position, a tilde marks rival figures that may both hold.

    claim   whose words they are
    """

    letter: str
    shown: str
    quote: str
    claim: str


@dataclass(frozen=True, slots=True)
class Row:
    """One question; ``anchor`` is the card it belongs to, where there is one."""

    question: str
    anchor: str | None
    cells: tuple[tuple[Entry, ...], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """``outlets`` gives each outlet with the number of its columns, ``speakers`` the columns."""

    outlets: tuple[tuple[str, int], ...]
    speakers: tuple[str, ...]
    rows: tuple[Row, ...]
    more: int


def matrix_of(report: Report, documents: Mapping[str, Document], most: int = ROWS_SHOWN) -> Matrix:
    """The first ``most`` questions of ``report``, most weighty first as there, rival figures after them."""
    asked = [_conflict_entries(c, name) for c, name in named_conflicts(report)]
    asked += [_rival_entries(rival) for rival in explain.rival_figures(report)]
    shown = asked[:most]
    order = {document.id: number for number, document in enumerate(report.documents)}
    claims = sorted((entry[2] for _, _, held in shown for entry in held), key=lambda c: order.get(c.document, 0))
    named = _full_names([_column(claim, documents) for claim in claims])
    columns = _grouped(list(named.values()))
    rows = [
        Row(question, anchor, tuple(_cell(held, column, named, documents) for column in columns))
        for question, anchor, held in shown
    ]
    outlets = [(outlet, len(list(group))) for outlet, group in groupby(columns, key=lambda column: column[0])]
    return Matrix(tuple(outlets), tuple(speaker for _, speaker in columns), tuple(rows), len(asked) - len(shown))


Held = list[tuple[str, str, Claim]]  # letter, answer, claim


def _conflict_entries(conflict: Conflict, name: str) -> tuple[str, str | None, Held]:
    held = [
        (letter(number), plain(position.shown), claim)
        for number, position in enumerate(conflict.positions)
        for claim in position.claims
    ]
    return plain(conflict.question), name, held


def _rival_entries(rival: Compatible) -> tuple[str, str | None, Held]:
    return (
        plain(f"Rival figures: {explain.rival_noun(rival)}"),
        None,
        [("~", plain(claim.shown), claim) for claim in rival.claims],
    )


def _column(claim: Claim, documents: Mapping[str, Document]) -> Column:
    return outlet_of(claim, documents), speaker_of(claim)


def _grouped(columns: Sequence[Column]) -> list[Column]:
    """Each column once, those of one outlet side by side, in the order of their first appearance."""
    outlets = list(dict.fromkeys(outlet for outlet, _ in columns))
    return [column for outlet in outlets for column in dict.fromkeys(columns) if column[0] == outlet]


def _full_names(columns: Sequence[Column]) -> dict[Column, Column]:
    """Each column with the fullest name its outlet gives the speaker: "Kerry" stands under "John Kerry"."""
    found: dict[Column, Column] = {}
    for outlet, speaker in dict.fromkeys(columns):
        longer = [name for other, name in columns if other == outlet and _parts(speaker) < _parts(name)]
        fullest = min(longer, key=lambda name: (-len(_parts(name)), name), default=speaker)
        found[outlet, speaker] = outlet, fullest
    return found


def _parts(name: str) -> frozenset[str]:
    return frozenset(name.lower().replace("-", " ").split())


def _cell(
    held: Held, column: Column, named: Mapping[Column, Column], documents: Mapping[str, Document]
) -> tuple[Entry, ...]:
    entries = [
        Entry(sign, answer, _cut(plain(claim.evidence.text)), claim.id)
        for sign, answer, claim in held
        if named[_column(claim, documents)] == column
    ]
    return tuple({(entry.letter, entry.shown, entry.quote): entry for entry in reversed(entries)}.values())[::-1]


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE].rpartition(" ")[0] + " …"
