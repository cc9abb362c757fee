"""Who may ask the page, and what an answer carries: as a hostile web page in the same browser would try it."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from discrepancy.web.guard import LARGEST_BODY, Guard

WORD = "quartermaster"
HOSTS = [
    *("evil.example", "evil.example:{port}", "127.0.0.1.evil.example:{port}", "localhost.evil.example:{port}", ""),
    *("127.0.0.1", "localhost", "127.0.0.1:1", "127.0.0.1:{port}0", "127.0.0.1:0{port}", "127.0.0.1:{port}:{port}"),
    *("[::1].evil.example:{port}", "[::1%25lo]:{port}", "[::ffff:127.0.0.1]:{port}", "0.0.0.0:{port}", "127.1:{port}"),
    *("user@localhost:{port}", "localhost\\@evil.example", "localhost:{port}\\@evil.example", "localhost:{port}/../x"),
    *("localhost:{port}, evil.example", "localhost.:{port}", "2130706433:{port}", "a" * 4000),
]


def exchange(port: int, request: str) -> bytes:
    """What the server says to exactly these bytes."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(request.encode("latin-1"))
        return b"".join(iter(lambda: connection.recv(65_536), b""))


@pytest.mark.parametrize("host", HOSTS)
def test_a_foreign_name_is_refused(site: Any, host: str) -> None:
    """A name that somebody points at this machine gets nothing, whatever it looks like."""
    said = exchange(site.port, f"GET / HTTP/1.1\r\nHost: {host.format(port=site.port)}\r\nConnection: close\r\n\r\n")
    assert said.startswith(b"HTTP/1.1 400"), said[:300]


TWICE = ["", "Host: localhost:{port}\r\nHost: localhost:{port}\r\n", "Host: a\r\nHost: localhost:{port}\r\n"]


@pytest.mark.parametrize("hosts", TWICE)
def test_a_request_names_its_host_once(site: Any, hosts: str) -> None:
    """None and two are refused."""
    request = f"GET / HTTP/1.1\r\n{hosts.format(port=site.port)}Connection: close\r\n\r\n"
    assert exchange(site.port, request).startswith(b"HTTP/1.1 400")
    assert exchange(site.port, "GET / HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.1 400")


@pytest.mark.parametrize("name", ["localhost", "LOCALHOST", "127.0.0.1", "[::1]"])
def test_the_names_of_this_machine_are_answered(site: Any, name: str) -> None:
    """With the port."""
    request = f"GET / HTTP/1.1\r\nHost: {name}:{site.port}\r\nConnection: close\r\n\r\n"
    assert exchange(site.port, request).startswith(b"HTTP/1.1 200")


