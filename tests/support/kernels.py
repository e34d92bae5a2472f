"""Kernels of a fork server, started and asked."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.multikernelmanager import AsyncMultiKernelManager
from traitlets.config import Config

from lachan.kernels.fork_server import ForkServer

READY_S = 60


@dataclass
class Kernels:
    """A multi-kernel manager over one fork server."""

    config: Config
    server: ForkServer
    folder: Path

    def run(self, body: Callable[[AsyncMultiKernelManager], Awaitable[object]]) -> object:
        async def within() -> object:
            manager = AsyncMultiKernelManager(config=self.config, connection_dir=str(self.folder))
            try:
                return await body(manager)
            finally:
                await manager.shutdown_all(now=True)

        return asyncio.run(within())


async def start(
    manager: AsyncMultiKernelManager, **kwargs: Any
) -> tuple[AsyncKernelManager, AsyncKernelClient]:
    kernel_id = await manager.start_kernel(
        kernel_name="python3",
        extra_arguments=["--HistoryManager.enabled=False"],
        **kwargs,
    )
    kernel = manager.get_kernel(kernel_id)
    assert isinstance(kernel, AsyncKernelManager)
    client = kernel.client()
    assert isinstance(client, AsyncKernelClient)
    client.start_channels()
    await client.wait_for_ready(READY_S)
    return kernel, client


async def evaluate(client: AsyncKernelClient, expression: str) -> str:
    """Return what the expression is in the kernel, as its repr."""
    reply = await client.execute(
        "", user_expressions={"it": expression}, reply=True, timeout=READY_S
    )
    answer = reply["content"]["user_expressions"]["it"]
    return str(answer["data"]["text/plain"] if answer["status"] == "ok" else answer["ename"])


def exists(pid: int) -> bool:
    """Tell whether there is such a process, a zombie included."""
    return Path(f"/proc/{pid}").exists()


def runs(pid: int) -> bool:
    """Tell whether the process runs: a container's first process may not reap zombies."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
