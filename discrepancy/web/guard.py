"""What every request passes before anything looks at it, and what every answer carries.

A page on this machine can be reached by every web page open in the same browser, and by every name that its owner
points at 127.0.0.1. So the name must be one of ours, what changes something must come from our own page, and an answer
must be of no use to anyone else.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from starlette.exceptions import HTTPException

LARGEST_BODY = 20 * 1024 * 1024
_READS = frozenset({"GET", "HEAD"})

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


class TooLarge(HTTPException):
    """A body over the limit."""

    def __init__(self) -> None:
        super().__init__(413, f"more than {LARGEST_BODY // 1024 // 1024} MB were sent")


class Guard:
    """Wraps an application that listens on ``port`` of this machine; ``policy`` is its Content-Security-Policy."""

    def __init__(self, app: App, *, port: int, policy: str) -> None:
        self._app = app
        names = ("localhost", "127.0.0.1", "[::1]")
        self._hosts = frozenset({f"{name}:{port}" for name in names} | ({*names} if port == 80 else set()))
        self._headers = [
            (name.encode(), value.encode())
            for name, value in (
                ("content-security-policy", policy),
                ("x-content-type-options", "nosniff"),
                ("x-frame-options", "DENY"),
                ("referrer-policy", "no-referrer"),
                ("cross-origin-opener-policy", "same-origin"),
                ("cross-origin-resource-policy", "same-origin"),
                ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
                ("cache-control", "no-store"),
            )
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or let the application answer."""
        if scope["type"] != "http":
            raise RuntimeError(f"{scope['type']} is not served")
        started = False

        async def answer(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                message["headers"] = [*message.get("headers", ()), *self._headers]
            await send(message)

        problem = self._problem(scope)
        if problem:
            await _say(answer, *problem)
            return
        try:
            await self._app(scope, _counted(receive), answer)
        except Exception as error:
            # the message of an error may quote an article, and so may its traceback: neither is for the log
            logging.getLogger(__name__).error("unexpected %s", type(error).__name__)
            if not started:
                await _say(answer, 500, "Something unexpected went wrong.")

    def _problem(self, scope: Scope) -> tuple[int, str] | None:
        """Status and words where the request goes no further."""
        sent: dict[str, list[str]] = {}
        for name, value in scope["headers"]:
            sent.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))
        host = sent.get("host", [])
        if len(host) != 1 or host[0].lower() not in self._hosts:
            return 400, "This page answers to its own name only."
        if not _ours(scope["method"], host[0].lower(), sent):
            return 403, "This page takes nothing from other pages."
        lengths = sent.get("content-length", ["0"])
        if any(not (length.isascii() and length.isdigit()) or len(length) > 18 for length in lengths):
            return 400, "The request is broken."
        if max(map(int, lengths)) > LARGEST_BODY:
            return TooLarge().status_code, f"{TooLarge().detail}."
        return None


def _ours(method: str, host: str, sent: dict[str, list[str]]) -> bool:
    """Whether our own page, the user or a program of the user's asks.

    A browser says from where a request comes in headers that no page can set. To read, nothing needs to be said, and a
    link from elsewhere may lead here; to change something, the same origin must be given in one of two ways. With
    ``no-referrer`` a browser gives ``null`` as the origin of our own forms.
    """
    site = sent.get("sec-fetch-site", [""])[-1].lower()
    origins = {origin.lower() for origin in sent.get("origin", [])}
    if method in _READS:
        by_link = sent.get("sec-fetch-mode") == ["navigate"] and sent.get("sec-fetch-dest") == ["document"]
        return site in ("", "none", "same-origin") or by_link
    if origins - {f"http://{host}", "null"}:
        return False
    return site == "same-origin" or (site == "" and origins == {f"http://{host}"})


def _counted(receive: Receive) -> Receive:
    """``receive`` that counts what really comes; the length that a client gives is not believed."""
    size = 0

    async def counted() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > LARGEST_BODY:
            raise TooLarge
        return message

    return counted


async def _say(send: Send, status: int, words: str) -> None:
    body = f"{words}\n".encode()
    length = str(len(body)).encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", length), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
