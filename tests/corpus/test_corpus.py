"""An archive in, the conflicts of each event out."""

from __future__ import annotations

import csv
import json
import re
import shutil
from pathlib import Path

import pandas
import pyarrow.parquet
import pytest
from archives import DATA, EVENTS, Article, contents, corpus

from discrepancy.corpus import run, work
from discrepancy.corpus.archive import Archive
from discrepancy.corpus.outputs import COLUMNS
from discrepancy.read.draft import Draft
from discrepancy.read.lines import Mark


def rows(out: Path) -> list[dict[str, str]]:
    with (out / "conflicts.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def events(out: Path) -> dict[str, str]:
    """Event of each article."""
    with (out / "articles.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["event"] for row in csv.DictReader(file)}


def test_what_a_page_sets_apart_stays_apart_on_the_way() -> None:
    """Articles travel packed; the parts that their markup marks go along."""
    draft = Draft("Seven hurt\nA drill last year", warnings=("is cut",), marks=(Mark(11, 28, "caption"),))

    assert work.unpacked(work.Article("a", "a", draft).packed()).draft == draft


def test_articles_about_one_event_are_compared(made: Path) -> None:
    """Three events of three or four articles each."""
    found = events(made)

    assert len(found) == 10
    assert found["morning-wire"] == found["evening-broadcast"] == found["delmere-examiner"]
    assert found["morning-wire"] != found["sports-agency"]
    assert {"How many people were killed?", "What did the signal show?"} <= {row["question"] for row in rows(made)}


def test_the_formats_hold_the_same_rows(made: Path) -> None:
    """One for each pair of opposed answers, with its event."""
    lines = [json.loads(line) for line in (made / "conflicts.jsonl").read_text(encoding="utf-8").splitlines()]
    table = pyarrow.parquet.read_table(made / "conflicts.parquet")

    assert [row["fingerprint"] for row in rows(made)] == [line["fingerprint"] for line in lines]
    assert tuple(lines[0]) == tuple(table.column_names) == COLUMNS
    assert table.to_pylist() == lines


def test_the_index_leads_to_a_report_for_each_event_with_conflicts(made: Path) -> None:
    """And counts them."""
    page = (made / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'<a href="(events/[^"]+)"', page)

    assert sorted(links) == sorted(f"events/{path.name}" for path in (made / "events").iterdir())
    assert {link.split("/")[1].removesuffix(".html") for link in links} == {row["event"] for row in rows(made)}
    assert f"in {len(set(events(made).values()))} events, 10 articles" in page


def test_more_processes_write_the_same_bytes(
    archive: Path, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order in which they finish means nothing."""
    monkeypatch.setattr(run, "LITTLE", 0)
    done = corpus(archive, "-o", tmp_path / "out", "--jobs", 2, "-f", "csv", "-f", "jsonl", "-f", "parquet")

    assert done.exit_code == 1
    assert contents(tmp_path / "out") == contents(made)


def test_a_second_run_writes_the_same_and_works_on_nothing(
    archive: Path, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All is known by its contents."""
    out = shutil.copytree(made, tmp_path / "out")
    monkeypatch.setattr(run, "find", lambda packed, model: 1 / 0)
    monkeypatch.setattr(run, "compare", lambda packed, settings: 1 / 0)

    assert corpus(archive, "-o", out, "-f", "csv", "-f", "jsonl", "-f", "parquet").exit_code == 1
    assert contents(out) == contents(made)


def test_what_is_gone_from_the_archive_is_gone_from_the_results(
    articles: list[Article], made: Path, tmp_path: Path
) -> None:
    """Its reports too; what is new is there; the result is that of a first run."""
    left = tmp_path / "left" / "news.jsonl"
    left.parent.mkdir()
    left.write_text("".join(f"{json.dumps(article)}\n" for article in articles[4:]), encoding="utf-8")
    again = shutil.copytree(made, tmp_path / "again")
    corpus(left, "-o", again)
    corpus(left, "-o", tmp_path / "fresh")

    assert contents(again) == contents(tmp_path / "fresh")
    assert contents(again) != contents(made)


def test_folders_and_sheets_are_archives_too(articles: list[Article], made: Path, tmp_path: Path) -> None:
    """The same articles make the same conflicts, whatever holds them."""
    folder = tmp_path / "folder"
    for event in EVENTS:
        shutil.copytree(DATA / event, folder / event)
    sheet = tmp_path / "news.csv"
    pandas.DataFrame(articles).to_csv(sheet, index=False)
    table = tmp_path / "news.parquet"
    pandas.DataFrame(articles).to_parquet(table)
    questions = sorted(row["question"] for row in rows(made))

    for number, source in enumerate((folder, sheet, table)):
        out = tmp_path / f"out{number}"
        assert corpus(source, "-o", out).exit_code == 1
        assert sorted(row["question"] for row in rows(out)) == questions


def test_a_large_file_of_lines_is_read_in_parts(
    archive: Path, articles: list[Article], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same articles with the same names, and a broken line by its number in the file."""
    source = tmp_path / "news.jsonl"
    source.write_bytes(archive.read_bytes() + b"broken\n")
    monkeypatch.setattr("discrepancy.corpus.archive.LARGEST_FILE", 8_000)
    read = Archive(str(source))

    assert [article.id for article in read.articles()] == [article["id"] for article in articles]
    assert "line 11 is not valid JSON" in f"{read.warnings} {read.unread}"


def test_an_article_that_fails_is_listed(
    archive: Path, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the list of articles, on the index and on the screen; the others are compared."""
    real = run.find

    def find(packed: bytes, model: str) -> object:
        from discrepancy.corpus.work import unpacked

        if unpacked(packed).id == "sports-agency":
            raise ValueError("some words of the article")
        return real(packed, model)

    monkeypatch.setattr(run, "find", find)
    done = corpus(archive, "-o", tmp_path / "out")

    assert (done.exit_code, len(events(tmp_path / "out"))) == (1, 10)
    assert "sports-agency: unexpected ValueError" in done.stderr.splitlines()
    assert done.stderr.splitlines()[-1].endswith(", 10 articles, 1 given up")
    assert ",unexpected ValueError\n" in (tmp_path / "out" / "articles.csv").read_text(encoding="utf-8")
    assert "sports-agency: unexpected ValueError" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_a_failed_article_is_tried_again_by_the_next_run(
    archive: Path, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And then all is as if it had never failed."""
    with monkeypatch.context() as patch:
        patch.setattr(run, "find", lambda packed, model: 1 / 0)
        assert corpus(archive, "-o", tmp_path / "out").stderr.endswith(
            "0 conflicts in 0 events, 10 articles, 10 given up\n"
        )

    assert corpus(archive, "-o", tmp_path / "out", "-f", "csv", "-f", "jsonl", "-f", "parquet").exit_code == 1
    assert contents(tmp_path / "out") == contents(made)


def test_words_of_articles_are_harmless_in_every_file(tmp_path: Path) -> None:
    """They come from strangers: no formula, no element of a page, no control character."""
    title = '=HYPERLINK("http://x.example")<script>alert(1)</script>\u202e'
    texts = (
        "Seven people were killed in the Delmere train crash.",
        "Nine people were killed in the Delmere train crash.",
    )
    lines = [{"id": f"@a{i}", "title": title, "text": text, "published": "2020-01-01"} for i, text in enumerate(texts)]
    source = tmp_path / "in.jsonl"
    source.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    corpus(source, "-o", tmp_path / "out")
    with (tmp_path / "out" / "articles.csv").open(encoding="utf-8", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]

    assert [cell for cell in cells if cell[:1] in {"=", "@", "+", "-"}] == []
    for path in (tmp_path / "out").rglob("*.[hc][ts][mv]*"):
        assert "<script>alert" not in path.read_text(encoding="utf-8") or path.suffix == ".csv"
        assert "\u202e" not in path.read_text(encoding="utf-8")


def test_nothing_is_written_into_a_folder_of_others(archive: Path, tmp_path: Path) -> None:
    """One line says so."""
    (tmp_path / "letter.txt").write_text("Dear all", encoding="utf-8")
    done = corpus(archive, "-o", tmp_path)

    assert (done.exit_code, [path.name for path in tmp_path.iterdir()]) == (2, ["letter.txt"])
    assert done.stderr == f"discrepancy: {tmp_path}: is not empty, and not from an earlier run\n"


@pytest.mark.parametrize("name", ["nothing", "empty"])
def test_an_archive_without_articles_is_an_error(tmp_path: Path, name: str) -> None:
    """One line that names it."""
    (tmp_path / "empty").mkdir()
    done = corpus(tmp_path / name, "-o", tmp_path / "out")

    assert done.exit_code == 2
    assert done.stderr.startswith("discrepancy: ") and name in done.stderr
    assert done.stderr.count("\n") == 1
