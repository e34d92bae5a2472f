"""Hosts in web addresses: which mean this machine alone, and how they are written."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import SplitResult

# A name or an address as `Host` carries it (RFC 9112, 3.2), with a port or without.
_HOST_HEADER = re.compile(r"(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::\d{1,5})?")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*")


def read_host_header(text: str) -> str:
    """Return the host that a ``Host`` header names, without its port; empty where it names none.

    Small and capital letters are the same in it, and the dot of the root at its end says nothing.
    """
    found = _HOST_HEADER.fullmatch(text.lower())
    return (found[1] or found[2].removesuffix(".")) if found else ""


def is_origin(text: str) -> bool:
    """Tell whether a text is what browsers send as ``Origin`` (RFC 6454, 7.1)."""
    scheme, found, host = text.partition("://")
    if not found:
        return text == "null"
    return _SCHEME.fullmatch(scheme) is not None and bool(read_host_header(host))


def is_address(host: str) -> bool:
    """Tell whether `host` is an IP address and no name."""
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def is_local_host(host: str) -> bool:
    """Tell whether `host` is a name or address that means this machine to itself only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def find_network(address: str) -> str:
    """Return what stands for whoever has `address`: itself, and of IPv6 the first 64 bits.

    One machine owns a whole /64 of IPv6 addresses and could change it for every request
    (RFC 4291, 2.5.4). Anything that is no address stands for itself.
    """
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)


def format_host(host: str) -> str:
    """Return `host` as web addresses write it: IPv6 addresses in brackets (RFC 3986, 3.2.2)."""
    return f"[{host.strip('[]')}]" if ":" in host else host


def replace_host(address: SplitResult, host: str) -> SplitResult:
    """Return a web address with another host and its own port."""
    name = format_host(host)
    return address._replace(netloc=f"{name}:{address.port}" if address.port else name)
