"""Bytes of one input, with every way a file can fail as one clean line."""

from __future__ import annotations

import os
import stat
from typing import BinaryIO

from discrepancy.errors import ReadError
from discrepancy.language.printable import printable

LARGEST_FILE = 32 * 1024 * 1024
_KINDS = (
    (stat.S_ISDIR, "is a folder, not a file"),
    (stat.S_ISFIFO, "is a pipe, not a file"),
    (stat.S_ISSOCK, "is a socket, not a file"),
    (stat.S_ISCHR, "is a device, not a file"),
    (stat.S_ISBLK, "is a device, not a file"),
)


def file_bytes(path: str, largest: int | None = None) -> bytes:
    """The bytes of the regular file at ``path``; raises ReadError, also for more than ``largest`` (``LARGEST_FILE``).

    The file is opened without waiting and looked at afterwards, so that neither a pipe without a writer nor a file
    that is swapped between two looks can hang the run.
    """
    name = printable(path)
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise ReadError(name, _cause(path, error)) from None
    mode = os.fstat(handle).st_mode
    if not stat.S_ISREG(mode):
        os.close(handle)
        raise ReadError(name, next((reason for is_kind, reason in _KINDS if is_kind(mode)), "is not a file"))
    with os.fdopen(handle, "rb") as file:
        return stream_bytes(file, name, largest)


def stream_bytes(stream: BinaryIO, name: str, largest: int | None = None) -> bytes:
    """All bytes of ``stream``, at most ``largest`` (``LARGEST_FILE``); raises ReadError named ``name``."""
    limit = LARGEST_FILE if largest is None else largest
    try:
        data = stream.read(limit + 1)
    except (OSError, ValueError) as error:
        raise ReadError(name, _cause(name, error)) from None
    if len(data) > limit:
        raise ReadError(name, f"is larger than the limit of {limit // 1024 // 1024} MB for one file")
    return data


def is_idle(stream: BinaryIO | None) -> bool:
    """Whether nothing is piped into ``stream``: it is missing, a terminal or the null device."""
    try:
        return stream is None or stat.S_ISCHR(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):
        return False


def _cause(path: str, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "is a link to nothing" if os.path.lexists(path) else "no such file"
    if isinstance(error, PermissionError):
        return "may not be read (no permission)"
    if isinstance(error, OSError) and error.strerror:
        # a socket cannot be opened at all, so it is recognised by its error only
        return error.strerror[:1].lower() + error.strerror[1:]
    return printable(str(error)) or "cannot be read"
