"""Who sends nothing, or the half of something, holds a connection for a bounded time only."""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from lachan.limits.requests import BODY_TIME, IDLE_CONNECTION
from support.attacks.hostile import connect, render_request
from support.attacks.places import BEHIND_NGINX, Place

pytestmark = pytest.mark.full

# A machine that tests are running on is late.
GRACE_S = 20


@pytest.fixture
def places(request: pytest.FixtureRequest) -> list[Place]:
    """All of them at once: each would take as long as its longest limit."""
    return [request.getfixturevalue(name) for name in ("classroom", "contest_room", *BEHIND_NGINX)]


def test_a_line_on_which_nothing_comes_is_closed(places: list[Place]) -> None:
    with ExitStack() as opened:
        waiting = []
        for door in (place.door for place in places):
            path, size = f"{door.base}lop/api/vao", (("Content-Length", "1000"),)
            head = render_request(door, "POST", path, size)
            for sent, limit in (
                (head + b"{", BODY_TIME),
                (head[:-20], IDLE_CONNECTION),
                (b"", IDLE_CONNECTION),
            ):
                line = opened.enter_context(connect(door))
                line.send(sent)
                waiting.append((line, limit))
        for line, limit in waiting:
            line.hear_end(limit.value + GRACE_S)
