"""Articles handed over by a program: pasted, uploaded, by address."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.language.printable import printable
from discrepancy.read import Address, Pasted, Upload, read_handed
from discrepancy.read.handed import LONGEST_LABEL, label_of

STORY = "The harbour master said seven people were hurt on Monday.\n"


def test_what_the_reader_knows_of_a_pasted_text_goes_with_it() -> None:
    """Title, outlet and day; the text is exactly what was pasted."""
    (document,) = read_handed([Pasted(STORY, "Ferry aground", "The Quay", "19 March 2024")]).documents

    assert (document.text, document.title, document.outlet) == (STORY, "Ferry aground", "The Quay")
    assert (document.published, document.published_from, document.id) == (date(2024, 3, 19), "given", "text-1")


def test_uploads_are_read_by_the_end_of_their_name() -> None:
    """Every input format of the command line."""
    reading = read_handed(
        [Upload("a.md", b"# Ferry\n\n" + STORY.encode()), Upload("b.json", b'{"text": "Seven hurt."}')]
    )

    assert [(d.id, d.title, d.text[:5]) for d in reading.documents] == [("a", "Ferry", "# Fer"), ("b", None, "Seven")]


def test_what_cannot_be_read_is_listed_and_the_rest_is_read() -> None:
    """By its label and the cause."""
    reading = read_handed(
        [
            Pasted("  "),
            Upload("a.pdf", b"%PDF-"),
            Upload("b.txt", b"\0\1\2"),
            Address("http://127.0.0.1/"),
            Pasted(STORY),
        ]
    )

    assert [document.id for document in reading.documents] == ["text-5"]
    assert [(unread.path, unread.why) for unread in reading.unread] == [
        ("text-1", "has an empty text"),
        ("a.pdf", "is damaged"),
        ("b.txt", "is not text (NUL bytes)"),
        ("http://127.0.0.1/", "is not a machine of the open internet"),
    ]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\story.txt", "story.txt"),
        ("", "file-3"),
        ("..", "file-3"),
        ("/", "file-3"),
        ("a\u202etxt.exe", "a\\u202etxt.exe"),
        ("x" * 500 + ".txt", "x" * (LONGEST_LABEL - 4) + ".txt"),
    ],
)
def test_the_name_of_an_upload_is_a_label(name: str, label: str) -> None:
    """Of a path the last part stays, on one line and of bounded length."""
    assert label_of(Upload(name, b""), 3) == label


@given(st.text(max_size=300))
def test_no_name_is_a_path(name: str) -> None:
    """Whatever a client writes."""
    label = label_of(Upload(name, b""), 1)

    assert label.strip() and label == printable(label)
    assert "/" not in label and label not in (".", "..")
