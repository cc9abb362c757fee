"""One page from the web: the only place of the project that opens a connection.

The name is looked up once, every address it gives is checked, and the connection goes to an address that was checked:
a name that answers differently the next time changes nothing. Every redirect is checked like the first address.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from urllib.parse import urlsplit

from discrepancy import __version__
from discrepancy.errors import ReadError
from discrepancy.language.printable import printable
from discrepancy.read.web_address import PORTS, NotAllowed, WebAddress, is_public, parse_address, redirected

LARGEST_PAGE = 20 * 1024 * 1024
MOST_REDIRECTS = 3
SECONDS = 30.0
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PIECE = 64 * 1024
_GZIP = 16 + zlib.MAX_WBITS
_TOO_LARGE = f"is larger than the limit of {LARGEST_PAGE // 1024 // 1024} MB for one page"
_TOO_SLOW = "did not answer in time"

Endpoint = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Page:
    """What an address gave.

    url          where it was found in the end, after redirects
    media_type   as the server names it, in small letters and without parameters; "" when it names none
    charset      the name of the encoding that the server gives; "" when it gives none
    """

    url: str
    media_type: str
    data: bytes
    charset: str = ""


def fetch(url: str, *, trusted: Collection[Endpoint] = (), seconds: float = SECONDS) -> Page:
    """The page at ``url``; raises ReadError. ``seconds`` bound the whole of it, redirects included.

    ``trusted`` are IP addresses with ports that are asked although they are not public. Nothing in this project sets
    it but its tests, which have a server of their own.
    """
    name = named(url)
    deadline = time.monotonic() + seconds
    try:
        address = parse_address(url)
        for _ in range(MOST_REDIRECTS + 1):
            answer = _ask(address, trusted, deadline)
            if isinstance(answer, Page):
                return answer
            address = redirected(address, answer)
        raise NotAllowed(f"redirects more than {MOST_REDIRECTS} times")
    except NotAllowed as error:
        raise ReadError(name, str(error)) from None
    except (OSError, HTTPException, zlib.error, ValueError) as error:
        raise ReadError(name, _cause(error, deadline)) from None


def named(url: str) -> str:
    """``url`` as messages show it: on one line, without the password that some hold."""
    with suppress(ValueError):
        user = urlsplit(url).netloc.rpartition("@")[0]
        url = url.replace(f"{user}@", "…@", 1) if user else url
    return printable(url[:200])


def _ask(address: WebAddress, trusted: Collection[Endpoint], deadline: float) -> Page | str:
    """One request: the page, or where the answer sends us."""
    with _connected(address, trusted, deadline) as connection:
        connection.putrequest("GET", address.target, skip_host=True, skip_accept_encoding=True)
        for header, value in (
            ("Host", address.host_header),
            ("User-Agent", f"discrepancy/{__version__}"),
            ("Accept", "text/html, text/plain, text/markdown, application/json"),
            ("Accept-Encoding", "gzip"),
            ("Connection", "close"),
        ):
            connection.putheader(header, value)
        connection.endheaders()
        response = connection.getresponse()
        if response.status in _REDIRECTS:
            location = response.headers.get("Location")
            if location is None:
                raise NotAllowed(f"answers {response.status} without saying where the page is")
            return location
        if response.status != 200:
            raise NotAllowed(f"the server answers {response.status}")
        media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        charset = response.headers.get_param("charset", "")
        return Page(address.url, media_type, _body(response, deadline), charset if isinstance(charset, str) else "")


@contextmanager
def _connected(address: WebAddress, trusted: Collection[Endpoint], deadline: float) -> Iterator[HTTPConnection]:
    """A connection to a checked address of the host; it is cut at the deadline, whatever it is doing."""
    plain = _connect(_checked(address, trusted, deadline), address.port, deadline)
    connection = HTTPConnection(address.host, address.port)
    # TLS takes the handle over; its copy still reaches the connection
    with plain, plain.dup() as handle:
        # a server that sends a byte now and then never runs into a time limit of single reads
        alarm = threading.Timer(_left(deadline), _cut, (handle,))
        alarm.daemon = True
        alarm.start()
        try:
            connection.sock = plain
            if address.scheme == "https":
                connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=address.host)
            yield connection
        finally:
            alarm.cancel()
            connection.close()


def _cut(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)


def _checked(address: WebAddress, trusted: Collection[Endpoint], deadline: float) -> list[str]:
    """IP addresses of the host, all of them public; raises NotAllowed."""
    if address.port not in {*PORTS.values(), *(port for _, port in trusted)}:
        raise NotAllowed(f"port {address.port} is not asked, only 80 and 443")
    found = _looked_up(address, deadline)
    if not all(is_public(ip) or (ip, address.port) in trusted for ip in found):
        raise NotAllowed("is not a machine of the open internet")
    return found


def _looked_up(address: WebAddress, deadline: float) -> list[str]:
    """Every IP address of the host, each once; the system's resolver knows no time limit, so it is not waited for."""
    found: list[str] = []
    trouble: list[Exception] = []

    def look_up() -> None:
        try:
            entries = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
            found.extend(dict.fromkeys(str(entry[4][0]) for entry in entries))
        except (OSError, UnicodeError) as error:
            trouble.append(error)

    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(_left(deadline))
    if thread.is_alive():
        raise NotAllowed(_TOO_SLOW)
    if trouble or not found:
        raise NotAllowed("no machine of that name is found (is there a network?)")
    return found


def _connect(ips: list[str], port: int, deadline: float) -> socket.socket:
    for number, ip in enumerate(ips, 1):
        try:
            return socket.create_connection((ip, port), timeout=_left(deadline) / (len(ips) - number + 1))
        except OSError:
            if number == len(ips):
                raise
    raise NotAllowed("no machine of that name is found")


def _body(response: HTTPResponse, deadline: float) -> bytes:
    """The body, unpacked; it is counted while it grows, whatever the server says about its size."""
    packing = response.headers.get("Content-Encoding", "identity").strip().lower()
    if packing not in ("gzip", "x-gzip", "identity", ""):
        raise NotAllowed("is packed in a way that was not asked for")
    unpack = zlib.decompressobj(_GZIP) if "gzip" in packing else None
    data = bytearray()
    # read1 hands on what is there: read would wait for a full piece, past any deadline
    while piece := response.read1(_PIECE):
        data += unpack.decompress(piece, LARGEST_PAGE + 1 - len(data)) if unpack else piece
        if len(data) > LARGEST_PAGE:
            raise NotAllowed(_TOO_LARGE)
        if unpack and unpack.eof:
            return bytes(data)
        _left(deadline)
    _left(deadline)
    if response.length or unpack:
        raise NotAllowed("the answer ends in the middle")
    return bytes(data)


def _left(deadline: float) -> float:
    """Seconds until ``deadline``; raises NotAllowed when there are none."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise NotAllowed(_TOO_SLOW)
    return left


def _cause(error: Exception, deadline: float) -> str:
    """A failed connection in words of our own: what a server sends is not repeated."""
    if time.monotonic() >= deadline or isinstance(error, TimeoutError):
        return _TOO_SLOW
    if isinstance(error, ssl.SSLCertVerificationError):
        return "the server cannot prove who it is (certificate)"
    if isinstance(error, ssl.SSLError):
        return "no secure connection can be made"
    if isinstance(error, ConnectionRefusedError):
        return "the server refuses the connection"
    return "cannot be reached" if isinstance(error, OSError) else "does not answer like a web server"
