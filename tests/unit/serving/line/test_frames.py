"""Frames are read as they are written, by Jupyter too; whatever else comes is refused."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jupyter_server.services.kernels.connection.base import (
    deserialize_msg_from_ws_v1,
    serialize_msg_to_ws_v1,
)

from lachan.limits import page_line
from lachan.serving.line import frames
from lachan.serving.line.frames import Frame, FrameError, is_deeper, read_frame, write_frame
from lachan.serving.line.refusals import Refusal

texts = st.text(max_size=20)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=10,
)
objects = st.dictionaries(texts, values, max_size=4)


def pack(*parts: Any) -> list[bytes]:
    return [part if isinstance(part, bytes) else json.dumps(part).encode() for part in parts]


@given(st.tuples(objects, objects, objects, objects), st.lists(st.binary(max_size=20), max_size=3))
def test_what_jupyter_writes_is_read(told: tuple[Any, ...], buffers: list[bytes]) -> None:
    parts = pack(*told, *buffers)
    frame = read_frame(serialize_msg_to_ws_v1(parts, "shell"))
    assert (frame.channel, frame.header, frame.content) == ("shell", told[0], told[3])
    assert list(frame.parts[1:]) == parts[1:]
    assert json.loads(frame.parts[0]) == told[0]


@given(
    st.lists(st.binary(max_size=20), min_size=4, max_size=7), st.sampled_from(["iopub", "shell"])
)
def test_what_is_written_jupyter_reads(parts: list[bytes], channel: str) -> None:
    frame = write_frame(channel, parts)
    assert frame == serialize_msg_to_ws_v1(parts, channel)
    assert deserialize_msg_from_ws_v1(frame) == (channel, parts)


@given(st.binary(max_size=200), st.integers(0, 12), st.lists(st.integers(0, 300), max_size=10))
@example(b"", 0, [])
def test_any_bytes_are_a_message_or_refused(body: bytes, count: int, offsets: list[int]) -> None:
    table = b"".join(number.to_bytes(8, "little") for number in (count, *offsets))
    try:
        frame = read_frame(table + body)
    except FrameError:
        return
    assert sum(map(len, frame.parts[1:])) <= len(body)


@given(st.data())
def test_a_table_with_one_offset_moved_is_refused(data: st.DataObject) -> None:
    frame = write_frame("shell", pack({}, {}, {}, {}, b"xx"))
    place = data.draw(st.integers(1, 7))
    old = int.from_bytes(frame[8 * place : 8 * place + 8], "little")
    new = data.draw(st.integers(0, 2**64 - 1).filter(lambda number: number != old))
    with pytest.raises(FrameError):
        read_frame(frame[: 8 * place] + new.to_bytes(8, "little") + frame[8 * place + 8 :])


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize(
    "part", [b"", b"[]", b"null", b"{", b'{"a": 1}x', b"\xff\xfe", b"{'a': 1}"]
)
def test_a_part_that_is_no_json_object_is_refused(place: int, part: bytes) -> None:
    parts = pack({}, {}, {}, {})
    parts[place] = part
    with pytest.raises(FrameError) as fault:
        read_frame(write_frame("shell", parts))
    assert fault.value.refusal is Refusal.NO_MESSAGE


def test_of_two_equal_names_the_kernel_reads_what_was_read_here() -> None:
    twice = b'{"msg_type": "comm_msg", "msg_type": "execute_request"}'
    frame = read_frame(write_frame("shell", [twice, b"{}", b"{}", b"{}"]))
    assert json.loads(frame.parts[0]) == frame.header == {"msg_type": "execute_request"}
    assert frame.parts[0].count(b"msg_type") == 1


@pytest.mark.parametrize(
    ("value", "depth"),
    [({}, 1), ({"a": 1}, 1), ({"a": []}, 2), ({"a": [[], {"b": [1]}]}, 4), ({"[": "[[["}, 1)],
)
def test_levels_are_counted(value: object, depth: int) -> None:
    assert [is_deeper(value, most) for most in range(6)] == [most < depth for most in range(6)]


@pytest.mark.parametrize(
    ("name", "most", "refusal"),
    [
        ("LARGEST_MESSAGE", 100, Refusal.TOO_LARGE),
        ("LARGEST_MESSAGE_HEAD", 10, Refusal.NO_MESSAGE),
        ("MOST_MESSAGE_PARTS", 5, Refusal.NO_MESSAGE),
        ("DEEPEST_MESSAGE", 1, Refusal.TOO_DEEP),
    ],
)
def test_each_bound_is_the_limits(
    monkeypatch: pytest.MonkeyPatch, name: str, most: int, refusal: Refusal
) -> None:
    frame = write_frame("shell", pack({}, {}, {}, {"a": []}, b"x" * 90))
    assert isinstance(read_frame(frame), Frame)
    monkeypatch.setattr(frames, name, replace(getattr(page_line, name), value=most))
    with pytest.raises(FrameError) as fault:
        read_frame(frame)
    assert fault.value.refusal is refusal


def test_an_answer_has_a_bound_too(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = pack({}, {}, {}, {})
    size = len(write_frame("iopub", parts))
    monkeypatch.setattr(frames, "LARGEST_ANSWER", replace(page_line.LARGEST_ANSWER, value=size))
    assert len(write_frame("iopub", parts)) == size
    with pytest.raises(FrameError) as fault:
        write_frame("iopub", [*parts, b"x"])
    assert fault.value.refusal is Refusal.ANSWER_TOO_LARGE


def test_the_parts_lie_one_behind_the_other() -> None:
    frame = write_frame("shell", pack({}, {}, {}, {}, b"a", b"bc"))
    count = int.from_bytes(frame[:8], "little")
    offsets = [int.from_bytes(frame[8 * n : 8 * n + 8], "little") for n in range(1, count + 1)]
    assert [other - one for one, other in pairwise(offsets)] == [5, 2, 2, 2, 2, 1, 2]
    assert (offsets[0], offsets[-1]) == (8 * (count + 1), len(frame))
