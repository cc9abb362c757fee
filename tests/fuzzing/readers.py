"""Bytes for every reader: whatever comes, a document that holds together or one line that says why not."""

from __future__ import annotations

import io
import sys
import traceback
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from discrepancy.errors import ReadError
from discrepancy.language.claim_spans import claim_spans
from discrepancy.language.printable import printable
from discrepancy.model import Document
from discrepancy.read.child import Work
from discrepancy.read.document import to_document
from discrepancy.read.draft import Contents
from discrepancy.read.formats import FORMATS

OWN = str(Path(__file__).parents[2] / "discrepancy")
# these are archives: bytes at random seldom reach what is packed, so that the part with the text is fed instead
PACKED = {".docx": "word/document.xml", ".odt": "content.xml", ".xlsx": "xl/worksheets/sheet1.xml"}
PLAIN = (".txt", ".md", ".json", ".jsonl", ".html", ".csv", ".pdf", ".rtf", ".eml", ".mbox", ".zip", ".warc", ".xml")


def in_this_process(work: Work, data: bytes, name: str) -> Contents:
    """What the process that reads would answer; an error of our own code comes through."""
    try:
        return work(data, name)
    except ReadError:
        raise
    except (MemoryError, RecursionError):
        raise ReadError(name, "takes too much") from None
    except Exception as error:
        if traceback.extract_tb(error.__traceback__)[-1].filename.startswith(OWN):
            raise
        raise ReadError(name, "cannot be read") from None


@contextmanager
def reading_here() -> Iterator[None]:
    """Readers work in this process, where a fuzzer can watch them."""
    modules = [m for name, m in sys.modules.items() if name.startswith("discrepancy.read.") and hasattr(m, "in_child")]
    before = [module.in_child for module in modules]
    for module in modules:
        module.in_child = in_this_process
    try:
        yield
    finally:
        for module, kept in zip(modules, before, strict=True):
            module.in_child = kept


def feed(suffix: str, data: bytes) -> None:
    """Read ``data`` as a file that ends in ``suffix`` and check what comes out."""
    with reading_here():
        try:
            contents = FORMATS[suffix](packed(suffix, data) if suffix in PACKED else data, f"fuzz{suffix}")
        except ReadError as error:
            assert printable(error.reason) == error.reason, error.reason
            return
    for draft in contents.drafts:
        check(to_document(draft, "a", f"fuzz{suffix}"))
    for words in (*contents.warnings, *(one.why for one in contents.unread)):
        assert printable(words) == words, words


def check(document: Document) -> None:
    """Zones cover the text in order, and what is read for claims lies in it."""
    at = 0
    for zone in document.zones:
        assert zone.span.start == at, (zone, at)
        assert zone.span.end > at or not document.text
        at = zone.span.end
    assert at == len(document.text)
    assert document.text.encode().decode() == document.text
    assert all(0 <= start <= end <= at for start, end in claim_spans(document).spans)
    assert all(printable(warning) == warning for warning in document.warnings), document.warnings


def packed(suffix: str, part: bytes) -> bytes:
    """A sound archive of this format, but for the one part that holds the words."""
    with zipfile.ZipFile(io.BytesIO(SAMPLES[suffix]())) as sample:
        members = {name: sample.read(name) for name in sample.namelist()}
    return _zip({**members, PACKED[suffix]: part})


def part_of(suffix: str) -> bytes:
    """The part of the sample that holds the words."""
    with zipfile.ZipFile(io.BytesIO(SAMPLES[suffix]())) as sample:
        return sample.read(PACKED[suffix])


