from __future__ import annotations

import pytest

from lachan.serving.kernels import BINARY_PROTOCOL, holds_its_parts


def offsets(*numbers: int) -> bytes:
    return b"".join(number.to_bytes(8, "little") for number in numbers)


@pytest.mark.parametrize(
    ("frame", "holds"),
    [
        (offsets(2, 24, 24), True),
        (offsets(3, 24, 24), True),
        (offsets(4, 24, 24), False),
        (offsets(0, 24), False),
        (b"", False),
        (b"\xff" * 64, False),
    ],
)
def test_binary_protocol(frame: bytes, holds: bool) -> None:
    assert holds_its_parts(frame, BINARY_PROTOCOL) is holds


@pytest.mark.parametrize(
    ("frame", "holds"),
    [
        (b"\x00\x00\x00\x01" + b"\x00\x00\x00\x08" + b"{}", True),
        (b"\x00\x00\x00\x09" + b"\x00\x00\x00\x08" + b"{}", False),
        (b"\x7f\xff\xff\xff" + b"x" * 60, False),
        (b"\xff" * 64, False),
        (b"", False),
    ],
)
def test_message_with_buffers(frame: bytes, holds: bool) -> None:
    assert holds_its_parts(frame, None) is holds
