"""Comparing on the page: the plain form, the interface for programs, and every format to download."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import openpyxl
import pytest
from web_articles import HERALD, QUAY

from discrepancy.pipeline import compare
from discrepancy.read import Pasted, Upload, read_handed
from discrepancy.report import FORMATS
from discrepancy.web.worker import MOST_ARTICLES

Settled = Callable[[str], dict[str, Any]]
QUAY_FILE = ("files", ("quay.txt", QUAY.encode(), "text/plain"))


def started(client: httpx.Client, **form: Any) -> str:
    """The id of the comparison that a form starts."""
    answer = client.post("/comparisons", **form)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"].removeprefix("/comparisons/")


@pytest.fixture(scope="module")
def compared(site: Any) -> str:
    """The id of a finished comparison of a pasted text and a file."""
    with site.client() as client:
        form = {"text": [HERALD, ""], "title": ["", ""], "outlet": ["The Hallin Herald", ""], "published": ["", ""]}
        identity = started(client, data=form, files=[QUAY_FILE])
        while client.get(f"/api/comparisons/{identity}").json()["status"] not in ("done", "failed"):
            pass
        return identity


def test_a_plain_form_leads_to_the_report_in_place(client: httpx.Client, compared: str) -> None:
    """Without a line of JavaScript: the page of the comparison is the report."""
    page = client.get(f"/comparisons/{compared}").text

    assert "<title>1 conflict in 2 articles</title>" in page
    assert "31 passengers were injured" in page
    assert 'href="/">Compare other articles' in page


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "xlsx"])
def test_a_download_is_what_the_command_line_writes(client: httpx.Client, compared: str, name: str) -> None:
    """Byte for byte, and as a file of its own."""
    handed = [Pasted(HERALD, outlet="The Hallin Herald"), Upload("quay.txt", QUAY.encode())]
    written = FORMATS[name](compare(read_handed(handed).documents))
    answer = client.get(f"/api/comparisons/{compared}/report/{name}")

    assert answer.content == (written.encode() if isinstance(written, str) else written)
    assert re.fullmatch(r'attachment; filename="report(\.[a-z]+)+"', answer.headers["content-disposition"])


def test_the_workbook_can_be_opened(client: httpx.Client, compared: str) -> None:
    """By another program than the one that wrote it."""
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"/api/comparisons/{compared}/report/xlsx").content))

    assert "conflicts" in book.sheetnames


def test_every_format_can_be_downloaded(client: httpx.Client, compared: str) -> None:
    """The page links to each, and so does the interface."""
    page = client.get(f"/comparisons/{compared}").text
    reports = client.get(f"/api/comparisons/{compared}").json()["reports"]

    assert list(reports) == list(FORMATS)
    assert all(f'href="{link}"' in page and client.get(link).status_code == 200 for link in reports.values())


def test_a_program_compares_with_json(client: httpx.Client, settled: Settled) -> None:
    """Only conflicts that it asked for are in the report."""
    articles = [{"text": HERALD, "outlet": "The Hallin Herald", "published": "2024-03-19"}, {"text": QUAY}]
    answer = client.post("/api/comparisons", json={"articles": articles, "kinds": ["place"]})
    state = settled(answer.json()["id"])
    report = client.get(state["reports"]["json"]).json()

    assert (answer.status_code, state["status"]) == (202, "done")
    assert answer.headers["location"] == f"/api/comparisons/{state['id']}"
    assert report["conflicts"] == []
    assert report["documents"][0]["outlet"] == "The Hallin Herald"


def test_what_cannot_be_read_is_said_and_the_rest_is_compared(client: httpx.Client, settled: Settled) -> None:
    """Also what only the worker finds out: a broken line, an address that leads inside."""
    lines = "\n".join([json.dumps({"text": HERALD}), "{", json.dumps({"text": QUAY})])
    files = [("files", ("both.jsonl", lines.encode())), ("files", ("page.html", b"<p>x</p>"))]
    identity = started(client, files=files, data={"addresses": "http://169.254.169.254/latest\r\n"})
    state = settled(identity)
    report = client.get(state["reports"]["json"]).json()
    unread = report["unread"]

    assert [document["warnings"] for document in report["documents"]] == [["line 2 is not valid JSON"], []]
    assert state["warnings"] == [], "the report says it"
    assert [one["path"] for one in unread] == ["page.html", "http://169.254.169.254/latest"]
    assert unread[1]["why"] == "is not a machine of the open internet"


def test_a_saved_web_page_is_an_article(client: httpx.Client, settled: Settled) -> None:
    """It is read in one more process, which the one that compares starts."""
    paragraphs = "".join(f"<p>{line}</p>" for line in (*HERALD.splitlines(), "The rest is told below. " * 30))
    page = f"<html><body><article>{paragraphs}</article></body></html>".encode()
    state = settled(started(client, files=[("files", ("herald.html", page)), QUAY_FILE]))
    report = client.get(state["reports"]["json"]).json()

    assert report["unread"] == []
    assert len(report["conflicts"]) == 1


def test_a_comparison_that_cannot_be_made_says_why(client: httpx.Client, settled: Settled) -> None:
    """In the place where the report would be."""
    identity = started(client, data={"text": QUAY, "addresses": "http://localhost/"})

    assert settled(identity)["why"] == "http://localhost/: names no machine of the open internet"
    assert "names no machine of the open internet" in client.get(f"/comparisons/{identity}").text
    assert client.get(f"/api/comparisons/{identity}/report/csv").status_code == 404


def test_too_few_articles_give_the_form_back_as_it_was(client: httpx.Client) -> None:
    """Nothing that was typed is lost, and nothing of it is markup."""
    typed = "</textarea><script>alert(1)</script>"
    answer = client.post("/comparisons", data={"text": ["", typed], "outlet": ["", '"><b>'], "addresses": ""})

    assert answer.status_code == 422
    assert "Two articles or more are needed; one was given." in answer.text
    assert "&lt;/textarea&gt;&lt;script&gt;alert(1)" in answer.text
    assert typed not in answer.text and '"><b>' not in answer.text


def test_more_than_fifty_articles_are_refused(client: httpx.Client, settled: Settled) -> None:
    """As files, as addresses, and as lines of one file."""
    files = [("files", (f"{number}.txt", b"x")) for number in range(MOST_ARTICLES + 1)]
    lines = "\n".join([json.dumps({"text": QUAY})] * (MOST_ARTICLES + 1)).encode()

    assert "more than 50 files" in client.post("/comparisons", files=files).text
    assert "At most 50 articles" in client.post("/comparisons", data={"addresses": "http://a.example/\n" * 51}).text
    state = settled(started(client, files=[("files", ("many.jsonl", lines)), QUAY_FILE]))
    assert state["why"] == "there are 52 articles; the page compares at most 50"


@pytest.mark.parametrize("name", ["../../../../etc/passwd", "/etc/passwd", "..\\..\\boot.ini", "file:///etc/passwd"])
def test_the_name_of_an_upload_opens_no_file(client: httpx.Client, settled: Settled, name: str) -> None:
    """It is a label, and what was sent is what is compared."""
    state = settled(started(client, files=[("files", (name, HERALD.encode())), QUAY_FILE]))
    documents = client.get(state["reports"]["json"]).json()["documents"]

    assert documents[0]["path"] in ("passwd", "boot.ini")
    assert documents[0]["characters"] == len(HERALD)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"x"),
        ("multipart/form-data; boundary=b", b"--b\r\nContent-Disposition: form-data; name=x"),
        ("multipart/form-data; boundary=b", b"--b\r\n" + b"X-A: b\r\n" * 100_000),
        ("application/x-www-form-urlencoded", b"text=%ff%00%"),
        ("application/x-www-form-urlencoded", b"a&" * 1_000_000),
        ("application/json", b"[" * 1_000_000),
        ("text/plain", b"text=a"),
    ],
)
@pytest.mark.parametrize("path", ["/comparisons", "/api/comparisons"])
def test_a_body_that_is_no_form_is_refused(client: httpx.Client, path: str, kind: str, body: bytes) -> None:
    """With a clear word, whatever it is."""
    assert client.post(path, content=body, headers={"content-type": kind}).status_code in (400, 422)


def test_ids_cannot_be_guessed_and_are_listed_nowhere(client: httpx.Client, compared: str) -> None:
    """Whoever knows one sees the articles."""
    assert len(compared) >= 32
    assert compared not in client.get("/").text
    assert client.get("/api/comparisons").status_code == 405
    assert client.get(f"/comparisons/{compared[:-1]}").status_code == 404


def test_nothing_of_an_article_is_written_to_disk_or_log(
    client: httpx.Client, settled: Settled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: Any, caplog: Any
) -> None:
    """Neither as a file nor in the name of one; large uploads stay in memory, too."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("tempfile.TemporaryFile", lambda *_, **__: pytest.fail("a file was made"))
    big = f"{HERALD}\n{'quartermaster ' * 200_000}".encode()
    settled(started(client, files=[("files", ("quartermaster.json", big)), ("files", ("a.txt", big[:99])), QUAY_FILE]))

    assert list(tmp_path.iterdir()) == []
    assert "quartermaster" not in caplog.text + "".join(capfd.readouterr())
