"""A store keeps what it acknowledged, knows its own kind and leaves everything else alone."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path

import pytest
from golden.sample import HERALD, INTENT, POST, RADIO, sample_extraction, sample_report

from discrepancy.errors import DiscrepancyError, SettingsError, StoreError
from discrepancy.model import Document, Review
from discrepancy.review import reviews_of
from discrepancy.store.articles import made_with
from discrepancy.store.database import STORE, is_store
from discrepancy.store.investigation import Investigation

KNOWN = reviews_of(sample_report())
DEAD, CAUSE = KNOWN


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "event.db")


@pytest.fixture
def store(path: str) -> Investigation:
    return Investigation(path, create=True)


def files(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}


def test_articles_come_back_whole_and_in_order(store: Investigation, path: str) -> None:
    """In another process too."""
    added = [store.add(document) for document in (RADIO, POST, HERALD)]

    assert added == [("radio", True), ("post", True), ("herald", True)]
    with Investigation(path) as again:
        assert again.documents() == (RADIO, POST, HERALD)


def test_the_same_article_is_there_once(store: Investigation) -> None:
    """Whatever file it comes from; the same words from another outlet are another article."""
    store.add(POST)

    assert store.add(replace(POST, id="copy", path="elsewhere/copy.txt")) == ("post", False)
    assert store.add(replace(POST, id="copy", outlet="Southern Post")) == ("copy", True)
    assert store.ids() == {"post", "copy"}


def test_an_id_that_another_writer_took_is_numbered(store: Investigation) -> None:
    """Two articles never share one."""
    names = [store.add(Document("a", f"Text {number}"))[0] for number in range(3)]

    assert names == ["a", "a-2", "a-3"]
    assert [document.id for document in store.documents()] == names


def test_what_was_found_is_known_to_the_same_program_alone(store: Investigation) -> None:
    """Another version or model reads the article again."""
    store.add(POST)
    store.keep_extraction(sample_extraction(), "1.0")

    assert store.extraction(POST, "1.0") == sample_extraction()
    assert store.extraction(POST, "1.1") is None
    assert store.extraction(RADIO, "1.0") is None
    assert made_with("a") == made_with("a") != made_with("b")


def test_decisions_are_kept_and_outlive_their_conflict(store: Investigation, path: str) -> None:
    """As in a review file."""
    store.update_reviews(sample_report())
    store.set_review(DEAD[:6], status="confirmed", note="called the guard")
    store.update_reviews(replace(sample_report(), conflicts=(INTENT,)))
    with Investigation(path) as again:
        kept = again.reviews()

    assert (kept[DEAD].review, kept[DEAD].gone) == (Review("confirmed", "called the guard"), True)
    assert kept[CAUSE] == KNOWN[CAUSE]
    with pytest.raises(SettingsError):
        store.set_review("c-000000000000", status="open")


def test_a_conflict_of_a_report_can_be_decided_before_it_is_kept(store: Investigation) -> None:
    """The caller names where it comes from."""
    assert store.set_review(CAUSE, status="pending", among=KNOWN).review == Review("pending")
    assert list(store.reviews()) == [CAUSE]


def test_the_version_of_the_store_knows_the_fields_of_an_article() -> None:
    """They are kept by their order: other fields need another version, so that older files are refused, not misread."""
    names = [field.name for field in fields(Document)]
    known = {
        2: [
            *("id", "text", "path", "title", "outlet", "published", "published_from", "url", "language", "zones"),
            *("sha256", "warnings"),
        ]
    }

    assert known[STORE.version] == names


def test_adding_articles_loads_no_report() -> None:
    """A program that only adds starts at once."""
    program = "import sys, discrepancy.store.articles; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()

    assert "discrepancy.store.articles" in loaded
    assert not {"discrepancy.report", "discrepancy.read", "discrepancy.extract"} & set(loaded)


def test_a_look_like_the_last_one_is_no_new_look(store: Investigation) -> None:
    """And looks are compared with those taken with the same settings."""
    for number, kinds in [(1, ""), (1, ""), (2, ""), (3, "date"), (4, "")]:
        store.record_look({"settings": {"kinds": kinds}, "number": number})

    assert [look["number"] for look in store.looks()] == [2, 4]


def test_a_new_store_is_for_its_owner_alone(store: Investigation, tmp_path: Path) -> None:
    """Also what SQLite keeps beside it; closed, it is one file."""
    store.add(POST)

    assert {stat.S_IMODE(one.stat().st_mode) for one in tmp_path.iterdir()} == {0o600}
    with store:
        pass
    assert [one.name for one in tmp_path.iterdir()] == ["event.db"]


def test_it_is_told_from_other_files(store: Investigation, path: str, tmp_path: Path) -> None:
    """By what it holds, not by its name."""
    (tmp_path / "x.db").write_text("no database", encoding="utf-8")

    assert [is_store(name) for name in (path, f"{tmp_path}/x.db", str(tmp_path), "nowhere", "a\0b")] == [True] + [
        False
    ] * 4


@pytest.mark.parametrize(
    ("pragma", "why"),
    [
        ("application_id = 7", "is no store of this program"),
        ("user_version = 99", r"is of another version of this program \(store 99, not 2\)"),
        ("user_version = 0", "is of another version"),
    ],
)
def test_other_databases_are_refused_untouched(path: str, tmp_path: Path, pragma: str, why: str) -> None:
    """Of another program, newer or older; not a byte changes and nothing appears beside them."""
    Investigation(path, create=True).__exit__()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA {pragma}")
    before = files(tmp_path)
    for create in (True, False):
        with pytest.raises(StoreError, match=why):
            Investigation(path, create=create)

    assert files(tmp_path) == before


@pytest.mark.parametrize("content", [b"", b"An article.", b"SQLite format 3\x00", b"SQLite format 3\x00" + bytes(200)])
def test_files_that_are_no_database_are_refused_untouched(path: str, tmp_path: Path, content: bytes) -> None:
    """An article, an empty file, the torn beginning of a database."""
    Path(path).write_bytes(content)
    with pytest.raises(StoreError, match=r"event\.db: is no store of this program"):
        Investigation(path, create=True)

    assert files(tmp_path) == {"event.db": content}


@pytest.mark.parametrize("bad", ["nowhere.db", "sub", "no/folder.db", "a\0b", "link"])
def test_what_is_not_there_is_refused(tmp_path: Path, bad: str) -> None:
    """One line with the name and the cause, and nothing is made."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "link").symlink_to("link")
    with pytest.raises(StoreError):
        Investigation(str(tmp_path / bad))

    assert sorted(one.name for one in tmp_path.iterdir()) == ["link", "sub"]


