"""Frames that lie about themselves: none costs the server memory, or another visitor a moment."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from websockets.exceptions import ConnectionClosed, InvalidStatus

from support.addresses import PRACTICE
from support.attacks.guarded import forget_peak, hear_the_end, read_peak_bytes
from support.attacks.messages import image
from support.links import KERNEL
from support.running import RunningServer
from support.speaking import PageChannel, envelope, pack, page_channel

# What one frame may make the server hold.
MOST_HELD_BYTES = 40_000_000
SILENCE_S = 5.0


@pytest.fixture(scope="module")
def kernel_id(server: RunningServer) -> str:
    """The kernel of one page for all of them: no frame of theirs costs it anything."""
    return KERNEL.search(server.get(server.root + PRACTICE).text)[1]


@pytest.fixture
def peak(server: RunningServer, kernel_id: str) -> Iterator[None]:
    """Hold the server to the memory that it had, and to its next visitor."""
    forget_peak(server.pid)
    before = read_peak_bytes(server.pid)
    yield
    assert server.get(server.root + PRACTICE).status == 200
    assert read_peak_bytes(server.pid) - before < MOST_HELD_BYTES


def change(comm: str) -> dict[str, object]:
    data = {"method": "update", "state": {}, "buffer_paths": [["value"]]}
    return envelope("comm_msg", {"comm_id": comm, "data": data}, {})


# ---- One protocol -------------------------------------------------------------------------------


@pytest.mark.parametrize("offered", [None, ["jupyter"], ["v2.kernel.websocket.jupyter.org"]])
def test_who_does_not_speak_the_protocol_is_not_let_in(
    server: RunningServer, kernel_id: str, offered: list[str] | None
) -> None:
    with (
        pytest.raises(InvalidStatus, match="400"),
        page_channel(server, kernel_id, subprotocols=offered),
    ):
        pass


def pack_old(message: dict[str, object], data: bytes) -> bytes:
    """Write a message with one buffer as the format of old did."""
    body = json.dumps({**message, "channel": "shell"}).encode()
    table = (2, 12, 12 + len(body))
    return b"".join(number.to_bytes(4, "big") for number in table) + body + data


@pytest.mark.usefixtures("peak")
def test_the_old_format_stops_nobody(server: RunningServer, kernel_id: str) -> None:
    """As it was found: the frame that is echoed was read as one of another protocol, for ever."""
    comm = uuid.uuid4().hex

    def attack() -> None:
        with page_channel(server, kernel_id, subprotocols=None) as channel:
            for message in (image(comm), change(comm), change(comm)):
                channel.send_raw(pack_old(message, uuid.uuid4().bytes))
            while not channel.is_silent_for(SILENCE_S):
                pass

    with pytest.raises((InvalidStatus, ConnectionClosed)):
        attack()


@pytest.mark.usefixtures("peak")
def test_bytes_that_are_echoed_stop_nobody(channel: PageChannel) -> None:
    comm = uuid.uuid4().hex
    for message in (image(comm), change(comm), change(comm)):
        channel.send_raw(pack(message, "shell", b"\xff" * 64))
    channel.settle()
    assert any("echo_update" in frame for frame in channel.frames)


# ---- Tables that lie ----------------------------------------------------------------------------

HEAD = json.dumps(envelope("comm_msg", {}, {})["header"]).encode()
PARTS = (b"shell", HEAD, b"{}", b"{}", b'{"comm_id": "x"}')


def table_of(offsets: Sequence[int]) -> bytes:
    return b"".join(number.to_bytes(8, "little") for number in (len(offsets), *offsets))


def frame_of(*parts: bytes) -> bytes:
    """Return a true frame of these parts."""
    offsets = [8 * (len(parts) + 2)]
    for part in parts:
        offsets.append(offsets[-1] + len(part))
    return table_of(offsets) + b"".join(parts)


def overlapping(size: int) -> bytes:
    """Return a frame half of whose parts are all that follows the table."""
    count = size // 16
    start = 8 * (count + 1)
    offsets = [start, start + 5]
    for part in PARTS[1:]:
        offsets.append(offsets[-1] + len(part))
    offsets += [start, size] * (count // 2)
    return (table_of(offsets[:count]) + b"".join(PARTS)).ljust(size, b"x")


def falling() -> bytes:
    starts = [8 * 7]
    for part in PARTS:
        starts.append(starts[-1] + len(part))
    starts[2], starts[3] = starts[3], starts[2]
    return table_of(starts) + b"".join(PARTS)


@pytest.mark.usefixtures("peak")
@pytest.mark.parametrize(
    "frame",
    [
        overlapping(200_000),
        falling(),
        frame_of(*PARTS) + b"x",
        frame_of(*PARTS)[:-1],
        b"\x00" + frame_of(*PARTS),
        frame_of(*PARTS, *([b""] * 60)),
        frame_of(*PARTS[:4]),
    ],
    ids=["overlapping", "falling", "longer", "shorter", "shifted", "many", "few"],
)
def test_a_table_that_lies_is_read_no_further(channel: PageChannel, frame: bytes) -> None:
    channel.send_raw(frame)
    assert hear_the_end(channel) == (
        1008,
        "Trang gửi một tin sai quy cách nên máy chủ đã ngắt trang.",
    )


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    offsets=st.lists(st.integers(0, 2**64 - 1) | st.integers(0, 400), max_size=12),
    count=st.none() | st.integers(0, 2**64 - 1),
    body=st.binary(max_size=300),
)
def test_whatever_a_table_says_the_next_one_is_served(
    server: RunningServer, kernel_id: str, offsets: list[int], count: int | None, body: bytes
) -> None:
    table = table_of(offsets)
    if count is not None:
        table = count.to_bytes(8, "little") + table[8:]
    with page_channel(server, kernel_id) as channel:
        channel.send_raw(table + body)
        code, _ = hear_the_end(channel)
    assert code == 1008


# ---- What is too much ---------------------------------------------------------------------------


def nested(depth: int) -> bytes:
    return b'{"comm_id": "x", "data": ' + b"[" * depth + b"]" * depth + b"}"


@pytest.mark.usefixtures("peak")
@pytest.mark.parametrize(
    ("frame", "words"),
    [
        (frame_of(*PARTS, b"x" * 1_000_000), "quá lớn"),
        (frame_of(b"shell", HEAD, b"{}", b'{"x": "%s"}' % (b"x" * 10_000), b"{}"), "sai quy cách"),
        (frame_of(*PARTS[:4], nested(40)), "quá nhiều tầng"),
        (frame_of(*PARTS[:4], nested(1_000)), "quá nhiều tầng"),
        (frame_of(*PARTS[:4], nested(450_000)), "quá nhiều tầng"),
        (frame_of(*PARTS[:4], b"9" * 900_000), "sai quy cách"),
        (frame_of(*PARTS[:4], b'{"comm_id": 5}'), "sai quy cách"),
        (frame_of(*PARTS[:4], b'{"comm_id": "%s"}' % (b"x" * 101)), "sai quy cách"),
    ],
    ids=["size", "head", "depth", "deeper", "deepest", "digits", "no comm", "long comm"],
)
def test_a_message_over_a_bound_ends_its_connection_with_words(
    server: RunningServer, kernel_id: str, frame: bytes, words: str
) -> None:
    with page_channel(server, kernel_id) as channel:
        channel.send_raw(frame)
        code, reason = hear_the_end(channel)
    assert (code, words in reason) == (1008, True)
    # The kernel has lost nothing by it.
    with page_channel(server, kernel_id) as channel:
        channel.settle()


def test_a_message_within_the_bounds_arrives(channel: PageChannel) -> None:
    channel.send_raw(frame_of(*PARTS[:4], nested(39)))
    channel.send_raw(frame_of(*PARTS, *([b"x"] * 59)))
    channel.send_raw(frame_of(*PARTS, b"x" * 999_000))
    # Half a sign, as a text box may cut it off: JavaScript writes it, not every reader takes it.
    channel.send_raw(frame_of(*PARTS[:4], rb'{"comm_id": "x", "data": "\ud83d"}'))
    channel.settle()
