from __future__ import annotations

import ipaddress

import pytest

from lachan.web.network import find_network_addresses, order_addresses

FOUND = [
    ("lo", "127.0.0.1"),
    ("eth0", "10.1.2.3"),
    ("docker0", "172.17.0.1"),
    ("wlan0", "192.168.1.20"),
    ("wlan1", "169.254.7.7"),
    ("wlan0", "192.168.1.20"),
]


@pytest.mark.parametrize(
    ("outgoing", "expected"),
    [
        ("192.168.1.20", ("192.168.1.20", "10.1.2.3")),
        ("10.1.2.3", ("10.1.2.3", "192.168.1.20")),
        (None, ("10.1.2.3", "192.168.1.20")),
        ("203.0.113.9", ("10.1.2.3", "192.168.1.20")),
    ],
)
def test_order_addresses(outgoing: str | None, expected: tuple[str, ...]) -> None:
    assert order_addresses(FOUND, outgoing) == expected


def test_machine_without_network_has_none() -> None:
    assert order_addresses([("lo", "127.0.0.1"), ("docker0", "172.17.0.1")], None) == ()


def test_this_machine() -> None:
    found = [ipaddress.IPv4Address(address) for address in find_network_addresses()]
    assert [address for address in found if address.is_loopback or address.is_link_local] == []
