"""Web addresses taken apart, and which machines behind them may be asked.

An address comes from a stranger's list or from a redirect of a stranger's server. It must never lead to this machine,
to the network it stands in or to the services of a cloud, however the address is written.
"""

from __future__ import annotations

import ipaddress
import re
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

PORTS = {"http": 80, "https": 443}
LONGEST_ADDRESS = 2_000
_REFUSED_CHARACTERS = re.compile(r"[\x00-\x20\x7f-\x9f\\\u2028\u2029\ufeff]")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
# Global unicast; what lies outside (loopback, mapped and translated IPv4, link-local, multicast) is no public machine.
_GLOBAL_6 = ipaddress.IPv6Network("2000::/3")
# Inside it, addresses that carry others or are set aside. ``is_global`` lets some of them pass.
_SET_ASIDE_6 = tuple(map(ipaddress.IPv6Network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))
_SET_ASIDE_4 = tuple(map(ipaddress.IPv4Network, ("192.0.0.0/24", "192.88.99.0/24")))


class NotAllowed(ValueError):
    """An address that is not asked; its words say why."""


@dataclass(frozen=True, slots=True)
class WebAddress:
    """A web address whose form has been checked; nothing has been looked up yet.

    scheme   "http" or "https"
    host     name in ASCII, or an IP address without brackets
    target   path and query as they are sent
    """

    scheme: str
    host: str
    port: int
    target: str

    @property
    def url(self) -> str:
        """The address as text, without the fragment."""
        return f"{self.scheme}://{self.host_header}{self.target}"

    @property
    def host_header(self) -> str:
        """Host as the request names it, with the port where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def parse_address(text: str) -> WebAddress:
    """``text`` as an address; raises NotAllowed."""
    if len(text) > LONGEST_ADDRESS:
        raise NotAllowed(f"is longer than {LONGEST_ADDRESS} characters")
    if _REFUSED_CHARACTERS.search(text):
        raise NotAllowed("holds a blank, a backslash or a control character")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise NotAllowed("is not a web address") from None
    if parts.scheme not in PORTS:
        raise NotAllowed("only http:// and https:// can be read")
    if "@" in parts.netloc:
        raise NotAllowed("holds a user name or a password")
    return WebAddress(
        parts.scheme,
        _host(parts.hostname or ""),
        port if port is not None else PORTS[parts.scheme],
        quote(parts.path or "/", safe="/%:@!$&'()*+,;=~") + (f"?{_query(parts.query)}" if parts.query else ""),
    )


def redirected(base: WebAddress, location: str) -> WebAddress:
    """Where ``location`` leads from ``base``; raises NotAllowed."""
    if base.scheme == "https" and location.lower().startswith("http:"):
        raise NotAllowed("leads from https to http")
    if _REFUSED_CHARACTERS.search(location) or len(location) > LONGEST_ADDRESS:
        raise NotAllowed("leads to something that is not a web address")
    try:
        return parse_address(urljoin(base.url, location))
    except NotAllowed as error:
        raise NotAllowed(f"leads to another address: {error}") from None
    except ValueError:
        raise NotAllowed("leads to something that is not a web address") from None


def is_public(ip: str) -> bool:
    """Whether ``ip`` is a machine of the open internet."""
    if "%" in ip:  # a zone names one of this machine's own networks
        return False
    address = ipaddress.ip_address(ip)
    if isinstance(address, ipaddress.IPv6Address):
        inside, set_aside = address in _GLOBAL_6, any(address in network for network in _SET_ASIDE_6)
    else:
        inside, set_aside = True, any(address in network for network in _SET_ASIDE_4)
    return address.is_global and not address.is_multicast and inside and not set_aside


def _host(written: str) -> str:
    """``written`` in ASCII; numbers that only some resolvers take for an address are no name."""
    if "%" in written:
        raise NotAllowed("names a network of this machine")
    with suppress(ValueError):
        return str(ipaddress.ip_address(written))
    try:
        name = written.encode("idna").decode("ascii").lower().removesuffix(".")
    except UnicodeError:
        raise NotAllowed("names no machine") from None
    labels = name.split(".")
    if len(name) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise NotAllowed("names no machine")
    if len(labels) == 1 or labels[-1][0].isdigit():
        raise NotAllowed("names no machine of the open internet")
    return name


def _query(query: str) -> str:
    return quote(query, safe="/%:@!$&'()*+,;=~?")
