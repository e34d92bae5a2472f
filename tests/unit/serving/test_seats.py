"""The cap, and the end of kernels nobody came for, with real kernels."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Awaitable, Callable

from traitlets.config import Config

from lachan.serving.lines import KeptMessages
from lachan.serving.seats import ClassroomKernels, Seats

Body = Callable[[ClassroomKernels, str], Awaitable[None]]


def with_kernel(body: Body) -> None:
    async def within(folder: str) -> None:
        config = Config()
        config.KernelManager.transport = "ipc"
        config.MappingKernelManager.cull_idle_timeout = 0
        kernels = ClassroomKernels(config=config, connection_dir=folder)
        kernel_id = await kernels.start_kernel(kernel_name="python3")
        try:
            async with asyncio.timeout(60):
                await body(kernels, kernel_id)
        finally:
            await kernels.shutdown_all(now=True)

    with tempfile.TemporaryDirectory(prefix="lachan-thu-") as folder:
        asyncio.run(within(folder))


async def gone(kernels: ClassroomKernels, kernel_id: str) -> None:
    while kernel_id in kernels:
        await asyncio.sleep(0.01)


def test_seats_are_counted() -> None:
    async def body(kernels: ClassroomKernels, kernel_id: str) -> None:
        seats = Seats(kernels, limit=3)
        assert (seats.free, seats.in_use, seats.ready) == (2, 1, 0)
        with seats.reserve():
            assert seats.free == 1
        seats.keep_ready(kernel_id)
        assert (seats.free, seats.in_use, seats.ready) == (2, 0, 1)
        seats.give(kernel_id)
        assert (seats.free, seats.in_use, seats.ready) == (2, 1, 0)
        assert len(seats.find_pids()) == 1
        await seats.end(kernel_id)
        await seats.end(kernel_id)
        assert (seats.free, kernel_id in kernels, seats.find_pids()) == (3, False, ())

    with_kernel(body)


def test_kernel_whose_page_never_comes_ends() -> None:
    async def body(kernels: ClassroomKernels, kernel_id: str) -> None:
        Seats(kernels, limit=3, unclaimed_s=0.01).give(kernel_id)
        await gone(kernels, kernel_id)

    with_kernel(body)


def test_kernel_that_met_its_page_stays_though_the_page_is_away() -> None:
    async def body(kernels: ClassroomKernels, kernel_id: str) -> None:
        seats = Seats(kernels, limit=3, unclaimed_s=0)
        kernels.notify_connect(kernel_id)
        kernels.notify_disconnect(kernel_id)
        seats.give(kernel_id)
        # Two turns of the loop: one for the call, one for what it would have begun.
        await asyncio.sleep(0.01)
        await asyncio.sleep(0)
        assert kernel_id in kernels

    with_kernel(body)


def test_ready_kernels_are_not_culled() -> None:
    async def body(kernels: ClassroomKernels, kernel_id: str) -> None:
        seats = Seats(kernels, limit=3)
        kernels.get_kernel(kernel_id).execution_state = "idle"
        seats.keep_ready(kernel_id)
        await kernels.cull_kernel_if_idle(kernel_id)
        assert kernel_id in kernels
        seats.give(kernel_id)
        await kernels.cull_kernel_if_idle(kernel_id)
        assert kernel_id not in kernels

    with_kernel(body)


def test_kernel_that_died_or_was_restarted_is_not_what_it_was() -> None:
    async def body(kernels: ClassroomKernels, kernel_id: str) -> None:
        seats = Seats(kernels, limit=3)
        kernel = kernels.get_kernel(kernel_id)
        kernel.stop_restarter()
        seats.keep_ready(kernel_id)
        assert seats.is_intact(kernel_id)
        kernel.provisioner.process.kill()
        kernel.provisioner.process.wait()
        assert not seats.is_intact(kernel_id)
        await kernel.restart_kernel(now=True)
        assert not seats.is_intact(kernel_id)

    with_kernel(body)


def test_all_kernels_end_though_one_is_ending_already() -> None:
    async def body(kernels: ClassroomKernels, kernel_id: str) -> None:
        await kernels.start_kernel(kernel_name="python3")
        seats = Seats(kernels, limit=3)
        seats.end_soon(kernel_id)
        await seats.end_all()
        assert kernels.list_kernel_ids() == []

    with_kernel(body)


def test_what_a_kernel_says_while_its_page_is_away_is_kept_within_bounds() -> None:
    async def body(kernels: ClassroomKernels, kernel_id: str) -> None:
        kernels.start_buffering(kernel_id, "trang", {})
        assert isinstance(kernels.get_buffer(kernel_id, "trang")["buffer"], KeptMessages)
        kernels.buffer_offline_messages = False
        kernels.start_buffering(kernel_id, "trang", {})
        assert kernels.get_buffer(kernel_id, "trang") is None

    with_kernel(body)
