"""Formats ``.gz``, ``.bz2`` and ``.xz`` behind another suffix: one packed file of any other format (``a.txt.gz``)."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Callable
from pathlib import PurePath

from discrepancy.errors import ReadError
from discrepancy.read.draft import Contents
from discrepancy.read.open_file import LARGEST_FILE
from discrepancy.read.warc import read_warc

_LARGEST_DICTIONARY = 256 * 1024 * 1024
_WEB_ARCHIVE = b"WARC/"


def read_packed(data: bytes, name: str) -> Contents:
    """The articles of the file inside, unpacked in memory up to the limit for one file; raises ReadError."""
    from discrepancy.read.formats import reader_for  # which lists this format

    inner = PurePath(name).with_suffix("")
    if inner.suffix.lower() == ".warc":
        return read_warc(data, name)
    if inner.suffix.lower() in (*PACKED, ".zip", ".tar"):
        raise ReadError(name, "is an archive inside an archive, which is not opened")
    unpacked = _unpacked(data, name)
    if unpacked.startswith(_WEB_ARCHIVE):
        return read_warc(data, name)
    return reader_for(inner.suffix, name)(unpacked, name)


def without_packing(name: str) -> str:
    """``name`` without the suffix that says that the file is packed."""
    path = PurePath(name)
    return str(path.with_suffix("")) if path.suffix.lower() in PACKED and path.stem != path.name else name


def _unpacked(data: bytes, name: str) -> bytes:
    try:
        found = PACKED[PurePath(name).suffix.lower()](data)
    except MemoryError:
        raise ReadError(name, "takes more memory to unpack than is allowed") from None
    except (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError):
        raise ReadError(name, "is not a packed file, or damaged or cut") from None
    if len(found) > LARGEST_FILE:
        raise ReadError(name, f"unpacks to more than the limit of {LARGEST_FILE // 1024 // 1024} MB for one file")
    return found


def _gunzip(data: bytes) -> bytes:
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
        return file.read(LARGEST_FILE + 1)


def _bunzip(data: bytes) -> bytes:
    with bz2.BZ2File(io.BytesIO(data)) as file:
        return file.read(LARGEST_FILE + 1)


def _unxz(data: bytes) -> bytes:
    unpacker = lzma.LZMADecompressor(memlimit=_LARGEST_DICTIONARY)
    found = unpacker.decompress(data, LARGEST_FILE + 1)
    if len(found) <= LARGEST_FILE and (not unpacker.eof or unpacker.unused_data):
        raise EOFError
    return found


PACKED: dict[str, Callable[[bytes], bytes]] = {".gz": _gunzip, ".bz2": _bunzip, ".xz": _unxz}