def _zip(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


TITLE = "Boiler blast hurts dockers near Arzeno"
WORDS = "The harbour council said on Monday that the blast had killed 12 dockers and hurt some 70 people."
TEXT = f"{TITLE}\n17 September 2016\nARZENO (Harbour Post) - {WORDS}\n\nPhoto: the quay. / HP\n“No,” said Ana Ruiz.\n"
PAGE = (
    f"<html><head><title>{TITLE}</title><meta property='og:site_name' content='Post'></head><body><article><h1>{TITLE}"
    f"</h1><time datetime='2016-09-17'>17 September 2016</time><p>{WORDS}</p><table><tr><td>dead</td><td>12</td></tr>"
    f"</table><figcaption>The quay</figcaption></article></body></html>"
)
MAIL = f"From: a@example.org\nSubject: =?utf-8?q?Blast?=\nDate: Mon, 19 Sep 2016 10:00:00 +0000\n\n{WORDS}\n"
LINE = f'{{"id": "a", "title": "{TITLE}", "text": "{WORDS}", "published": "2016-09-17"}}'
FEED = (
    f"<rss version='2.0'><channel><title>P</title><item><title>{TITLE}</title><description>{WORDS}</description></item>"
    "</channel></rss>"
)
NITF = f"<nitf><head><title>{TITLE}</title></head><body><body.content><p>{WORDS}</p></body.content></body></nitf>"
RECORD = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nWARC-Date: 2016-09-17T00:00:00Z\r\n"
    "WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {size}\r\n\r\n"
)
ANSWER = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{PAGE}"
PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 80>>stream
BT /F 9 Tf 20 150 Td (The blast killed 12 dockers and hurt some 70 people in Arzeno.) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
"""


def _docx() -> bytes:
    from docx import Document as Word

    document, out = Word(), io.BytesIO()
    document.add_paragraph(TITLE)
    document.add_paragraph(WORDS)
    document.save(out)
    return out.getvalue()


def _odt() -> bytes:
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f'<o:d xmlns:o="{names}office:1.0" xmlns:t="{names}text:1.0"><o:text><t:h>{TITLE}</t:h><t:p>{WORDS}</t:p>'
        "</o:text></o:d>"
    )
    return _zip({"content.xml": content.encode()})


def _xlsx() -> bytes:
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    for row in (("title", "date", "text"), (TITLE, "2016-09-17", WORDS)):
        book.active.append(row)
    book.save(out)
    return out.getvalue()


SAMPLES: dict[str, Callable[[], bytes]] = {".docx": _docx, ".odt": _odt, ".xlsx": _xlsx}
SEEDS: dict[str, tuple[bytes, ...]] = {
    ".txt": (TEXT.encode(), TEXT.encode("utf-16"), TEXT.encode("cp1252")),
    ".md": (f"---\ntitle: {TITLE}\ndate: 2016-09-17\n---\n# {TITLE}\n\n{WORDS}\n".encode(),),
    ".json": (LINE.encode(),),
    ".jsonl": (f"{LINE}\n{LINE}\n".encode(),),
    ".html": (PAGE.encode(),),
    ".csv": (f'title,date,text\n"{TITLE}",2016-09-17,"{WORDS}"\n'.encode(),),
    ".pdf": (PDF,),
    ".rtf": (rf"{{\rtf1\ansi {TITLE}\par {WORDS}\par {{\*\x y}}\u8220? \'e9}}".encode(),),
    ".eml": (MAIL.encode(), MAIL.replace("\n\n", "\nContent-Type: text/html\n\n", 1).encode()),
    ".mbox": (f"From a@example.org Mon\n{MAIL}\nFrom b@example.org Mon\n{MAIL}".encode(),),
    ".zip": (_zip({"a.txt": TEXT.encode(), "b/c.json": LINE.encode()}),),
    ".warc": (f"{RECORD.format(size=len(ANSWER))}{ANSWER}\r\n\r\n".encode(),),
    ".xml": (FEED.encode(), NITF.encode()),
}
TARGETS: dict[str, Callable[[bytes], None]] = {
    suffix.removeprefix("."): partial(feed, suffix) for suffix in (*PLAIN, *PACKED)
}


def seeds(name: str) -> tuple[bytes, ...]:
    """What the fuzzer begins with for the target ``name``."""
    suffix = f".{name}"
    return (part_of(suffix),) if suffix in PACKED else SEEDS[suffix]
