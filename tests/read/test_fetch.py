"""Fetching, from a real server on this machine that the tests name as trusted."""

from __future__ import annotations

import functools
import gzip
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from web_server import Answer, WebServer, head, moved, page, web_server

from discrepancy.errors import ReadError
from discrepancy.read import read_documents, web_page
from discrepancy.read.fetch import LARGEST_PAGE, Page, fetch

STORY = b"The harbour master said seven people were hurt on Monday.\n"
PAGE = f"<html><body><article><h1>Пожар: Quay fire</h1><p>{STORY.decode()}</p><p>{'All is told. ' * 30}</p></article>"
MEGABYTE = 1024 * 1024


@contextmanager
def fetching(
    answers: dict[str, Answer], tls: ssl.SSLContext | None = None
) -> Iterator[tuple[WebServer, Callable[..., Page]]]:
    """A server, and ``fetch`` for paths or addresses on it."""
    with web_server(answers, tls) as server:

        def get(where: str, **more: Any) -> Page:
            url = where if "://" in where else f"http://127.0.0.1:{server.port}{where}"
            return fetch(url, trusted={("127.0.0.1", server.port)}, **more)

        yield server, get


def drip(answer: bytes) -> Callable[[socket.socket], None]:
    """Sends ``answer``, then a byte now and then for ever."""

    def send(connection: socket.socket) -> None:
        connection.sendall(answer)
        while True:
            connection.sendall(b"x")
            time.sleep(0.02)

    return send


def endless(answer: bytes, piece: bytes) -> Callable[[socket.socket], None]:
    def send(connection: socket.socket) -> None:
        connection.sendall(answer)
        while True:
            connection.sendall(piece)

    return send


def test_a_page_is_fetched_as_it_is() -> None:
    """With its type, and without telling the server anything but what it must know."""
    with fetching({"/a?b=c": page(STORY, "Text/Plain; charset=utf-8")}) as (server, get):
        found = get("/a?b=c#part")

    assert found == Page(f"http://127.0.0.1:{server.port}/a?b=c", "text/plain", STORY, "utf-8")
    names = {line.partition(b":")[0] for line in server.requests[0].split(b"\r\n")[1:] if line}
    assert names == {b"Host", b"User-Agent", b"Accept", b"Accept-Encoding", b"Connection"}


def test_packed_and_chunked_pages_are_unpacked() -> None:
    """What the reader sees is the text."""
    chunked = head("Transfer-Encoding: chunked") + b"%x\r\n%b\r\n0\r\n\r\n" % (len(STORY), STORY)
    answers: dict[str, Answer] = {
        "/gzip": page(gzip.compress(STORY), "text/plain", "Content-Encoding: gzip"),
        "/c": chunked,
    }
    with fetching(answers) as (_, get):
        assert get("/gzip").data == get("/c").data == STORY


def test_three_redirects_are_followed_and_no_fourth() -> None:
    """A loop ends."""
    answers: dict[str, Answer] = {f"/{n}": moved(f"/{n + 1}") for n in range(4)}
    with fetching({**answers, "/4": page(STORY)}) as (_, get):
        assert get("/1").url.endswith("/4")
        with pytest.raises(ReadError, match="redirects more than 3 times"):
            get("/0")


@pytest.mark.parametrize(
    "target",
    [
        "http://169.254.169.254/latest/",
        "http://localhost/",
        "file:///etc/passwd",
        "http://[::1]/",
        "//0x7f000001/",
        "ftp:/x",
    ],
)
def test_a_redirect_leads_nowhere_that_could_not_be_asked(target: str) -> None:
    """The check is the same for every step."""
    with fetching({"/": moved(target)}) as (_, get), pytest.raises(ReadError, match=r"internet|only http"):
        get("/")


def test_a_redirect_to_another_port_of_a_trusted_machine_is_refused() -> None:
    """Trust goes to one address with one port."""
    with web_server({"/": page(STORY)}) as other, fetching({"/": moved(f"http://127.0.0.1:{other.port}/")}) as (_, get):
        with pytest.raises(ReadError, match="is not asked, only 80 and 443"):
            get("/")
        assert other.requests == []


