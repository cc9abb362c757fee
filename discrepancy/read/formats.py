"""Every input format, listed once: suffix to reader."""

from __future__ import annotations

from collections.abc import Callable

from discrepancy.errors import ReadError
from discrepancy.language.printable import printable
from discrepancy.read.csv_sheet import read_csv
from discrepancy.read.docx import read_docx
from discrepancy.read.draft import Contents
from discrepancy.read.html import read_html
from discrepancy.read.json_article import read_json
from discrepancy.read.json_lines import read_json_lines
from discrepancy.read.mail import read_mail, read_mailbox
from discrepancy.read.markdown import read_markdown
from discrepancy.read.odt import read_odt
from discrepancy.read.packed import PACKED, read_packed
from discrepancy.read.parquet_sheet import read_parquet
from discrepancy.read.pdf import read_pdf
from discrepancy.read.plain_text import read_text
from discrepancy.read.rtf import read_rtf
from discrepancy.read.warc import read_wacz, read_warc
from discrepancy.read.xlsx_sheet import read_xlsx
from discrepancy.read.xml_news import read_xml
from discrepancy.read.zip_archive import read_zip

Reader = Callable[[bytes, str], Contents]

FORMATS: dict[str, Reader] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".json": read_json,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".xlsx": read_xlsx,
    ".parquet": read_parquet,
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".odt": read_odt,
    ".rtf": read_rtf,
    ".eml": read_mail,
    ".mbox": read_mailbox,
    ".zip": read_zip,
    ".warc": read_warc,
    **dict.fromkeys(PACKED, read_packed),
    ".wacz": read_wacz,
    **dict.fromkeys((".xml", ".rss", ".atom"), read_xml),
}
# These hold no article as plain text, even where their bytes happen to be text.
REFUSED: dict[str, str] = {
    ".mhtml": "web archives of browsers",
    **dict.fromkeys((".svg", ".xslt"), "drawings and programs in XML"),
    **dict.fromkeys((".7z", ".tar", ".tgz"), "archives"),
    **dict.fromkeys((".pkl", ".pickle", ".py", ".exe", ".so", ".dll"), "programs and pickles"),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".webp", ".mp3", ".mp4"), "images, sound and film"),
    **dict.fromkeys((".xls", ".ods"), "tables"),
    **dict.fromkeys((".db", ".sqlite"), "databases"),
    **dict.fromkeys((".doc", ".pages"), "office documents"),
    **dict.fromkeys((".msg", ".pst"), "mails of Outlook"),
}
MARKUP = ("text/html", "application/xhtml+xml")
# How servers name the formats; what they say about the encoding is used for markup alone.
MEDIA_TYPES: dict[str, str] = {
    "text/plain": ".txt",
    **dict.fromkeys(("text/markdown", "text/x-markdown"), ".md"),
    "application/json": ".json",
    **dict.fromkeys(("application/x-ndjson", "application/jsonl", "application/x-jsonlines"), ".jsonl"),
    **dict.fromkeys(MARKUP, ".html"),
    **dict.fromkeys(("text/xml", "application/xml", "application/rss+xml", "application/atom+xml"), ".xml"),
    "application/pdf": ".pdf",
}


def reader_of_page(media_type: str, suffix: str, name: str) -> Reader:
    """The reader for what a server calls ``media_type``, from an address that ends in ``suffix``.

    Servers give Markdown and JSON as plain text, so that there the suffix decides. Raises ReadError named ``name``.
    """
    known = MEDIA_TYPES.get(media_type)
    if known is None:
        kind = printable(media_type[:60]) or "of no known type"
        raise ReadError(name, f"is {kind}, which cannot be read; save the article as .txt")
    return reader_for(suffix if known == ".txt" and suffix.lower() in FORMATS else known, name)


def reader_for(suffix: str, name: str) -> Reader:
    """The reader for files that end in ``suffix``; an unknown suffix is read as text.

    Raises ReadError named ``name`` for formats that are not supported.
    """
    suffix = suffix.lower()
    if suffix in REFUSED:
        raise ReadError(name, f"{REFUSED[suffix]} ({suffix}) cannot be read; save the article as .txt")
    return FORMATS.get(suffix, read_text)


def read_piped(data: bytes, name: str) -> Contents:
    """Articles from a stream without a suffix: an article object, objects line by line, else text."""
    if data.lstrip()[:1] == b"{":
        for reader in (read_json, read_json_lines):
            try:
                return reader(data, name)
            except ReadError:
                continue
    return read_text(data, name)
