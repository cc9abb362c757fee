"""Format ``.zip``: files of any other format, read in memory; an archive inside an archive is not opened."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from discrepancy.errors import ReadError
from discrepancy.language.printable import printable
from discrepancy.model import Unread
from discrepancy.read.archive import member_bytes, open_archive
from discrepancy.read.draft import Contents, Draft
from discrepancy.read.packed import PACKED

MOST_FILES = 500
_WEB_ARCHIVE = ".warc.gz"


def read_zip(data: bytes, name: str) -> Contents:
    """The articles of all files in an archive; raises ReadError where none holds one."""
    from discrepancy.read.formats import FORMATS  # which lists this format

    archive = open_archive(data, name, "a zip archive")
    members = [member for member in archive.infolist() if not _is_hidden(member.filename)]
    if len(members) > MOST_FILES:
        raise ReadError(name, f"holds {len(members)} files, more than {MOST_FILES}")
    drafts: list[Draft] = []
    warnings: list[str] = []
    unread: list[Unread] = []
    for member in members:
        shown = printable(member.filename)
        suffix = PurePosixPath(member.filename).suffix.lower()
        try:
            if suffix == ".zip" or (suffix in PACKED and not shown.lower().endswith(_WEB_ARCHIVE)):
                raise ReadError(shown, "is an archive inside an archive, which is not opened")
            if suffix not in FORMATS:
                raise ReadError(shown, "left out (format not known)")
            found = FORMATS[suffix](member_bytes(archive, member, shown), shown)
        except ReadError as error:
            unread.append(Unread(f"{name}/{shown}", error.reason))
            continue
        drafts += _named(found, shown)
        warnings += (f"{shown}: {line}" for line in found.warnings)
    if not drafts:
        reasons = [f"{one.path.removeprefix(name + '/')}: {one.why}" for one in unread]
        raise ReadError(name, f"holds no article{f' ({reasons[0]})' if reasons else ''}")
    return Contents(tuple(drafts), True, tuple(warnings), tuple(unread))


def _named(found: Contents, member: str) -> list[Draft]:
    """Articles with the name of their file, and ids of its stem."""
    stem = PurePosixPath(member).stem
    return [
        replace(draft, inside=member, id=(draft.id or f"{stem}-{number}") if found.several else stem)
        for number, draft in enumerate(found.drafts, 1)
    ]


def _is_hidden(member: str) -> bool:
    """Folders, and files that systems add on their own."""
    return member.endswith("/") or any(
        (part.startswith(".") and part != "..") or part == "__MACOSX" for part in PurePosixPath(member).parts
    )
