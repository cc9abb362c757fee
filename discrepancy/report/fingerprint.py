"""A name for a conflict that stays when articles are read again: by it a person's decision finds its conflict."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from hashlib import sha256

from discrepancy.model import Claim, Conflict, Document, Report

DIGITS = 12
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),  # seen by nobody
    }
)


def fingerprint(conflict: Conflict, documents: Mapping[str, Document]) -> str:
    """``c-`` and 12 hexadecimal digits, made from the kind, who is quoted, in which words, and what they answer.

    Offsets, paths, ids, order, line breaks and the shape of quotation marks do not count: a quote that moves keeps the
    name, a quote that changes gives a new one. What is asked and answered counts because one clause may answer several
    questions ("62 dead and 100 wounded").
    """
    quoted = {_quoted(claim, documents) for position in conflict.positions for claim in position.claims}
    return _name([conflict.kind, *(field for quote in sorted(quoted) for field in quote)])


def fingerprints(report: Report) -> tuple[str, ...]:
    """The fingerprint of each conflict in ``report``, in its order, no two the same.

    Conflicts that quote the same words for the same answers are told apart by question, then by place in the report.
    """
    documents = {document.id: document for document in report.documents}
    taken: dict[str, int] = {}
    names = []
    for conflict in report.conflicts:
        name = fingerprint(conflict, documents)
        if name in taken:
            name = _name([name, _plain(conflict.question)])
        number = taken[name] = taken.get(name, 0) + 1
        names.append(name if number == 1 else _name([name, str(number)]))
    return tuple(names)


def named_conflicts(report: Report) -> tuple[tuple[Conflict, str], ...]:
    """Each conflict of ``report`` with its fingerprint, in its order."""
    return tuple(zip(report.conflicts, fingerprints(report), strict=True))


def _quoted(claim: Claim, documents: Mapping[str, Document]) -> tuple[str, str, str, str, str]:
    document = documents.get(claim.document)
    speaker = claim.frame.speaker.name if claim.frame.speaker else ""
    outlet = document.outlet if document and document.outlet else ""
    asked = claim.attribute
    return _plain(speaker), _plain(outlet), _plain(claim.evidence.text), asked, _plain(claim.shown)


def _plain(text: str) -> str:
    """``text`` on one line with plain marks: what a new layout of the same words leaves alone."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_PLAIN).split())


def _name(fields: Iterable[str]) -> str:
    text = "".join(f"{len(field)}:{field}" for field in fields)  # with its length no field can run into the next
    return f"c-{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:DIGITS]}"
