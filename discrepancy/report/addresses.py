"""Addresses of articles for files that other programs follow."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from hashlib import sha256
from pathlib import PurePath
from urllib.parse import quote, urlsplit

from discrepancy.model import Document

_IN_AN_ADDRESS = ":/?#[]@!$&'()*+,;=%"


def address(url: str | None) -> str | None:
    """``url`` where a browser may follow it."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def file_address(document: Document) -> str:
    """Where the article was read: its file as a relative or file address, its page on the web, or else its id."""
    where = document.path or document.id
    if address(where):
        return quote(where, safe=_IN_AN_ADDRESS, errors="replace")
    quoted = quote(PurePath(where).as_posix(), errors="replace")
    return f"file://{quoted}" if quoted.startswith("/") else quoted


def source_address(document: Document) -> str:
    """A name that holds everywhere: the article's page where that is known, else the hash of its text (RFC 6920)."""
    url = address(document.url) or address(document.path)
    if url:
        return quote(url, safe=_IN_AN_ADDRESS, errors="replace")
    digest = sha256(document.text.encode("utf-8", "replace")).digest()
    return f"ni:///sha-256;{urlsafe_b64encode(digest).decode().rstrip('=')}"
