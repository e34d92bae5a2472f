"""Nobody finds another page's kernel, and each kernel has one name."""

from __future__ import annotations

import uuid

import pytest

from support.addresses import PRACTICE
from support.links import KERNEL
from support.running import RunningServer


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize(
    "path",
    [
        "/api",
        "/api/kernels",
        "/api/kernels/",
        "/api/sessions",
        "/api/contents",
        "/api/contents/giao_vien.ipynb",
        "/api/terminals",
        "/api/status",
        "/api/config/lachan",
        "/api/me",
        "/terminals/websocket/1",
        "/voila/api/kernels",
        "/metrics",
    ],
)
def test_nothing_is_listed(server: RunningServer, method: str, path: str) -> None:
    assert server.ask(method, path).status == 404


def test_kernel_ids_cannot_be_guessed(server: RunningServer) -> None:
    found = {uuid.UUID(KERNEL.search(server.get(PRACTICE).text).group(1)) for _ in range(4)}
    assert len(found) == 4
    # Version 4 is 122 bits from the system's source of randomness.
    assert {each.version for each in found} == {4}


def test_kernel_has_one_name(server: RunningServer, kernel_id: str) -> None:
    assert server.get(f"/api/kernels/{kernel_id}").status == 200
    spellings = (
        kernel_id.upper(),
        kernel_id.replace("-", ""),
        f"{{{kernel_id}}}",
        f"{kernel_id}/",
        f"{kernel_id}%00",
        f"x/../{kernel_id}",
        f"%2e%2e/{kernel_id}",
    )
    assert [server.get(f"/api/kernels/{each}").status for each in spellings] == [404] * 7
