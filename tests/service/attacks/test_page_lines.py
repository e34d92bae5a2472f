"""Who does not read, connects again and again, or keeps things: it ends for that page alone."""

from __future__ import annotations

import uuid
from contextlib import ExitStack, suppress

import psutil
import pytest
from websockets.exceptions import ConnectionClosed

from support.addresses import PRACTICE
from support.attacks.guarded import forget_peak, hear_all, hear_the_end, read_peak_bytes
from support.attacks.messages import image
from support.running import RunningServer
from support.speaking import CONTROL, PageChannel, envelope, pack, page_channel

# What a page may make the server hold: 4 MB that wait, with as much on their way through it.
MOST_HELD_BYTES = 40_000_000


def hear_states(channel: PageChannel, times: int) -> None:
    """Ask for all widgets' states and hear them, again and again: a hundred kilobytes each time.

    The next is asked for when the last was heard, so that little waits for whoever asks, however
    slow the machine.
    """
    comm = uuid.uuid4().hex
    opening = {"comm_id": comm, "target_name": CONTROL, "data": {}}
    channel.say("comm_open", opening, version="1.0.0")
    for _ in range(times):
        channel.say("comm_msg", {"comm_id": comm, "data": {"method": "request_states"}})
        while channel.hear()["content"].get("data", {}).get("method") != "update_states":
            pass


def test_who_does_not_read_is_let_go(server: RunningServer, kernel_id: str) -> None:
    """Thirty megabytes: more than the system takes for a reader, and 4 MB."""
    forget_peak(server.pid)
    before = read_peak_bytes(server.pid)
    with (
        page_channel(server, kernel_id) as reader,
        page_channel(server, kernel_id, max_queue=1) as channel,
    ):
        hear_states(reader, 300)
        with pytest.raises(ConnectionClosed) as closed:
            hear_all(channel)
        # Who has read nothing for five seconds more is not told either.
        told = closed.value.rcvd
    assert told is None or told.reason == "Trang nhận tin quá chậm nên máy chủ đã ngắt trang."
    assert read_peak_bytes(server.pid) - before < MOST_HELD_BYTES


def test_a_page_has_two_connections_and_the_newest_are_kept(
    server: RunningServer, kernel_id: str
) -> None:
    process = psutil.Process(server.pid)
    with ExitStack() as opened:
        channels = []
        for count in range(12):
            channels.append(opened.enter_context(page_channel(server, kernel_id)))
            channels[-1].settle()
            if count == 1:
                with_two = process.num_fds()
        for gone in channels[:-2]:
            assert hear_the_end(gone) == (1008, "Trang này đang nối với máy chủ từ một chỗ khác.")
        for kept in channels[-2:]:
            kept.settle()
        # Ten that stayed would be a hundred files.
        assert process.num_fds() < with_two + 30


def test_a_page_opens_a_hundred_comms_and_no_more(channel: PageChannel) -> None:
    for _ in range(101):
        channel.send_raw(pack(image(uuid.uuid4().hex), "shell", b""))
    assert hear_the_end(channel) == (1008, "Trang mở quá nhiều công cụ nên máy chủ đã ngắt trang.")


def tags(comm: str) -> dict[str, object]:
    """Return what opens a widget that keeps a list as long as a message can be."""
    names = {"model": "TagsInputModel", "view": "TagsInputView"}
    state: dict[str, object] = {f"_{kind}_name": name for kind, name in names.items()}
    state |= {f"_{kind}_module": "@jupyter-widgets/controls" for kind in names}
    state |= {f"_{kind}_module_version": "2.0.0" for kind in names}
    state["allowed_tags"] = [[]] * 240_000
    content = {"comm_id": comm, "target_name": "jupyter.widget", "data": {"state": state}}
    return envelope("comm_open", content, {"version": "2.1.0"})


@pytest.mark.full
def test_a_page_that_keeps_too_much_ends_with_its_kernel(
    server: RunningServer, kernel_id: str
) -> None:
    """Fifty lists, each of 0.96 MB on the way and of 16 MB in the kernel."""
    forget_peak(server.pid)
    before = read_peak_bytes(server.pid)
    # Pings wait behind what is slowed down, longer than the client would.
    with page_channel(server, kernel_id, ping_interval=None) as channel:
        with suppress(ConnectionClosed):
            for _ in range(50):
                channel.send_raw(pack(tags(uuid.uuid4().hex)))
        told = hear_the_end(channel)
    assert told == (1008, "Trang dùng quá nhiều bộ nhớ nên máy chủ đã ngắt trang.")
    assert server.ends_within(kernel_id)
    assert server.get(server.root + PRACTICE).status == 200
    assert read_peak_bytes(server.pid) - before < 2 * MOST_HELD_BYTES
