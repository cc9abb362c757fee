"""Which web addresses are asked: none that leads to this machine, its network or a cloud's own services."""

from __future__ import annotations

import ipaddress
import socket
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.errors import ReadError
from discrepancy.read.fetch import fetch
from discrepancy.read.web_address import NotAllowed, is_public, parse_address, redirected

HOSTS = """
127.0.0.1 127.1 127.0.1 2130706433 017700000001 0x7f.1 0x7f000001 0177.0.0.1 0 0.0.0.0 127.0.0.1. [127.0.0.1] [::1
localhost localhost. LocalHost router １２７.0.0.1 ①②⑦.0.0.1 127。0。0。1 .. a..org -.org
[::1] [::] [0:0:0:0:0:0:0:1] [::ffff:127.0.0.1] [::ffff:7f00:1] [::127.0.0.1] [::ffff:0:127.0.0.1]
[64:ff9b::127.0.0.1] [64:ff9b:1::a00:1] [2002:7f00:1::1] [2001:0:4136:e378::] [2001:db8::1] [3fff::1] [5f00::1]
[fe80::1] [fe80::1%25lo] [fec0::1] [fd00:ec2::254] [ff02::1]
10.0.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.100.100.200 192.0.0.8 192.0.0.170 192.88.99.1
198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.251 239.1.1.1 240.0.0.1 255.255.255.255
"""
ADDRESSES = [
    *(f"http://{host}/" for host in HOSTS.split()),
    "http:///",
    *("file:///etc/passwd", "ftp://example.org/", "gopher://example.org:70/_x", "dict://example.org:2628/", "data:,x"),
    *("javascript:alert(1)", "//example.org/", "example.org", "http:example.org", "http:/example.org", "http://", ""),
    *("http://user:secret@example.org/", "http://example.org@127.0.0.1/", "http://127.0.0.1#@example.org/"),
    *("http://127.0.0.1\\@example.org/", "http://example.org\\/", "http://example.org\r\nHost: 127.0.0.1/"),
    *("http://exa\tmple.org/", " http://example.org/", "http://example.org/ x", "http://\0example.org/"),
    *("http://example.org:22/", "https://example.org:6379/", "http://example.org:99999/", "http://example.org:8o/"),
    f"http://example.org/{'a' * 2000}",
]


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Numbers can still be looked up; names and connections cannot."""
    genuine = socket.getaddrinfo

    def only_numbers(host: str, *rest: Any, **more: Any) -> Any:
        ipaddress.ip_address(host)
        return genuine(host, *rest, **more)

    def no_connection(*_: Any, **__: Any) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "getaddrinfo", only_numbers)
    monkeypatch.setattr(socket, "create_connection", no_connection)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_hostile_address_is_refused_before_anything_is_sent(address: str) -> None:
    """Neither a name is looked up nor a connection opened, and the message is one line."""
    with pytest.raises(ReadError) as refused:
        fetch(address)

    assert str(refused.value).isprintable()
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    "answers",
    [["10.0.0.1"], ["93.184.215.14", "127.0.0.1"], ["2606:2800:21f::1", "::1"], ["fe80::1%2"], ["64:ff9b::7f00:1"]],
)
def test_a_name_that_leads_inside_is_refused(answers: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """One such address among good ones is enough: a resolver may hand out either."""
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(0, 0, 0, "", (ip, 80)) for ip in answers])
    monkeypatch.setattr(socket, "create_connection", lambda *_, **__: pytest.fail("a connection was opened"))

    with pytest.raises(ReadError, match="is not a machine of the open internet"):
        fetch("http://news.example.org/story")


@pytest.mark.parametrize("ip", ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07::1", "2a00:1450:4001::8a"])
def test_machines_of_the_open_internet_may_be_asked(ip: str) -> None:
    """In both families."""
    assert is_public(ip)


@given(st.integers(0, 2**32 - 1))
def test_no_way_to_wrap_an_address_makes_it_public(number: int) -> None:
    """Mapped, compatible, translated, 6to4 and NAT64 forms of an IPv4 address are never asked."""
    v4 = ipaddress.IPv4Address(number)
    high, low = f"{number >> 16:x}", f"{number & 0xFFFF:x}"
    wrapped = [f"::ffff:{v4}", f"::{v4}", f"::ffff:0:{v4}", f"64:ff9b::{v4}", f"2002:{high}:{low}::1"]

    assert not any(map(is_public, wrapped))


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    """And what is accepted names a host that is one word of ASCII."""
    try:
        address = parse_address(f"http://{text}")
    except NotAllowed:
        return
    assert address.host.isascii()
    assert not set(address.host) & set("/@\\ #?")
    assert address.target.isascii() and address.target.startswith("/") and not set(address.target) & set(" \r\n#")


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("http://example.org", "http://example.org/"),
        ("HTTPS://Example.ORG:443/a b".replace(" ", "%20"), "https://example.org/a%20b"),
        ("http://example.org:443/?q=ä#part", "http://example.org:443/?q=%C3%A4"),
        ("http://bücher.example/straße", "http://xn--bcher-kva.example/stra%C3%9Fe"),
        ("http://[2606:2800:21f::1]/", "http://[2606:2800:21f::1]/"),
    ],
)
def test_an_address_is_sent_in_ascii(written: str, sent: str) -> None:
    """Names in Punycode, the rest percent-encoded, the fragment kept at home."""
    assert parse_address(written).url == sent


@pytest.mark.parametrize(
    "location",
    ["http://example.org/", "file:///etc/passwd", "//user@example.org/", "/a b", "https://example.org\\x", "https://["],
)
def test_a_redirect_is_checked_like_an_address(location: str) -> None:
    """And never leads from https to http."""
    with pytest.raises(NotAllowed):
        redirected(parse_address("https://example.org/a"), location)


def test_a_redirect_may_be_relative() -> None:
    """As many are."""
    assert redirected(parse_address("https://example.org/a/b?c"), "../d").url == "https://example.org/d"
