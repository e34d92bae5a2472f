"""Kernels of a template of the tests' own, and what to ask them."""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.multikernelmanager import AsyncMultiKernelManager
from jupyter_client.provisioning import KernelProvisionerFactory
from traitlets.config import Config

from lachan.kernels import PROVISIONER
from lachan.kernels.fork_server import ForkServer
from lachan.kernels.provisioner import close_servers, find_server

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


@pytest.fixture(scope="module")
def kernels() -> Iterator[Kernels]:
    """IPC sockets have short paths, so the folder is the system's, not pytest's."""
    env = {**os.environ, "KERNELS_OF": str(os.getpid())}
    config = Config()
    config.KernelManager.transport = "ipc"
    # A busy machine must not make a polite end a forced one.
    config.KernelManager.shutdown_wait_time = 60
    config.KernelProvisionerFactory.default_provisioner_name = PROVISIONER
    config.ForkProvisioner.preload = ["colorsys"]
    config.ForkProvisioner.template_env = env
    server = find_server(("colorsys",), frozenset(env.items()))
    KernelProvisionerFactory.clear_instance()
    with tempfile.TemporaryDirectory(prefix="lachan-thu-") as folder:
        yield Kernels(config, server, Path(folder))
        close_servers()
    KernelProvisionerFactory.clear_instance()


async def start(
    manager: AsyncMultiKernelManager, **kwargs: object
) -> tuple[AsyncKernelManager, AsyncKernelClient]:
    kernel_id = await manager.start_kernel(
        kernel_name="python3",
        extra_arguments=["--HistoryManager.enabled=False"],
        **kwargs,
    )
    kernel = manager.get_kernel(kernel_id)
    client = kernel.client()
    client.start_channels()
    await client.wait_for_ready(READY_S)
    return kernel, client


async def evaluate(client: AsyncKernelClient, expression: str) -> str:
    """Return what the expression is in the kernel, as its repr."""
    reply = await client.execute(
        "", user_expressions={"it": expression}, reply=True, timeout=READY_S
    )
    answer = reply["content"]["user_expressions"]["it"]
    return answer["data"]["text/plain"] if answer["status"] == "ok" else answer["ename"]


async def until(true: Callable[[], bool], deadline_s: float = 20) -> None:
    """Wait for what comes about in another process."""
    async with asyncio.timeout(deadline_s):
        while not true():
            await asyncio.sleep(0.01)


def exists(pid: int) -> bool:
    """Tell whether there is such a process, a zombie included."""
    return Path(f"/proc/{pid}").exists()


def runs(pid: int) -> bool:
    """Tell whether the process runs: a container's first process may not reap zombies."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
