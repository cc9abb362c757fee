"""Arguments to file paths and web addresses: folders, globs and what is named twice."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from discrepancy.language.printable import printable
from discrepancy.model import Unread
from discrepancy.read.formats import FORMATS

STANDARD_INPUT = "-"
_PATTERN = frozenset("*?[")
_WEB = re.compile("https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Inputs:
    """Files and web addresses to read, each once, in the order given; folders in the order of their names.

    warnings   one line each, beginning with the name of the file
    """

    paths: tuple[str, ...]
    unread: tuple[Unread, ...] = ()
    warnings: tuple[str, ...] = ()


def expand(arguments: Sequence[str]) -> Inputs:
    """What ``arguments`` name. A name that exists is that file, even when it looks like a pattern."""
    paths: list[str] = []
    unread: list[Unread] = []
    for argument in arguments:
        why = "no file has such a name"
        found = [argument]
        if _is(Path.is_dir, argument):
            found, left = _folder(argument)
            unread += left
            why = "holds no article in a known format"
        elif _PATTERN.intersection(argument) and not is_web(argument) and not os.path.lexists(argument):
            found = _matching(argument)
        paths += found
        if not found:
            unread.append(Unread(printable(argument), why))
    once, repeated = _each_once(paths)
    return Inputs(tuple(once), tuple(unread), tuple(repeated))


def is_web(path: str) -> bool:
    """Whether ``path`` is a web address."""
    return _WEB.match(path) is not None


def _is(test: Callable[[Path], bool], path: str) -> bool:
    """``test`` of ``path``; False where the system refuses the question (no permission, name too long)."""
    try:
        return test(Path(path))
    except (OSError, ValueError):
        return False


def _matching(pattern: str) -> list[str]:
    """Files that match ``pattern``, sorted; ``**`` goes through folders without following links."""
    root = PurePath(pattern).anchor
    try:
        found = Path(root or ".").glob(str(PurePath(pattern).relative_to(root)))
        return sorted(str(path) for path in found if not _is(Path.is_dir, str(path)))
    except (OSError, ValueError):
        return []


def _folder(folder: str) -> tuple[list[str], list[Unread]]:
    """Articles below ``folder``, and why for everything that was left out; links are not followed."""
    found: list[str] = []
    left: list[Unread] = []
    for path in _below(folder):
        known = PurePath(path).suffix.lower() in FORMATS
        regular = _is(Path.is_file, path) and not _is(Path.is_symlink, path)
        if known and regular:
            found.append(path)
        else:
            why = "format not known" if regular else "not a regular file"
            left.append(Unread(printable(path), f"left out ({why})"))
    return found, left


def _below(folder: str) -> Iterator[str]:
    for at, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (str(PurePath(at, name)) for name in sorted(files) if not name.startswith("."))


def _each_once(paths: Sequence[str]) -> tuple[list[str], list[str]]:
    seen: dict[object, str] = {}
    repeated: list[str] = []
    for path in paths:
        identity = _identity(path)
        if identity in seen:
            repeated.append(f"{printable(path)}: the same file as {printable(seen[identity])}; counted once")
        else:
            seen[identity] = path
    return list(seen.values()), repeated


def _identity(path: str) -> object:
    """The same for two names of one file."""
    try:
        status = Path(path).stat() if path != STANDARD_INPUT else None
    except (OSError, ValueError):
        status = None
    return (status.st_dev, status.st_ino) if status else path
