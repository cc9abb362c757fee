"""Articles in memory: each is read once, compared in its own event, and put beside articles of other events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations
from typing import Any

from discrepancy.errors import ReadError
from discrepancy.model import Conflict, Document, Extraction, Report
from discrepancy.pipeline import compare_extractions, extract
from discrepancy.read.document import to_document
from discrepancy.read.json_article import draft_of

NEXT = 3
BETWEEN = "\x1f"  # stands in no name of an event
Events = Mapping[str, Sequence[Document]]


def document_of(record: Mapping[str, Any], name: str) -> Document:
    """The document that the reader makes of an article object; raises ReadError when it is none."""
    draft = draft_of(dict(record))
    if isinstance(draft, str):
        raise ReadError(name, draft)
    return to_document(draft, name, f"{name}.json")


def compared(documents: Sequence[Document]) -> Report:
    """As ``discrepancy compare``, but no document is read twice."""
    return compare_extractions([_extraction(document) for document in documents])


@cache
def _extraction(document: Document) -> Extraction:
    return extract([document])[0]


def mixed_groups(events: Events, *, all_pairs: bool) -> Iterator[tuple[str, str]]:
    """Names of two events: every event with the next three, or all pairs."""
    names = list(events)
    for one, other in combinations(range(len(names)), 2):
        if all_pairs or other - one <= NEXT:
            yield names[one], names[other]


def crossing(events: Events, pair: tuple[str, str]) -> list[Conflict]:
    """The conflicts between two events whose articles are compared as if they were one."""
    renamed = [_renamed(_extraction(document), name) for name in pair for document in events[name]]
    return [conflict for conflict in compare_extractions(renamed).conflicts if _crosses(conflict)]


def _renamed(extraction: Extraction, event: str) -> Extraction:
    """Under a name that holds the event: two events may both have an article ``a``."""
    name = f"{event}{BETWEEN}{extraction.document.id}"
    claims = tuple(
        replace(claim, id=f"{name}:{number}", document=name) for number, claim in enumerate(extraction.claims, 1)
    )
    return replace(extraction, document=replace(extraction.document, id=name), claims=claims)


def _crosses(conflict: Conflict) -> bool:
    sources = [{claim.document.split(BETWEEN)[0] for claim in position.claims} for position in conflict.positions]
    return any(len(one | other) > 1 for one, other in combinations(sources, 2))
