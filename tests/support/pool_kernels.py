"""A kernel of a classroom's manager, for as long as a test lasts."""

from __future__ import annotations

import asyncio
import tempfile
from collections import defaultdict
from collections.abc import Awaitable, Callable

from traitlets.config import Config

from lachan.serving.kernels.slots import ClassroomKernels

Body = Callable[[ClassroomKernels, str], Awaitable[None]]


class TellingKernels(ClassroomKernels):
    """Kernels that tell when one of them has gone."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.ended: defaultdict[str, asyncio.Event] = defaultdict(asyncio.Event)

    # The class that its base is derived from shuts down without `await`.
    async def shutdown_kernel(  # type: ignore[override]
        self, kernel_id: str, **how: object
    ) -> None:
        await super().shutdown_kernel(kernel_id, **how)
        self.ended[kernel_id].set()


def with_kernel(body: Body) -> None:
    async def within(folder: str) -> None:
        config = Config()
        config.KernelManager.transport = "ipc"
        config.MappingKernelManager.cull_idle_timeout = 0
        kernels = TellingKernels(config=config, connection_dir=folder)
        kernel_id = await kernels.start_kernel(kernel_name="python3")
        try:
            async with asyncio.timeout(60):
                await body(kernels, kernel_id)
        finally:
            await kernels.shutdown_all(now=True)

    with tempfile.TemporaryDirectory(prefix="lachan-thu-") as folder:
        asyncio.run(within(folder))


async def gone(kernels: ClassroomKernels, kernel_id: str) -> None:
    """Wait until a kernel has ended and its manager has forgotten it."""
    assert isinstance(kernels, TellingKernels)
    await kernels.ended[kernel_id].wait()
