"""Each format hands on the text and what the file says about it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from discrepancy.errors import ReadError
from discrepancy.model import Span, Zone
from discrepancy.read import read_document, read_documents
from discrepancy.read.formats import FORMATS, REFUSED

SENTENCE = "The harbour master said seven people were hurt on Monday."


def _json(**fields: object) -> str:
    return json.dumps({"text": SENTENCE, **fields})


def test_a_text_file_becomes_a_document_with_its_exact_text(tmp_path: Path) -> None:
    """Windows line ends and outer blanks stay, the id is the stem."""
    path = tmp_path / "quay.txt"
    path.write_bytes(b"  Fire on the quay\r\n\r\nSeven people were hurt.\r\n")
    document = read_document(path)

    assert document.text == "  Fire on the quay\r\n\r\nSeven people were hurt.\r\n"
    assert (document.id, document.path, document.title) == ("quay", str(path), "Fire on the quay")


def test_a_json_article_gives_title_outlet_day_and_address(tmp_path: Path) -> None:
    """``source`` is another name for ``outlet``; offsets refer to ``text``."""
    path = tmp_path / "a.json"
    path.write_text(_json(id="x9", title="Quay fire", source="Harbour Post", published="2016-09-18T01:30:00+03:00"))
    document = read_document(path)

    assert document.text == SENTENCE
    assert (document.id, document.title, document.outlet) == ("a", "Quay fire", "Harbour Post")
    assert (document.published, document.published_from) == (date(2016, 9, 18), "given")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("[1, 2", "is not valid JSON"),
        ("42", "is not an article object"),
        ('{"title": "x"}', "has no text"),
        ('{"text": 5}', "has no text"),
        ('{"text": " \\n"}', "has an empty text"),
        ('[{"text": "x"}]', "holds a list; write one article object a line in a .jsonl file"),
        ('{"a":' * 50_000 + "1" + "}" * 50_000, "is not valid JSON"),
        ('{"id":' + "9" * 5_000 + ',"text":"x"}', "is not valid JSON"),
    ],
)
def test_json_without_an_article_is_refused_with_the_cause(tmp_path: Path, content: str, reason: str) -> None:
    """Broken, deep or foreign JSON is an error in one line."""
    path = tmp_path / "a.json"
    path.write_text(content)
    with pytest.raises(ReadError) as caught:
        read_document(path)
    assert caught.value.reason == reason


def test_a_file_that_tells_where_articles_disagree_is_no_article_and_no_loss(tmp_path: Path) -> None:
    """A sample event is read by the name of its folder."""
    (tmp_path / "a.json").write_text(_json())
    gold = {"event": "quay", "articles": [{"id": "a", "file": "a.json"}], "conflicts": [], "not_conflicts": []}
    (tmp_path / "gold.json").write_text(json.dumps(gold))
    reading = read_documents([str(tmp_path)])

    assert [document.id for document in reading.documents] == ["a"]
    assert (reading.unread, reading.warnings) == ((), ())


def test_articles_inside_such_a_file_are_not_lost_in_silence(tmp_path: Path) -> None:
    """Only a file that names articles beside it holds none."""
    path = tmp_path / "gold.json"
    path.write_text(json.dumps({"articles": [{"id": "a", "text": SENTENCE}], "conflicts": []}))

    assert [one.why for one in read_documents([str(path)]).unread] == ["has no text"]


def test_half_characters_in_json_become_replacement_characters(tmp_path: Path) -> None:
    """JSON can hold lone surrogates, no output file can; the length stays the same."""
    path = tmp_path / "a.json"
    path.write_text('{"title": "\\ud800", "text": "Seven \\ud800 hurt"}')
    document = read_document(path)

    assert document.text == "Seven \ufffd hurt"
    assert document.title == "\ufffd"
    assert document.warnings == ("1 half character is read as U+FFFD",)


def test_broken_lines_are_named_and_the_others_are_read(tmp_path: Path) -> None:
    """A bad record never takes a good one with it."""
    path = tmp_path / "all.jsonl"
    path.write_text("\n".join([_json(id="one"), "not json", "", "[]", '{"id": "x"}', _json(id="two"), _json()]))
    reading = read_documents([str(path)])

    assert [document.id for document in reading.documents] == ["one", "two", "all-3"]
    assert reading.warnings == (
        f"{path}: line 2 is not valid JSON",
        f"{path}: line 4 is not an article object",
        f"{path}: line 5 has no text",
    )


def test_many_broken_lines_are_counted(tmp_path: Path) -> None:
    """Twenty are named, the rest is a number."""
    path = tmp_path / "all.jsonl"
    path.write_text(_json(id="one") + "\nbroken" * 30)
    reading = read_documents([str(path)])

    assert len(reading.warnings) == 21
    assert reading.warnings[-1] == f"{path}: 10 more lines hold no article object"


def test_an_id_that_comes_twice_is_made_unique_with_a_warning(tmp_path: Path) -> None:
    """Both records are kept."""
    path = tmp_path / "all.jsonl"
    path.write_text("\n".join([_json(id="a"), _json(id="a"), _json(id="a-2")]))
    reading = read_documents([str(path)])

    assert [document.id for document in reading.documents] == ["a", "a-2", "a-2-2"]
    assert reading.warnings == (
        f"{path}: article a-2: the id a was taken before",
        f"{path}: article a-2-2: the id a-2 was taken before",
    )


def test_a_file_of_many_articles_is_no_single_document(tmp_path: Path) -> None:
    """The error says what to call instead."""
    path = tmp_path / "all.jsonl"
    path.write_text(_json(id="a") + "\n" + _json(id="b"))
    with pytest.raises(ReadError, match="holds 2 articles; use read_documents"):
        read_document(path)


def test_front_matter_of_markdown_is_metadata_and_makes_no_claims(tmp_path: Path) -> None:
    """Offsets still refer to the whole file."""
    path = tmp_path / "a.md"
    text = f'---\ntitle: "Quay fire"\nsource: Harbour Post\npublished: 18 September 2016\n---\n\n{SENTENCE}\n'
    path.write_text(text)
    document = read_document(path)

    assert document.text == text
    assert (document.title, document.outlet, document.published) == ("Quay fire", "Harbour Post", date(2016, 9, 18))
    start = text.index(SENTENCE)
    assert document.zones == (Zone("credit", Span(0, start)), Zone("body", Span(start, len(text))))


def test_a_rule_at_the_top_of_markdown_is_not_front_matter(tmp_path: Path) -> None:
    """Front matter must be closed."""
    path = tmp_path / "a.md"
    path.write_text(f"---\n{SENTENCE}\n")
    assert [zone.kind for zone in read_document(path).zones] == ["body"]


def test_an_unknown_suffix_is_read_as_text_when_it_is_text(tmp_path: Path) -> None:
    """Upper case, no suffix and odd suffixes are no obstacle."""
    for name in ("ARTICLE.TXT", "article", "article.v2"):
        (tmp_path / name).write_text(SENTENCE)
        assert read_document(tmp_path / name).text == SENTENCE


def test_an_unsupported_format_is_refused_in_one_line(tmp_path: Path) -> None:
    """The line says what to do."""
    path = tmp_path / "base.db"
    path.write_text(SENTENCE)
    with pytest.raises(ReadError) as caught:
        read_document(path)
    assert str(caught.value) == f"{path}: databases (.db) cannot be read; save the article as .txt"


def test_no_suffix_is_both_read_and_refused() -> None:
    """The two lists do not contradict each other."""
    assert not set(FORMATS) & set(REFUSED)