FOREIGN = [
    {},
    {"origin": "null"},
    {"origin": "http://evil.example"},
    {"origin": "https://127.0.0.1:{port}"},
    {"origin": "http://127.0.0.1"},
    {"origin": "http://localhost:{port}"},
    {"origin": "http://127.0.0.1:{port}.evil.example"},
    {"origin": "http://127.0.0.1:{port}", "sec-fetch-site": "cross-site"},
    {"origin": "http://127.0.0.1:{port}", "sec-fetch-site": "same-site"},
    {"origin": "http://evil.example", "sec-fetch-site": "same-origin"},
    {"sec-fetch-site": "none"},
    {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"},
]


@pytest.mark.parametrize("path", ["/comparisons", "/api/comparisons"])
@pytest.mark.parametrize("headers", FOREIGN)
def test_nothing_is_taken_from_another_page(site: Any, path: str, headers: dict[str, str]) -> None:
    """A form or a script elsewhere cannot start a comparison."""
    sent = {name: value.format(port=site.port) for name, value in headers.items()}
    answer = httpx.post(site.origin + path, headers=sent, data={"text": ["a", "b"]})

    assert answer.status_code == 403
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(
    "headers", [{"sec-fetch-site": "same-origin"}, {"sec-fetch-site": "same-origin", "origin": "null"}]
)
def test_our_own_form_is_known_by_what_the_browser_says(site: Any, headers: dict[str, str]) -> None:
    """Also where it gives no origin, as it does for a page that asks for no referrer."""
    sent = {"sec-fetch-site": "same-origin", **headers}
    assert httpx.post(f"{site.origin}/comparisons", headers=sent, data={"text": "one alone"}).status_code == 422


@pytest.mark.parametrize("mode", ["no-cors", "cors", "same-origin", "navigate"])
def test_other_pages_cannot_take_answers_in(site: Any, mode: str) -> None:
    """Neither as an image nor in a frame nor by a script; only a link leads here."""
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": mode, "sec-fetch-dest": "iframe"}
    assert httpx.get(site.origin, headers=headers).status_code == 403

    link = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    assert httpx.get(site.origin, headers=link).status_code == 200


def test_no_other_page_is_allowed_to_ask(client: httpx.Client) -> None:
    """A preflight is not answered with permission."""
    answer = client.options("/api/comparisons", headers={"access-control-request-method": "POST"})

    assert answer.status_code == 405
    assert [name for name in answer.headers if name.startswith("access-control")] == []


@pytest.mark.parametrize("path", ["/", "/nothing", "/api/nothing", "/api/openapi.json", "/comparisons/x"])
def test_every_answer_carries_the_headers(client: httpx.Client, path: str) -> None:
    """Pages, data and errors alike."""
    headers = client.get(path).headers

    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"
    assert "server" not in headers


@pytest.mark.parametrize(
    "path", [f"/{WORD}", f"/api/{WORD}", f"/comparisons/{WORD}", f"/api/comparisons/{WORD}", f"/?{WORD}"]
)
def test_errors_repeat_nothing_of_the_request(client: httpx.Client, path: str) -> None:
    """Not the path, not the query, not a header."""
    where = path.replace("{}", WORD)
    assert WORD not in client.get(where, headers={"x-name": WORD, "cookie": WORD}).text
    assert WORD not in client.put(where, content=WORD).text


@pytest.mark.parametrize("body", [{"articles": WORD}, {WORD: 1}, {"articles": [{"text": 1, WORD: WORD}]}, WORD])
def test_a_body_that_is_not_understood_is_not_repeated(client: httpx.Client, body: object) -> None:
    """The places that are wrong are named, what stands there is not."""
    answer = client.post("/api/comparisons", json=body)

    assert answer.status_code == 422
    assert WORD not in answer.text


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json", "/static/../pages.py", "/..%2f..%2fetc/passwd"])
def test_nothing_else_is_served(client: httpx.Client, path: str) -> None:
    """No pages of the framework, no files."""
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/comparisons", "multipart/form-data; boundary=b"), ("/api/comparisons", "application/json")],
)
def test_the_body_is_counted_while_it_comes(client: httpx.Client, path: str, kind: str) -> None:
    """A body without a length ends at the limit."""

    def body() -> Iterator[bytes]:
        yield b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
        yield from [b"x" * 1024 * 1024] * (LARGEST_BODY // 1024 // 1024 + 1)

    answer = client.post(path, content=body(), headers={"content-type": kind})

    assert answer.status_code == 413
    assert "ore than 20 MB" in answer.text


def test_a_length_over_the_limit_is_refused_at_once(site: Any) -> None:
    """Nothing of the body is waited for."""
    head = f"POST /comparisons HTTP/1.1\r\nHost: localhost:{site.port}\r\nOrigin: http://localhost:{site.port}\r\n"
    assert b" 413 " in exchange(site.port, f"{head}Content-Length: {LARGEST_BODY + 1}\r\n\r\n").partition(b"\r\n")[0]


def test_what_goes_wrong_inside_says_nothing_about_the_articles(caplog: pytest.LogCaptureFixture) -> None:
    """Neither to the client nor in the log."""

    async def broken(*_: Any) -> None:
        raise KeyError(WORD)

    async def ask() -> httpx.Response:
        guard = httpx.ASGITransport(app=Guard(broken, port=80, policy=""))
        async with httpx.AsyncClient(transport=guard, base_url="http://localhost") as client:
            return await client.get("/")

    with caplog.at_level(logging.DEBUG):
        answer = asyncio.run(ask())

    assert (answer.status_code, answer.text) == (500, "Something unexpected went wrong.\n")
    assert WORD not in caplog.text
    assert "unexpected KeyError" in caplog.text


def test_the_interface_describes_itself(client: httpx.Client) -> None:
    """As OpenAPI, for the JSON routes alone."""
    described = client.get("/api/openapi.json").json()

    assert described["openapi"].startswith("3.")
    assert set(described["paths"]) >= {"/api/comparisons", "/api/comparisons/{identity}"}
    assert all(path.startswith("/api/") for path in described["paths"])
