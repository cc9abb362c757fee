"""How ``compare`` takes over what people decided about conflicts, and keeps it."""

from __future__ import annotations

from collections.abc import Collection

from discrepancy.language.printable import printable
from discrepancy.model import Report
from discrepancy.report.explain import counted
from discrepancy.report.write import write_outputs
from discrepancy.review import Reviewed, disagreeing, merge_reviews
from discrepancy.review_file import changing_reviews, load_reviews, reviews_text


def known_decisions(review: str | None, write_review: str | None) -> dict[str, Reviewed]:
    """What ``--review`` holds; files that cannot be used are refused before anything is compared."""
    if write_review is not None:
        load_reviews(write_review, missing_ok=True)
    return load_reviews(review) if review is not None else {}


def keep_decisions(write_review: str | None, report: Report, kinds: Collection[str]) -> list[str]:
    """Bring the file of ``--write-review`` up to date, where ``kinds`` were looked for; returns warnings."""
    if write_review is None:
        return []
    with changing_reviews(write_review):
        known = load_reviews(write_review, missing_ok=True)
        write_outputs({write_review: reviews_text(merge_reviews(known, report, kinds))}, "", None)
    other = disagreeing(known, report)
    words = f"keeps its own decision about {counted(len(other), 'conflict')}: {', '.join(other)}"
    return [f"{printable(write_review)}: {words}"] if other else []
