"""Messages between a page and its kernel, as one protocol frames them; read with bounds.

Jupyter's ``v1.kernel.websocket.jupyter.org``: eight bytes that count the offsets, the offsets in
eight bytes each, then the channel, the header, the parent's header, the metadata, the content and
buffers, one behind the other. The last offset is the frame's end. Whoever sent a frame may have
written any number anywhere, so nothing is copied, and no loop begun, before the table is known
to be true; Python's own reader of JSON refuses to go deeper than its stack.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from lachan.limits.page_line import (
    DEEPEST_MESSAGE,
    LARGEST_ANSWER,
    LARGEST_MESSAGE,
    LARGEST_MESSAGE_HEAD,
    MOST_MESSAGE_PARTS,
)
from lachan.serving.line.refusals import Refusal

PROTOCOL = "v1.kernel.websocket.jupyter.org"

_WIDTH = 8
# Channel, header, parent's header, metadata, content.
_FIXED_PARTS = 5


class FrameError(Exception):
    """What a page sent is no message, or is over a bound."""

    def __init__(self, refusal: Refusal = Refusal.NO_MESSAGE) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class Frame:
    """A message of a page.

    Attributes
    ----------
    channel
        Which of the kernel's channels it is for.
    header, content
        Those two parts, read.
    parts
        What the kernel is sent: header, parent's header, metadata, content, buffers. The header
        is written anew, so that the kernel reads what was read here.
    """

    channel: str
    header: dict[str, Any]
    content: dict[str, Any]
    parts: tuple[bytes, ...]


def read_frame(frame: bytes) -> Frame:
    """Return the message of a frame that came from a page.

    Raises
    ------
    FrameError
        If the frame is no message, or is over one of the bounds of `lachan.limits.page_line`.
    """
    if len(frame) > LARGEST_MESSAGE.value:
        raise FrameError(Refusal.TOO_LARGE)
    channel, header, parent, metadata, content, *buffers = _cut(frame, _read_offsets(frame))
    if len(header) + len(parent) + len(metadata) + len(channel) > LARGEST_MESSAGE_HEAD.value:
        raise FrameError
    known = _read_object(header)
    _read_object(parent)
    _read_object(metadata)
    said = _read_object(content)
    parts = (json.dumps(known).encode(), parent, metadata, content, *buffers)
    return Frame(channel.decode("ascii", "replace"), known, said, parts)


def write_frame(channel: str, parts: Sequence[bytes]) -> bytes:
    """Return the frame of a kernel's message.

    Parameters
    ----------
    parts
        Header, parent's header, metadata, content, buffers.

    Raises
    ------
    FrameError
        If it would be longer than `LARGEST_ANSWER`.
    """
    all_parts = (channel.encode(), *parts)
    offsets = [_WIDTH * (len(all_parts) + 2)]
    for part in all_parts:
        offsets.append(offsets[-1] + len(part))
    if offsets[-1] > LARGEST_ANSWER.value:
        raise FrameError(Refusal.ANSWER_TOO_LARGE)
    table = struct.pack(f"<{len(offsets) + 1}Q", len(offsets), *offsets)
    return b"".join((table, *all_parts))


def _read_offsets(frame: bytes) -> tuple[int, ...]:
    """Return the offsets; they rise from the table's end to the frame's end."""
    count = int.from_bytes(frame[:_WIDTH], "little")
    table = _WIDTH * (count + 1)
    if not _FIXED_PARTS < count <= MOST_MESSAGE_PARTS.value + 1 or len(frame) < table:
        raise FrameError
    offsets = struct.unpack_from(f"<{count}Q", frame, _WIDTH)
    rising = all(one <= other for one, other in pairwise(offsets))
    if offsets[0] != table or offsets[-1] != len(frame) or not rising:
        raise FrameError
    return offsets


def _cut(frame: bytes, offsets: Sequence[int]) -> list[bytes]:
    return [frame[one:other] for one, other in pairwise(offsets)]


def _read_object(part: bytes) -> dict[str, Any]:
    try:
        value = json.loads(part)
    except RecursionError:
        raise FrameError(Refusal.TOO_DEEP) from None
    except ValueError:
        raise FrameError from None
    if not isinstance(value, dict):
        raise FrameError
    if is_deeper(value, DEEPEST_MESSAGE.value):
        raise FrameError(Refusal.TOO_DEEP)
    return value


def is_deeper(value: object, most: int) -> bool:
    """Tell whether a value that was JSON has more levels of lists and objects than `most`."""
    level: list[Any] = [value]
    for _ in range(most):
        level = [
            inner
            for each in level
            for inner in (each.values() if isinstance(each, dict) else each)
            if isinstance(inner, dict | list)
        ]
        if not level:
            return False
    return True
