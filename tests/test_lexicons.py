"""The lexicons are well kept: they can be read, say where they come from, and repeat nothing."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import discrepancy

FOLDER = Path(discrepancy.__file__).parent / "lexicons"
TABLES = sorted(FOLDER.rglob("*.toml"))
LISTS = sorted(FOLDER.rglob("*.txt"))
ORDERED = "order matters"
GLANCE = 12
FEW = 5


def named(path: Path) -> str:
    return path.relative_to(FOLDER).as_posix()


def word_lists(node: Any, *keys: str) -> Iterator[tuple[str, list[str]]]:
    """Every list of words in ``node``, with the dotted name of its place."""
    if isinstance(node, dict):
        for key, below in node.items():
            yield from word_lists(below, *keys, key)
    elif isinstance(node, list) and all(isinstance(word, str) for word in node):
        yield ".".join(keys), node
    elif isinstance(node, list):
        for below in node:
            yield from word_lists(below, *keys)


def entries(path: Path) -> list[str]:
    """The lines of a plain list without comments and blank lines."""
    lines = (line.split("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line]


def kept_order(path: Path) -> set[str]:
    """Names of lists whose order has a meaning: a comment with the words "order matters" stands above them."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {
        below.split("=")[0].strip()
        for line, below in pairwise(lines)
        if line.startswith("#") and ORDERED in line and "=" in below
    }


def test_there_are_lexicons() -> None:
    """The checks below look at something."""
    assert len(TABLES) > 5


@pytest.mark.parametrize("path", TABLES, ids=named)
def test_a_table_is_valid_and_holds_something(path: Path) -> None:
    """A journalist's edit with a typing error fails here, with the file's name."""
    assert tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TABLES + LISTS, ids=named)
def test_a_lexicon_opens_with_a_comment(path: Path) -> None:
    """It says what it holds and where the words come from."""
    assert path.read_text(encoding="utf-8").startswith("#")


@pytest.mark.parametrize("path", TABLES, ids=named)
def test_no_list_of_a_table_repeats_a_word(path: Path) -> None:
    """A word stands once in a list."""
    lists = word_lists(tomllib.loads(path.read_text(encoding="utf-8")))
    repeated = {place: [word for word, times in Counter(held).items() if times > 1] for place, held in lists}

    assert {place: again for place, again in repeated.items() if again} == {}


def test_no_long_list_stands_in_two_places() -> None:
    """Two copies of one list drift apart."""
    places: dict[frozenset[str], list[str]] = {}
    for path in TABLES:
        for place, held in word_lists(tomllib.loads(path.read_text(encoding="utf-8"))):
            if len(held) > FEW:
                places.setdefault(frozenset(held), []).append(f"{named(path)}: {place}")

    assert [found for found in places.values() if len(found) > 1] == []


@pytest.mark.parametrize("path", TABLES, ids=named)
def test_the_long_lists_of_a_table_are_sorted(path: Path) -> None:
    """Short lists are read at a glance; where the order of a long one has a meaning, the comment above it says so."""
    lists = word_lists(tomllib.loads(path.read_text(encoding="utf-8")))
    kept = kept_order(path)
    unsorted = [place for place, held in lists if len(held) > GLANCE and held != sorted(held)]

    assert [place for place in unsorted if place.rpartition(".")[2] not in kept] == []


def test_plain_lists_are_sorted_and_repeat_nothing() -> None:
    """One entry a line, in the order of code points."""
    assert [named(path) for path in LISTS if entries(path) != sorted(set(entries(path)))] == []
