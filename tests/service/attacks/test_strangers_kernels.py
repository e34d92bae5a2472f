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
    assert server.ask(method, server.root + path).status == 404


def test_kernel_ids_cannot_be_guessed(server: RunningServer) -> None:
    pages = [server.get(server.root + PRACTICE).text for _ in range(4)]
    found = {uuid.UUID(KERNEL.search(page)[1]) for page in pages}
    assert len(found) == 4
    # Version 4 is 122 bits from the system's source of randomness.
    assert {each.version for each in found} == {4}


def test_kernel_has_one_name(server: RunningServer, kernel_id: str) -> None:
    kernels = f"{server.root}/api/kernels"
    assert server.get(f"{kernels}/{kernel_id}").status == 200
    spellings = (
        kernel_id.upper(),
        kernel_id.replace("-", ""),
        f"{{{kernel_id}}}",
        f"{kernel_id}/",
        f"x/../{kernel_id}",
        f"%2e%2e/{kernel_id}",
    )
    assert [server.get(f"{kernels}/{each}").status for each in spellings] == [404] * 6
    # nginx takes no such byte at all.
    nought = server.get(f"{kernels}/{kernel_id}%00").status
    assert nought == (404 if server.tls is None else 400)
