"""Gold events for training: their articles, and what the gold says of a pair of number claims.

An event is a folder as in ``data/`` (``gold.json`` beside its articles) or one JSON file that holds the articles too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any

from discrepancy.lexicon import table
from discrepancy.model import Claim, Document, Extraction, Span
from discrepancy.read import read_documents
from discrepancy.read.document import to_document
from discrepancy.read.draft import Draft
from discrepancy.values.quantity import Quantity

SAME_QUESTION = frozenset({"bound", "approximation", "paraphrase", "same-unit"})
NONE_AT_ALL = frozenset({"no", "nobody", "none", "zero"})
CLOSE = 1e-6
_TOKEN = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?|[a-z]+")


class Label(IntEnum):
    """What the gold says of a pair of number claims."""

    UNKNOWN = -1
    OTHER = 0
    CONFLICT = 1
    AGREEMENT = 2


@dataclass(frozen=True, slots=True)
class Side:
    """One place where the quote of a gold side stands, and the value that the gold gives it."""

    article: str
    start: int
    end: int
    value: str

    def touches(self, document: str, span: Span) -> bool:
        """Whether ``span`` of ``document`` shares a character with the quote."""
        return document == self.article and span.start < self.end and self.start < span.end


@dataclass(frozen=True, slots=True)
class Entry:
    """One gold entry: its kind, its reason (empty for a conflict) and its sides."""

    kind: str
    reason: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """The articles of one event with all that the gold says of them."""

    name: str
    documents: tuple[Document, ...]
    conflicts: tuple[Entry, ...]
    not_conflicts: tuple[Entry, ...]
    unclear: tuple[Entry, ...]


def events_in(folder: Path) -> list[GoldEvent]:
    """The annotated events of ``folder`` in the order of their paths; ValueError when there are none."""
    folders = sorted(path.parent for path in folder.rglob("gold.json"))
    paths = folders or sorted(folder.rglob("*.json"))
    if not paths:
        raise ValueError(f"{folder} holds no annotated events")
    return [read_event(path) for path in paths]


def read_event(path: Path) -> GoldEvent:
    """The event in folder or file ``path``; raises OSError, KeyError or ValueError where it is not sound."""
    gold = json.loads((path / "gold.json" if path.is_dir() else path).read_text(encoding="utf-8"))
    documents = _from_folder(path, gold) if path.is_dir() else _from_gold(gold)
    texts = {document.id: document.text for document in documents}
    kinds = ("conflicts", "not_conflicts", "unclear")
    return GoldEvent(gold["event"], documents, *(_entries(gold.get(kind, ()), texts) for kind in kinds))


def _from_folder(folder: Path, gold: dict[str, Any]) -> tuple[Document, ...]:
    reading = read_documents(sorted({str(folder / article["file"]) for article in gold["articles"]}))
    if reading.unread:
        raise ValueError(f"{reading.unread[0].path}: {reading.unread[0].why}")
    return tuple(reading.documents)


def _from_gold(gold: dict[str, Any]) -> tuple[Document, ...]:
    return tuple(
        to_document(
            Draft(one["text"], one["id"], title=one["title"], outlet=one["source"], published=one["published"]),
            one["id"],
            f"{one['id']}.json",
        )
        for one in gold["articles"]
    )


def _entries(entries: Iterable[dict[str, Any]], texts: dict[str, str]) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            entry.get("kind", ""),
            entry.get("reason", ""),
            tuple(place for side in entry["sides"] for place in _places(side, texts[side["article"]])),
        )
        for entry in entries
    )


def _places(side: dict[str, Any], text: str) -> list[Side]:
    quote = side["quote"]
    starts = [match.start() for match in re.finditer(re.escape(quote), text)]
    if not starts:
        raise ValueError(f'{side["article"]} does not say "{quote}"')
    value = str(side.get("value", quote)).strip().lower()
    return [Side(side["article"], start, start + len(quote), value) for start in starts]


def number_spans(extraction: Extraction) -> dict[str, Span]:
    """Where the number of each number claim stands, by claim id; the evidence where no mention fits."""
    found = {}
    for claim in extraction.claims:
        inside = claim.evidence.span
        fitting = (
            mention.span
            for mention in extraction.mentions.quantities
            if mention.text == claim.shown
            and mention.quantity == claim.value
            and inside.start <= mention.span.start < inside.end
        )
        found[claim.id] = next(fitting, inside)
    return found


def label(left: Claim, right: Claim, event: GoldEvent, spans: dict[str, Span]) -> Label | None:
    """What the gold of ``event`` says of two number claims; None where nothing can be learned from the pair.

    Figures that share a value teach something only where the gold lists them as answers to one question. Figures that
    share none are a conflict, unknown (left open by the gold, or beside the figures that it names), or other things.
    """
    disjoint = _disjoint(left, right)
    if disjoint and _both_on(left, right, event.conflicts, spans, opposed=True, named=True):
        return Label.CONFLICT
    same = [one for one in event.not_conflicts if one.kind == "number" and one.reason in SAME_QUESTION]
    if _both_on(left, right, same, spans, opposed=False, named=True):
        return Label.AGREEMENT
    if not disjoint:
        return None
    if _both_on(left, right, event.unclear, spans, opposed=False, named=False):
        return Label.UNKNOWN
    beside = _both_on(left, right, event.conflicts, spans, opposed=True, named=False)
    return Label.UNKNOWN if beside else Label.OTHER


def _disjoint(left: Claim, right: Claim) -> bool:
    one, two = left.value, right.value
    return isinstance(one, Quantity) and isinstance(two, Quantity) and one.relate(two).standing == "disjoint"


def _both_on(
    left: Claim, right: Claim, entries: Sequence[Entry], spans: dict[str, Span], *, opposed: bool, named: bool
) -> bool:
    """Whether the two numbers stand in quotes of two sides of one entry.

    opposed   the two sides differ in value
    named     each number is the one that its side's value names
    """
    return any(
        one is not two
        and not (opposed and one.value == two.value)
        and not (named and not (names(one.value, left) and names(two.value, right)))
        for entry in entries
        for one in entry.sides
        if one.touches(left.document, spans[left.id])
        for two in entry.sides
        if two.touches(right.document, spans[right.id])
    )


def names(value: str, claim: Claim) -> bool:
    """Whether the gold's ``value`` names the number of ``claim``; a value without figures names any."""
    quantity, wanted = claim.value, figures(value)
    if not wanted or not isinstance(quantity, Quantity):
        return True
    held = [number for number in (quantity.written, quantity.low, quantity.high) if number is not None]
    return any(abs(number - figure) < CLOSE * max(1.0, abs(number)) for number in held for figure in wanted)


def figures(value: str) -> frozenset[float]:
    """Every number that ``value`` could name: "1.5 million" names 1.5 and 1,500,000, "twenty-two" 20 and 22."""
    words = table("numbers")
    small, scales = {**words["ones"], **words["tens"]}, {**words["scales"], **words["short_scales"], "m": 1_000_000}
    found: set[float] = set()
    last: float | None = None
    for token in _TOKEN.findall(value.lower()):
        if token[0].isdigit():
            last = float(token.replace(",", ""))
        elif token in scales:
            last = (last or 1.0) * scales[token]
        elif token in small:
            tens = last if last in words["tens"].values() and small[token] < 10 else 0.0
            last = small[token] + (tens or 0.0)
        else:
            last = 0.0 if token in NONE_AT_ALL else None
        if last is not None:
            found.add(last)
    return frozenset(found)
