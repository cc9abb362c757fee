"""Zip files, counted before they are unpacked. Nothing is ever written to disk."""

from __future__ import annotations

import io
import zipfile

from discrepancy.errors import ReadError

LARGEST_MEMBER = 32 * 1024 * 1024
LARGEST_TOTAL = 128 * 1024 * 1024
MOST_MEMBERS = 10_000
# text packs to a tenth, tables of noughts to a fiftieth; a bomb to a thousandth
_HIGHEST_RATIO = 200
_SMALL = 1024 * 1024


def open_archive(data: bytes, name: str, kind: str) -> zipfile.ZipFile:
    """The archive in ``data``; raises ReadError when it is no sound ``kind``, or one that unpacks to too much."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, RuntimeError, EOFError, OSError):
        raise ReadError(name, f"is not {kind}, or damaged") from None
    members = archive.infolist()
    total = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS:
        raise ReadError(name, f"holds more than {MOST_MEMBERS} files")
    if total > LARGEST_TOTAL or (total > _SMALL and total > _HIGHEST_RATIO * len(data)):
        raise ReadError(name, f"unpacks to {total // 1024 // 1024} MB, which is more than is allowed")
    return archive


def member_bytes(archive: zipfile.ZipFile, member: str | zipfile.ZipInfo, name: str) -> bytes:
    """The bytes of one file; raises ReadError when there is none, or one too large, damaged or encrypted.

    A member never gives more than the size in the directory, which was counted.
    """
    try:
        information = archive.getinfo(member) if isinstance(member, str) else member
        if information.flag_bits & 1:
            raise ReadError(name, "is encrypted; save it without a password")
        if information.file_size > LARGEST_MEMBER:
            raise ReadError(name, f"is larger than the limit of {LARGEST_MEMBER // 1024 // 1024} MB for one file")
        return archive.read(information)
    except KeyError:
        raise ReadError(name, "lacks the part that holds the text") from None
    except (zipfile.BadZipFile, ValueError, RuntimeError, EOFError, OSError):
        raise ReadError(name, "is damaged") from None
    except Exception as error:  # zlib.error and its kin have no common base
        raise ReadError(name, f"cannot be unpacked ({type(error).__name__})") from None
