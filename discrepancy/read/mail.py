"""Formats ``.eml`` and ``.mbox``: mails; the text part is read, or the page where there is no text part."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from discrepancy.errors import ReadError
from discrepancy.read.child import in_child
from discrepancy.read.decode import decode
from discrepancy.read.draft import Contents, Draft
from discrepancy.read.html import read_html
from discrepancy.read.markup_text import declared, known_codec
from discrepancy.read.parts import contents_of_parts

MOST_MAILS = 1_000
_START = re.compile(rb"(?:\A|\r?\n\r?\n)From [^\r\n]{1,500}\r?\n(?=[A-Za-z-]{1,60}:)")
_PASSED_ON = re.compile(r"(?:(?:re|fwd?|aw|wg)\s?:\s?){1,9}", re.IGNORECASE)
_HEADER = re.compile(rb"[!-9;-~]{1,80}:")
_PAGE = "text/html"


def read_mail(data: bytes, name: str) -> Contents:
    """The one article of a mail; raises ReadError where it holds no words."""
    draft = in_child(parts_of_mail, data, name).drafts[0]
    if draft.id != _PAGE:
        return Contents((_with(draft, draft.text, ()),))
    page = read_html(draft.text.encode("utf-8-sig", "replace"), name).drafts[0]
    return Contents((_with(draft, page.text, page.warnings),))


def read_mailbox(data: bytes, name: str) -> Contents:
    """Every mail of a box; raises ReadError where none holds an article."""
    starts = list(_START.finditer(data))
    if not starts:
        raise ReadError(name, "is not a mailbox")
    ends = [start.start() for start in starts[1:]] + [len(data)]
    mails = (data[start.end() : end] for start, end in zip(starts[:MOST_MAILS], ends, strict=False))
    found = (_one_of_many(mail.lstrip(b"\r\n"), number, name) for number, mail in enumerate(mails, 1))
    contents = contents_of_parts(found, name, none="holds no article", more="mails hold no article")
    left = (f"holds {len(starts)} mails; the first {MOST_MAILS} are read",) if len(starts) > MOST_MAILS else ()
    return replace(contents, warnings=(*contents.warnings, *left))


def _one_of_many(data: bytes, number: int, name: str) -> Draft | str:
    try:
        return read_mail(data, name).drafts[0]
    except ReadError as error:
        return f"mail {number} {error.reason}"


def prepare() -> None:
    """Nothing to load: the standard library reads mails."""


def parts_of_mail(data: bytes, name: str) -> Contents:
    """The part that holds the words, its media type in the place of an id; headers as written."""
    if not _HEADER.match(data.lstrip()):
        raise ReadError(name, "is not a mail")
    mail = message_from_bytes(data.lstrip(), policy=policy.default)
    body = mail.get_body(("plain", "html"))
    if not isinstance(body, EmailMessage):
        raise ReadError(name, "holds no words, only attachments")
    payload = body.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    text, warnings = decode(declared(raw, _charset(body)), name)
    attached = sum(1 for _ in mail.iter_attachments()) if mail.is_multipart() else 0
    if attached:
        warnings = (
            *warnings,
            f"has {attached} attachment{'s' if attached > 1 else ''}, which {'are' if attached > 1 else 'is'} not read",
        )
    sender = parseaddr(_header(mail, "From"))[0] or None
    title = _PASSED_ON.sub("", _header(mail, "Subject"), count=1) or None
    return Contents((Draft(text, body.get_content_type(), title, sender, _day(mail), warnings=warnings),))


def _with(draft: Draft, words: str, warnings: tuple[str, ...]) -> Draft:
    """The article: the subject is its headline."""
    words = words.replace("\r\n", "\n").strip()
    head = f"{draft.title}\n\n" if draft.title and not words.startswith(draft.title) else ""
    return Draft(head + words, None, draft.title, draft.outlet, draft.published, warnings=(*draft.warnings, *warnings))


def _charset(part: EmailMessage) -> str:
    label = part.get_param("charset", "")
    return label if isinstance(label, str) and known_codec(label) else ""


def _header(mail: EmailMessage, field: str) -> str:
    try:
        return " ".join(str(mail.get(field, "")).split())[:500]
    except (ValueError, LookupError, AttributeError, IndexError, TypeError):  # headers that the library stumbles over
        return ""


def _day(mail: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(_header(mail, "Date")).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
