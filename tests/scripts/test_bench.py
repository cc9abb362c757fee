"""Measuring: floors only rise, changed texts are seen, and sets that are not there are passed over."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from bench import SETS, main
from measure.figures import Figure, Measured, contents_of, per_hundred
from measure.floors import Floors, gain, gained_and_lost, missed, raised, read_floors, write_floors
from measure.further import EXTRACTIONS, ScorerFailed, event_figures, found, measure_extraction
from measure.groups import compared, crossing, document_of, mixed_groups
from measure.samples import identity, in_words
from measure.silence import NUMBER_PAIRS, OUTLETS, measure_silence
from measure.table import END, START, to_readme, to_screen, write_readme

DATA = Path(__file__).parent.parent.parent / "data"
RECALL, FLAGS = Figure("recall", 0.4), Figure("flags per 100 articles", 5.0, falling=True)
BASE = Measured("storms", "2 events", "made-up storms", "c0ffee", (RECALL, FLAGS))
FLOORS = Floors({"storms": "c0ffee"}, {"storms": {"recall": 0.4, "flags per 100 articles": 5.0}})
PIT = {
    "police": "Police said that 12 miners were killed in the blast at the Orsa pit on Monday.",
    "union": "The union said that 19 miners were killed in the blast at the Orsa pit on Monday.",
}
VOTE = {"clerk": "The council approved the budget on Tuesday.", "paper": "Shops in Vell stayed open until ten."}


def with_values(recall: float, flags: float) -> Measured:
    return replace(BASE, figures=(replace(RECALL, value=recall), replace(FLAGS, value=flags)))


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    """A folder like data/ with one event."""
    data = tmp_path / "data"
    data.mkdir()
    shutil.copyfile(DATA / "score.py", data / "score.py")
    shutil.copytree(DATA / "vallombra-earthquake", data / "vallombra-earthquake")
    return data


def test_less_is_better_where_flags_are_counted() -> None:
    """A gain is positive in either direction, and what rounds away is none."""
    assert gain(RECALL, 0.3) == pytest.approx(0.1)
    assert gain(FLAGS, 6.0) == pytest.approx(1.0)
    assert gain(FLAGS, 4.0) == pytest.approx(-1.0)
    assert gain(RECALL, 0.4004) == 0.0


def test_a_worse_figure_misses_its_floor() -> None:
    """A figure without a floor misses none."""
    assert missed(FLOORS, with_values(0.39, 5.0)) == [replace(RECALL, value=0.39)]
    assert missed(FLOORS, with_values(0.5, 6.0)) == [replace(FLAGS, value=6.0)]
    assert missed(Floors(), with_values(0.0, 99.0)) == []


def test_floors_rise_and_worse_figures_are_refused() -> None:
    """The better figure is recorded; the worse leaves the floor where it was."""
    new, refused = raised(FLOORS, [with_values(0.5, 6.0)], {}, lower=False)

    assert new.figures == {"storms": {"recall": 0.5, "flags per 100 articles": 5.0}}
    assert refused == ["storms: flags per 100 articles"]
    assert FLOORS.figures["storms"]["recall"] == 0.4


def test_floors_are_lowered_only_when_that_is_asked() -> None:
    """Then nothing is refused."""
    new, refused = raised(FLOORS, [with_values(0.1, 9.0)], {}, lower=True)

    assert new.figures == {"storms": {"recall": 0.1, "flags per 100 articles": 9.0}}
    assert refused == []


def test_sets_that_were_not_measured_keep_their_floors() -> None:
    """A run on some sets does not lose the others, nor the conflicts of the samples."""
    floors = replace(FLOORS, conflicts={"vell": {"1": "number: How many?"}})
    new, _ = raised(floors, [replace(BASE, name="floods")], {}, lower=False)

    assert new.figures["storms"] == FLOORS.figures["storms"]
    assert new.conflicts == floors.conflicts


def test_changed_texts_are_seen() -> None:
    """A set that has no floors yet has not changed."""
    assert FLOORS.changed(replace(BASE, contents="other"))
    assert not FLOORS.changed(BASE)
    assert not Floors().changed(BASE)


def test_the_fingerprint_depends_on_names_and_bytes_alone(tmp_path: Path) -> None:
    """The order of the files does not matter, and it is the same wherever the set lies."""
    for place in ("here", "there"):
        (tmp_path / place).mkdir()
        for name in ("a", "b"):
            (tmp_path / place / name).write_text(name)
    here, there = ([tmp_path / place / name for name in ("a", "b")] for place in ("here", "there"))
    before = contents_of(here, tmp_path / "here")

    assert before == contents_of(reversed(there), tmp_path / "there")
    here[0].write_text("c")
    assert before != contents_of(here, tmp_path / "here")


def test_gained_and_lost_conflicts_are_told_apart() -> None:
    """An event that was not measured has lost nothing."""
    floors = Floors(conflicts={"vell": {"1": "one", "2": "two"}, "orsa": {"3": "three"}})

    assert gained_and_lost(floors, {"vell": {"2": "two", "4": "four"}}) == (["vell  four"], ["vell  one"])


def test_floors_come_back_as_they_were_written(tmp_path: Path) -> None:
    """And a missing file holds none."""
    path = tmp_path / "floors.json"
    floors = replace(FLOORS, conflicts={"vell": {"1": "one"}})
    write_floors(path, floors)

    assert read_floors(path) == floors
    assert read_floors(tmp_path / "nothing.json") == Floors()


def test_the_floors_in_the_repository_can_be_read() -> None:
    """They hold the samples, and of other sets no more than names, fingerprints and figures."""
    floors = read_floors(DATA / "floors.json")

    assert "samples" in floors.figures
    assert set(floors.conflicts) == {path.parent.name for path in DATA.glob("*/gold.json")}
    assert {len(contents) for contents in floors.contents.values()} == {64}


def test_a_conflict_keeps_its_id_from_run_to_run() -> None:
    """It is made of kind, question and quotes, not of the order of the articles."""
    documents = [document_of({"text": text}, name) for name, text in PIT.items()]
    forth, back = (compared(order).conflicts for order in (documents, documents[::-1]))

    assert [identity(one) for one in forth] == [identity(one) for one in back]
    assert [line.split(":")[0] for line in in_words(compared(documents)).values()] == ["number"]


def test_neighbours_are_mixed_unless_all_pairs_are_wanted() -> None:
    """Every event is put together with the next three of its set."""
    events: dict[str, list[object]] = {name: [] for name in "abcdef"}

    assert len(list(mixed_groups(dict.fromkeys(events, ()), all_pairs=True))) == 15
    assert ("a", "d") in list(mixed_groups(dict.fromkeys(events, ()), all_pairs=False))
    assert ("a", "e") not in list(mixed_groups(dict.fromkeys(events, ()), all_pairs=False))


def test_only_conflicts_across_events_are_counted() -> None:
    """What stands opposed inside one event is not held against the mixed group, even where ids repeat."""
    pit = [document_of({"text": text}, name) for name, text in zip("ab", PIT.values(), strict=True)]
    vote = [document_of({"text": text}, name) for name, text in zip("ab", VOTE.values(), strict=True)]

    assert crossing({"pit": pit, "vote": vote}, ("pit", "vote")) == []
    assert len(crossing({"one": pit[:1], "two": pit[1:]}, ("one", "two"))) == 1


def test_flags_on_number_pairs_are_shared_out_by_label(tmp_path: Path) -> None:
    """A pair flagged twice counts once, and a label without pairs has no figure."""
    (tmp_path / "public").mkdir()
    pairs = [("conflict", *PIT.values()), ("unrelated", *VOTE.values())]
    rows = [
        {"id": label, "relation": label, "premise": one, "hypothesis": other, "split": "dev"}
        for label, one, other in pairs
    ]
    path = tmp_path / "public" / "numeric_relation.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    measured = measure_silence(tmp_path, NUMBER_PAIRS, limit=None, show=False)

    assert {figure.name: figure.value for figure in measured.figures} == {
        "unrelated pairs flagged": 0.0,
        "conflicts flagged": 1.0,
    }


def test_flags_between_outlets_are_counted_per_hundred_articles(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One flag in two articles is fifty in a hundred, and it is shown on request."""
    (tmp_path / "public").mkdir()
    articles = [{"source": name, "title": "", "text": text} for name, text in PIT.items()]
    row = {"id": "pit", "date": "2031-03-04", "articles": articles}
    (tmp_path / "public" / "basil.jsonl").write_text(json.dumps(row), encoding="utf-8")
    measured = measure_silence(tmp_path, OUTLETS, limit=None, show=True)

    assert [figure.value for figure in measured.figures] == [50.0]
    assert "12" in capsys.readouterr().out


