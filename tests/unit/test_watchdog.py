"""What systemd hears of a server: ready, alive, stopping; and nothing where nobody listens."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lachan.watchdog import find_interval, report_life, send_state

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="systemd")


@pytest.fixture
def ear(tmp_path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(str(tmp_path / "tai"))
        ear.settimeout(60)
        yield ear


def test_a_server_tells_that_it_is_ready_lives_and_stops(ear: socket.socket) -> None:
    environ = {"NOTIFY_SOCKET": ear.getsockname(), "WATCHDOG_USEC": "3000"}

    async def live() -> list[str]:
        telling = asyncio.ensure_future(report_life(environ))
        heard = [await asyncio.to_thread(ear.recv, 100) for _ in range(4)]
        telling.cancel()
        with pytest.raises(asyncio.CancelledError):
            await telling
        while heard[-1] != b"STOPPING=1":
            heard.append(await asyncio.to_thread(ear.recv, 100))
        return [each.decode() for each in heard]

    heard = asyncio.run(live())
    assert heard[:4] == ["READY=1", "WATCHDOG=1", "WATCHDOG=1", "WATCHDOG=1"]


def test_without_a_watchdog_only_readiness_is_told(ear: socket.socket) -> None:
    asyncio.run(report_life({"NOTIFY_SOCKET": ear.getsockname()}))
    assert ear.recv(100) == b"READY=1"


def test_an_abstract_address_is_spoken_to() -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind("")
        ear.settimeout(60)
        name = ear.getsockname().decode().replace("\0", "@")
        send_state({"NOTIFY_SOCKET": name}, "READY=1")
        assert ear.recv(100) == b"READY=1"


@pytest.mark.parametrize("address", ["", "/khong/co", "vsock:1:2", "@khong-ai-nghe"])
def test_where_nobody_listens_nothing_happens(address: str) -> None:
    asyncio.run(report_life({"NOTIFY_SOCKET": address}))


@pytest.mark.parametrize(
    ("allowed", "expected"),
    [("60000000", 20.0), ("", None), ("0", None), ("-5", None), ("x", None)],
)
def test_a_third_of_what_is_allowed_passes_between_two_signs(
    allowed: str, expected: float | None
) -> None:
    environ = {"NOTIFY_SOCKET": "/run/systemd/notify", "WATCHDOG_USEC": allowed}
    assert find_interval(environ) == expected
    assert find_interval({"WATCHDOG_USEC": allowed}) is None
