"""Training: what the gold says of a pair becomes its label, and the same events give the same weights."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from labels import GoldEvent, Label, figures, label, number_spans, read_event
from learning import NUMBERS, fit, to_toml
from negation_pairs import UNREAD, others_in
from number_pairs import rows_of
from train import main

from discrepancy.pipeline import extract

DATA = Path(__file__).parent.parent.parent / "data"
SAMPLES = [DATA / "delmere-train-crash", DATA / "hallin-sound-ferry"]

PIT = {
    "police": "Police said on Monday that 12 miners were killed in the blast at the Orsa pit.\n\n"
    "They had gone down at dawn, and 40 others were on the way.",
    "union": "The union said that 19 miners were killed in the blast at the Orsa pit. Rescuers led out seven horses."
    "\n\nA radio report had spoken of 15 miners killed.",
}
STORM = {
    "council": "The storm destroyed at least 30 houses in Vell, the council said. The wind reached 140 km/h.",
    "gazette": "In Vell the storm destroyed 34 houses. Shutters were torn off 55 houses.",
}


def side(article: str, quote: str, value: str) -> dict[str, str | None]:
    return {"article": article, "quote": quote, "value": value, "speaker": None}


def event_of(texts: dict[str, str], **entries: list[dict[str, Any]]) -> dict[str, Any]:
    articles = [
        {"id": name, "source": name, "published": "2031-03-04", "title": "", "text": text}
        for name, text in texts.items()
    ]
    return {"event": "made-up", "topic": "disaster", "articles": articles, **entries}


PIT_GOLD = event_of(
    PIT,
    conflicts=[
        {
            "kind": "number",
            "question": "How many miners were killed?",
            "sides": [
                side("police", "12 miners were killed", "12"),
                side("union", "19 miners were killed in the blast at the Orsa pit. Rescuers led out seven", "19"),
            ],
        }
    ],
    not_conflicts=[],
    unclear=[
        {
            "kind": "number",
            "sides": [side("police", "12 miners were killed", "12"), side("union", "15 miners killed", "15")],
        }
    ],
)
STORM_GOLD = event_of(
    STORM,
    conflicts=[],
    not_conflicts=[
        {
            "kind": "number",
            "reason": "bound",
            "sides": [side("council", "at least 30 houses", "at least 30"), side("gazette", "34 houses", "34")],
        }
    ],
)


@pytest.fixture
def written(tmp_path: Path) -> Callable[[dict[str, Any]], Path]:
    """Writes a gold event as one file."""

    def write(gold: dict[str, Any]) -> Path:
        path = tmp_path / f"e{len(list(tmp_path.iterdir()))}.json"
        path.write_text(json.dumps(gold), encoding="utf-8")
        return path

    return write


def labels_of(event: GoldEvent) -> dict[tuple[str, str], Label | None]:
    """Label of every pair of number claims, by the two numbers as the text puts them."""
    extractions = extract(event.documents)
    spans = {name: span for one in extractions for name, span in number_spans(one).items()}
    claims = [claim for one in extractions for claim in one.claims if claim.kind == "number"]
    return {(a.shown, b.shown): label(a, b, event, spans) for a, b in combinations(claims, 2)}


@pytest.fixture
def pit(written: Callable[[dict[str, Any]], Path]) -> dict[tuple[str, str], Label | None]:
    return labels_of(read_event(written(PIT_GOLD)))


@pytest.fixture
def storm(written: Callable[[dict[str, Any]], Path]) -> dict[tuple[str, str], Label | None]:
    return labels_of(read_event(written(STORM_GOLD)))


def test_two_numbers_that_the_gold_opposes_are_a_conflict(pit: dict[tuple[str, str], Label | None]) -> None:
    """Each stands in the quote of its side and is the number that the side names."""
    assert pit["12", "19"] is Label.CONFLICT


def test_a_number_that_only_stands_in_a_quote_teaches_nothing(pit: dict[tuple[str, str], Label | None]) -> None:
    """The seven horses share a quote with the 19 dead, and the gold says nothing of them."""
    assert pit["12", "seven"] is Label.UNKNOWN


def test_what_the_gold_leaves_open_teaches_nothing(pit: dict[tuple[str, str], Label | None]) -> None:
    """An annotator who could not decide is no example."""
    assert pit["12", "15"] is Label.UNKNOWN


def test_what_the_gold_does_not_name_are_other_things(pit: dict[tuple[str, str], Label | None]) -> None:
    """Figures that differ and stand in no entry answer different questions."""
    assert pit["40", "19"] is Label.OTHER


def test_agreeing_answers_that_the_gold_lists_are_examples(storm: dict[tuple[str, str], Label | None]) -> None:
    """A bound and the figure that keeps to it answer one question."""
    assert storm["at least 30", "34"] is Label.AGREEMENT


def test_agreeing_figures_that_the_gold_does_not_list_are_left_out(storm: dict[tuple[str, str], Label | None]) -> None:
    """Two figures that can both be true may count the same thing or not."""
    assert storm["at least 30", "55"] is None


def test_figures_in_other_units_are_left_out(storm: dict[tuple[str, str], Label | None]) -> None:
    """A speed and a number of houses cannot be held against each other."""
    assert storm["140 km/h", "34"] is None


def test_a_quote_that_no_article_holds_is_refused(written: Callable[[dict[str, Any]], Path]) -> None:
    """A slip in the gold does not pass for a missing conflict."""
    gold = event_of(STORM, conflicts=[{"kind": "number", "sides": [side("council", "31 houses", "31")]}])

    with pytest.raises(ValueError, match="council does not say"):
        read_event(written(gold))


def test_a_folder_is_read_like_the_samples() -> None:
    """The gold lies beside its articles, and quotes are found in the text that the reader gives."""
    event = read_event(SAMPLES[0])

    assert event.name == "delmere-train-crash"
    assert all(len(entry.sides) >= 2 for entry in event.conflicts)


@pytest.mark.parametrize(
    ("value", "named"),
    [
        ("62 killed, about 100 wounded", {62, 100}),
        ("$1.5bn", {1.5, 1_500_000_000}),
        ("twenty-two", {20, 22}),
        ("1,250", {1250}),
        ("none", {0}),
        ("an accident", set()),
    ],
)
def test_the_value_of_a_side_names_its_figures(value: str, named: set[float]) -> None:
    """Digits, words, scales and nought; a value without figures names none."""
    assert figures(value) == named


def test_training_gives_the_same_file_each_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The weights and the printed figures depend on the events alone."""
    outputs = []
    for name in ("one.toml", "two.toml"):
        main([*map(str, SAMPLES), "--out", str(tmp_path / name)])
        outputs.append(capsys.readouterr().out.replace(name, ""))

    assert (tmp_path / "one.toml").read_bytes() == (tmp_path / "two.toml").read_bytes()
    assert outputs[0] == outputs[1]
    assert "average precision 0." in outputs[0]


