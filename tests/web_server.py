"""A web server for tests: real sockets on this machine, and as badly behaved as a test wants it."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

Answer = bytes | Callable[[socket.socket], None]


@dataclass
class WebServer:
    """What it was asked stands in ``requests``, the names that TLS clients asked for in ``names``."""

    port: int
    requests: list[bytes] = field(default_factory=list)
    names: list[str | None] = field(default_factory=list)


def page(body: bytes, media_type: str = "text/plain", *more: str) -> bytes:
    """A whole answer."""
    return head(f"Content-Type: {media_type}", f"Content-Length: {len(body)}", *more) + body


def head(*lines: str, status: str = "200 OK") -> bytes:
    """The head of an answer."""
    return "".join(f"{line}\r\n" for line in (f"HTTP/1.1 {status}", *lines, "")).encode()


def moved(to: str) -> bytes:
    """A redirect."""
    return head(f"Location: {to}", "Content-Length: 0", status="302 Found")


@contextmanager
def web_server(answers: Mapping[str, Answer], tls: ssl.SSLContext | None = None) -> Iterator[WebServer]:
    """Serves ``answers`` by path until the block is left; an answer may also do with the connection what it likes."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = WebServer(listening.getsockname()[1])
    if tls:
        tls.sni_callback = lambda _, name, __: server.names.append(name)

    def serve(connection: socket.socket) -> None:
        with suppress(OSError), tls.wrap_socket(connection, server_side=True) if tls else connection as talk:
            asked = b""
            while b"\r\n\r\n" not in asked:
                asked += talk.recv(4096) or b"\r\n\r\n"
            server.requests.append(asked)
            answer = answers[asked.split(b" ")[1].decode()]
            if callable(answer):
                answer(talk)
            else:
                talk.sendall(answer)

    def accept() -> None:
        with suppress(OSError):
            while True:
                threading.Thread(target=serve, args=(listening.accept()[0],), daemon=True).start()

    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join()
