"""Decisions about conflicts: which conflict they belong to, and how a later comparison takes them over."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from discrepancy.errors import SettingsError
from discrepancy.language.printable import printable
from discrepancy.model import Conflict, Report, Review, Status
from discrepancy.report.explain import answers, one_line, review_words
from discrepancy.report.fingerprint import fingerprints, named_conflicts

SHORTEST = 4  # characters of a fingerprint that are enough to name it
AnyReport = TypeVar("AnyReport", bound=Report)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One conflict with what a person decided about it.

    kind, question, answers   for the reader of a list: the report tells the rest
    gone                      the last comparison that wrote the list did not find it
    """

    fingerprint: str
    kind: str
    question: str
    answers: str
    review: Review
    gone: bool = False


Reviews = Mapping[str, Reviewed]  # by fingerprint


def reviews_of(report: Report) -> dict[str, Reviewed]:
    """Every conflict of ``report`` with its present status, by fingerprint."""
    documents = {document.id: document for document in report.documents}
    return {
        name: Reviewed(
            name,
            conflict.kind,
            one_line(conflict.question),
            answers(conflict, documents),
            replace(conflict.review, earlier=""),
        )
        for conflict, name in named_conflicts(report)
    }


def apply_reviews(report: AnyReport, reviews: Reviews) -> AnyReport:
    """``report`` with each conflict marked as decided; a conflict whose evidence changed is open again.

    Where the only decision about the same question belongs to a conflict that is no longer found, the open conflict
    says what was decided then.
    """
    names = fingerprints(report)
    left = [one for name, one in sorted(reviews.items()) if name not in names and one.review != Review()]
    marked = [
        replace(c, review=reviews[name].review if name in reviews else Review(earlier=_earlier(c, left)))
        for c, name in zip(report.conflicts, names, strict=True)
    ]
    return replace(report, conflicts=tuple(marked))


def _earlier(conflict: Conflict, left: Iterable[Reviewed]) -> str:
    asked = conflict.kind, one_line(conflict.question)
    same = [one for one in left if (one.kind, one.question) == asked]
    return f"{review_words(same[0].review)} ({same[0].fingerprint})" if len(same) == 1 else ""


def merge_reviews(known: Reviews, report: Report, kinds: Collection[str] = ()) -> dict[str, Reviewed]:
    """``known`` brought up to date with ``report``: nothing that a person wrote is lost.

    A decision in ``known`` stays; where there is none, the mark that ``report`` carries is taken over. A conflict that
    ``report`` does not hold is kept as gone when somebody decided about it. ``kinds`` are those that were looked for,
    none for all: conflicts of other kinds are neither found nor gone.
    """
    now = reviews_of(report)
    merged = dict[str, Reviewed]()
    for name in sorted({*known, *now}):
        held = known[name].review if name in known else Review()
        if name in now:
            merged[name] = replace(now[name], review=now[name].review if held == Review() else held)
        elif kinds and known[name].kind not in kinds:
            merged[name] = known[name]
        elif held != Review():
            merged[name] = replace(known[name], gone=True)
    return merged


def disagreeing(known: Reviews, report: Report) -> tuple[str, ...]:
    """Fingerprints of conflicts that ``report`` carries with another decision than ``known``."""
    return tuple(
        name
        for name, one in reviews_of(report).items()
        if name in known and len({Review(), known[name].review, one.review}) == 3  # both decided, and not alike
    )


def find_reviewed(reviews: Reviews, name: str) -> Reviewed:
    """The conflict whose fingerprint is or begins with ``name``; raises SettingsError."""
    if name in reviews:
        return reviews[name]
    found = [one for key, one in sorted(reviews.items()) if len(name) >= SHORTEST and key.startswith(name)]
    if len(found) != 1:
        words = f"{len(found)} conflicts begin with it" if found else "no such conflict"
        raise SettingsError(f"{printable(name)}: {words}; the list without a name shows them all")
    return found[0]


def decided(one: Reviewed, status: Status | None, note: str | None) -> Reviewed:
    """``one`` with another status or note; None leaves what was decided before."""
    before = one.review
    review = Review(before.status if status is None else status, before.note if note is None else note.strip())
    return replace(one, review=review)
