"""Kernels of a template of the tests' own, and what to ask them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from traitlets.config import Config

from lachan.kernels import PROVISIONER
from lachan.kernels.provisioner import close_servers, find_server
from support.kernels import Kernels


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
