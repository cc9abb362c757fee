"""``compare --db``, ``add``, ``articles`` and ``diff``: an investigation over days gives the report of one run."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from discrepancy import pipeline
from discrepancy.cli import cli

Run = Callable[..., Result]
DATA = Path(__file__).parent.parent.parent / "data"
ARTICLES = sorted(map(str, (DATA / "deir-ez-zor-2016").glob("*.txt")))


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line with its real stages, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(cli, list(arguments))


@pytest.fixture
def whole(program: Run) -> dict[str, str]:
    """The reports of one run over all articles."""
    return {name: program("compare", *ARTICLES, "-f", name).stdout for name in ("json", "html", "csv", "table")}


def test_articles_added_one_by_one_give_the_report_of_one_run(program: Run, whole: dict[str, str]) -> None:
    """Byte for byte in every format, compared at each step or only in the end, parsed or known."""
    for article in ARTICLES:
        program("compare", "--db", "steps.db", article, "-q")
        program("add", "--db", "end.db", article)
    for db in ("steps.db", "end.db", "steps.db"):
        assert {name: program("compare", "--db", db, "-f", name).stdout for name in whole} == whole


def test_what_was_parsed_is_not_parsed_again(program: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the new article is."""
    program("compare", "--db", "e.db", *ARTICLES[:3], "-q")
    seen: list[str] = []
    real = pipeline.extract

    def extract(documents: Any, **extra: Any) -> Any:
        seen.extend(document.id for document in documents)
        return real(documents, **extra)

    monkeypatch.setattr(pipeline, "extract", extract)
    program("compare", "--db", "e.db", ARTICLES[3], "-q")

    assert seen == [Path(ARTICLES[3]).stem]


def test_the_same_article_counts_once(program: Run, whole: dict[str, str]) -> None:
    """Added again under another name or not."""
    Path("copy.txt").write_bytes(Path(ARTICLES[0]).read_bytes())
    program("add", "--db", "e.db", *ARTICLES)
    again = program("add", "--db", "e.db", "copy.txt", ARTICLES[1])

    assert again.stdout.splitlines() == [f"ok {Path(article).stem}" for article in ARTICLES[:2]]
    assert again.stderr == "0 articles added, 2 were there already\n"
    assert program("compare", "--db", "e.db", "-f", "json").stdout == whole["json"]


def test_equal_names_get_the_numbers_of_one_run(program: Run) -> None:
    """Folders of two days, each with articles of the same names."""
    names = []
    for number, article in enumerate(ARTICLES):
        Path(f"day{number}").mkdir()
        Path(f"day{number}/story.txt").write_bytes(Path(article).read_bytes())
        names.append(f"day{number}/story.txt")
    program("add", "--db", "e.db", names[0])
    program("add", "--db", "e.db", *names[1:])

    assert program("articles", "e.db").stdout == "ok\nstory\nstory-2\nstory-3\nstory-4\n"
    assert program("compare", "--db", "e.db", "-f", "json").stdout == program("compare", *names, "-f", "json").stdout


def test_a_store_is_listed_after_it_was_checked(program: Run) -> None:
    """The first line says so; the order is that in which articles came."""
    added = program("add", "--db", "e.db", *reversed(ARTICLES))
    listed = program("articles", "e.db")

    assert added.stdout.splitlines() == [f"ok {Path(article).stem}" for article in reversed(ARTICLES)]
    assert listed.stdout.splitlines() == ["ok", *(Path(article).stem for article in reversed(ARTICLES))]


def test_decisions_live_in_the_store(program: Run) -> None:
    """Set, listed, taken over by the next run, and asked again when the evidence changes."""
    program("compare", "--db", "e.db", *ARTICLES[:3], "-q")
    lines = program("review", "e.db").stdout.splitlines()
    name = next(line for line, below in pairwise(lines) if "at least 90 (" in below)[:14]
    decided = program("review", "e.db", name, "--status", "explained", "--note", "two counts")
    marked = program("compare", "--db", "e.db")
    grown = program("compare", "--db", "e.db", ARTICLES[3])

    assert decided.stdout.startswith(f"{name}  explained: two counts\n")
    assert "Review: explained: two counts\n" in marked.stdout
    assert "(reviewed: 1 explained)" in marked.stderr
    assert f"Review: open; with other evidence: explained: two counts ({name})" in " ".join(grown.stdout.split())
    assert f"{name}  explained: two counts (gone)" in program("review", "e.db").stdout