def test_the_figures_of_the_event_scorer_are_read() -> None:
    """Shares are worked out from the counts that it prints."""
    printed = (
        "duplicates 1, on unclear pairs 0, kind right 3 of 4\n"
        "opposed evidence pairs that stand on one gold conflict: 5 of 10\nprecision 0.800 recall 0.250 f1 0.381\n"
    )

    assert [figure.value for figure in event_figures(printed)] == [0.8, 0.25, 0.381, 0.75, 0.5]


def test_a_scorer_that_prints_something_else_is_named() -> None:
    """No figure is made up."""
    with pytest.raises(ScorerFailed, match="did not print"):
        found("precision", "nothing")


def test_a_scorer_is_run_and_its_figures_are_read(tmp_path: Path) -> None:
    """By the words before each figure."""
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / "shootings.jsonl").write_text("{}\n{}\n")
    printed = "killed   accuracy 0.500 of 14\ninjured  accuracy 0.556 of 27"
    (tmp_path / "score_extraction.py").write_text(f"print({printed!r})")
    measured = measure_extraction(tmp_path, "shootings", limit=None)

    assert [figure.value for figure in measured.figures] == [0.5, 0.556]
    assert measured.size == "2 texts"
    assert measured.what == EXTRACTIONS["shootings"].what


