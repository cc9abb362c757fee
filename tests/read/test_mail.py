"""Mails and mailboxes."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from discrepancy.errors import ReadError
from discrepancy.read import read_document, read_documents

STORY = "Seven people were hurt on the quay of “Arzeno” on Monday, the harbour master said.\n"
PAGE = (
    f"<html><body><article><h1>Quay fire</h1><p>{STORY}</p><p>{'All is told here. ' * 20}</p></article></body></html>"
)


def mail(text: str | None = STORY, page: str | None = None, subject: str = "Fwd: Quay fire") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Harbour Post <news@post.example>"
    message["Date"] = "Sun, 18 Sep 2016 23:30:00 -0500"
    message["Subject"] = subject
    if text is not None:
        message.set_content(text, charset="utf-8")
    if page is not None and text is not None:
        message.add_alternative(page, subtype="html")
    elif page is not None:
        message.set_content(page, subtype="html", charset="cp1252")
    return message


def saved(tmp_path: Path, data: bytes, name: str = "quay.eml") -> Path:
    (tmp_path / name).write_bytes(data)
    return tmp_path / name


def test_the_text_part_is_read_under_the_subject(tmp_path: Path) -> None:
    """The sender is the outlet, the day is that of the sender's clock."""
    document = read_document(saved(tmp_path, mail(page="<p>Ninety</p>").as_bytes()))

    assert document.text == f"Quay fire\n\n{STORY.strip()}"
    assert (document.title, document.outlet) == ("Quay fire", "Harbour Post")
    assert (document.published, document.warnings) == (date(2016, 9, 18), ())


def test_a_mail_that_is_a_page_is_read_like_one(tmp_path: Path) -> None:
    """In its own encoding."""
    document = read_document(saved(tmp_path, mail(None, PAGE).as_bytes()))

    assert document.text.startswith(f"Quay fire\n{STORY.strip()}")


def test_attachments_are_named(tmp_path: Path) -> None:
    """Somebody should know that there is more."""
    message = mail()
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="list.pdf")

    assert read_document(saved(tmp_path, message.as_bytes())).warnings == ("has 1 attachment, which is not read",)


def test_a_mailbox_gives_its_mails(tmp_path: Path) -> None:
    """One that holds nothing is named."""
    mails = [mail(subject="One"), mail(text=""), mail(subject="Three")]
    box = b"".join(b"From news@post.example Sun Sep 18 12:00:00 2016\n" + one.as_bytes() + b"\n" for one in mails)
    reading = read_documents([str(saved(tmp_path, box, "all.mbox"))])

    assert [document.title for document in reading.documents] == ["One", "Three"]
    assert [document.id for document in reading.documents] == ["all-1", "all-2"]
    assert [line.rpartition(": ")[2] for line in reading.warnings] == ["mail 2 is empty"]


def test_many_empty_mails_are_counted(tmp_path: Path) -> None:
    """Twenty are named, the rest is a number."""
    mails = [mail(), *[mail(text="")] * 23]
    box = b"".join(b"From news@post.example Sun Sep 18 12:00:00 2016\n" + one.as_bytes() + b"\n" for one in mails)
    reading = read_documents([str(saved(tmp_path, box, "all.mbox"))])

    told = [line.rpartition(": ")[2] for line in reading.warnings]
    assert told == [*(f"mail {number} is empty" for number in range(2, 22)), "3 more mails hold no article"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.eml", b""),
        ("a.eml", b"no header at all"),
        ("a.eml", b"Subject: x\r\n\r\n"),
        ("a.eml", b"Subject: x\nContent-Type: multipart/mixed; boundary=a\n\n" + b"--a\n" * 1000),
        ("a.eml", b"Subject: =?rot13?b?####?=\nContent-Type: text/plain; charset=rot13\n\n\0\0"),
        ("a.mbox", STORY.encode()),
    ],
)
def test_what_holds_no_words_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    """In one line."""
    with pytest.raises(ReadError) as caught:
        read_document(saved(tmp_path, data, name))
    assert caught.value.reason.isprintable()


def test_mails_inside_mails_without_end_cost_one_file(tmp_path: Path) -> None:
    """Thousands of levels."""
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3_000))
    reading = read_documents([str(saved(tmp_path, b"Subject: x\n" + deep + STORY.encode()))])

    assert len(reading.unread) + len(reading.documents) == 1
