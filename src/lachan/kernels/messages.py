"""What a server and its template say to each other: JSON with its length in front."""

from __future__ import annotations

import json
import socket
import struct
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

_LENGTH = struct.Struct("!I")


@dataclass(frozen=True, slots=True)
class ForkRequest:
    """A kernel asked for: the arguments of ipykernel's launcher, and where it is to live."""

    arguments: Sequence[str]
    env: Mapping[str, str]
    cwd: str

    def to_message(self) -> dict[str, Any]:
        """Return the request as JSON's types."""
        return asdict(self)


def send_message(connection: socket.socket, message: Mapping[str, Any]) -> None:
    """Send one message; blocks until the system has taken it."""
    data = json.dumps(message).encode()
    connection.sendall(_LENGTH.pack(len(data)) + data)


def receive_message(connection: socket.socket) -> dict[str, Any] | None:
    """Wait for one message; None where the other side has gone."""
    head = _receive(connection, _LENGTH.size)
    if head is None:
        return None
    body = _receive(connection, _LENGTH.unpack(head)[0])
    if body is None:
        return None
    message: dict[str, Any] = json.loads(body)
    return message


def _receive(connection: socket.socket, size: int) -> bytes | None:
    parts = bytearray()
    while len(parts) < size:
        try:
            part = connection.recv(size - len(parts))
        except ConnectionError:
            return None
        if not part:
            return None
        parts += part
    return bytes(parts)
