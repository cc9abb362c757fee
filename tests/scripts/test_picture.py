"""The picture of the README: a matrix as SVG, drawn without measuring a letter."""

from __future__ import annotations

from xml.parsers import expat

from golden.sample import sample_report
from hypothesis import given
from hypothesis import strategies as st
from picture import draw, width_of, wrapped

from discrepancy.report.html.matrix import Entry, Matrix, Row, matrix_of


def test_every_word_of_the_matrix_is_in_the_picture() -> None:
    """Outlets, speakers, questions, answers and quotes."""
    report = sample_report()
    matrix = matrix_of(report, {document.id: document for document in report.documents})
    drawn = draw(matrix)
    words = {word for row in matrix.rows for cell in row.cells for entry in cell for word in entry.quote.split()}

    for word in (*words, "Northern", "Island", "herald", "Ida", "accident"):
        assert f">{word}" in drawn or f" {word}" in drawn or f"“{word}" in drawn, word


@given(st.text(max_size=80))
def test_any_words_make_a_picture_that_can_be_read(words: str) -> None:
    """Markup in a quote stays words, and every word is drawn."""
    printed = "".join(c for c in words if c.isprintable())
    entry = Entry("A", printed, printed, "a:1")
    matrix = Matrix(((printed or "x", 1),), (printed,), (Row(printed, None, ((entry,),)),), 0)

    expat.ParserCreate().Parse(draw(matrix), True)


@given(st.text(st.characters(categories=["L", "Zs"]), max_size=80), st.integers(40, 300))
def test_lines_are_no_wider_than_asked(words: str, width: int) -> None:
    """Unless a single word is; and none is lost."""
    lines = wrapped(words, width)

    assert " ".join(lines).split() == words.split()
    assert all(width_of(line) <= width or len(line.split()) == 1 for line in lines)
