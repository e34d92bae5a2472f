"""Under which addresses the rest of the school reaches this machine."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable

import psutil

# Asking for a way there sends nothing (RFC 5737 keeps the address for documents).
_ELSEWHERE = ("192.0.2.1", 9)

# Bridges to virtual machines and containers, which no pupil's device is on.
_INNER = ("docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "lxc", "podman", "cni")


def find_network_addresses() -> tuple[str, ...]:
    """Return the IPv4 addresses of this machine's networks, the one most likely meant first.

    Empty where the machine is in no network. Needs no internet.
    """
    running = {name for name, state in psutil.net_if_stats().items() if state.isup}
    found = [
        (name, address.address)
        for name, addresses in psutil.net_if_addrs().items()
        if name in running
        for address in addresses
        if address.family is socket.AF_INET
    ]
    return order_addresses(found, _find_outgoing())


def find_machine_names() -> tuple[str, ...]:
    """Return the names by which others in the network may know this machine, in small letters.

    Those of multicast DNS (RFC 6762) end in ``.local``.
    """
    name = socket.gethostname().lower()
    return (name, f"{name.partition('.')[0]}.local") if name else ()


def order_addresses(found: Iterable[tuple[str, str]], outgoing: str | None) -> tuple[str, ...]:
    """Return the addresses that other machines can use, the outgoing one first.

    Parameters
    ----------
    found
        Pairs of a network interface's name and its address.
    outgoing
        The address from which this machine would leave its network; None where it cannot.
    """
    usable = [
        address
        for name, address in found
        if not name.startswith(_INNER) and _is_reachable(ipaddress.IPv4Address(address))
    ]
    return tuple(sorted(dict.fromkeys(usable), key=lambda address: address != outgoing))


def _is_reachable(address: ipaddress.IPv4Address) -> bool:
    return not (address.is_loopback or address.is_link_local or address.is_unspecified)


def _find_outgoing() -> str | None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_ELSEWHERE)
        except OSError:
            return None
        address: str = probe.getsockname()[0]
        return address
