"""An investigation that lasts for days: articles, decisions about their conflicts, and what the last looks found."""

from __future__ import annotations

import json
from collections.abc import Collection

from discrepancy.errors import StoreError
from discrepancy.language.printable import printable
from discrepancy.model import Report, Status
from discrepancy.report.json_report import strict_json
from discrepancy.report.records import Record
from discrepancy.review import Reviewed, Reviews, decided, find_reviewed, merge_reviews
from discrepancy.review_file import reviewed_in, reviewed_record
from discrepancy.store.articles import Articles
from discrepancy.store.database import changing, named


class Investigation(Articles):
    """All that is known about one event, in the store at ``path``."""

    def reviews(self) -> dict[str, Reviewed]:
        """What was decided about conflicts, by fingerprint."""
        with named(self.path):
            rows = self._connection.execute("SELECT body FROM review ORDER BY fingerprint").fetchall()
            found = [reviewed_in(json.loads(body)) for (body,) in rows]
        wrong = next((one for one in found if isinstance(one, str)), None)
        if wrong is not None:
            raise StoreError(printable(self.path), f"is damaged ({wrong})")
        return {one.fingerprint: one for one in found if isinstance(one, Reviewed)}

    def set_review(
        self, name: str, *, status: Status | None = None, note: str | None = None, among: Reviews | None = None
    ) -> Reviewed:
        """Decide about a conflict, as ``review_file.set_review`` does in a file; raises SettingsError too."""
        with named(self.path), changing(self._connection):
            one = decided(find_reviewed({**(among or {}), **self.reviews()}, name), status, note)
            self._keep_review(one)
        return one

    def update_reviews(self, report: Report, kinds: Collection[str] = ()) -> None:
        """Take in the conflicts of ``report``, as ``review.merge_reviews`` does for a file."""
        with named(self.path), changing(self._connection):
            merged = merge_reviews(self.reviews(), report, kinds)
            self._connection.execute("DELETE FROM review")
            for one in merged.values():
                self._keep_review(one)

    def record_look(self, look: Record) -> None:
        """Remember what a comparison found; one that found what the last one found is not a new look."""
        settings, body = strict_json(look["settings"]), strict_json(look)
        with named(self.path), changing(self._connection):
            last = self._connection.execute("SELECT body FROM look ORDER BY number DESC LIMIT 1").fetchone()
            if last is None or last[0] != body:
                self._connection.execute("INSERT INTO look (settings, body) VALUES (?, ?)", (settings, body))

    def looks(self) -> list[Record]:
        """The last look and, before it, the last of the others that was taken with the same settings."""
        with named(self.path):
            asked = "SELECT body FROM look WHERE settings = (SELECT settings FROM look ORDER BY number DESC LIMIT 1)"
            rows = self._connection.execute(f"{asked} ORDER BY number DESC LIMIT 2").fetchall()
            return [json.loads(body) for (body,) in reversed(rows)]

    def _keep_review(self, one: Reviewed) -> None:
        row = one.fingerprint, strict_json(reviewed_record(one))
        self._connection.execute("INSERT OR REPLACE INTO review VALUES (?, ?)", row)