def test_a_review_file_goes_before_the_store(program: Run) -> None:
    """And the decisions in the store stay as they are."""
    program("compare", "--db", "e.db", *ARTICLES, "-q", "--write-review", "r.json")
    name = program("review", "e.db").stdout[:14]
    program("review", "e.db", name, "--status", "false_alarm")
    program("review", "r.json", name, "--status", "confirmed")

    assert "(reviewed: 1 confirmed)" in program("compare", "--db", "e.db", "--review", "r.json").stderr
    assert "(reviewed: 1 false alarm)" in program("compare", "--db", "e.db").stderr


def test_diff_says_what_is_new_and_changed_since_the_last_look(program: Run) -> None:
    """A run that finds the same is no look; the exit code says whether there is news."""
    program("compare", "--db", "e.db", *ARTICLES[:3], "-q")
    first = program("diff", "e.db")
    program("compare", "--db", "e.db", ARTICLES[3], "-q")
    program("compare", "--db", "e.db", "-q")
    second = program("diff", "e.db")

    assert first.exit_code == second.exit_code == 1
    assert {line.split()[0] for line in first.stdout.splitlines()} == {"new"}
    assert "changed " in second.stdout
    assert "         further answer: at least 80 (Syrian Observatory for Human Rights)" in second.stdout
    look = "(a look is a run of compare --db that found something else)"
    assert first.stderr.endswith(f" new in the first look {look}\n")
    assert second.stderr == f"1 changed, 1 new since the look before {look}\n"


def test_diff_compares_two_reports(program: Run, whole: dict[str, str]) -> None:
    """JSON files of compare; the same one twice has no news."""
    Path("now.json").write_text(whole["json"], encoding="utf-8")
    program("compare", *ARTICLES[:3], "-o", "before.json", "-q")
    news = program("diff", "before.json", "now.json")
    same = program("diff", "now.json", "now.json")

    assert (news.exit_code, news.stderr) == (1, "1 changed, 1 new\n")
    assert (same.exit_code, same.stdout, same.stderr) == (0, "", "nothing changed\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ("compare",),
        ("compare", "--db", "nowhere.db"),
        ("compare", "--db", "nowhere.db", "missing.txt"),
        ("compare", "--db", "article.txt", ARTICLES[0]),
        ("compare", "--db", "article.txt", "article.txt"),
        ("compare", "--db", "x.json", ARTICLES[0], "-o", "x.json"),
        ("compare", "--db", "new.db", ARTICLES[0], "--review", "missing.json"),
        ("add", "--db", "nowhere.db", "missing.txt"),
        ("add", "--db", "empty.db", ARTICLES[0]),
        ("add", "--db", "article.txt", "article.txt"),
        ("articles", "nowhere.db"),
        ("articles", "article.txt"),
        ("diff", "nowhere.db"),
        ("diff", "article.txt"),
        ("diff", "article.txt", "article.txt"),
        ("review", "empty.db"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_2(program: Run, arguments: tuple[str, ...]) -> None:
    """Nothing is made, nothing is changed."""
    Path("article.txt").write_text("Twelve people died.\n", encoding="utf-8")
    Path("empty.db").touch()
    before = {path.name: path.read_bytes() for path in Path().iterdir()}
    result = program(*arguments)

    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert "Traceback" not in result.stderr
    assert {path.name: path.read_bytes() for path in Path().iterdir()} == before


def test_a_store_in_which_nothing_was_compared_has_no_looks(program: Run) -> None:
    """One line says what to do."""
    program("add", "--db", "e.db", ARTICLES[0])

    assert program("diff", "e.db").stderr == "discrepancy: e.db: nothing was compared yet (compare --db FILE)\n"
