"""Where reports go: files that are whole or not there, and standard output."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from discrepancy.errors import WriteError
from discrepancy.language.printable import error_words, printable

Content = str | bytes | Iterator[str]


def write_outputs(files: Mapping[str, Content], shown: Content, stream: BinaryIO | None) -> None:
    """Write each file to its path and ``shown`` to ``stream``: all of them, or none of the files.

    Every file is first written in full beside its target and then put in its place, so that a full disk or a lost
    process leaves the older report as it was. Raises WriteError.
    """
    staged: dict[str, Path] = {}
    try:
        for path, content in files.items():
            with _named(path):
                staged[path] = _stage(Path(path).resolve(), content)
        _show(shown, stream)
        for path, temporary in staged.items():
            with _named(path):
                _put(Path(path).resolve(), temporary)
    finally:
        for temporary in staged.values():
            temporary.unlink(missing_ok=True)


def as_bytes(content: str | bytes) -> bytes:
    """A report as the bytes of its file; a lone surrogate, which UTF-8 cannot hold, becomes a question mark."""
    return content.encode("utf-8", "replace") if isinstance(content, str) else content


def _pour(content: Content, stream: BinaryIO) -> None:
    for part in [content] if isinstance(content, str | bytes) else content:
        stream.write(as_bytes(part))


def _stage(target: Path, content: Content) -> Path:
    """A complete file with ``content`` beside ``target``, readable by its owner alone."""
    if target.is_dir():
        raise IsADirectoryError(0, "is a folder")
    folder = tempfile.gettempdir() if _is_device(target) else target.parent
    handle, name = tempfile.mkstemp(prefix=".discrepancy-", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            _pour(content, file)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        Path(name).unlink()
        raise
    return Path(name)


def _put(target: Path, temporary: Path) -> None:
    if _is_device(target):
        with target.open("wb") as device:
            device.write(temporary.read_bytes())
    else:
        temporary.replace(target)


def _is_device(target: Path) -> bool:
    """A device or pipe is written into; putting a file in the place of ``/dev/null`` would harm the whole machine."""
    try:
        mode = target.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _show(content: Content, stream: BinaryIO | None) -> None:
    if stream is None or not content:
        return
    try:
        _pour(content, stream)
        stream.flush()
    except BrokenPipeError:
        _abandon_standard_output()  # the reader has seen enough: "| head" is no failure
    except OSError as error:
        _abandon_standard_output()
        raise WriteError("standard output", error_words(error)) from None


def _abandon_standard_output() -> None:
    """Let what is still buffered run into nothing; Python would fail on it once more at exit."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


@contextlib.contextmanager
def _named(path: str) -> Iterator[None]:
    """Give an error of the file system the name that the user gave."""
    try:
        yield
    except (OSError, ValueError, RuntimeError) as error:  # a null byte in the name, a loop of links
        raise WriteError(printable(path), error_words(error)) from None
