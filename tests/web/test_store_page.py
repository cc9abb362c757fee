"""The page over a store: articles stay, and each comparison says what is different from the last look."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from web_articles import HERALD, QUAY
from web_page import serving

from discrepancy import pipeline
from discrepancy.errors import StoreError
from discrepancy.model import Review
from discrepancy.read import Pasted
from discrepancy.report.fingerprint import fingerprints
from discrepancy.store.investigation import Investigation
from discrepancy.web.decisions import Decisions
from discrepancy.web.jobs import Jobs
from discrepancy.web.worker import Finished, Task, outcome

TIMES = HERALD.replace("The Hallin Herald", "The Hallin Times").replace("31 passengers", "52 passengers")


def looked(db: str, *texts: str) -> Finished:
    found = outcome(Task(tuple(map(Pasted, texts)), db=db), lambda _: None)
    assert isinstance(found, Finished), found
    return found


def test_what_is_different_from_the_last_look_is_said(tmp_path: Path) -> None:
    """Nothing at the first look, what a further article changes at the second, nothing when nothing is added."""
    db = str(tmp_path / "event.db")
    first, second, third = looked(db, QUAY, HERALD), looked(db, TIMES), looked(db)

    assert first.changes == third.changes == ()
    assert [line.split(":")[0] for line in second.changes] == ["changed"]
    assert "52" in second.changes[0]
    assert [document.id for document in second.report.documents] == ["text-1", "text-2", "text-1-2"]
    assert third.report == second.report == pipeline.compare(second.report.documents)


def test_one_article_in_an_empty_store_is_kept_for_later(tmp_path: Path) -> None:
    """It cannot be compared yet, and says so."""
    db = str(tmp_path / "event.db")
    task = Task((Pasted(QUAY),), db=db)

    assert outcome(task, lambda _: None) == "the article is in the store now; a comparison needs one more"
    assert len(looked(db, HERALD).report.conflicts) == 1


def test_decisions_live_in_the_store(tmp_path: Path) -> None:
    """Where ``discrepancy review`` finds them."""
    db = str(tmp_path / "event.db")
    report = looked(db, QUAY, HERALD).report
    (name,) = fingerprints(report)
    assert Decisions(db=db).decide(report, name, "pending", "ask the coast guard")

    with Investigation(db) as store:
        assert store.reviews()[name].review == Review("pending", "ask the coast guard")
    assert Decisions(db=db).mark(report).conflicts[0].review.status == "pending"


def test_a_file_that_is_no_store_is_refused_and_left_alone(tmp_path: Path) -> None:
    """Before the page is served."""
    path = tmp_path / "notes.db"
    path.write_text("my notes", encoding="utf-8")
    with pytest.raises(StoreError):
        Decisions(db=str(path))

    assert path.read_text(encoding="utf-8") == "my notes"


def test_the_page_compares_what_the_store_holds(tmp_path: Path) -> None:
    """With nothing new, too; what changed stands above the report."""
    db = str(tmp_path / "event.db")
    looked(db, QUAY, HERALD)
    with serving(Jobs(db=db), Decisions(db=db)) as site, site.client() as client:
        assert "The store holds 2 articles." in client.get("/").text
        where = client.post("/comparisons", data={"text": TIMES}).headers["location"]
        end = time.monotonic() + 120
        while client.get(f"/api{where}").json()["status"] not in ("done", "failed"):
            assert time.monotonic() < end
        page = client.get(where).text
        again = client.post("/api/comparisons", json={"articles": []})

    assert "Since the last look" in page and "changed: How many passengers were injured?" in page
    assert again.status_code == 202
