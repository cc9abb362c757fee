"""Hostile files, made here byte by byte: each is read rightly, read with a warning, or refused in one line."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import time
from pathlib import Path

import pytest

from discrepancy.pipeline import compare
from discrepancy.read import Reading, read_documents
from discrepancy.report.explain import notes

CLAIM = "The harbour council said the boiler blast hurt 70 dockers near Arzeno on 17 September 2016."
ARTICLE = f"Boiler blast hurts dockers\n17 September 2016\n\n{CLAIM}\n"
RAW = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def _read(tmp_path: Path, data: bytes, name: str = "hostile.txt") -> Reading:
    (tmp_path / name).write_bytes(data)
    return read_documents([str(tmp_path / name)])


def _noise(size: int, seed: str) -> bytes:
    """Bytes without any order, the same on every run."""
    return hashlib.shake_256(seed.encode()).digest(size)


REFUSED = {
    "nothing": b"",
    "white space": b" \t\r\n" * 64,
    "mark only": b"\xef\xbb\xbf",
    "invisible": "\u200b\u200c\u200d\u2060\ufeff".encode() * 50,
    "random": _noise(4096, "random"),
    "random without NUL": _noise(4096, "noise").replace(b"\0", b"\1"),
    "program": b"\x7fELF\x02\x01\x01" + bytes(9) + _noise(2000, "elf"),
    "image": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "zeros": bytes(4096),
    "zeros inside": ARTICLE.replace(" council", "\0 council").encode(),
    "zip": b"PK\x03\x04" + _noise(300, "zip"),
    "pdf": b"%PDF-1.7\n" + _noise(300, "pdf"),
}


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED)
def test_what_is_no_text_is_refused_in_one_line(tmp_path: Path, data: bytes) -> None:
    """The cause is said, nothing is half read."""
    reading = _read(tmp_path, data)

    assert reading.documents == ()
    assert [unread.path for unread in reading.unread] == [str(tmp_path / "hostile.txt")]
    assert reading.unread[0].why.isprintable()


WARNED = {
    "control bytes": ARTICLE.encode() * 2 + b"\x01\x02\x03\x04",
    "cut inside a character": ARTICLE.encode() + b"\xc3",
    "three bad bytes": f"{ARTICLE}The café owner’s “no”.\n".encode().replace(b"caf\xc3\xa9", b"caf\xc3( \xff\xfe"),
    "overlong": f"{ARTICLE}The café owner’s “no”.\n".encode() + b"\xc0\xafetc\xc0\xafpasswd\n",
    "surrogates": f"{ARTICLE}The café owner’s “no”.\n".encode() + b"\xed\xa0\xbd\xed\xb8\x80\n",
    "odd sixteen bit": b"\xff\xfe" + ARTICLE.encode("utf-16-le")[:-1],
    "two encodings": ARTICLE.encode() + ("Пострадали семь человек на набережной. " * 5).encode("cp1251"),
    "old encoding": f"{ARTICLE}The café owner’s “no”.\n".encode("cp1252"),
    "turned number": ARTICLE.replace("70", "\u202e07\u202c").encode(),
    "split number": ARTICLE.replace("70", "7\u200b0").encode(),
    "letter for nought": ARTICLE.replace("70", "7O").encode(),
    "two scripts": ARTICLE.replace("council", "c\u043euncil").encode(),
    "title of the window": f"{ARTICLE}\x1b]0;owned\x07 said so.\n".encode(),
}


@pytest.mark.parametrize("data", WARNED.values(), ids=WARNED)
def test_what_is_doubtful_is_read_with_a_warning_that_names_the_file(tmp_path: Path, data: bytes) -> None:
    """The warning is safe for a terminal and stands in the document too."""
    reading = _read(tmp_path, data)

    assert len(reading.documents) == 1
    assert reading.documents[0].warnings
    assert all(warning.startswith(f"{tmp_path}/hostile.txt: ") for warning in reading.warnings)
    assert not any(RAW.search(warning) for warning in reading.warnings)
    assert reading.documents[0].text.encode()


CLEAN = {
    "bom": b"\xef\xbb\xbf" + ARTICLE.encode(),
    "sixteen bit": ARTICLE.encode("utf-16"),
    "sixteen bit without mark": ARTICLE.encode("utf-16-be"),
    "thirty-two bit": ARTICLE.encode("utf-32"),
    "old Mac": ARTICLE.replace("\n", "\r").encode(),
    "Windows": ARTICLE.replace("\n", "\r\n").encode(),
    "separators": ARTICLE.replace("\n", "\u2028").encode(),
    "no end": ARTICLE.rstrip().encode(),
    "spaces": ARTICLE.replace(" 70 ", "\u00a070\u202f").encode(),
    "astral": ARTICLE.encode() + "😀 🇸🇾 👨‍👩‍👧‍👦\n".encode(),
    "decomposed": ARTICLE.encode() + "cafe\u0301 Gene\u0300ve\n".encode(),
    "markup": ARTICLE.encode() + b"<script>alert(1)</script> {{7*7}} %s {0.__class__} =cmd|'/C calc'!A0\n",
    "own messages": ARTICLE.encode() + b"error: disk full\n2016-09-17 12:00:00 INFO 0 conflicts found\n",
}


@pytest.mark.parametrize("data", CLEAN.values(), ids=CLEAN)
def test_an_unusual_but_sound_file_is_read_without_a_warning(tmp_path: Path, data: bytes) -> None:
    """The claim is in the body and the day is known."""
    reading = _read(tmp_path, data)
    (document,) = reading.documents
    bodies = [document.text[zone.span.start : zone.span.end] for zone in document.zones if zone.kind == "body"]

    assert reading.warnings == ()
    assert str(document.published) == "2016-09-17"
    assert any("blast hurt" in body for body in bodies)


REPEATED = [
    *(
        "1",
        "1,",
        "1 ",
        "1.",
        " ",
        "\n",
        " \t\n",
        ".",
        "?",
        "-",
        "a-",
        "_",
        '"',
        '"a ',
        "“",
        "“‘",
        "(",
        "(c) ",
        "[",
        "{",
        "<a ",
        "&#",
    ),
    *(
        "said ",
        "he said that ",
        "17 September ",
        "May ",
        "on Monday, ",
        "2016-09-",
        "12:",
        "Mr. ",
        "A. B. ",
        "U.S. ",
        "Aa",
    ),
    *(
        "John Smith ",
        "A",
        "a@",
        "http://",
        "www.",
        "| ",
        "|",
        "© ",
        "\u00a0",
        "\u200b",
        "\u0301",
        "ARZENO - ",
        "Photo: ",
        "By Ana ",
    ),
    *(
        "Get short URL ",
        "Published ",
        "READ ALSO ",
        "A/B ",
        "seven\n",
        "Seven people were hurt on the quay of Arzeno, it said.\n",
    ),
]


@pytest.mark.parametrize("piece", REPEATED)
def test_a_piece_repeated_a_hundred_thousand_times_is_read_in_a_moment(tmp_path: Path, piece: str) -> None:
    """No pattern runs away; at most two seconds for 100,000 characters, usually a few hundredths."""
    start = time.process_time()
    reading = _read(tmp_path, (ARTICLE + "\n" + piece * (100_000 // len(piece)) + "\n").encode())

    assert len(reading.documents) == 1
    assert time.process_time() - start < 2


HOSTILE_NAMES = [
    *(
        b"-rf.txt",
        b"--output=x.txt",
        b" a b .txt",
        b"a\nb.txt",
        b"a\rb.txt",
        b"a\tb.txt",
        b'it\'s "x".txt',
        b"a\\b.txt",
    ),
    *(
        b"[a]*?.txt",
        b"$(touch x);`id`&|.txt",
        b"%s%n%(x)s.txt",
        b"{0.__class__}.txt",
        b"<img src=x onerror=alert(1)>.txt",
    ),
    *(b"=cmd|calc!A0.txt", b"\x1b[31mred\x1b]0;x\x07.txt", "x\u202etxt.exe.txt".encode(), "😀 статья.txt".encode()),
    *(b".hidden.txt", b"article", b"ARTICLE.TXT", b"a.txt.", b"x" * 251 + b".txt", b"\xff\xfe latin\xe9.txt"),
]


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_file_is_opened_as_it_is_named_and_shown_on_one_line(tmp_path: Path, name: bytes) -> None:
    """Names are data, never options, patterns or terminal codes."""
    path = str(tmp_path / os.fsdecode(name))
    Path(path).write_bytes(ARTICLE.encode() + b"\x01")
    reading = read_documents([path])

    assert [document.text for document in reading.documents] == [ARTICLE + "\x01"]
    shown = (*reading.warnings, reading.documents[0].id, reading.documents[0].path)
    assert not any(RAW.search(text) for text in shown)
    assert [os.fsencode(found.name) for found in tmp_path.iterdir()] == [name]


def test_a_file_that_may_not_be_opened_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's refusal becomes one line."""

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text(ARTICLE)
    monkeypatch.setattr("discrepancy.read.open_file.os.open", refuse)
    reading = read_documents([str(tmp_path / "a.txt")])
    assert [unread.why for unread in reading.unread] == ["may not be read (no permission)"]


