"""Rows of a sheet as articles: the first row names the columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from discrepancy.errors import ReadError
from discrepancy.language.printable import printable
from discrepancy.read.draft import Contents, Draft
from discrepancy.read.fields import FIELDS, plain_name
from discrepancy.read.json_article import draft_of
from discrepancy.read.parts import contents_of_parts

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
    found = [_article(header, cells, number) for number, cells in rows if any(cell.strip() for cell in cells)]
    if not found:
        raise ReadError(name, "holds no article below its first row")
    return contents_of_parts(found, name, none="holds no article", more="rows hold no article", warnings=warnings)


def _article(header: Sequence[str], cells: Sequence[str], number: int) -> Draft | str:
    # more cells than columns: a text with separators that nobody quoted, of which only a part would be read
    if any(cell.strip() for cell in cells[len(header) :]):
        return f"row {number} has more cells than the first row"
    padded = [*cells[: len(header)], *[""] * (len(header) - len(cells))]
    # backwards: of two columns with one name the first counts
    draft = draft_of(dict(zip(reversed(header), reversed(padded), strict=True)))
    return f"row {number} {draft}" if isinstance(draft, str) else draft
