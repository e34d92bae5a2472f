"""Hosts in web addresses: which mean this machine alone, and how they are written."""

from __future__ import annotations

import ipaddress
from urllib.parse import SplitResult


def is_local_host(host: str) -> bool:
    """Tell whether `host` is a name or address that means this machine to itself only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def format_host(host: str) -> str:
    """Return `host` as web addresses write it: IPv6 addresses in brackets (RFC 3986, 3.2.2)."""
    return f"[{host.strip('[]')}]" if ":" in host else host


def replace_host(address: SplitResult, host: str) -> SplitResult:
    """Return a web address with another host and its own port."""
    name = format_host(host)
    return address._replace(netloc=f"{name}:{address.port}" if address.port else name)