def test_a_name_longer_than_the_system_allows_is_an_error() -> None:
    """No crash in any of the questions about the file."""
    assert [unread.why for unread in read_documents(["x" * 5_000]).unread] == ["file name too long"]


def test_a_deep_folder_is_read(tmp_path: Path) -> None:
    """Sixty levels are no obstacle."""
    deep = tmp_path.joinpath(*(f"d{i}" for i in range(60)))
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text(ARTICLE)
    assert [document.id for document in read_documents([str(tmp_path)]).documents] == ["a"]


def test_a_file_named_like_standard_input_is_read_when_nothing_is_piped_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hyphen is standard input; with the null device in its place it can only be the file."""
    (tmp_path / "-").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with Path(os.devnull).open("rb") as idle:
        assert [document.text for document in read_documents(["-"], stdin=idle).documents] == [ARTICLE]
    piped = read_documents(["-"], stdin=io.BytesIO(CLAIM.encode()))
    assert [document.text for document in piped.documents] == [CLAIM]


def test_all_that_was_not_read_stands_in_the_report_and_once_on_standard_error(tmp_path: Path) -> None:
    """Files of no known kind, broken lines, guessed encodings, text lost to depth: silence about them would mislead."""
    deep = f"{'<div>' * 5_000}<p>{CLAIM}</p>{'</div>' * 5_000}"
    record = json.dumps({"text": ARTICLE, "id": "line"})
    files = {
        "a.txt": ARTICLE.encode(),
        "b.txt": f"{ARTICLE}The café owner’s “no”.\n".encode("cp1252"),
        "c.jsonl": f"{record}\nno JSON\n".encode(),
        "d.png": b"\x89PNG",
        "e.html": b"<html></html>",
        "f.html": f"<html><body><article><h1>Blast</h1><p>{CLAIM}</p>{deep}</article></body></html>".encode(),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    reading = read_documents([str(tmp_path)])
    said = [*reading.warnings, *(f"{one.path}: {one.why}" for one in reading.unread)]
    report = compare(reading.documents, unread=reading.unread)
    told = [line for line in notes(report) if line.startswith(("Not read: ", "Warning: "))]

    for name in ("b.txt", "c.jsonl", "d.png", "e.html", "f.html"):
        assert sum(name in line for line in said) == 1, (name, said)
        assert sum(name in line for line in told) == 1, (name, told)
    assert not any("a.txt" in line for line in (*said, *told))
