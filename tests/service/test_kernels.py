"""A page's kernel: what its websocket lets through, and when it ends."""

from __future__ import annotations

import json
import re
import uuid

import pytest
from websockets.sync.client import ClientConnection, connect

from service.running import RunningServer


@pytest.fixture
def kernel_id(server: RunningServer) -> str:
    page = server.get("/voila/render/luyen_tap.ipynb").text
    return re.search(r'"kernelId": "([0-9a-f-]+)"', page).group(1)


def channels(server: RunningServer, kernel_id: str, **kwargs) -> ClientConnection:
    address = server.base.replace("http:", "ws:", 1)
    return connect(f"{address}/api/kernels/{kernel_id}/channels", proxy=None, **kwargs)


def message(kind: str, **content) -> str:
    header = {
        "msg_id": uuid.uuid4().hex,
        "msg_type": kind,
        "username": "",
        "session": "thu",
        "date": "2026-11-24T00:00:00Z",
        "version": "5.3",
    }
    return json.dumps(
        {
            "header": header,
            "parent_header": {},
            "metadata": {},
            "content": content,
            "channel": "shell",
            "buffers": [],
        }
    )


def test_pupil_cannot_run_code(server: RunningServer, kernel_id: str) -> None:
    code = "open('/tmp/lachan-khong-duoc', 'w')"
    kinds = []
    with channels(server, kernel_id) as socket:
        socket.send(message("execute_request", code=code, silent=False, store_history=False))
        socket.send(message("inspect_request", code="print", cursor_pos=1))
        socket.send(message("kernel_info_request"))
        while "kernel_info_reply" not in kinds:
            kinds.append(json.loads(socket.recv(timeout=30))["header"]["msg_type"])
    assert {"execute_reply", "execute_input", "inspect_reply"}.isdisjoint(kinds)


def test_other_sites_cannot_connect(server: RunningServer, kernel_id: str) -> None:
    with pytest.raises(Exception, match="403"):
        channels(server, kernel_id, origin="https://example.com")


def test_kernel_of_another_id_is_unknown(server: RunningServer) -> None:
    assert server.get(f"/api/kernels/{uuid.uuid4()}").status == 404


def test_kernel_cannot_be_deleted_or_restarted(server: RunningServer, kernel_id: str) -> None:
    assert server.ask("DELETE", f"/api/kernels/{kernel_id}").status in (403, 405)
    assert server.ask("POST", f"/api/kernels/{kernel_id}/restart", form={}).status == 404
    assert server.get(f"/api/kernels/{kernel_id}").status == 200


def test_farewell_ends_the_kernel(server: RunningServer, kernel_id: str) -> None:
    assert server.ask("POST", f"/voila/api/shutdown/{kernel_id}").status == 204
    assert server.get(f"/api/kernels/{kernel_id}").status == 404
    assert server.ask("POST", f"/voila/api/shutdown/{kernel_id}").status == 204