def test_the_weights_file_is_sorted_and_leaves_out_what_weighs_nothing() -> None:
    """The form in which the product reads it, prior first."""
    rows = [row for number, path in enumerate(SAMPLES) for row in rows_of(number, read_event(path))]
    learned = tomllib.loads(to_toml(fit(rows, NUMBERS), NUMBERS))["numbers"]
    names = list(learned)

    assert names[0] == "prior"
    assert names[1:] == sorted(names[1:])
    assert min(abs(weight) for name, weight in learned.items() if name != "prior") >= NUMBERS.least


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    """Only the figures are wanted."""
    main([*map(str, SAMPLES), "--dry", "--out", str(tmp_path / "weights.toml")])

    assert list(tmp_path.iterdir()) == []


def test_events_of_one_kind_of_pair_teach_nothing(written: Callable[[dict[str, Any]], Path]) -> None:
    """Without examples on both sides there is no model, and the message says so."""
    rows = [row for row in rows_of(0, read_event(written(PIT_GOLD))) if row.label is Label.CONFLICT]

    with pytest.raises(ValueError, match="no two kinds"):
        fit(rows, NUMBERS)


def test_negations_are_learned_from_events_and_from_articles_that_nobody_annotated(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What looks opposed in ordinary news counts as no conflict, at a low weight."""
    others = tmp_path / "others.jsonl"
    text = "The council said that the bridge was closed. Nobody was hurt. The bridge was not closed in winter."
    others.write_text(json.dumps({"articles": [{"source": "a", "title": "", "text": text}]}), encoding="utf-8")
    found = list(others_in(others, 7))
    assert found
    assert {(row.event, row.answer, row.weight) for row in found} == {(7, False, UNREAD)}

    main([*map(str, SAMPLES), "--pairs", "negations", "--others", str(others), "--out", str(tmp_path / "w.toml")])

    assert "prior" in tomllib.loads((tmp_path / "w.toml").read_text(encoding="utf-8"))["negations"]
    assert "average precision" in capsys.readouterr().out


def test_unannotated_articles_teach_nothing_about_figures(capsys: pytest.CaptureFixture[str]) -> None:
    """Two figures that differ in one article may well be a conflict that nobody looked for."""
    with pytest.raises(SystemExit):
        main([str(SAMPLES[0]), "--others", "any.jsonl", "--dry"])

    assert "--others goes with --pairs negations" in capsys.readouterr().err
