"""How pupils come into a room: an address to type, and the same as a QR code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict
from urllib.parse import urlsplit

from lachan.domain.hosts import is_local_host, replace_host
from lachan.qr_codes import projected_qr_uri


class InvitationJson(TypedDict):
    """``shown`` to type, ``qr`` as a data URL; both empty where other machines cannot come."""

    code: str
    shown: str
    qr: str


def invitation_json(address: str, code: str, hosts: Sequence[str]) -> InvitationJson:
    """Return what the lobby shows.

    Parameters
    ----------
    address
        Where the pupils' page is, as the teacher's browser would open it.
    hosts
        Addresses of this machine in its networks, the likeliest first; they stand in for a
        name that means this machine only to itself.
    """
    parts = urlsplit(address)
    if is_local_host(parts.hostname or ""):
        if not hosts:
            return {"code": code, "shown": "", "qr": ""}
        parts = replace_host(parts, hosts[0])
    picture = projected_qr_uri(f"{parts.geturl()}/{code}")
    return {"code": code, "shown": f"{parts.netloc}{parts.path}", "qr": picture}


def is_page_address(address: object) -> bool:
    """Tell whether a browser has sent the address of a page, and nothing else."""
    if not isinstance(address, str) or len(address) > 300:
        return False
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 - raises where it is no number
    except ValueError:
        return False
    plain = not (parts.query or parts.fragment or parts.username)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and plain
