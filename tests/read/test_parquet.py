"""Tables of articles in Parquet."""

from __future__ import annotations

import datetime
from pathlib import Path

import pyarrow
import pytest
from pyarrow import parquet

from discrepancy.errors import ReadError
from discrepancy.read import read_documents
from discrepancy.read.parquet_sheet import read_parquet


def table(path: Path, **columns: list[object]) -> str:
    parquet.write_table(pyarrow.table(columns), path)
    return str(path)


def test_a_row_is_an_article(tmp_path: Path) -> None:
    """Columns under their usual names; a day may be a day or words."""
    path = table(
        tmp_path / "news.parquet",
        Headline=["Fire", None],
        Body=["Two people died.", "Nobody died."],
        date=[datetime.date(2020, 3, 2), None],
        tags=[["a", "b"], []],
    )
    one, other = read_documents([path]).documents

    assert (one.id, one.title, one.text, str(one.published)) == ("news-1", "Fire", "Two people died.", "2020-03-02")
    assert (other.id, other.text) == ("news-2", "Nobody died.")


def test_a_table_without_texts_says_which_columns_it_has(tmp_path: Path) -> None:
    """So that they can be renamed."""
    (unread,) = read_documents([table(tmp_path / "x.parquet", words=["a"], day=["b"])]).unread

    assert unread.why.endswith("its first row holds words, day")


@pytest.mark.parametrize("data", [b"", b"PAR1", b"PAR1" + b"\x00" * 100 + b"PAR1", b"no table at all"])
def test_rubbish_is_no_table(data: bytes) -> None:
    """One clean line."""
    with pytest.raises(ReadError, match=r"x\.parquet: "):
        read_parquet(data, "x.parquet")
