"""Archives of articles."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from discrepancy.read import read_documents

STORY = "Seven people were hurt on the quay of Arzeno on Monday, the harbour master said."


def archive(members: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in members.items():
            file.writestr(name, data)
    return out.getvalue()


def test_the_files_of_an_archive_are_read_by_their_kind(tmp_path: Path) -> None:
    """Each article knows the file it came from; what cannot be read is named once, what is no article left out."""
    members = {
        "post/quay.txt": STORY,
        "quay.txt": STORY.upper(),
        "all.csv": f"id,text\nx,{STORY.replace(',', '')}\n,Nine were hurt\n",
        "page.html": "<html></html>",
        "inner.zip": archive({"a.txt": STORY}),
        "picture.png": b"\x89PNG",
        "__MACOSX/quay.txt": "resource",
        ".hidden.txt": "x",
    }
    path = tmp_path / "all.zip"
    path.write_bytes(archive(members))
    reading = read_documents([str(path)])

    assert [(document.id, document.path) for document in reading.documents] == [
        ("quay", f"{path}/post/quay.txt"),
        ("quay-2", f"{path}/quay.txt"),
        ("x", f"{path}/all.csv"),
        ("all-2", f"{path}/all.csv"),
    ]
    assert [(one.path, one.why) for one in reading.unread] == [
        (f"{path}/page.html", "holds no article: no running text is found in the page"),
        (f"{path}/inner.zip", "is an archive inside an archive, which is not opened"),
        (f"{path}/picture.png", "left out (format not known)"),
    ]


def test_no_path_of_an_archive_is_ever_written(tmp_path: Path) -> None:
    """Names that lead out of a folder are labels like others."""
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "slip.zip"
    path.write_bytes(archive({"../out.txt": STORY, "/abs.txt": STORY, "a\x1b[31m\n.txt": STORY}))
    reading = read_documents([str(path)])

    assert len(reading.documents) == 3
    assert all(document.path.isprintable() and document.id.isprintable() for document in reading.documents)
    assert sorted(found.name for found in tmp_path.rglob("*")) == ["in", "slip.zip"]


def test_an_archive_without_an_article_is_an_error(tmp_path: Path) -> None:
    """With the first cause."""
    path = tmp_path / "all.zip"
    path.write_bytes(archive({"a.txt": b"\0\0"}))

    assert [one.why for one in read_documents([str(path)]).unread] == [
        "holds no article (a.txt: is not text (NUL bytes))"
    ]


def test_too_many_files_are_an_error(tmp_path: Path) -> None:
    """Nobody compares thousands of articles by accident."""
    path = tmp_path / "all.zip"
    path.write_bytes(archive({f"{number}.txt": "x" for number in range(501)}))

    assert [one.why for one in read_documents([str(path)]).unread] == ["holds 501 files, more than 500"]


def test_a_file_without_a_name_is_a_file(tmp_path: Path) -> None:
    """No archiver makes one; it is left out like others of no known kind."""
    path = tmp_path / "nameless.zip"
    data = archive({"a.txt": STORY, "x": "y"})
    entry = data.rindex(b"PK\x01\x02")  # the last of the directory: one byte of name at 46, its length at 28
    end = data.rindex(b"PK\x05\x06")
    size = int.from_bytes(data[end + 12 : end + 16], "little") - 1
    directory = data[entry : entry + 28] + b"\0\0" + data[entry + 30 : entry + 46]
    path.write_bytes(data[:entry] + directory + data[end : end + 12] + size.to_bytes(4, "little") + data[end + 16 :])
    reading = read_documents([str(path)])

    assert [document.id for document in reading.documents] == ["a"]
    assert [one.why for one in reading.unread] == ["left out (format not known)"]
