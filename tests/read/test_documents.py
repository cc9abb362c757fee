"""Arguments become documents: folders, patterns, repeated files, ids, standard input."""

from __future__ import annotations

import io
import os
import socket
from pathlib import Path

import pytest

from discrepancy.errors import ReadError
from discrepancy.model import Unread
from discrepancy.read import Reading, read_document, read_documents

SENTENCE = b"The harbour master said seven people were hurt on Monday.\n"


def _write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(SENTENCE + name.encode())


def _ids(reading: Reading) -> list[str]:
    return [document.id for document in reading.documents]


def test_a_folder_stands_for_its_articles_in_the_order_of_their_names(tmp_path: Path) -> None:
    """Sub-folders are read, hidden and unknown files are not; what is left out is said."""
    _write(tmp_path, "b.txt", "a.md", "sub/c.txt", ".hidden.txt", "picture.png")
    reading = read_documents([str(tmp_path)])

    assert _ids(reading) == ["a", "b", "c"]
    assert reading.unread == (Unread(f"{tmp_path}/picture.png", "left out (format not known)"),)
    assert reading.warnings == ()


def test_links_pipes_and_sockets_in_a_folder_are_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder never leads out of itself and never blocks."""
    _write(tmp_path, "in/a.txt", "out.txt")
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "out.txt")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "in" / "pipe.txt")
    monkeypatch.chdir(tmp_path / "in")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("sock.txt")
        reading = read_documents([str(tmp_path / "in")])

    assert _ids(reading) == ["a"]
    names = ("link.txt", "pipe.txt", "sock.txt")
    assert reading.unread == tuple(Unread(f"{tmp_path}/in/{name}", "left out (not a regular file)") for name in names)


def test_a_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    """Also an empty one."""
    reading = read_documents([str(tmp_path)])
    assert [unread.why for unread in reading.unread] == ["holds no article in a known format"]


def test_patterns_are_expanded_in_sorted_order(tmp_path: Path) -> None:
    """Also where the shell does not do it."""
    _write(tmp_path, "b.txt", "a.txt", "c.md", "sub/d.txt")

    assert _ids(read_documents([f"{tmp_path}/*.txt"])) == ["a", "b"]
    assert _ids(read_documents([f"{tmp_path}/**/*.txt"])) == ["a", "b", "d"]
    assert [unread.why for unread in read_documents([f"{tmp_path}/*.html"]).unread] == ["no file has such a name"]


def test_a_name_that_exists_is_a_file_even_when_it_looks_like_a_pattern(tmp_path: Path) -> None:
    """``[a]*?.txt`` is a legal name."""
    _write(tmp_path, "[a]*?.txt", "a.txt")
    assert _ids(read_documents([f"{tmp_path}/[a]*?.txt"])) == ["[a]*?"]


def test_the_same_file_twice_counts_once_with_a_warning(tmp_path: Path) -> None:
    """Also under another name for it."""
    _write(tmp_path, "a.txt", "b.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    first, link = str(tmp_path / "a.txt"), str(tmp_path / "link.txt")
    reading = read_documents([first, str(tmp_path / "b.txt"), first, link])

    assert _ids(reading) == ["a", "b"]
    assert reading.warnings == (
        f"{first}: the same file as {first}; counted once",
        f"{link}: the same file as {first}; counted once",
    )


def test_equal_stems_get_numbers_that_nobody_before_has(tmp_path: Path) -> None:
    """The numbers depend on the order of the arguments alone, and never on what comes later."""
    _write(tmp_path, "1/a.txt", "2/a.txt", "3/a-2.txt")
    names = [f"{tmp_path}/{name}" for name in ("1/a.txt", "2/a.txt", "3/a-2.txt")]

    assert _ids(read_documents(names)) == ["a", "a-2", "a-2-2"]
    assert _ids(read_documents(names[1:], taken=["a"])) == ["a-2", "a-2-2"]
    assert _ids(read_documents(names[:2], taken=["a", "a-3"])) == ["a-2", "a-4"]


def test_standard_input_is_text_or_article_objects() -> None:
    """A stream has no suffix, so its first character decides."""
    text = read_documents(["-"], stdin=io.BytesIO(SENTENCE))
    record = read_documents(["-"], stdin=io.BytesIO(b'{"text": "Seven hurt"}'))
    records = read_documents(["-"], stdin=io.BytesIO(b'{"id": "x", "text": "Seven"}\n{"text": "Eight"}'))

    assert [(document.id, document.text) for document in text.documents] == [("stdin", SENTENCE.decode())]
    assert [(document.id, document.text) for document in record.documents] == [("stdin", "Seven hurt")]
    assert [(document.id, document.text) for document in records.documents] == [("x", "Seven"), ("stdin-2", "Eight")]


def test_what_cannot_be_read_is_listed_and_the_rest_is_read(tmp_path: Path) -> None:
    """One bad input among several is no reason to stop."""
    _write(tmp_path, "a.txt")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "dangling.txt").symlink_to("gone.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    names = ["missing.txt", "empty.txt", "loop.txt", "dangling.txt", "pipe.txt", "a.txt"]
    reading = read_documents([*(str(tmp_path / name) for name in names), "/dev/zero", "https://10.1.1.1/a", "a\0b"])

    assert _ids(reading) == ["a"]
    assert [unread.why for unread in reading.unread] == [
        "no such file",
        "is empty",
        "too many levels of symbolic links",
        "is a link to nothing",
        "is a pipe, not a file",
        "is a device, not a file",
        "is not a machine of the open internet",
        "embedded null byte",
    ]


def test_a_folder_is_no_single_document(tmp_path: Path) -> None:
    """``read_document`` takes one file."""
    with pytest.raises(ReadError, match="is a folder, not a file"):
        read_document(tmp_path)


def test_names_are_shown_on_one_line_and_as_valid_text(tmp_path: Path) -> None:
    """Control characters, text direction and bytes that are no UTF-8 are escaped in ids, paths and messages."""
    names = ["a\nb.txt", "\x1b[31mred.txt", "x\u202etxt.exe.txt", os.fsdecode(b"caf\xe9.txt")]
    for name in names:
        (tmp_path / name).write_bytes(SENTENCE)
    reading = read_documents([str(tmp_path / name) for name in names])

    assert sorted(_ids(reading)) == ["\\x1b[31mred", "a\\x0ab", "caf\\xe9", "x\\u202etxt.exe"]
    assert all(document.path.isprintable() and document.path.encode() for document in reading.documents)


def test_a_file_over_the_limit_is_refused_with_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than the limit is ever read."""
    monkeypatch.setattr("discrepancy.read.open_file.LARGEST_FILE", 1024 * 1024)
    (tmp_path / "big.txt").write_bytes(b"seven " * 200_000)
    with pytest.raises(ReadError, match="is larger than the limit of 1 MB for one file"):
        read_document(tmp_path / "big.txt")


def test_warnings_of_a_document_begin_with_its_file(tmp_path: Path) -> None:
    """They stand in the document too, so that every report shows them."""
    path = tmp_path / "a.txt"
    path.write_text("The ministry said 6\u200b2 people were hurt.\n")
    reading = read_documents([str(path)])

    assert reading.documents[0].warnings == (
        "invisible characters inside words or numbers: 1, the first in 'd 6\\u200b2 p'",
    )
    assert reading.warnings == (f"{path}: {reading.documents[0].warnings[0]}",)
