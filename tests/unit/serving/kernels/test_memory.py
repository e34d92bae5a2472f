"""A page that takes too much ends and is told; the others, and the server, stay."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

import pytest

from lachan.limits.page_line import LOW_MEMORY, PAGE_MEMORY, SPARED_MEMORY, STAFF_PAGE_MEMORY
from lachan.serving.kernels.clients import open_client
from lachan.serving.kernels.memory import MemoryWatch, Taken, find_takers
from lachan.serving.kernels.slots import ClassroomKernels, Seats
from lachan.serving.line.lines import PageLines
from lachan.serving.line.refusals import Refusal
from support.pool_kernels import gone, with_kernel

PLENTY = 10 * LOW_MEMORY.value


@dataclass
class Socket:
    refusals: list[Refusal] = field(default_factory=list)

    def refuse(self, refusal: Refusal) -> None:
        self.refusals.append(refusal)


def test_who_is_over_the_bound_ends() -> None:
    taken = {
        "pupil": Taken(PAGE_MEMORY.value, False),
        "greedy": Taken(PAGE_MEMORY.value + 1, False),
        "staff": Taken(STAFF_PAGE_MEMORY.value, True),
        "greedy staff": Taken(STAFF_PAGE_MEMORY.value + 1, True),
    }
    told = dict.fromkeys(["greedy", "greedy staff"], Refusal.TOO_MUCH_MEMORY)
    assert find_takers(taken, PLENTY) == told
    # Where they end, there will be memory again.
    assert find_takers(taken, 0) == told


@pytest.mark.parametrize(
    ("free_bytes", "most", "ending"),
    [
        (LOW_MEMORY.value, PAGE_MEMORY.value, {}),
        (LOW_MEMORY.value - 1, PAGE_MEMORY.value, {"most": Refusal.NO_MEMORY_LEFT}),
        (0, SPARED_MEMORY.value + 1, {"most": Refusal.NO_MEMORY_LEFT}),
        (0, SPARED_MEMORY.value, {}),
    ],
)
def test_where_little_is_left_who_took_most_ends(
    free_bytes: int, most: int, ending: dict[str, Refusal]
) -> None:
    taken = {"little": Taken(1, False), "most": Taken(most, True), "less": Taken(-5, False)}
    assert find_takers(taken, free_bytes) == ending


def test_nobody_is_there() -> None:
    assert find_takers({}, 0) == {}


def test_a_kernel_that_grows_ends_and_its_page_is_told() -> None:
    async def body(kernels: ClassroomKernels, kernel_id: str) -> None:
        seats, lines, socket = Seats(kernels, limit=3), PageLines(time.monotonic), Socket()
        watch = MemoryWatch(kernels, seats, lines, lambda: PLENTY)
        kernel = kernels.get_kernel(kernel_id)
        lines.find(kernel).join(socket)
        client = await open_client(kernel)
        grow = f"kept = [b'x' * {PAGE_MEMORY.value + 20_000_000}]"
        try:
            # What its notebook took does not count: the page has not come yet.
            await client.execute(grow, reply=True, timeout=60)
            watch.look()
            kernels.notify_connect(kernel_id)
            watch.look()
            watch.look()
            assert (socket.refusals, kernel_id in kernels) == ([], True)
            await client.execute(grow.replace("=", "+=", 1), reply=True, timeout=60)
            watch.look()
            assert socket.refusals == [Refusal.TOO_MUCH_MEMORY]
            await gone(kernels, kernel_id)
            watch.look()
        finally:
            client.stop_channels()

    with_kernel(body)
