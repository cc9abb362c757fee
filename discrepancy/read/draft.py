"""What a format hands on: the text and what the file says about it, before zones and dates are worked out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from discrepancy.model import Unread
from discrepancy.read.lines import Mark


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as its file gives it.

    published   the date as written, None when the file gives none
    front       end of the front matter that opens ``text``; 0 when there is none
    warnings    what was lost or guessed, without the name of the file
    marks       stretches of ``text`` that the file itself sets apart from the article
    inside      the name of the part of the file that holds it, where the file is an archive
    """

    text: str
    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    front: int = 0
    warnings: tuple[str, ...] = ()
    inside: str | None = None
    marks: tuple[Mark, ...] = ()


def draft_of_fields(fields: Mapping[str, Any]) -> Draft:
    """The draft of which ``fields`` is what JSON made of ``dataclasses.asdict``."""
    marks = tuple(Mark(**mark) for mark in fields["marks"])
    return Draft(**{**fields, "warnings": tuple(fields["warnings"]), "marks": marks})


@dataclass(frozen=True, slots=True)
class Contents:
    """The articles of one file.

    several    the format holds many articles with ids of their own
    warnings   about parts that hold no article, without the name of the file
    unread     files in an archive that could not be read, with the name of the archive before theirs
    """

    drafts: tuple[Draft, ...]
    several: bool = False
    warnings: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
