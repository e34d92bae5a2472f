"""A client to a kernel that has just started."""

from __future__ import annotations

import time
from queue import Empty
from typing import Any

from jupyter_core.utils import ensure_async

from lachan.limits.classroom import KERNEL_START

_ANSWER_S = 1.0


async def open_client(kernel: Any, limit_s: float = KERNEL_START.value) -> Any:
    """Return a client whose kernel has answered on the channels that a page needs.

    Jupyter's own `wait_for_ready` listens 0.2 s longer, to be sure that nothing old is left on
    the output channel; pages take outputs by the request they answer, so nothing old is mixed in.

    Raises
    ------
    RuntimeError
        If the kernel dies, or does not answer within `limit_s` seconds.
    """
    client = kernel.client()
    # The kernel's manager knows whether it lives; a heartbeat would cost each page a thread.
    client.start_channels(stdin=False, hb=False)
    try:
        await _wait(client, time.monotonic() + limit_s)
    except BaseException:
        client.stop_channels()
        raise
    client.allow_stdin = False
    return client


async def _wait(client: Any, deadline_s: float) -> None:
    while time.monotonic() < deadline_s:
        client.kernel_info()
        try:
            reply = await client.get_shell_msg(timeout=_ANSWER_S)
            if reply["msg_type"] == "kernel_info_reply":
                # Outputs sent before the output channel is joined are lost for good.
                await client.get_iopub_msg(timeout=_ANSWER_S)
                return
        except Empty:
            pass
        if not await ensure_async(client.is_alive()):
            raise RuntimeError("the kernel died before it answered")
    raise RuntimeError("the kernel does not answer")
