"""Two looks at one event: which conflicts are new, which changed, which are gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from discrepancy.model import Conflict, Document, Report
from discrepancy.report.explain import answers, compatible_words, one_line
from discrepancy.report.fingerprint import named_conflicts
from discrepancy.report.records import Record

UPDATE = "update"
NOTHING: Record = {"settings": {}, "published": {}, "conflicts": [], "updates": []}  # before the first look


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two looks.

    what      new, changed (the same question, other evidence), gone, or update (figures that replace one another)
    now       fingerprint of the conflict in the later look, empty when it is gone; an update has none
    before    fingerprint in the earlier look, empty when it is new
    words     question and answers; for an update the figures and why they do not conflict
    detail    what is different about a conflict that changed
    """

    what: Literal["new", "changed", "gone", "update"]
    now: str
    before: str
    words: str
    detail: str = ""


def look_of(report: Report, kinds: Sequence[str] = ()) -> Record:
    """What a comparison found, as far as a later one needs it; ``kinds`` are those it was asked for, none for all."""
    documents = {document.id: document for document in report.documents}
    updates = (compatible_words(one, documents) for one in report.compatible if one.reason == UPDATE)
    return {
        "settings": {**dict(report.settings), "kinds": " ".join(sorted(kinds))},
        "published": {d.id: d.published.isoformat() if d.published else None for d in report.documents},
        "conflicts": [_conflict(conflict, name, documents) for conflict, name in named_conflicts(report)],
        "updates": list(dict.fromkeys(updates)),
    }


def _conflict(conflict: Conflict, name: str, documents: Mapping[str, Document]) -> Record:
    return {
        "fingerprint": name,
        "kind": conflict.kind,
        "question": one_line(conflict.question),
        "answers": answers(conflict, documents),
        "positions": [
            {
                "value": one_line(position.shown),
                "answer": answers(replace(conflict, positions=(position,)), documents),
                "quotes": [one_line(claim.evidence.text) for claim in position.claims],
                "articles": sorted({claim.document for claim in position.claims}),
            }
            for position in conflict.positions
        ],
    }


def changes(before: Record, now: Record) -> tuple[Change, ...]:
    """What is new, changed, gone and updated between two looks, in this order and each in the order of its look."""
    held = {conflict["fingerprint"]: conflict for conflict in before["conflicts"]}
    found = {conflict["fingerprint"]: conflict for conflict in now["conflicts"]}
    left = [conflict for name, conflict in held.items() if name not in found]
    new: list[Change] = []
    changed: list[Change] = []
    for name, conflict in found.items():
        if name in held:
            continue
        old = _same_question(conflict, left)
        if old is None:
            new.append(Change("new", name, "", _words(conflict)))
        else:
            left.remove(old)
            detail = "; ".join(_differences(old, conflict, now["published"]))
            changed.append(Change("changed", name, old["fingerprint"], _words(conflict), detail))
    gone = [Change("gone", "", old["fingerprint"], _words(old)) for old in left]
    known = set(before["updates"])
    updates = [Change("update", "", "", line) for line in now["updates"] if line not in known]
    return (*new, *changed, *gone, *updates)


def _words(conflict: Record) -> str:
    return f"{conflict['question']} {conflict['answers']}"


def _same_question(conflict: Record, left: Sequence[Record]) -> Record | None:
    """The earlier conflict about the same question, the one that shares most quotes where there are several."""
    asked = conflict["kind"], conflict["question"]
    same = [old for old in left if (old["kind"], old["question"]) == asked]
    quotes = _quotes(conflict["positions"])
    return max(same, key=lambda old: len(quotes & _quotes(old["positions"])), default=None)


def _quotes(positions: Iterable[Record]) -> set[str]:
    return {quote for position in positions for quote in position["quotes"]}


def _differences(old: Record, conflict: Record, published: Record) -> Iterator[str]:
    values = {position["value"] for position in old["positions"]}
    stay = {position["value"] for position in conflict["positions"]}
    further = [position for position in conflict["positions"] if position["value"] not in values]
    dropped = [position for position in old["positions"] if position["value"] not in stay]
    latest = max(_days(old["positions"], published), default="")
    for position in further:
        days = _days([position], published)
        later = bool(days) and bool(latest) and min(days) > latest
        yield f"further answer: {position['answer']}{', from a later article: perhaps an update' if later else ''}"
    for position in dropped:
        yield f"no longer: {position['answer']}"
    if not further and not dropped:
        yield "the same answers from other passages"


def _days(positions: Iterable[Record], published: Record) -> list[str]:
    days = [published.get(article) for position in positions for article in position["articles"]]
    return [day for day in days if day]
