"""A page's connection to its kernel outlives the time in which its reader only reads."""

from __future__ import annotations

import pytest

from support.links import KERNEL
from support.running import RunningServer
from support.speaking import page_channel

# The server asks every connection once in this time whether it is still there.
PINGED_WITHIN_S = 35.0


@pytest.mark.full
def test_a_quiet_page_stays_connected(server: RunningServer) -> None:
    page = server.get("/voila/render/luyen_tap.ipynb").text
    with page_channel(server, KERNEL.search(page)[1]) as channel:
        channel.settle()
        assert channel.is_silent_for(PINGED_WITHIN_S)
        channel.settle()