def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that would answer differently a second time is never looked up a second time."""
    asked: list[str] = []
    genuine = socket.getaddrinfo

    def once(host: str, port: int, *rest: Any, **more: Any) -> Any:
        if host.endswith(".example.org"):
            asked.append(host)
            host = "127.0.0.1" if len(asked) == 1 else "127.0.0.2"
        return genuine(host, port, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", once)
    with fetching({"/": page(STORY)}) as (server, get):
        assert get(f"http://news.example.org:{server.port}/").data == STORY

    assert asked == ["news.example.org"]
    assert b"Host: news.example.org:" in server.requests[0]


@pytest.mark.parametrize(
    "answer",
    [
        endless(head("Content-Type: text/plain"), b"x" * 65_536),
        endless(head("Transfer-Encoding: chunked"), b"10000\r\n" + b"x" * 65_536 + b"\r\n"),
        page(gzip.compress(bytes(LARGEST_PAGE + 1)), "text/plain", "Content-Encoding: gzip"),
    ],
    ids=["endless", "chunks without end", "gzip bomb"],
)
def test_a_page_is_counted_while_it_grows(answer: Answer) -> None:
    """Whatever its head says; packed pages are counted unpacked."""
    with fetching({"/": answer}) as (_, get), pytest.raises(ReadError, match="is larger than the limit of 20 MB"):
        get("/")


@pytest.mark.parametrize(
    "answer",
    [
        drip(head("Content-Type: text/plain")),
        drip(b"HTTP/1.1 200 OK\r\nX: "),
        drip(b"HTTP/1.1 200"),
        drip(head("Transfer-Encoding: chunked")),
        endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    ],
    ids=["body", "header", "status", "chunk size", "continue without end"],
)
def test_a_server_that_drips_is_left_at_the_deadline(answer: Answer) -> None:
    """A byte now and then does not buy time."""
    with fetching({"/": answer}) as (_, get), pytest.raises(ReadError, match="did not answer in time"):
        get("/", seconds=0.5)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (head(status="404 Not Found"), "the server answers 404"),
        (head(status="302 Found"), "answers 302 without saying where"),
        (page(STORY, "text/plain", "Content-Encoding: br"), "packed in a way that was not asked for"),
        (page(gzip.compress(STORY)[:-9], "text/plain", "Content-Encoding: gzip"), "ends in the middle"),
        (page(STORY, "text/plain", "Content-Encoding: gzip"), "does not answer like a web server"),
        (head("Content-Length: 100") + STORY, "ends in the middle"),
        (b"220 ready\r\n", "does not answer like a web server"),
        (head(*(f"X-{n}: y" for n in range(200))), "does not answer like a web server"),
        (b"", "cannot be reached"),
    ],
)
def test_a_bad_answer_is_one_clear_line(answer: bytes, why: str) -> None:
    """In our words, not in the server's."""
    with fetching({"/": answer}) as (_, get), pytest.raises(ReadError, match=why):
        get("/")


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, Path]:
    """A certificate for news.example.org, and its key, made for this test alone."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("no openssl is installed to make a certificate with")
    paths = (tmp_path / "certificate.pem", tmp_path / "key.pem")
    how = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=news.example.org"
    names = ["-addext", "subjectAltName=DNS:news.example.org", "-out", str(paths[0]), "-keyout", str(paths[1])]
    subprocess.run([openssl, *how.split(), *names], check=True, capture_output=True)
    return paths


@pytest.mark.parametrize(
    ("host", "known", "outcome"),
    [
        ("news.example.org", True, "page"),
        ("other.example.org", True, "certificate"),
        ("news.example.org", False, "certificate"),
    ],
)
def test_a_server_proves_who_it_is(
    host: str, known: bool, outcome: str, certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name of the address is asked for and must be that of a certificate that the system trusts."""
    genuine = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda _, *rest, **more: genuine("127.0.0.1", *rest, **more))
    if known:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    with fetching({"/": page(STORY)}, context) as (server, get):
        if outcome == "page":
            assert get(f"https://{host}:{server.port}/").data == STORY
        else:
            with pytest.raises(ReadError, match="cannot prove who it is"):
                get(f"https://{host}:{server.port}/")

    assert server.names == [host]


def test_a_handshake_that_drips_is_left_at_the_deadline() -> None:
    """The deadline holds before the first word of the page, too."""
    with web_server({}) as _, socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        with pytest.raises(ReadError, match="did not answer in time"):
            fetch(f"https://127.0.0.1:{port}/", trusted={("127.0.0.1", port)}, seconds=0.3)


@pytest.fixture
def articles(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a server that ``read_documents`` may ask."""
    answers: dict[str, Answer] = {
        "/news/ferry": page(STORY),
        "/raw/quay.md": page(b"---\noutlet: The Quay\n---\n" + STORY),
        "/api": page(b'{"text": "Seven people were hurt.", "url": "https://quay.example/7"}', "application/json"),
        "/page": page(PAGE.encode("cp1251"), "text/html; charset=windows-1251"),
        "/empty": page(b"<p></p>", "text/html"),
        "/picture": page(b"\x89PNG", "image/png"),
        "/": page(STORY),
        "/%2e%2e%2fetc%2fpasswd": page(STORY),
    }
    with web_server(answers) as server:
        monkeypatch.setattr(web_page, "fetch", functools.partial(fetch, trusted={("127.0.0.1", server.port)}))
        yield f"http://127.0.0.1:{server.port}"


def test_web_addresses_are_read_beside_files(articles: str, tmp_path: Path) -> None:
    """The type that the server names picks the reader, and the document knows where it was found."""
    (tmp_path / "a.txt").write_bytes(STORY)
    names = ["/news/ferry", "/raw/quay.md", "/api", "/"]
    reading = read_documents([*(articles + name for name in names), str(tmp_path / "a.txt"), f"{articles}/news/ferry"])

    assert reading.unread == ()
    assert [document.id for document in reading.documents] == ["ferry", "quay", "api", "127.0.0.1", "a"]
    assert [document.url for document in reading.documents] == [
        f"{articles}/news/ferry",
        f"{articles}/raw/quay.md",
        "https://quay.example/7",
        f"{articles}/",
        None,
    ]
    assert reading.documents[1].outlet == "The Quay"


def test_a_web_page_is_read_like_a_saved_one(articles: str) -> None:
    """In the encoding that the server names."""
    (document,) = read_documents([f"{articles}/page"]).documents

    assert (document.id, document.url) == ("page", f"{articles}/page")
    assert document.text.startswith("Пожар: Quay fire\nThe harbour master said seven people were hurt on Monday.")


def test_pages_without_an_article_are_refused_by_name(articles: str) -> None:
    """With the line that a file of that kind gets."""
    reading = read_documents([f"{articles}/empty", f"{articles}/picture"])

    assert [unread.why for unread in reading.unread] == [
        "holds no article: no running text is found in the page",
        "is image/png, which cannot be read; save the article as .txt",
    ]


def test_the_name_of_a_page_is_no_path(articles: str) -> None:
    """Its id is a word."""
    assert [d.id for d in read_documents([f"{articles}/%2e%2e%2fetc%2fpasswd"]).documents] == ["passwd"]
