"""Code from a browser is run on no channel, and what is no message ends the connection."""

from __future__ import annotations

import json
import uuid
from pathlib import Path

import pytest

from support.addresses import PRACTICE
from support.links import KERNEL
from support.running import RunningServer
from support.speaking import PageChannel, envelope, page_channel


@pytest.fixture(scope="module")
def kernel_id(server: RunningServer) -> str:
    """The kernel of one page for all of them: nothing that is tried here may change it."""
    return KERNEL.search(server.get(server.root + PRACTICE).text)[1]


def touch(path: Path) -> str:
    return f"open({str(path)!r}, 'w').close()"


@pytest.mark.parametrize("where", ["shell", "control", "stdin", "iopub", "hb", "khac"])
def test_code_is_run_on_no_channel(channel: PageChannel, tmp_path: Path, where: str) -> None:
    mark = tmp_path / "da-chay"
    code = touch(mark)
    for silent in (True, False):
        said = {"code": code, "silent": silent, "store_history": False, "allow_stdin": False}
        channel.say("execute_request", {**said, "user_expressions": {"x": code}}, where)
    channel.settle()
    assert not mark.exists()
    kinds = {json.loads(frame)["header"]["msg_type"] for frame in channel.frames}
    assert kinds <= {"iopub_welcome", "kernel_info_reply", "status"}


def pack_v1(header: bytes, content: bytes, where: str = "shell") -> bytes:
    """Write a message in the binary protocol, whose header is sent on as it came."""
    parts = [where.encode(), header, b"{}", b"{}", content]
    offsets = [8 * (len(parts) + 2)]
    for part in parts:
        offsets.append(offsets[-1] + len(part))
    table = b"".join(number.to_bytes(8, "little") for number in (len(offsets), *offsets))
    return table + b"".join(parts)


@pytest.mark.parametrize("kinds", [("execute_request",), ("comm_msg", "execute_request")])
@pytest.mark.parametrize("where", ["shell", "control"])
def test_code_is_not_run_by_the_binary_protocol(
    server: RunningServer, kernel_id: str, tmp_path: Path, where: str, kinds: tuple[str, ...]
) -> None:
    mark = tmp_path / "da-chay"
    content = json.dumps({"code": touch(mark), "silent": False}).encode()
    header = json.dumps(envelope("?", {}, {})["header"])
    # Readers of JSON may differ on which of two equal names counts.
    for order in (kinds, kinds[::-1]):
        names = ", ".join(f'"msg_type": "{kind}"' for kind in order)
        twice = header.replace('"msg_type": "?"', names).encode()
        with page_channel(server, kernel_id) as channel:
            channel.send_raw(pack_v1(twice, content, where))
    with page_channel(server, kernel_id) as channel:
        channel.settle()
    assert not mark.exists()


@pytest.mark.parametrize("where", ["shell", "control"])
@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("shutdown_request", {"restart": False}),
        ("shutdown_request", {"restart": True}),
        ("interrupt_request", {}),
        ("inspect_request", {"code": "open", "cursor_pos": 4, "detail_level": 1}),
        ("complete_request", {"code": "_", "cursor_pos": 1}),
        ("is_complete_request", {"code": "1"}),
        ("history_request", {"output": True, "raw": True, "hist_access_type": "tail", "n": 99}),
        ("debug_request", {"type": "request", "command": "initialize", "seq": 1, "arguments": {}}),
        ("create_subshell_request", {}),
        ("usage_request", {}),
    ],
)
def test_kernel_gives_no_other_service(
    server: RunningServer, kernel_id: str, kind: str, content: dict[str, object], where: str
) -> None:
    with page_channel(server, kernel_id) as channel:
        before = channel.ask_states()
        channel.frames.clear()
        channel.say(kind, content, where)
        channel.settle()
        heard = [json.loads(frame)["header"]["msg_type"] for frame in channel.frames]
        # Neither ended nor started anew: its widgets are the same.
        assert channel.ask_states().keys() == before.keys()
    assert set(heard) <= {"kernel_info_reply", "status"}
    assert server.get(f"{server.root}/api/kernels/{kernel_id}").status == 200


@pytest.mark.parametrize(
    "frame",
    [
        "",
        "{}",
        "[]",
        "null",
        "không phải JSON",
        '{"channel": "shell"}',
        '{"channel": "shell", "header": null}',
        '{"channel": "shell", "header": {"msg_type": {}}}',
        b"",
        b"\xff" * 64,
        b"\xff" * 8,
        b"\x7f" + b"\xff" * 63,
        b"\x00" * 64,
        b"\x05\x00\x00\x00\x00\x00\x00\x00" + b"\xff" * 40,
    ],
)
def test_nonsense_ends_the_connection_and_nothing_else(
    server: RunningServer, kernel_id: str, frame: str | bytes
) -> None:
    logged = server.log.read_text()
    with page_channel(server, kernel_id) as channel:
        channel.send_raw(frame)
    with page_channel(server, kernel_id) as channel:
        channel.settle()
    assert server.log.read_text() == logged


def test_unknown_comm_leads_nowhere(channel: PageChannel, tmp_path: Path) -> None:
    mark = tmp_path / "da-chay"
    for target in ("os", "builtins.exec", "lachan.apps.staff", "../x"):
        data = {"code": touch(mark), "target_module": "os", "module": "os"}
        comm = {"comm_id": uuid.uuid4().hex, "target_name": target, "target_module": "os"}
        channel.say("comm_open", {**comm, "data": data})
        channel.say("comm_msg", {**comm, "data": data})
    channel.settle()
    assert not mark.exists()
    kinds = {json.loads(frame)["header"]["msg_type"] for frame in channel.frames}
    assert kinds <= {"kernel_info_reply", "status", "comm_close", "stream"}
