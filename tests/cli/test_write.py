"""Files are whole or not there: what happens when writing goes wrong."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from discrepancy.errors import WriteError
from discrepancy.report.write import write_outputs

OLD = "the older report"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an older report in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.json").write_text(OLD, encoding="utf-8")
    return tmp_path


def left(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir()) if path.is_file()}


def test_a_file_replaces_the_older_one(folder: Path) -> None:
    """Readable by its owner alone, and nothing lies about."""
    write_outputs({"old.json": "new é\n"}, "", None)

    assert left(folder) == {"old.json": "new é\n"}
    assert stat.S_IMODE((folder / "old.json").stat().st_mode) == 0o600


@pytest.mark.parametrize("bad", ["nowhere/new.json", "sub", "a\0b.json", "loop.json/x.json"])
def test_when_one_file_cannot_be_written_none_is(folder: Path, bad: str) -> None:
    """The older report stays, nothing is printed, and the error names the file."""
    (folder / "sub").mkdir()
    (folder / "loop.json").symlink_to("loop.json")
    stream = io.BytesIO()
    with pytest.raises(WriteError) as error:
        write_outputs({"old.json": "new", bad: "new"}, "shown", stream)

    assert error.value.path == bad.replace("\0", "\\x00")
    assert stream.getvalue() == b""
    assert (folder / "old.json").read_text(encoding="utf-8") == OLD
    assert sorted(path.name for path in folder.iterdir()) == ["loop.json", "old.json", "sub"]


def test_a_full_disk_leaves_the_older_report(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The failure comes while the new file is written."""

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match=r"old\.json: no space left on device"):
        write_outputs({"old.json": "new"}, "", None)

    assert left(folder) == {"old.json": OLD}


def test_an_interruption_leaves_the_older_report(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while the new file is written."""

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_outputs({"old.json": "new"}, "", None)

    assert left(folder) == {"old.json": OLD}


def test_a_file_in_pieces_is_whole_or_not_there(folder: Path) -> None:
    """What fails on the way to the last piece leaves the older report."""

    def pieces(fine: bool) -> Iterator[str]:
        yield "new "
        if not fine:
            raise MemoryError
        yield "é\n"

    with pytest.raises(MemoryError):
        write_outputs({"old.json": pieces(fine=False)}, "", None)
    assert left(folder) == {"old.json": OLD}

    stream = io.BytesIO()
    write_outputs({"old.json": pieces(fine=True)}, pieces(fine=True), stream)
    assert left(folder) == {"old.json": "new é\n"}
    assert stream.getvalue() == "new é\n".encode()


def test_a_link_is_followed_and_stays(folder: Path) -> None:
    """What it points at is replaced."""
    (folder / "link.json").symlink_to("old.json")
    write_outputs({"link.json": "new"}, "", None)

    assert (folder / "link.json").is_symlink()
    assert (folder / "old.json").read_text(encoding="utf-8") == "new"


def test_a_device_is_written_into_and_not_replaced() -> None:
    """``-o /dev/null`` must not put a file in its place."""
    write_outputs({os.devnull: "new"}, "", None)

    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


class Broken(io.BytesIO):
    """A stream whose other end fails."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error

    def flush(self) -> None:
        raise self.error


def test_a_reader_who_has_seen_enough_is_no_failure(folder: Path) -> None:
    """``| head -1``; the files are written all the same."""
    write_outputs({"new.json": "new"}, "shown", Broken(BrokenPipeError()))

    assert left(folder) == {"new.json": "new", "old.json": OLD}


def test_a_full_standard_output_is_a_failure_and_no_file_is_written(folder: Path) -> None:
    """All outputs of a run or none."""
    with pytest.raises(WriteError, match="standard output: no space left on device"):
        write_outputs({"old.json": "new"}, "shown", Broken(OSError(28, "No space left on device")))

    assert left(folder) == {"old.json": OLD}
