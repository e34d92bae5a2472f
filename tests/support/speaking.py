"""Speaks to a page's kernel as the page's own front end does, and keeps all it hears."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from jupyter_server.services.kernels.connection.base import (
    deserialize_msg_from_ws_v1,
    serialize_msg_to_ws_v1,
)
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from support.running import RunningServer

Message = dict[str, Any]
"""What is said over a kernel's line, as JSON carries it."""

V1 = Subprotocol("v1.kernel.websocket.jupyter.org")
HEARD_WITHIN_S = 20.0
WIDGETS = "jupyter.widget"
CONTROL = "jupyter.widget.control"


class PageChannel:
    """An open websocket; `frames` holds every frame the kernel has sent, in clear letters."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._control = uuid.uuid4().hex
        self.frames: list[str] = []

    def say(
        self, kind: str, content: Mapping[str, object], channel: str = "shell", **metadata: str
    ) -> str:
        """Send one message and return its id."""
        message = envelope(kind, content, metadata)
        self._socket.send(pack(message, channel))
        number: str = message["header"]["msg_id"]
        return number

    def send_raw(self, frame: str | bytes) -> None:
        self._socket.send(frame)

    def hear(self) -> Message:
        """Return the next message."""
        message = unpack(self._socket.recv(timeout=HEARD_WITHIN_S, decode=False))
        self.frames.append(json.dumps(message, ensure_ascii=False, default=list))
        return message

    def is_silent_for(self, seconds: float) -> bool:
        """Tell whether nothing comes for so long; raises where the connection is closed."""
        try:
            self._socket.recv(timeout=seconds)
        except TimeoutError:
            return True
        return False

    def wait_for(self, kind: str, parent: str) -> Message:
        """Return the answer of that kind to the message with that id."""
        while True:
            message = self.hear()
            parents = message["parent_header"]
            if message["header"]["msg_type"] == kind and parents.get("msg_id") == parent:
                return message

    def settle(self) -> None:
        """Wait until the kernel has done with everything said before."""
        asked = self.say("kernel_info_request", {})
        # The answer and the word that all is done come by two ways, in either order.
        waiting = {"kernel_info_reply", "idle"}
        while waiting:
            message = self.hear()
            if message["parent_header"].get("msg_id") == asked:
                waiting.discard(message["header"]["msg_type"])
                waiting.discard(message["content"].get("execution_state", ""))

    def ask_states(self) -> dict[str, Message]:
        """Return the state of every widget by its model, as the front end asks for it."""
        info = self.say("comm_info_request", {"target_name": WIDGETS})
        self.wait_for("comm_info_reply", info)
        opening = {"comm_id": self._control, "target_name": CONTROL, "data": {}}
        self.say("comm_open", opening, version="1.0.0")
        self.say("comm_msg", {"comm_id": self._control, "data": {"method": "request_states"}})
        while True:
            content = self.hear()["content"]
            if content.get("data", {}).get("method") == "update_states":
                states: dict[str, Message] = content["data"]["states"]
                return states

    def act(self, model: str, **message: object) -> None:
        """Send what a widget's own script would send, and wait until it has been dealt with."""
        self.say("comm_msg", {"comm_id": model, "data": {"method": "custom", "content": message}})
        self.settle()


def envelope(kind: str, content: Mapping[str, object], metadata: Mapping[str, str]) -> Message:
    header = {
        "msg_id": uuid.uuid4().hex,
        "msg_type": kind,
        "username": "",
        "session": "thu",
        "date": "2026-11-24T00:00:00Z",
        "version": "5.3",
    }
    return {"header": header, "parent_header": {}, "metadata": metadata, "content": content}


def pack(message: Mapping[str, object], channel: str = "shell", *buffers: bytes) -> bytes:
    """Return a message as a page frames it."""
    names = ("header", "parent_header", "metadata", "content")
    parts = [json.dumps(message[name]).encode() for name in names]
    frame: bytes = serialize_msg_to_ws_v1([*parts, *buffers], channel)
    return frame


def unpack(frame: bytes) -> Message:
    """Return the message of a kernel's frame."""
    channel, parts = deserialize_msg_from_ws_v1(frame)
    names = ("header", "parent_header", "metadata", "content")
    message = {name: json.loads(part) for name, part in zip(names, parts, strict=False)}
    return {**message, "channel": channel, "buffers": [bytes(part) for part in parts[4:]]}


@contextmanager
def page_channel(server: RunningServer, kernel_id: str, **options: Any) -> Iterator[PageChannel]:
    address = server.base.replace("http", "ws", 1)
    where = f"{address}/api/kernels/{kernel_id}/channels"
    ours = {"subprotocols": [V1], "proxy": None, "ssl": server.tls, "max_size": None}
    spoken: dict[str, Any] = {**ours, **options}
    with connect(where, **spoken) as socket:
        yield PageChannel(socket)
