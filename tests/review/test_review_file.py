"""The file of decisions: plain, sorted, whole, and refused untouched when it is not what it should be."""

from __future__ import annotations

import json
import stat
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from golden.sample import sample_report
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.errors import DiscrepancyError, ReadError, SettingsError, WriteError
from discrepancy.model import STATUSES, Review
from discrepancy.review import reviews_of
from discrepancy.review_file import changing_reviews, load_reviews, parse_reviews, reviews_text, set_review

KNOWN = reviews_of(sample_report())
FIRST, LAST = sorted(KNOWN)
TEXT = reviews_text(KNOWN)


def changed(**fields: object) -> str:
    """The file with other fields in its first conflict; None leaves a field out."""
    record = json.loads(TEXT)
    entry = {**record["conflicts"][0], **fields}
    record["conflicts"][0] = {name: value for name, value in entry.items() if value is not None}
    return json.dumps(record)


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "review.json"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_each_conflict_is_one_line_in_sorted_order() -> None:
    """So that version control shows and merges single decisions."""
    lines = [line for line in TEXT.splitlines() if "fingerprint" in line]

    assert lines == sorted(lines)
    assert [json.loads(line.rstrip(","))["fingerprint"] for line in lines] == [FIRST, LAST]
    assert TEXT.endswith("]\n}\n")
    assert reviews_text(dict(reversed(KNOWN.items()))) == TEXT


@given(st.text(max_size=40), st.sampled_from(STATUSES), st.booleans())
def test_what_is_written_is_read_again(note: str, status: str, gone: bool) -> None:
    """Every note, whatever characters it holds, on its one line."""
    reviews = {FIRST: replace(KNOWN[FIRST], review=Review(status, note), gone=gone)}
    text = reviews_text(reviews)

    assert text.count("\n") == 6
    assert parse_reviews(text.encode(), "r") == reviews


def test_no_decision_is_a_file_too() -> None:
    """A first run without conflicts."""
    assert parse_reviews(reviews_text({}).encode(), "r") == {}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "is damaged or no review file"),
        ("An article.", "is damaged or no review file"),
        ("[]", "is no review file"),
        ('{"schema": 1}', "is no review file"),
        ('{"schema": "discrepancy-report/1"}', "is no review file"),
        (TEXT.replace("review/1", "review/2"), r"is of another version \(discrepancy-review/2"),
        (TEXT[:-20], "is damaged or no review file"),
        ("[" * 100_000, "is no review file"),
        (TEXT.replace("{\n", "{\n<<<<<<< ours\n", 1), r"line 2"),
        (TEXT.replace(LAST, FIRST), f"conflict 2: {FIRST} stands there twice"),
        (changed(status="perhaps"), "conflict 1: the status is none of"),
        (changed(status=["open"]), "conflict 1: the status is none of"),
        (changed(fingerprint="c-12"), "conflict 1: no fingerprint"),
        (changed(note=7), "a field of the wrong type"),
        (changed(note=None), "not the fields of a conflict"),
        (changed(more="x"), "not the fields of a conflict"),
        (changed(gone=False), "gone is not true"),
        ('{"schema": "discrepancy-review/1", "conflicts": {}}', "not a list of conflicts"),
        ('{"schema": "discrepancy-review/1", "conflicts": [], "x": 1}', "not a list of conflicts"),
        ('{"schema": "discrepancy-review/1", "conflicts": ["x"]}', "not the fields of a conflict"),
    ],
)
def test_a_file_that_is_not_ours_is_refused_untouched(tmp_path: Path, text: str, why: str) -> None:
    """Foreign, damaged, of another version, or with the marks of an unfinished merge."""
    path = tmp_path / "review.json"
    path.write_text(text, encoding="utf-8")
    for attempt in (load_reviews, lambda name: set_review(name, FIRST, status="confirmed", among=KNOWN)):
        with pytest.raises(ReadError, match=rf"review\.json: .*{why}"):
            attempt(str(path))

    assert path.read_text(encoding="utf-8") == text


@given(st.binary(max_size=200))
def test_no_bytes_are_an_unexpected_error(data: bytes) -> None:
    """Whatever a file holds, it is read or refused."""
    with pytest.raises(ReadError):
        parse_reviews(data, "r")


def test_a_decision_is_set_and_the_rest_stays(file: str) -> None:
    """Status and note each by itself."""
    assert set_review(file, FIRST, status="pending", note=" ask the port ").review == Review("pending", "ask the port")
    assert set_review(file, FIRST[:8], status="confirmed").review == Review("confirmed", "ask the port")
    assert set_review(file, FIRST, note="").review == Review("confirmed")
    assert load_reviews(file) == {**KNOWN, FIRST: replace(KNOWN[FIRST], review=Review("confirmed"))}


def test_a_new_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    """Notes are nobody else's business; nothing else is left in the folder."""
    path = tmp_path / "new.json"
    set_review(str(path), LAST, status="explained", among=KNOWN)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["new.json"]
    assert list(load_reviews(str(path))) == [LAST]


def test_nothing_is_decided_about_what_is_not_there(tmp_path: Path, file: str) -> None:
    """Neither in a file that is not there nor about a conflict that nobody knows."""
    with pytest.raises(ReadError, match="no such file"):
        set_review(str(tmp_path / "nowhere.json"), FIRST, status="open")
    with pytest.raises(SettingsError):
        set_review(file, "c-000000000000", status="open")
    with pytest.raises(WriteError):
        set_review(str(tmp_path / "no" / "folder.json"), FIRST, status="open", among=KNOWN)

    assert Path(file).read_text(encoding="utf-8") == TEXT


def test_a_link_to_a_file_is_followed(tmp_path: Path, file: str) -> None:
    """And stays a link."""
    link = tmp_path / "link.json"
    link.symlink_to(file)
    set_review(str(link), FIRST, status="duplicate")

    assert link.is_symlink()
    assert load_reviews(file)[FIRST].review.status == "duplicate"


def test_writers_do_not_lose_what_others_decide(tmp_path: Path) -> None:
    """Many at once, each with another conflict: all decisions are there in the end."""
    path = str(tmp_path / "review.json")
    names = [f"c-{number:012x}" for number in range(24)]
    among = {name: replace(KNOWN[FIRST], fingerprint=name) for name in names}

    def decide(mine: list[str]) -> None:
        for name in mine:
            set_review(path, name, status="confirmed", note=name, among=among)

    threads = [threading.Thread(target=decide, args=(names[start::4],)) for start in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [(name, one.review.note) for name, one in sorted(load_reviews(path).items())] == [(n, n) for n in names]


def test_a_writer_waits_for_the_other_and_gives_up_in_the_end(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With one line, and nothing written."""
    monkeypatch.setattr("discrepancy.review_file.PATIENCE", 0.05)
    with changing_reviews(file), pytest.raises(WriteError, match="somebody else is writing it"):
        set_review(file, FIRST, status="confirmed")

    assert Path(file).read_text(encoding="utf-8") == TEXT


def test_a_path_that_is_none_is_refused() -> None:
    """As by every other output."""
    with pytest.raises(DiscrepancyError):
        set_review("a\0b", FIRST, status="open", among=KNOWN)
