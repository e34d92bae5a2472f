"""Frames for a kernel's websocket that no front end sends."""

from __future__ import annotations

import json
import struct
import uuid
from collections.abc import Iterator


def pack_v1(parts: list[bytes], channel: bytes = b"shell") -> bytes:
    """Return a frame of the v1 protocol: how many offsets, the offsets, then what they part."""
    offsets = [8 * (len(parts) + 3), 8 * (len(parts) + 3) + len(channel)]
    for part in parts:
        offsets.append(offsets[-1] + len(part))
    numbers = (len(offsets), *offsets)
    return struct.pack(f"<{len(numbers)}Q", *numbers) + channel + b"".join(parts)


def pack_old(parts: list[bytes]) -> bytes:
    """Return a binary frame of the protocol without a name: offsets of four bytes."""
    starts, place = [], 4 * (len(parts) + 1)
    for part in parts:
        starts.append(place)
        place += len(part)
    return struct.pack(f"!{len(parts) + 1}I", len(parts), *starts) + b"".join(parts)


def _message(kind: str, content: object) -> dict[str, object]:
    header = {"msg_id": uuid.uuid4().hex, "msg_type": kind, "username": "", "session": "ai"}
    header |= {"date": "2026-01-01T00:00:00Z", "version": "5.3"}
    return {"header": header, "parent_header": {}, "metadata": {}, "content": content}


def _parts(kind: str, content: object) -> list[bytes]:
    return [json.dumps(part).encode() for part in _message(kind, content).values()]


def _image() -> tuple[dict[str, object], bytes]:
    names = {"_model_name": "ImageModel", "_view_name": "ImageView"}
    names |= {f"_{kind}_module": "@jupyter-widgets/controls" for kind in ("model", "view")}
    names |= {f"_{kind}_module_version": "2.0.0" for kind in ("model", "view")}
    data = {"state": names, "buffer_paths": [["value"]]}
    return {"comm_id": "anh", "target_name": "jupyter.widget", "data": data}, b"\x01"


def _frames() -> Iterator[str | bytes]:
    content, picture = _image()
    yield pack_v1([*_parts("comm_open", content), picture])
    old = {**_message("comm_open", content), "channel": "shell"}
    yield pack_old([json.dumps(old).encode(), picture])
    # Half of the slices between these offsets are the whole frame.
    count = 25_000
    yield struct.pack(f"<{count + 1}Q", count, *([0, 8 * count] * (count // 2)))
    yield struct.pack("<Q", 2**63)
    yield struct.pack("!I", 2**31 - 1)
    yield b""
    yield bytes(range(256)) * 800
    yield "[" * 200_000
    yield json.dumps({**_message("comm_info_request", {"a": [[]] * 50_000}), "channel": "shell"})
    yield json.dumps({**_message("execute_request", {"code": "1"}), "channel": "shell"})
    yield pack_v1(_parts("comm_open", {"comm_id": "x" * 100_000, "target_name": "jupyter.widget"}))


FRAMES = tuple(_frames())


def ask_nobody() -> bytes:
    """Return a sound message to a comm that is not there."""
    data = {"comm_id": "khong-co", "data": {"method": "request_states"}}
    return pack_v1(_parts("comm_msg", data))
