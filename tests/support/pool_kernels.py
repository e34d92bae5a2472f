"""A kernel of a classroom's manager, for as long as a test lasts."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Awaitable, Callable

from traitlets.config import Config

from lachan.serving.kernels.slots import ClassroomKernels

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
