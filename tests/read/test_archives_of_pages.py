"""Web archives, feeds, and news as agencies send it."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from html import escape
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from discrepancy.read import Reading, read_documents

LEAD = "Seven people were hurt on the quay of “Arzeno” on Monday, the harbour master said."
MORE = "The fire started at noon in a store of paint near the northern gate, the fire brigade said."
PAGE = f"<html><body><article><h1>Quay fire</h1><p>{LEAD}</p><p>{MORE}</p><p>{MORE.lower()}</p></article></body></html>"
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title>
<entry><title>Quay fire</title><link href="https://post.example/1"/><updated>2016-09-18T10:00:00Z</updated>
<content type="html">&lt;p&gt;{LEAD}&lt;/p&gt;&lt;p&gt;{MORE}&lt;/p&gt;</content></entry>
<entry><title>In short</title><summary>{LEAD}</summary></entry><entry><title>Empty</title></entry></feed>"""
NITF = f"""<nitf><head><title>x</title><docdata><date.issue norm="20160918T1000"/></docdata>
<pubdata name="Harbour Post"/></head><body><body.head><hedline><hl1>Quay fire</hl1></hedline></body.head>
<body.content><block><p>{LEAD}</p><p>{MORE}</p></block></body.content></body></nitf>"""
NEWSML = f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:quay:1"><itemMeta>
<provider literal="Harbour Post"/><versionCreated>2016-09-18T10:00:00Z</versionCreated></itemMeta>
<contentMeta><headline>Quay fire</headline></contentMeta><contentSet><inlineXML>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>y</title></head><body><p>{LEAD}</p><p>{MORE}</p></body></html>
</inlineXML></contentSet></newsItem>"""


def warc(pages: dict[str, bytes], packed: bool = True, kind: str = "text/html; charset=windows-1252") -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for url, body in pages.items():
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", io.BytesIO(body), http_headers=headers))
    return out.getvalue()


def wacz(archive: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("archive/data.warc.gz", archive)
    return out.getvalue()


def read(tmp_path: Path, data: bytes | str, name: str) -> Reading:
    (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_documents([str(tmp_path / name)])


PAGES = {"https://post.example/1": PAGE.encode("cp1252"), "https://post.example/frame": b"<html><body></body></html>"}


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.warc.gz", warc(PAGES)), ("a.warc", warc(PAGES, packed=False)), ("a.wacz", wacz(warc(PAGES)))],
    ids=["warc.gz", "warc", "wacz"],
)
def test_the_pages_of_a_web_archive_are_articles(tmp_path: Path, name: str, data: bytes) -> None:
    """With their addresses; pages without an article are named."""
    reading = read(tmp_path, data, name)

    assert [document.text.splitlines()[:3] for document in reading.documents] == [["Quay fire", LEAD, MORE]]
    assert [document.url for document in reading.documents] == ["https://post.example/1"]
    assert ["https://post.example/frame: " in line for line in reading.warnings] == [True]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.wacz", "a.xml"])
@pytest.mark.parametrize("data", [b"", LEAD.encode(), b"\x1f\x8b" + b"\0" * 99, warc(PAGES)[:120], b"WARC/1.0\r\n\r\n"])
def test_what_is_no_archive_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    """In one line."""
    reading = read(tmp_path, data, name)

    assert [reading.documents, len(reading.unread)] == [(), 1]


def test_the_entries_of_a_feed_are_articles(tmp_path: Path) -> None:
    """A summary is said to be one."""
    reading = read(tmp_path, ATOM, "news.atom")
    first, second = reading.documents

    assert first.text == f"Quay fire\n{LEAD}\n{MORE}"
    assert (first.id, first.outlet, first.published) == ("news-1", "Harbour Post", date(2016, 9, 18))
    assert first.url == "https://post.example/1"
    assert first.warnings == tuple(line.removeprefix(f"{first.path}: ") for line in reading.warnings[:2])
    assert second.warnings == ("is a summary from a feed, not the whole article",)
    assert any("1 without text" in line for line in reading.warnings)
    assert any("news.atom: 1 of 2 entries are summaries" in line for line in reading.warnings)


@pytest.mark.parametrize("end", ["…", "[...]", "<p>Continue reading Quay fire →</p>", "<a>Read the full story</a>"])
def test_an_entry_that_breaks_off_is_said_to_be_a_summary(tmp_path: Path, end: str) -> None:
    """Some feeds give the first words in the place of the whole."""
    (document, _) = read(tmp_path, ATOM.replace(MORE, f"{MORE[:40]} {escape(end)}"), "news.atom").documents

    assert document.warnings[-1] == "is a summary from a feed, not the whole article"


@pytest.mark.parametrize("text", [NITF, NEWSML], ids=["NITF", "NewsML-G2"])
def test_news_of_agencies_is_read(tmp_path: Path, text: str) -> None:
    """Headline, paragraphs, outlet and day."""
    (document,) = read(tmp_path, text, "a.xml").documents

    assert document.text == f"Quay fire\n{LEAD}\n{MORE}"
    assert (document.title, document.outlet, document.published) == ("Quay fire", "Harbour Post", date(2016, 9, 18))


@pytest.mark.parametrize("text", [NITF, NEWSML, ATOM])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused(tmp_path: Path, text: str, encoding: str) -> None:
    """Entities can name files and grow without end."""
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    reading = read(tmp_path, (laughs + text).encode(encoding), "a.xml")

    assert [one.why for one in reading.unread] == ["declares a document type or entities, which is not read"]


def test_deep_xml_is_refused(tmp_path: Path) -> None:
    """A hundred thousand levels."""
    reading = read(tmp_path, "<nitf>" * 100_000 + LEAD, "a.xml")

    assert [one.why for one in reading.unread] == ["is not sound XML, or is nested too deeply"]
