"""What was found in an article is found again by its content, and changes nothing in what is written."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from discrepancy import pipeline
from discrepancy.cli import cli
from discrepancy.errors import StoreError
from discrepancy.extract.document import extract_claims
from discrepancy.model import Document, Extraction
from discrepancy.settings import MODEL
from discrepancy.store import cache as cache_file
from discrepancy.store.cache import Cache
from discrepancy.store.investigation import Investigation

TEXT = "Police said on Monday that 12 miners were killed at the Orsa pit. “It was an accident,” Mara Ilves said."
POST = Document("post", TEXT, "articles/post.txt", published=date(2031, 5, 6))
OTHER = replace(POST, id="union", text=TEXT.replace("12", "19").replace("Police", "The union"))


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "found.db")


@pytest.fixture
def cache(path: str) -> Cache:
    return Cache(path, MODEL)


@pytest.fixture(scope="module")
def found() -> Extraction:
    return extract_claims(POST)


def test_what_was_found_comes_back_whole(cache: Cache, path: str, found: Extraction) -> None:
    """Also to another program that opens the file."""
    assert cache.extraction(POST) is None
    cache.keep(POST, found)

    with Cache(path, MODEL) as again:
        assert again.extraction(POST) == found
    assert len(found.claims) > 1


def test_an_article_is_known_by_its_content_under_any_name(cache: Cache, found: Extraction) -> None:
    """Its claims are those of the name that it has now."""
    cache.keep(POST, found)
    moved = replace(POST, id="copy", path="elsewhere/copy.txt")

    assert cache.extraction(moved) == extract_claims(moved)


@pytest.mark.parametrize("changed", [{"text": TEXT + " "}, {"published": date(2031, 5, 7)}, {"title": "Blast"}])
def test_whatever_changes_what_is_found_makes_another_article(
    cache: Cache, found: Extraction, changed: dict[str, Any]
) -> None:
    """The words, and the day from which "on Monday" counts."""
    cache.keep(POST, found)

    assert cache.extraction(replace(POST, **changed)) is None


def test_another_version_of_the_program_finds_anew(
    path: str, cache: Cache, found: Extraction, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another lexicon is another version; what the old one found is dropped once the new one keeps something."""
    cache.keep(POST, found)
    monkeypatch.setattr(cache_file, "made_with", lambda model: f"{model} with another lexicon")
    with Cache(path, MODEL) as newer:
        assert newer.extraction(POST) is None
        newer.keep(OTHER, extract_claims(OTHER))

    assert cache.extraction(POST) is None


def test_other_files_are_refused_in_one_line_and_left_alone(tmp_path: Path) -> None:
    """A text, a store of an investigation, a folder."""
    text, store, folder = tmp_path / "notes.txt", tmp_path / "event.db", tmp_path / "folder"
    text.write_text("Call the mine.\n", encoding="utf-8")
    folder.mkdir()
    Investigation(str(store), create=True).__exit__()
    before = text.read_bytes(), store.read_bytes()

    for other in (text, store):
        with pytest.raises(StoreError, match=rf"{other.name}: is no cache of this program"):
            Cache(str(other), MODEL)
    with pytest.raises(StoreError, match="folder: is not a file"):
        Cache(str(folder), MODEL)
    assert (text.read_bytes(), store.read_bytes()) == before


def test_a_damaged_cache_is_one_line(path: str, cache: Cache, found: Extraction) -> None:
    """Whether its pages or its words are damaged."""
    cache.keep(POST, found)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("""UPDATE found SET body = '{"Document": []}'""")
    with pytest.raises(StoreError, match=r"found\.db: is damaged"):
        cache.extraction(POST)
    cache.__exit__()
    data = bytearray(Path(path).read_bytes())
    data[4096:] = b"\xff" * len(data[4096:])
    Path(path).write_bytes(data)

    with pytest.raises(StoreError, match=r"found\.db: "), Cache(path, MODEL) as damaged:
        damaged.extraction(POST)


def test_writers_do_not_disturb_one_another(path: str, found: Extraction) -> None:
    """Each keeps what it found; all of it is there."""
    articles = [replace(POST, text=f"{TEXT} Edition {number}.") for number in range(24)]

    def keep(some: Sequence[Document]) -> None:
        with Cache(path, MODEL) as own:
            for one in some:
                own.keep(one, replace(found, document=one))

    with ThreadPoolExecutor(4) as writers:
        list(writers.map(keep, [articles[first::4] for first in range(4)]))

    with Cache(path, MODEL) as cache:
        assert all(cache.extraction(one) == replace(found, document=one) for one in articles)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def test_reports_have_the_same_bytes_with_and_without_a_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time nothing is parsed; a store takes what the cache knows."""
    monkeypatch.chdir(tmp_path)
    for document in (POST, OTHER):
        Path(f"{document.id}.txt").write_text(document.text, encoding="utf-8")
    articles = ("post.txt", "union.txt")
    plain = [run(name, *articles, "-f", "json") for name in ("compare", "extract")]
    assert [one.exit_code for one in plain] == [1, 0]

    first = [run(name, *articles, "-f", "json", "--cache", "found.db") for name in ("compare", "extract")]
    monkeypatch.setattr(pipeline, "extract", None)
    again = [run(name, *articles, "-f", "json", "--cache", "found.db") for name in ("compare", "extract")]
    stored = run("compare", *articles, "-f", "json", "--cache", "found.db", "--db", "event.db")

    for runs in (first, again):
        assert [one.stdout for one in runs] == [one.stdout for one in plain]
    assert stored.stdout == plain[0].stdout


def test_the_cache_is_no_article_and_no_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would be overwritten."""
    monkeypatch.chdir(tmp_path)
    Path("post.txt").write_text(TEXT, encoding="utf-8")

    for arguments in (("--cache", "post.txt"), ("--cache", "found.json", "-o", "found.json")):
        done = run("extract", "post.txt", *arguments)
        assert done.exit_code == 2
        assert "is an article or an output already" in done.stderr
