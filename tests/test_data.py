"""The sample events in data/: every gold file must be sound, because figures are quoted from it."""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from discrepancy.model import KINDS
from discrepancy.read import read_documents

DATA = Path(__file__).parent.parent / "data"
EVENTS = sorted(path.parent for path in DATA.glob("*/gold.json"))
REASONS = {
    "bound",
    "approximation",
    "granularity",
    "update",
    "scope",
    "different-event",
    "paraphrase",
    "containment",
    "same-unit",
    "alias",
    "sum",
    "hypothetical",
    "earlier-event",
    "other",
}
WITHOUT_CONFLICT = {"aldermark-measles", "lumitek-job-cuts"}

Gold = dict[str, Any]


def gold_of(folder: Path) -> Gold:
    gold: Gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return gold


def objects_of(path: Path) -> list[dict[str, str]]:
    """The article objects of a .json or .jsonl file."""
    text = path.read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()] if path.suffix == ".jsonl" else [json.loads(text)]


def text_of(folder: Path, article: dict[str, str]) -> str:
    """The text that quotes are copied from."""
    path = folder / article["file"]
    if path.suffix == ".json":
        return objects_of(path)[0]["text"]
    if path.suffix == ".jsonl":
        return next(item["text"] for item in objects_of(path) if item["id"] == article["id"])
    return path.read_bytes().decode("utf-8")


def entries_of(gold: Gold) -> list[Gold]:
    return [*gold["conflicts"], *gold["not_conflicts"]]


every_event = pytest.mark.parametrize("folder", EVENTS, ids=lambda folder: folder.name)


def test_there_are_sixteen_events_and_each_folder_is_one() -> None:
    """No folder lies in data/ without its gold file."""
    folders = sorted(path for path in DATA.iterdir() if path.is_dir())
    assert folders == EVENTS
    assert len(EVENTS) == 16


@every_event
def test_the_gold_names_its_folder_and_three_or_four_articles(folder: Path) -> None:
    """The event is called like its folder, and it has enough articles to disagree."""
    gold = gold_of(folder)
    assert set(gold) == {"event", "topic", "articles", "conflicts", "not_conflicts"}
    assert gold["event"] == folder.name
    assert len(gold["articles"]) in (3, 4)


@every_event
def test_ids_match_the_files(folder: Path) -> None:
    """An id is the stem of its file or the id of its line, and no article file is left out."""
    articles = gold_of(folder)["articles"]
    files = {path.name for path in folder.iterdir()} - {"gold.json"}
    assert {article["file"] for article in articles} == files
    for article in articles:
        path = folder / article["file"]
        known = [item["id"] for item in objects_of(path)] if path.suffix == ".jsonl" else [path.stem]
        assert article["id"] in known
    assert len({article["id"] for article in articles}) == len(articles)


@every_event
def test_dates_sources_and_titles_are_those_of_the_articles(folder: Path) -> None:
    """The gold repeats what stands at the head of each article."""
    for article in gold_of(folder)["articles"]:
        day = date.fromisoformat(article["published"])
        path = folder / article["file"]
        if path.suffix in (".json", ".jsonl"):
            items = objects_of(path)
            item = items[0] if path.suffix == ".json" else next(i for i in items if i["id"] == article["id"])
            assert [item[key] for key in ("title", "source", "published")] == [
                article[key] for key in ("title", "source", "published")
            ]
        else:
            head = path.read_text(encoding="utf-8")[:400].replace("\\", "")
            assert article["title"] in head
            assert article["source"] in head
            assert article["published"] in head or f"{day.day} {day:%B %Y}" in head


@every_event
def test_every_quote_stands_once_in_its_article(folder: Path) -> None:
    """A quote is copied exactly, and it says which place is meant."""
    gold = gold_of(folder)
    texts = {article["id"]: text_of(folder, article) for article in gold["articles"]}
    for entry in entries_of(gold):
        for side in entry["sides"]:
            assert texts[side["article"]].count(side["quote"]) == 1, side["quote"]


@every_event
def test_the_reader_gives_the_articles_of_the_gold(folder: Path) -> None:
    """Ids, outlets, days and quotes of the gold are those of the documents that the tool reads."""
    gold = gold_of(folder)
    reading = read_documents(sorted({str(folder / article["file"]) for article in gold["articles"]}))
    documents = {document.id: document for document in reading.documents}
    assert reading.unread == ()
    assert set(documents) == {article["id"] for article in gold["articles"]}
    for article in gold["articles"]:
        document = documents[article["id"]]
        assert (document.outlet, document.published) == (article["source"], date.fromisoformat(article["published"]))
    for entry in entries_of(gold):
        for side in entry["sides"]:
            assert side["quote"] in documents[side["article"]].text


@every_event
def test_every_entry_has_a_legal_kind_sides_and_a_why(folder: Path) -> None:
    """Conflicts ask a question and have opposed values; the others name a known reason."""
    gold = gold_of(folder)
    for entry in entries_of(gold):
        assert entry["kind"] in KINDS
        assert entry["why"]
        assert len(entry["sides"]) >= 2
        assert all(set(side) == {"article", "quote", "value", "speaker"} for side in entry["sides"])
    for conflict in gold["conflicts"]:
        assert conflict["question"].endswith("?")
        assert len({side["value"] for side in conflict["sides"]}) >= 2, conflict["question"]
    assert {entry["reason"] for entry in gold["not_conflicts"]} <= REASONS


@every_event
def test_every_event_has_conflicts_or_is_declared_without(folder: Path) -> None:
    """Two events hold traps only."""
    gold = gold_of(folder)
    assert bool(gold["conflicts"]) == (folder.name not in WITHOUT_CONFLICT)
    assert gold["not_conflicts"]


def test_the_samples_cover_all_kinds_and_all_reasons() -> None:
    """What the tool claims to judge has an example, for and against."""
    golds = [gold_of(folder) for folder in EVENTS]
    kinds = Counter(conflict["kind"] for gold in golds for conflict in gold["conflicts"])
    reasons = Counter(entry["reason"] for gold in golds for entry in gold["not_conflicts"])
    assert set(kinds) == set(KINDS)
    assert set(reasons) == REASONS
    assert kinds.total() >= 45
    assert reasons.total() >= 90


def test_the_readme_states_the_counts_of_the_gold() -> None:
    """Figures in data/README.md are those of the files."""
    golds = [gold_of(folder) for folder in EVENTS]
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    for folder, gold in zip(EVENTS, golds, strict=True):
        row = rf"\| `{folder.name}` \|.*\| {len(gold['conflicts'])} \| {len(gold['not_conflicts'])} \|"
        assert re.search(row, readme), folder.name
    conflicts = sum(len(gold["conflicts"]) for gold in golds)
    others = sum(len(gold["not_conflicts"]) for gold in golds)
    assert f"{conflicts} conflicts and {others} pairs" in readme


def test_the_web_copy_is_as_messy_as_it_should_be() -> None:
    """The main sample keeps its no-break spaces, curly quotes and foreign scraps."""
    text = (DATA / "deir-ez-zor-2016" / "web-copy.txt").read_text(encoding="utf-8")
    assert all(mark in text for mark in ("\u00a0", "\u201c", "\u2019", "\u00a9", "\u0633\u0648\u0631\u064a\u0627"))
