"""Packed files: unpacked in memory, within limits, and read by the suffix inside."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from discrepancy.read import Reading, read_documents
from discrepancy.read.open_file import LARGEST_FILE

TEXT = "Quay fire\n\nSeven people were hurt on the quay of Arzeno on Monday, the harbour master said.\n"
PACKERS: dict[str, Callable[[bytes], bytes]] = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress}


def read(tmp_path: Path, name: str, data: bytes) -> Reading:
    (tmp_path / name).write_bytes(data)
    return read_documents([str(tmp_path / name)])


@pytest.mark.parametrize("suffix", sorted(PACKERS))
def test_a_packed_text_is_read_as_if_it_were_not(tmp_path: Path, suffix: str) -> None:
    """Its id is the name without either suffix."""
    (document,) = read(tmp_path, f"quay.txt{suffix}", PACKERS[suffix](TEXT.encode())).documents

    assert (document.id, document.text, document.warnings) == ("quay", TEXT, ())


def test_the_suffix_inside_decides(tmp_path: Path) -> None:
    """An article object and lines of them too."""
    lines = "\n".join(json.dumps({"text": TEXT, "id": name}) for name in "xy")

    assert [one.id for one in read(tmp_path, "a.jsonl.gz", gzip.compress(lines.encode())).documents] == ["x", "y"]


def test_several_packed_parts_in_one_file_are_one_text(tmp_path: Path) -> None:
    """As gzip itself has it."""
    half = len(TEXT) // 2
    data = gzip.compress(TEXT[:half].encode()) + gzip.compress(TEXT[half:].encode())

    assert read(tmp_path, "a.txt.gz", data).documents[0].text == TEXT


@pytest.mark.parametrize("suffix", sorted(PACKERS))
def test_what_unpacks_to_too_much_is_refused(tmp_path: Path, suffix: str) -> None:
    """Counted while it is unpacked, so that a small file cannot fill the memory."""
    (one,) = read(tmp_path, f"a.txt{suffix}", PACKERS[suffix](b"a " * (LARGEST_FILE // 2 + 1))).unread

    assert one.why == "unpacks to more than the limit of 32 MB for one file"


@pytest.mark.parametrize("suffix", sorted(PACKERS))
@pytest.mark.parametrize(
    "harm", [lambda data: data[:-6], lambda data: data[:3], lambda _: TEXT.encode(), lambda _: b""]
)
def test_what_is_damaged_or_not_packed_is_refused(tmp_path: Path, suffix: str, harm: Callable[[bytes], bytes]) -> None:
    """A part of an article never passes for the whole."""
    reading = read(tmp_path, f"a.txt{suffix}", harm(PACKERS[suffix](TEXT.encode())))

    assert (reading.documents, len(reading.unread)) == ((), 1)


@pytest.mark.parametrize("name", ["a.zip.gz", "a.tar.gz", "a.txt.gz.gz", "a.png.gz"])
def test_no_archive_inside_is_opened(tmp_path: Path, name: str) -> None:
    """Nor anything that could not be read unpacked."""
    assert len(read(tmp_path, name, gzip.compress(TEXT.encode())).unread) == 1


def test_a_packed_file_in_a_zip_archive_is_not_opened(tmp_path: Path) -> None:
    """Unpacking twice would escape the count of the whole."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", TEXT)
        archive.writestr("b.txt.gz", gzip.compress(TEXT.encode()))
    reading = read_documents([str(tmp_path / "a.zip")])

    assert [document.id for document in reading.documents] == ["a"]
    assert [one.why for one in reading.unread] == ["is an archive inside an archive, which is not opened"]
