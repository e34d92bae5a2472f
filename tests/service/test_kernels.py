"""A page's kernel: what its websocket lets through, and when it ends."""

from __future__ import annotations

import json
import re
import uuid

import pytest
from websockets.exceptions import InvalidStatus

from support.running import RunningServer
from support.speaking import page_channel


@pytest.fixture
def kernel_id(server: RunningServer) -> str:
    page = server.get("/voila/render/luyen_tap.ipynb").text
    return re.search(r'"kernelId": "([0-9a-f-]+)"', page).group(1)


def test_pupil_cannot_run_code(server: RunningServer, kernel_id: str) -> None:
    code = "open('/tmp/lachan-khong-duoc', 'w')"
    with page_channel(server, kernel_id) as channel:
        channel.say("execute_request", {"code": code, "silent": False, "store_history": False})
        channel.say("inspect_request", {"code": "print", "cursor_pos": 1})
        channel.settle()
    kinds = {json.loads(frame)["header"]["msg_type"] for frame in channel.frames}
    assert {"execute_reply", "execute_input", "inspect_reply"}.isdisjoint(kinds)


def test_other_sites_cannot_connect(server: RunningServer, kernel_id: str) -> None:
    with (
        pytest.raises(InvalidStatus, match="403"),
        page_channel(server, kernel_id, origin="https://example.com"),
    ):
        pass


def test_kernel_of_another_id_is_unknown(server: RunningServer) -> None:
    assert server.get(f"/api/kernels/{uuid.uuid4()}").status == 404


def test_kernel_cannot_be_deleted_or_restarted(server: RunningServer, kernel_id: str) -> None:
    assert server.ask("DELETE", f"/api/kernels/{kernel_id}").status in (403, 405)
    assert server.ask("POST", f"/api/kernels/{kernel_id}/restart", form={}).status == 404
    assert server.get(f"/api/kernels/{kernel_id}").status == 200


@pytest.mark.parametrize(
    "sent",
    [
        {"Origin": "https://example.com"},
        {"Origin": "https://example.com", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
    ],
)
def test_other_sites_cannot_end_a_kernel(
    server: RunningServer, kernel_id: str, sent: dict[str, str]
) -> None:
    assert server.ask("POST", f"/voila/api/shutdown/{kernel_id}", headers=sent).status == 403
    assert server.get(f"/api/kernels/{kernel_id}").status == 200


@pytest.mark.parametrize("origin", ["null", "{base}"])
def test_own_page_ends_its_kernel(server: RunningServer, kernel_id: str, origin: str) -> None:
    sent = {"Origin": origin.format(base=server.base), "Sec-Fetch-Site": "same-origin"}
    assert server.ask("POST", f"/voila/api/shutdown/{kernel_id}", headers=sent).status == 204
    assert server.get(f"/api/kernels/{kernel_id}").status == 404


def test_farewell_ends_the_kernel(server: RunningServer, kernel_id: str) -> None:
    assert server.ask("POST", f"/voila/api/shutdown/{kernel_id}").status == 204
    assert server.get(f"/api/kernels/{kernel_id}").status == 404
    assert server.ask("POST", f"/voila/api/shutdown/{kernel_id}").status == 204
