"""Rows of a sheet as articles: the first row names the columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from discrepancy.errors import ReadError
from discrepancy.language.printable import printable
from discrepancy.read.draft import Contents, Draft
from discrepancy.read.fields import FIELDS, plain_name
from discrepancy.read.json_article import draft_of

MOST_NAMED = 20
_MOST_COLUMNS = 12


def has_text_column(header: Sequence[str]) -> bool:
    """Whether one of the columns holds texts of articles."""
    return any(plain_name(column) in FIELDS["text"] for column in header)


def no_text_column(header: Sequence[str]) -> str:
    """Why a sheet with this first row holds no articles."""
    named = [printable(column[:40]) for column in header if column.strip()]
    shown = ", ".join(named[:_MOST_COLUMNS]) + (" and more" if len(named) > _MOST_COLUMNS else "")
    wanted = ", ".join(FIELDS["text"][:4])
    return f"has no column for the text ({wanted}); its first row holds {shown or 'nothing'}"


def articles_of_rows(
    header: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]], name: str, warnings: Sequence[str] = ()
) -> Contents:
    """One article a row, each row with its number in the file; raises ReadError when no row holds one."""
    drafts: list[Draft] = []
    broken: list[str] = []
    for number, cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        # more cells than columns: a text with separators that nobody quoted, of which only a part would be read
        if any(cell.strip() for cell in cells[len(header) :]):
            broken.append(f"row {number} has more cells than the first row")
            continue
        draft = draft_of(dict(zip(reversed(header), reversed(padded(cells, len(header))), strict=True)))
        if isinstance(draft, str):
            broken.append(f"row {number} {draft}")
        else:
            drafts.append(draft)
    if not drafts:
        raise ReadError(name, f"holds no article ({broken[0]})" if broken else "holds no article below its first row")
    if len(broken) > MOST_NAMED:
        broken[MOST_NAMED:] = [f"{len(broken) - MOST_NAMED} more rows hold no article"]
    return Contents(tuple(drafts), True, (*warnings, *broken))


def padded(cells: Sequence[str], columns: int) -> list[str]:
    """As many cells as there are columns."""
    return [*cells[:columns], *[""] * (columns - len(cells))]
