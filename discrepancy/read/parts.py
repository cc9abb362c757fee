"""Parts of one file (rows, lines, mails, pages): those that hold an article are kept, the others are named."""

from __future__ import annotations

from collections.abc import Iterable

from discrepancy.errors import ReadError
from discrepancy.read.draft import Contents, Draft

MOST_NAMED = 20


def contents_of_parts(
    parts: Iterable[Draft | str], name: str, *, none: str, more: str, warnings: Iterable[str] = ()
) -> Contents:
    """The drafts among ``parts``; a part that is none is a line that says why. Raises ReadError without any draft.

    none       what is said of a file in which no part holds an article
    more       what is said of the broken parts beyond the first, after their number
    warnings   about the file itself
    """
    drafts: list[Draft] = []
    broken: list[str] = []
    for part in parts:
        if isinstance(part, str):
            broken.append(part)
        else:
            drafts.append(part)
    if not drafts:
        raise ReadError(name, f"{none} ({broken[0]})" if broken else none)
    if len(broken) > MOST_NAMED:
        broken[MOST_NAMED:] = [f"{len(broken) - MOST_NAMED} more {more}"]
    return Contents(tuple(drafts), True, (*warnings, *broken))
