"""What the attacks share: a page's kernel, and a channel to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from service.running import RunningServer
from service.speaking import PageChannel, page_channel

PRACTICE = "/voila/render/luyen_tap.ipynb"
LESSONS = "/voila/render/bai_hoc.ipynb"
KERNEL = re.compile(r'"kernelId": "([0-9a-f-]+)"')
V1 = "v1.kernel.websocket.jupyter.org"


@pytest.fixture
def kernel_id(server: RunningServer) -> str:
    return KERNEL.search(server.get(PRACTICE).text).group(1)


@pytest.fixture
def channel(server: RunningServer, kernel_id: str) -> Iterator[PageChannel]:
    with page_channel(server, kernel_id) as opened:
        yield opened
