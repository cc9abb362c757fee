"""What people decide about conflicts on the page: in memory, or in a file that other programs may change, too."""

from __future__ import annotations

import threading

from discrepancy.model import Report, Status
from discrepancy.review import AnyReport, Reviewed, apply_reviews, decided, reviews_of
from discrepancy.review_file import load_reviews, reviews_text, set_review
from discrepancy.store.investigation import Investigation


class Decisions:
    """All decisions of one page; its methods may be called from any thread."""

    def __init__(self, path: str | None = None, *, db: str | None = None) -> None:
        """Keep them in the review file ``path``, in the store ``db``, or in memory; neither need be there yet.

        Raises ReadError or StoreError where there is something else of that name.
        """
        self._path = path
        self._db = db
        if db is not None:
            with Investigation(db, create=True) as store:
                store.check()
        self._lock = threading.Lock()
        self._held: dict[str, Reviewed] = {}
        self._known()

    def mark(self, report: AnyReport) -> AnyReport:
        """``report`` with every conflict as it was decided."""
        return apply_reviews(report, self._known())

    def decide(self, report: Report, name: str, status: Status, note: str) -> bool:
        """Keep a decision about the conflict of ``report`` with that fingerprint; False where it has none such."""
        among = reviews_of(report)
        if name not in among:
            return False
        if self._path is not None:
            set_review(self._path, name, status=status, note=note, among=among)
        elif self._db is not None:
            with Investigation(self._db) as store:
                store.set_review(name, status=status, note=note, among=among)
        else:
            with self._lock:
                self._held[name] = decided(self._held.get(name, among[name]), status, note)
        return True

    def text_for(self, report: Report) -> str:
        """A review file for ``report``, to be kept or passed on."""
        return reviews_text(reviews_of(self.mark(report)))

    def _known(self) -> dict[str, Reviewed]:
        if self._path is not None:
            return load_reviews(self._path, missing_ok=True)
        if self._db is not None:
            with Investigation(self._db) as store:
                return store.reviews()
        with self._lock:
            return dict(self._held)
