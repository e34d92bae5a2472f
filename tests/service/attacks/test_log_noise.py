"""What strangers do as often as they like leaves nothing in the log."""

from __future__ import annotations

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from support.running import RunningServer
from support.speaking import PageChannel, envelope, pack


def test_a_message_that_comes_again_and_again(server: RunningServer, channel: PageChannel) -> None:
    told = len(server.log.read_text("utf-8"))
    frame = pack(envelope("comm_info_request", {"target_name": "jupyter.widget"}, {}))
    for _ in range(5):
        channel.send_raw(frame)
    channel.settle()
    assert "Traceback" not in server.log.read_text("utf-8")[told:]


def test_a_socket_that_is_refused(server: RunningServer, kernel_id: str) -> None:
    told = len(server.log.read_text("utf-8"))
    where = f"{server.base.replace('http', 'ws', 1)}/api/kernels/{kernel_id}/channels"
    with pytest.raises(InvalidStatus) as refused:
        connect(where, proxy=None, ssl=server.tls)
    assert refused.value.response.status_code == 400
    assert server.log.read_text("utf-8")[told:] == ""
