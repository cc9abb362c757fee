"""A measured figure, the set it was measured on, and the contents of that set."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """One number.

    name        what it is ("recall"); unique in its set
    value       a share from 0 to 1, or flags per hundred
    falling     lower is better
    published   what others reached, with their name; empty where nothing is known
    """

    name: str
    value: float
    falling: bool = False
    published: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of one set.

    name      of the set ("samples")
    size      in words ("16 events, 49 articles")
    what      what the set is, in a few words
    contents  fingerprint of its files
    """

    name: str
    size: str
    what: str
    contents: str
    figures: tuple[Figure, ...]


def contents_of(paths: Iterable[Path], root: Path) -> str:
    """One fingerprint (SHA-256) of names and bytes of ``paths``, whatever their order."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(path.relative_to(root).as_posix().encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def per_hundred(part: int, whole: int) -> float:
    """How many in a hundred; 0 where there is nothing."""
    return 100 * part / whole if whole else 0.0
