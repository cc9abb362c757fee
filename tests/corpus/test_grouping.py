"""Articles about one event come together, and those about another stay apart."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from discrepancy.corpus.grouping import group
from discrepancy.corpus.traits import Traits, traits_of
from discrepancy.model import Document
from discrepancy.read import read_documents

DATA = Path(__file__).parents[2] / "data"
FIRE = (
    "A fire in the carpet warehouse of Halvorsen & Sons in Trondal killed three firemen on Monday night. "
    "The roof of the warehouse fell in when they were looking for a night watchman."
)
FIRE_TOO = (
    "Three firemen died when the roof of a burning carpet warehouse came down in Trondal, the Halvorsen company said. "
    "The night watchman whom they were looking for had left at ten."
)
VOTE = (
    "The parliament of Sarenia has voted down the budget for the second time this year. The finance minister, "
    "Olga Prieto, said that she would not resign and would bring a third draft in May."
)
LONG = " ".join(
    f"Clause {number} of the treaty names the harbour of place{number} and its pier." for number in range(40)
)


def article(name: str, text: str, day: str | None = "2020-03-02") -> Document:
    return Document(name, text, published=date.fromisoformat(day) if day else None)


def groups(*documents: Document) -> list[list[str]]:
    return [list(one) for one in group({document.id: traits_of(document) for document in documents})]


def test_two_accounts_of_one_event_are_put_together() -> None:
    """By the words that few articles have, not by those that all have."""
    assert groups(article("a", FIRE), article("b", FIRE_TOO), article("c", VOTE)) == [["a", "b"], ["c"]]


def test_two_articles_are_enough() -> None:
    """What words are common is known from elsewhere too."""
    assert groups(article("a", FIRE), article("b", FIRE_TOO)) == [["a", "b"]]


def test_an_article_without_a_day_may_be_of_any() -> None:
    """What is not known parts nothing."""
    assert groups(article("a", FIRE, None), article("b", FIRE_TOO)) == [["a", "b"]]


def test_the_same_words_in_another_month_are_another_event() -> None:
    """A warehouse may burn twice."""
    assert groups(article("a", FIRE), article("b", FIRE_TOO, "2020-06-02")) == [["a"], ["b"]]


def test_a_copy_belongs_to_its_original_however_late_it_comes() -> None:
    """An agency story that is printed again after weeks."""
    assert groups(article("a", LONG), article("b", f"From our wires. {LONG}", "2020-06-02")) == [["a", "b"]]


def test_an_article_that_says_nothing_stands_alone() -> None:
    """No words, no event."""
    assert groups(article("a", "..."), article("b", "..."), article("c", FIRE)) == [["a"], ["b"], ["c"]]


def test_nothing_makes_no_groups() -> None:
    """An empty archive has no events."""
    assert group({}) == ()


def sample_traits() -> dict[str, Traits]:
    found = {}
    for folder in sorted(path.parent for path in DATA.glob("*/gold.json")):
        for document in read_documents([str(folder)]).documents:
            found[f"{folder.name}/{document.id}"] = traits_of(document)
    return found


def test_no_two_sample_events_are_taken_for_one() -> None:
    """Sixteen events of all kinds and years."""
    mixed = [one for one in group(sample_traits()) if len({name.partition("/")[0] for name in one}) > 1]

    assert mixed == []


def test_most_sample_articles_find_their_event() -> None:
    """Those that come within days of one another."""
    together = sum(len(one) for one in group(sample_traits()) if len(one) > 1)

    assert together >= 34


@pytest.mark.parametrize("at", [1, 17, 40])
def test_the_order_of_the_articles_changes_nothing(at: int) -> None:
    """An archive has no order that means anything."""
    traits = sample_traits()
    names = [*reversed(traits)]

    assert group({name: traits[name] for name in (*names[at:], *names[:at])}) == group(traits)


def test_groups_are_the_same_under_any_hash_seed() -> None:
    """Nothing hangs on the order of a set."""
    assert printed("0") == printed("77") == "(('a', 'b'),)\n"


def printed(seed: str) -> str:
    """The groups of two articles, as another process finds them."""
    articles = f"[Document(n, t, published=date(2020, 3, 2)) for n, t in (('a', {FIRE!r}), ('b', {FIRE_TOO!r}))]"
    program = (
        "from datetime import date; from discrepancy.model import Document; "
        "from discrepancy.corpus.grouping import group; from discrepancy.corpus.traits import traits_of; "
        f"print(group({{d.id: traits_of(d) for d in {articles}}}))"
    )
    surroundings = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", program]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=surroundings).stdout
