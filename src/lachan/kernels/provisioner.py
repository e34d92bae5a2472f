"""Jupyter's way to the fork server: a kernel provisioner, named ``lachan-fork``."""

from __future__ import annotations

import asyncio
import functools
import os
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from traitlets import Dict, List, Unicode

from lachan.kernels import SUPPORTED
from lachan.kernels.fork_server import ForkServer, TemplateError
from lachan.kernels.forked_process import ForkedProcess
from lachan.kernels.messages import ForkRequest
from lachan.processes import list_environment

LAUNCHER = ["-m", "ipykernel_launcher"]
_TRIES = 2
_SERVERS: list[ForkServer] = []


class ForkProvisioner(LocalProvisioner):
    """Starts Python kernels by forking; any other kernel as Jupyter always does."""

    preload = List(
        Unicode(),
        config=True,
        help="Modules, or functions as 'module:function', that the template loads.",
    )
    template_env = Dict(
        config=True,
        help="Environment of the template; empty: what is listed of this process's own.",
    )

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> Any:
        """Start the kernel and return how to connect to it."""
        arguments = find_arguments(cmd)
        if not SUPPORTED or arguments is None:
            return await super().launch_kernel(cmd, **kwargs)
        cwd = kwargs.get("cwd") or Path.cwd()
        given = kwargs.get("env")
        env = list_environment(os.environ) if given is None else dict(given)
        request = ForkRequest(arguments, env, str(Path(cwd).absolute()))
        for _ in range(_TRIES):
            try:
                process = await self._fork(request)
            except TemplateError as fault:
                self.log.warning("Không nhân bản được kernel: %s", fault)
                continue
            self.process, self.pid, self.pgid, self.cwd = process, process.pid, process.pid, cwd
            return self.connection_info
        return await super().launch_kernel(cmd, **kwargs)

    async def send_signal(self, signum: int) -> None:
        """Send a signal to the kernel's process group; never to a pid that may be another's."""
        if self.process is not None and self.process.poll() is None:
            await super().send_signal(signum)

    async def _fork(self, request: ForkRequest) -> Any:
        server = find_server(tuple(self.preload), frozenset(self.template_env.items()))
        # Sending may block while the template loads, and this is the server's only thread.
        loop = asyncio.get_running_loop()
        future = await loop.run_in_executor(None, server.fork, request)
        try:
            return await asyncio.shield(asyncio.wrap_future(future))
        except asyncio.CancelledError:
            future.add_done_callback(_end_unwanted)
            raise


def _end_unwanted(future: Future[ForkedProcess]) -> None:
    if future.exception() is None:
        future.result().kill()


def find_arguments(cmd: list[str]) -> list[str] | None:
    """Return what a command gives to ipykernel's launcher, None if it starts something else."""
    return list(cmd[3:]) if cmd[1:3] == LAUNCHER else None


@functools.cache
def find_server(preload: tuple[str, ...], env: frozenset[tuple[str, str]]) -> ForkServer:
    """Return the one fork server of this process for these settings."""
    server = ForkServer(preload, dict(env) or list_environment(os.environ))
    _SERVERS.append(server)
    return server


def close_servers() -> None:
    """End all templates of this process and their kernels; later kernels start new ones."""
    find_server.cache_clear()
    while _SERVERS:
        _SERVERS.pop().close()
