from __future__ import annotations

import pytest

from lachan.serving.kernels.clients import open_client
from lachan.serving.kernels.slots import ClassroomKernels
from support.pool_kernels import with_kernel


def test_no_output_is_lost_on_a_client_just_opened() -> None:
    async def body(kernels: ClassroomKernels, kernel_id: str) -> None:
        kernel = kernels.get_kernel(kernel_id)
        client = await open_client(kernel)
        asked = client.execute("print('có mặt')")
        while True:
            message = await client.get_iopub_msg(timeout=30)
            if message["msg_type"] == "stream" and message["parent_header"].get("msg_id") == asked:
                break
        assert message["content"]["text"] == "có mặt\n"
        client.stop_channels()

    with_kernel(body)


def test_kernel_that_is_dead_is_told() -> None:
    async def body(kernels: ClassroomKernels, kernel_id: str) -> None:
        kernel = kernels.get_kernel(kernel_id)
        kernel.stop_restarter()
        kernel.provisioner.process.kill()
        kernel.provisioner.process.wait()
        with pytest.raises(RuntimeError, match="died"):
            await open_client(kernel)

    with_kernel(body)


def test_patience_ends() -> None:
    async def body(kernels: ClassroomKernels, kernel_id: str) -> None:
        kernel = kernels.get_kernel(kernel_id)
        with pytest.raises(RuntimeError, match="does not answer"):
            await open_client(kernel, limit_s=0)

    with_kernel(body)
