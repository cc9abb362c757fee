"""Deciding about conflicts on the page: kept in memory, or in a review file that other programs read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from golden.sample import sample_report
from web_articles import HERALD, QUAY

from discrepancy.errors import ReadError
from discrepancy.model import Review
from discrepancy.report.fingerprint import fingerprints
from discrepancy.review import reviews_of
from discrepancy.review_file import parse_reviews, set_review
from discrepancy.web.decisions import Decisions

Settled = Callable[[str], dict[str, Any]]
HOSTILE = '"><script>alert(1)</script>\u202e'


@pytest.fixture
def compared(client: httpx.Client, settled: Settled) -> str:
    answer = client.post("/api/comparisons", json={"articles": [{"text": HERALD}, {"text": QUAY}]})
    return str(settled(answer.json()["id"])["id"])


def conflict_of(client: httpx.Client, identity: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = client.get(f"/api/comparisons/{identity}/report/json").json()["conflicts"]
    return found[0]


def test_a_decision_made_with_the_form_is_on_the_page_and_in_every_download(
    client: httpx.Client, compared: str
) -> None:
    """The form leads back to the conflict, which shows what was decided; nothing of the note is markup."""
    name = conflict_of(client, compared)["fingerprint"]
    form = {"conflict": name, "status": "false_alarm", "note": HOSTILE}
    answer = client.post(f"/comparisons/{compared}/reviews", data=form)

    assert (answer.status_code, answer.headers["location"]) == (303, f"/comparisons/{compared}#{name}")
    page = client.get(f"/comparisons/{compared}").text
    assert '<option value="false_alarm" selected>' in page
    assert "<strong>Review:</strong>" in page
    assert "<script>alert" not in page and '"><script' not in page
    assert conflict_of(client, compared)["review"]["status"] == "false_alarm"
    assert "false_alarm" in client.get(f"/api/comparisons/{compared}/report/csv").text


def test_a_decision_made_by_a_program_is_kept(client: httpx.Client, compared: str) -> None:
    """And can be taken along as a review file, which the command line understands."""
    name = conflict_of(client, compared)["fingerprint"]
    decision = {"conflict": name, "status": "explained", "note": "counted twice"}
    answer = client.post(f"/api/comparisons/{compared}/reviews", json=decision)
    file = client.get(f"/api/comparisons/{compared}/reviews")

    assert answer.status_code == 204
    assert parse_reviews(file.content, "reviews.json")[name].review == Review("explained", "counted twice")
    assert file.headers["content-disposition"] == 'attachment; filename="reviews.json"'


@pytest.mark.parametrize(
    "decision",
    [
        {"conflict": "c-000000000000", "status": "open"},
        {"conflict": "c-", "status": "open"},
        {"conflict": "NAME", "status": "true"},
        {"conflict": "NAME", "status": "open", "note": "x" * 2001},
        {"conflict": "NAME"},
        {},
    ],
)
def test_what_is_no_decision_is_refused(client: httpx.Client, compared: str, decision: dict[str, str]) -> None:
    """The conflict is named in full, the status is one of six, a note has an end."""
    name = conflict_of(client, compared)["fingerprint"]
    sent = {key: name if value == "NAME" else value for key, value in decision.items()}
    before = conflict_of(client, compared)["review"]

    assert client.post(f"/comparisons/{compared}/reviews", data=sent).status_code in (404, 422)
    assert client.post(f"/api/comparisons/{compared}/reviews", json=sent).status_code in (404, 422)
    assert conflict_of(client, compared)["review"] == before


def test_another_page_cannot_decide(site: Any, client: httpx.Client, compared: str) -> None:
    """Like everything that changes something."""
    form = {"conflict": conflict_of(client, compared)["fingerprint"], "status": "explained"}
    answer = httpx.post(
        f"{site.origin}/comparisons/{compared}/reviews", data=form, headers={"origin": "http://a.example"}
    )

    assert answer.status_code == 403


def test_decisions_are_kept_in_the_file_that_is_named(tmp_path: Path) -> None:
    """For the next page and for other programs; what those decide is on the page at once."""
    report, path = sample_report(), str(tmp_path / "reviews.json")
    first, second = fingerprints(report)[:2]
    assert Decisions(path).decide(report, first, "confirmed", "asked them")
    set_review(path, second, status="pending", among=reviews_of(report))

    marked = Decisions(path).mark(report)
    assert [conflict.review.status for conflict in marked.conflicts[:2]] == ["confirmed", "pending"]
    assert json.loads(Path(path).read_text(encoding="utf-8"))["schema"] == "discrepancy-review/1"


def test_a_file_that_is_no_review_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    """Before the page is served."""
    path = tmp_path / "notes.json"
    path.write_text("my notes", encoding="utf-8")
    with pytest.raises(ReadError, match="no review file"):
        Decisions(str(path))

    assert path.read_text(encoding="utf-8") == "my notes"