def test_the_end_of_a_complaint_of_a_scorer_is_passed_on(tmp_path: Path) -> None:
    """So that the cause can be seen."""
    (tmp_path / "score_extraction.py").write_text("raise SystemExit('no such set')")

    with pytest.raises(ScorerFailed, match="no such set"):
        measure_extraction(tmp_path, "times", limit=None)


def test_sets_that_are_not_there_are_passed_over(
    samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line says so; the samples are measured all the same."""
    code = main(["--data", str(samples), "--bench", str(tmp_path / "nowhere")])
    shown = capsys.readouterr()

    assert code == 0
    assert [line for line in shown.err.splitlines() if "skipped" in line] == [
        f"skipped, not in {tmp_path / 'nowhere'}: {', '.join(SETS[1:])}"
    ]
    assert "samples" in shown.out


def test_a_missed_floor_of_the_samples_is_exit_code_1(samples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Raising does not hide it; lowering does, as asked."""
    assert main(["--data", str(samples), "--only", "samples", "--raise-floors"]) == 0
    floors = read_floors(samples / "floors.json")
    floors.figures["samples"]["recall"] = 1.0
    write_floors(samples / "floors.json", floors)
    capsys.readouterr()

    assert main(["--data", str(samples), "--only", "samples", "--raise-floors"]) == 1
    assert "not lowered: samples: recall" in capsys.readouterr().out
    assert main(["--data", str(samples), "--only", "samples", "--lower-floors"]) == 0
    assert read_floors(samples / "floors.json").figures["samples"]["recall"] < 1.0


def test_a_limited_run_is_not_recorded(samples: Path) -> None:
    """Part of a set gives other figures than the whole."""
    with pytest.raises(SystemExit):
        main(["--data", str(samples), "--limit", "1", "--raise-floors"])

    assert not (samples / "floors.json").exists()


def test_the_table_shows_floors_and_what_was_lost() -> None:
    """In words, so that it is seen."""
    lines = to_screen([with_values(0.45, 6.0)], FLOORS).splitlines()

    assert lines[2].split()[-3:] == ["0.400", "better", "0.050"]
    assert lines[3].split()[-3:] == ["5.0", "WORSE", "1.0"]


def test_the_readme_gets_the_table_between_its_marks(tmp_path: Path) -> None:
    """What stands around it stays; a README without marks is refused."""
    path = tmp_path / "README.md"
    path.write_text(f"before\n{START}\nold\n{END}\nafter\n")
    write_readme(path, [BASE])

    assert path.read_text() == f"before\n{START}\n{to_readme([BASE])}{END}\nafter\n"
    path.write_text("no marks")
    with pytest.raises(ValueError, match="no place"):
        write_readme(path, [BASE])


def test_nothing_in_nothing_is_nought() -> None:
    """An empty set divides by nothing."""
    assert per_hundred(0, 0) == 0.0
