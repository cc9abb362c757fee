"""A workbook read back, cell by cell, by another library than the one that wrote it."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from openpyxl import load_workbook

Sheets = dict[str, list[list[Any]]]


def sheets_of(data: bytes) -> Sheets:
    """Name of each sheet -> its rows of values."""
    book = load_workbook(io.BytesIO(data))
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book.worksheets}


def types_of(data: bytes) -> set[str]:
    """The types of all cells that hold something: "s" for text, "n" for a number, "f" for a formula."""
    book = load_workbook(io.BytesIO(data))
    return {
        cell.data_type
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def parts_of(data: bytes) -> dict[str, bytes]:
    """Name of each part of the file -> its XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def as_text(data: bytes) -> str:
    """All sheets as lines that a person can read in a diff."""
    lines = []
    for name, rows in sheets_of(data).items():
        lines.append(f"[{name}]")
        lines += [" | ".join("" if cell is None else repr(cell) for cell in row) for row in rows]
    return "\n".join(lines) + "\n"
