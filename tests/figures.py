"""Number claims of a text or of two articles, for the tests of the number engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from discrepancy.judge import judge_pairs
from discrepancy.match.numbers import match_numbers
from discrepancy.model import Claim, Document, Verdict
from discrepancy.pipeline import compare, extract
from discrepancy.report.notebook import Comparison
from discrepancy.settings import Settings


def article(name: str, text: str, published: str | None = None) -> Document:
    """One article that is all body."""
    return Document(name, text, published=date.fromisoformat(published) if published else None)


def number_claims(text: str, name: str = "a") -> list[Claim]:
    """The number claims of ``text`` in text order, without those that are only implied."""
    claims = extract([article(name, text)])[0].claims
    return [claim for claim in claims if claim.kind == "number" and not claim.implied]


def claim_of(text: str, shown: str) -> Claim:
    """The number claim of ``text`` whose figure reads ``shown``."""
    found = [claim for claim in number_claims(text) if claim.shown == shown]
    assert found, f"no figure {shown!r} among {[claim.shown for claim in number_claims(text)]}"
    return found[0]


def harms_of(text: str) -> list[tuple[str, str]]:
    """Figure and attribute of each number claim of ``text``, as they stand in it."""
    claims = sorted(number_claims(text), key=lambda claim: text.index(claim.shown))
    return [(claim.shown, claim.attribute) for claim in claims]


def compared(*documents: Document, min_confidence: float = 0.5, kinds: Sequence[str] = ()) -> Comparison:
    """The comparison of ``documents``."""
    return compare(documents, settings=replace(Settings(), min_confidence=min_confidence, kinds=tuple(kinds)))


def number_verdicts(*documents: Document) -> tuple[Verdict, ...]:
    """What is said of each pair of figures of ``documents``, whatever the confidence."""
    claims = [claim for found in extract(documents) for claim in found.claims]
    return judge_pairs(match_numbers(claims))
