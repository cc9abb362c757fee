"""Office documents: Word, OpenDocument and rich text."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml

from discrepancy.errors import ReadError
from discrepancy.read import read_document

TITLE = "Quay fire hurts seven"
FIRST = "Seven people were hurt on the quay of Arzeno on Monday, the harbour master said."
SECOND = "Two of them were treated for “burns” in the café of the gate."
ROW = "| North | 5 |"
TEXT = f"{TITLE}\n{FIRST}\n{ROW}\n{SECOND}"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ODT = "urn:oasis:names:tc:opendocument:xmlns:"


def word(more: str = "") -> bytes:
    document = Document()
    document.add_heading(TITLE)
    document.add_paragraph(FIRST)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "North", "5"
    document.add_paragraph(SECOND)
    if more:
        document.element.body.insert(4, parse_xml(f'<w:p xmlns:w="{WORD}">{more}</w:p>'))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def open_document(prolog: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0"?>{prolog}<o:document-content xmlns:o="{ODT}office:1.0" xmlns:t="{ODT}text:1.0" '
            f'xmlns:b="{ODT}table:1.0"><o:body><o:text><t:tracked-changes><t:p>Ninety died.</t:p></t:tracked-changes>'
            f"<t:h>{TITLE}</t:h><t:p>Seven <t:span>people</t:span><t:s/>were hurt{FIRST.partition('hurt')[2]}"
            f"<t:note><t:p>An aside.</t:p></t:note></t:p><b:table><b:table-row><b:table-cell><t:p>North</t:p>"
            f"</b:table-cell><b:table-cell><t:p>5</t:p></b:table-cell></b:table-row></b:table><t:p>{SECOND}</t:p>"
            f"</o:text></o:body></o:document-content>",
        )
    return out.getvalue()


def rich(text: str) -> bytes:
    coded = "".join(
        letter if letter.isascii() else f"\\u{ord(letter)}?" if ord(letter) > 255 else f"\\'{ord(letter):02x}"
        for letter in text
    )
    return ("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\\f0 " + coded.replace("\n", "\\par\n") + "}").encode()


def saved(tmp_path: Path, data: bytes, name: str) -> Path:
    (tmp_path / name).write_bytes(data)
    return tmp_path / name


def refusal(path: Path) -> str:
    with pytest.raises(ReadError) as caught:
        read_document(path)
    return caught.value.reason


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.docx", word()), ("a.odt", open_document()), ("a.rtf", rich(TEXT))],
    ids=["docx", "odt", "rtf"],
)
def test_an_office_document_gives_its_paragraphs_and_tables_in_order(tmp_path: Path, name: str, data: bytes) -> None:
    """The same text from each, without notes and deleted words."""
    document = read_document(saved(tmp_path, data, name))

    assert document.text == TEXT
    assert document.title == TITLE


def test_words_under_review_are_read_as_they_would_stand(tmp_path: Path) -> None:
    """Insertions are in, deletions out."""
    more = (
        "<w:r><w:t>Nobody </w:t></w:r><w:ins><w:r><w:t>died</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>survived</w:delText></w:r></w:del><w:r><w:t>.</w:t></w:r>"
    )

    assert "\nNobody died." in read_document(saved(tmp_path, word(more), "a.docx")).text


def test_a_document_type_is_refused(tmp_path: Path) -> None:
    """Entities can name files and grow without end; articles have no use for them."""
    data = open_document('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>')

    assert refusal(saved(tmp_path, data, "a.odt")) == "declares a document type or entities, which is not read"


def bomb(member: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(member, b"0" * 50_000_000)
    return out.getvalue()


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.xlsx", "a.zip"])
def test_what_unpacks_to_far_more_is_refused_before_it_is_unpacked(tmp_path: Path, name: str) -> None:
    """Fifty megabytes of noughts in fifty kilobytes."""
    assert "unpacks to 47 MB" in refusal(saved(tmp_path, bomb("content.xml"), name))


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.rtf", "a.zip"])
@pytest.mark.parametrize("data", [b"", b"PK\x03\x04" + b"\0" * 500, FIRST.encode(), word()[:900], b"{\\rtf1 }"])
def test_what_is_no_office_document_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    """In one line, whatever its name says."""
    assert refusal(saved(tmp_path, data, name)).isprintable()