def test_a_damaged_store_is_one_line(store: Investigation, path: str) -> None:
    """Torn pages and rows that hold something else."""
    for number in range(40):
        store.add(Document(f"a{number}", f"{number} " + "words " * 400))
    store.__exit__()
    whole = Path(path).read_bytes()
    Path(path).write_bytes(whole[:8192] + b"\xff" * 8192 + whole[16384:])
    with pytest.raises(DiscrepancyError, match=r"event\.db: "), Investigation(path) as torn:
        torn.check()

    Path(path).write_bytes(whole)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE article SET body = '{\"Span\":[1,2]}' WHERE number = 1")
        connection.execute("INSERT INTO review VALUES ('c-1', '{}')")
        connection.commit()
    with Investigation(path) as strange:
        with pytest.raises(StoreError, match="holds no Document"):
            strange.documents()
        with pytest.raises(StoreError, match="not the fields of a conflict"):
            strange.reviews()


def test_a_change_that_fails_changes_nothing(store: Investigation, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of the decisions is none of them."""
    store.update_reviews(sample_report())
    before = store.reviews()

    def fail(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(store, "_keep_review", fail)
    with pytest.raises(KeyboardInterrupt):
        store.update_reviews(sample_report())
    monkeypatch.undo()

    assert store.reviews() == before
    assert store.add(POST) == ("post", True)


def test_writers_wait_for_one_another(path: str) -> None:
    """Many at once, also while the store is made: everything is there in the end."""

    def write(prefix: str) -> None:
        with Investigation(path, create=True) as mine:
            for number in range(12):
                mine.add(Document(f"{prefix}{number}", f"{prefix} {number}"))

    threads = [threading.Thread(target=write, args=(prefix,)) for prefix in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with Investigation(path) as store:
        store.check()
        assert store.ids() == {f"{prefix}{number}" for prefix in "abcd" for number in range(12)}
