"""PDF files: paragraphs as they were before they were set in lines."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure

from discrepancy.errors import ReadError
from discrepancy.read import read_document

LINES = [
    "Quay fire hurts seven",
    "The fire started at noon in a store of paint near the nor-",
    "thern gate of the harbour, the fire brigade said in a state-",
    "ment. A 60-year-",
    "old docker was among the hurt and was treated for burns, as",
    "the Anglo-American clinic of the town said on Monday.",
    "Two of them may go home.",
]
TEXT = (
    "Quay fire hurts seven\n"
    "The fire started at noon in a store of paint near the northern gate of the harbour, the fire brigade said in a "
    "statement. A 60-year-old docker was among the hurt and was treated for burns, as the Anglo-American clinic of the "
    "town said on Monday.\n"
    "Two of them may go home."
)


def pdf(pages: list[list[str]], head: str = "", foot: str = "") -> bytes:
    out = io.BytesIO()
    with PdfPages(out) as document:
        for number, lines in enumerate(pages, 1):
            figure = Figure(figsize=(8, 11))
            figure.text(0.1, 0.96, head)
            figure.text(0.5, 0.03, foot.format(number))
            for i, line in enumerate(lines):
                figure.text(0.1, 0.9 - 0.03 * i, line)
            document.savefig(figure)
    return out.getvalue()


def saved(tmp_path: Path, data: bytes) -> Path:
    (tmp_path / "quay.pdf").write_bytes(data)
    return tmp_path / "quay.pdf"


def refusal(tmp_path: Path, data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_document(saved(tmp_path, data))
    return caught.value.reason


def test_lines_are_joined_to_paragraphs_and_words_are_made_whole(tmp_path: Path) -> None:
    """Hyphens that belong to a word stay."""
    document = read_document(saved(tmp_path, pdf([LINES])))

    assert document.text == TEXT
    assert document.title == "Quay fire hurts seven"


def test_heads_feet_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    """A sentence goes on over the page."""
    pages = [LINES[:3], LINES[3:], ["More may follow in the morning."]]
    document = read_document(saved(tmp_path, pdf(pages, "Harbour Post, 18 September", "Page {} of 3")))

    assert document.text == f"{TEXT}\nMore may follow in the morning."


def test_a_scan_is_an_error_that_says_so(tmp_path: Path) -> None:
    """No text is not the same as nothing to report."""
    assert "a scan?" in refusal(tmp_path, pdf([[]]))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is not a PDF file"),
        (b"<html><p>404</p></html>", "is not a PDF file"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 20, "is damaged"),
    ],
)
def test_what_is_no_pdf_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    """Whatever its name says."""
    assert refusal(tmp_path, data) == reason


def test_an_encrypted_file_is_an_error_that_says_so(tmp_path: Path) -> None:
    """It opens with a password alone."""
    lock = b"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <" + b"ab" * 32 + b"> /U <" + b"cd" * 32 + b"> >>"
    data = pdf([LINES]).replace(b"trailer\n<< ", b"trailer\n<< /ID [<00> <00>] /Encrypt " + lock + b" ", 1)

    assert refusal(tmp_path, data) == "is encrypted; save it without a password"
