"""How pages reach people: Voilà behind a list of pages, a passcode and strict headers.

What a caller needs before a server runs imports nothing heavy; Voilà itself, which takes a
second, is loaded by the first use of `serve` or `LachanServer`, and so with the other late ones.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from lachan.web.address import DEFAULT_PORT, Address, format_passcode
from lachan.web.passcode import PASSCODE_ENVS, PasscodeError

if TYPE_CHECKING:
    from lachan.serving.launch import serve
    from lachan.serving.room_process import RoomProcess
    from lachan.serving.server import LachanServer
    from lachan.web.listening import (
        Listening,
        PortError,
        parse_base_url,
        parse_names,
        parse_networks,
    )
    from lachan.web.tls import TlsError, load_tls

__all__ = [
    "DEFAULT_PORT",
    "PASSCODE_ENVS",
    "Address",
    "LachanServer",
    "Listening",
    "PasscodeError",
    "PortError",
    "RoomProcess",
    "TlsError",
    "format_passcode",
    "load_tls",
    "parse_base_url",
    "parse_names",
    "parse_networks",
    "serve",
]

_LATE = {
    "serve": "lachan.serving.launch",
    "Listening": "lachan.web.listening",
    "PortError": "lachan.web.listening",
    "parse_base_url": "lachan.web.listening",
    "parse_names": "lachan.web.listening",
    "parse_networks": "lachan.web.listening",
    "RoomProcess": "lachan.serving.room_process",
    "LachanServer": "lachan.serving.server",
    "TlsError": "lachan.web.tls",
    "load_tls": "lachan.web.tls",
}


def __getattr__(name: str) -> Any:
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_LATE[name]), name)
