"""The experiment with a text model: figures in their passages, gates let open, pairs with reasons from outside.

The networks themselves are not run here: they need packages that the project does without.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from labels import read_event
from number_pairs import rows_of
from passages import events_in, gates_open, key_of, to_passage, written
from weigh import lines, read_set

from discrepancy.model import Span

DATA = Path(__file__).parent.parent.parent / "data"
SAMPLE = DATA / "delmere-train-crash"
TEXT = "The river rose at dawn. Police said 12 people were missing in Orsa. Boats are out."


def test_a_figure_is_found_again_in_its_clause_and_its_sentence() -> None:
    """Both pairs of offsets slice the figure."""
    clause = Span(TEXT.index("12"), TEXT.index(" in Orsa"))
    passage = to_passage(TEXT, clause, Span(clause.start, clause.start + 2))

    assert passage.clause[slice(*passage.in_clause)] == "12"
    assert passage.sentence[slice(*passage.in_sentence)] == "12"
    assert passage.sentence == "Police said 12 people were missing in Orsa. "


def test_the_sentences_around_a_figure_come_along() -> None:
    """They are what a figure without a noun is understood by."""
    start = TEXT.index("12")
    passage = to_passage(TEXT, Span(start, start + 2), Span(start, start + 2))

    assert passage.before == "The river rose at dawn. "
    assert passage.after == "Boats are out."


def test_a_quote_of_several_sentences_is_kept_whole() -> None:
    """A gold side may be longer than a sentence."""
    passage = to_passage(TEXT, Span(0, len(TEXT)), Span(0, len(TEXT)))

    assert passage.sentence[slice(*passage.in_sentence)] == TEXT


def test_events_are_read_from_folders_in_the_order_of_their_names() -> None:
    """The running number of an event is part of the name of its pairs."""
    names = sorted(path.parent.name for path in DATA.rglob("gold.json"))

    assert [event.name for event in events_in(DATA)] == [read_event(DATA / name).name for name in names]


def test_a_folder_without_events_is_refused(tmp_path: Path) -> None:
    """Rather than giving figures over nothing."""
    with pytest.raises(ValueError, match="no annotated events"):
        events_in(tmp_path)


def test_every_pair_that_the_product_weighs_is_written_with_both_passages() -> None:
    """Nothing is left out on the way to the other program."""
    event = read_event(SAMPLE)
    found = written([event], frozenset())

    assert [pair["pair"] for pair in found["pairs"]] == [key_of(row) for row in rows_of(0, event)] != []
    assert all(pair[side] in found["claims"] for pair in found["pairs"] for side in ("left", "right"))


def test_an_open_gate_lets_its_pairs_through_and_names_them() -> None:
    """Other pairs stay as they were."""
    event = read_event(SAMPLE)
    shut = {key_of(row) for row in rows_of(0, event)}
    with gates_open(frozenset({"other"})) as through:
        opened = {key_of(row) for row in rows_of(0, event)}

    assert shut < opened
    assert {f"0|{pair}" for pair in through} >= opened - shut
    assert set(through.values()) == {"other"}


def test_reasons_from_outside_are_added_to_those_of_the_product(tmp_path: Path) -> None:
    """Once for all pairs, once for pairs in one article or across two."""
    reasons = tmp_path / "reasons.json"
    pair = next(key_of(row) for row in rows_of(0, read_event(SAMPLE)))
    reasons.write_text(json.dumps({pair: {"text": 0.5, "left-out": 1.0}}), encoding="utf-8")
    one = read_set(SAMPLE, reasons, ["text"], frozenset())
    added = [row.features.items() - plain.features.items() for row, plain in zip(one.more, one.plain, strict=True)]

    assert sorted(name for found in added for name, _ in found) in (["across:text", "text"], ["here:text", "text"])


def test_without_reasons_from_outside_the_table_says_the_same_twice(tmp_path: Path) -> None:
    """So that a difference is owed to them."""
    reasons = tmp_path / "reasons.json"
    reasons.write_text("{}", encoding="utf-8")
    one = read_set(DATA, reasons, [], frozenset())
    table = [line.split("|")[3:] for line in lines(one, [])][2:]

    assert table[0] == table[1]
