"""The gazetteer is searched in its files; its indexes must lead to its rows."""

from __future__ import annotations

from pathlib import Path

from discrepancy.extract.mentions.places_gazetteer import look_up, look_up_spelling
from discrepancy.values.places import plain_name, spelling_key

GAZETTEER = Path(__file__).parents[2] / "discrepancy" / "lexicons" / "gazetteer"
ROWS = (GAZETTEER / "places.tsv").read_text(encoding="utf-8").splitlines()
SOME = [line.split("\t") for line in ROWS[1:34_000:211]]


def test_the_indexes_are_sorted_by_their_bytes() -> None:
    """They are searched by halves."""
    for name in ("names.tsv", "spellings.tsv"):
        lines = (GAZETTEER / name).read_bytes().splitlines()
        assert lines == sorted(lines)
        assert len(lines) > 50_000


def test_a_town_is_found_by_its_name_and_by_every_other_spelling() -> None:
    """The index of names was made from these rows and by this rule for plain names."""
    known = (GAZETTEER / "names.tsv").read_bytes()
    for row in SOME:
        for name in (row[1], *filter(None, row[6].split("|"))):
            assert b"\n" + plain_name(name).encode() + b"\t" in b"\n" + known, name


def test_the_spelling_keys_are_those_of_the_rule_in_force() -> None:
    """Whoever changes the rule makes the index again."""
    known = (GAZETTEER / "spellings.tsv").read_bytes()
    for row in SOME:
        assert b"\n" + f"{row[2]} {spelling_key(row[1])}\t".encode() in b"\n" + known, row[1]


def test_first_middle_and_last_names_are_found() -> None:
    """A search by halves errs at its ends first."""
    lines = [line for line in (GAZETTEER / "names.tsv").read_text(encoding="utf-8").splitlines() if line[0].isalpha()]
    for line in (lines[0], lines[1], lines[len(lines) // 2], lines[-2], lines[-1]):
        assert look_up(line.split("\t")[0]), line


def test_what_is_not_there_is_not_found() -> None:
    """Neither before the first name, nor after the last, nor the beginning of a name."""
    assert [look_up(name) for name in ("", "0", "zzzzzz", "Alepp")] == [(), (), (), ()]
    assert look_up_spelling("Qwrtpsd", ["SY"]) is None
