"""One article in many wrappings makes the same claims."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from email.message import EmailMessage

import pytest
from docx import Document as Word
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from discrepancy.pipeline import extract
from discrepancy.read import Upload, read_handed

TITLE = "Boiler blast hurts dockers near Arzeno"
PARAGRAPHS = (
    "A boiler blew up on the quay of Arzeno on 17 September 2016 and killed 12 dockers, the harbour council said.",
    "The council said that 70 people were wounded, and that the fire brigade had saved 31 sailors from the ships.",
    "Nobody knows the cause of the blast, which was heard in the whole town, the mayor told reporters at noon.",
)
BODY = "\n".join(PARAGRAPHS)
TEXT = f"{TITLE}\n\n{BODY}\n"
PAGE = f"<html><body><article><h1>{TITLE}</h1>{''.join(f'<p>{one}</p>' for one in PARAGRAPHS)}</article></body></html>"


def _word() -> bytes:
    document, out = Word(), io.BytesIO()
    for line in (TITLE, *PARAGRAPHS):
        document.add_paragraph(line)
    document.save(out)
    return out.getvalue()


def _pdf() -> bytes:
    out = io.BytesIO()
    figure = Figure(figsize=(14, 8))
    for i, line in enumerate((TITLE, *PARAGRAPHS)):
        figure.text(0.05, 0.9 - 0.1 * i, line)
    with PdfPages(out) as document:
        document.savefig(figure)
    return out.getvalue()


def _odt() -> bytes:
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    lines = "".join(f"<t:p>{line}</t:p>" for line in (TITLE, *PARAGRAPHS))
    content = f'<o:d xmlns:o="{names}office:1.0" xmlns:t="{names}text:1.0"><o:text>{lines}</o:text></o:d>'
    return _zip("content.xml", content.encode())


def _zip(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, data)
    return out.getvalue()


def _mail() -> bytes:
    message = EmailMessage()
    message["Subject"] = TITLE
    message.set_content(BODY)
    return message.as_bytes()


def _warc() -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    page = io.BytesIO(PAGE.encode())
    writer.write_record(writer.create_warc_record("https://a.example/", "response", page, http_headers=headers))
    return out.getvalue()


def _csv() -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([["title", "text"], [TITLE, TEXT]])
    return out.getvalue().encode()


WRAPPED = {
    "a.html": PAGE.encode(),
    "a.pdf": _pdf(),
    "a.docx": _word(),
    "a.rtf": b"{\\rtf1\\ansi " + TEXT.replace("\n", "\\par ").encode() + b"}",
    "a.odt": _odt(),
    "a.eml": _mail(),
    "a.zip": _zip("a.txt", TEXT.encode()),
    "a.warc.gz": _warc(),
    "a.jsonl": json.dumps({"title": TITLE, "text": TEXT}).encode(),
    "a.csv": _csv(),
    "utf-8-sig.txt": TEXT.encode("utf-8-sig"),
    "utf-16.txt": TEXT.encode("utf-16"),
    "utf-32.txt": TEXT.encode("utf-32"),
}


def claims(name: str, data: bytes) -> list[tuple[str, str]]:
    (found,) = extract(read_handed([Upload(name, data)]).documents)
    return [(claim.kind, claim.evidence.text) for claim in found.claims]


@pytest.mark.parametrize("name", WRAPPED)
def test_the_wrapping_makes_no_difference(name: str) -> None:
    """The same claims with the same words as from plain text."""
    plain = claims("a.txt", TEXT.encode())

    assert len(plain) > 2
    assert claims(name, WRAPPED[name]) == plain
