"""The cap, and the end of kernels nobody came for, with real kernels."""

from __future__ import annotations

from pathlib import Path

import pytest
from jupyter_client.manager import AsyncKernelManager

from lachan.domain.contests.roles import Role
from lachan.serving.kernels.slots import ClassroomKernels, Patience, Seats
from lachan.serving.kernels.visitors import Visitor
from lachan.serving.line.lines import KeptMessages
from lachan.web.visitor_pass import PassFolder, find_visitor, name_network
from support.pool_kernels import gone, with_kernel

PUPIL = Visitor("10.0.0.5")
OTHER = Visitor("10.0.0.6")
ORGANISER = Visitor("10.0.0.7", Role.ORGANISER)
NO_PATIENCE = Patience(unclaimed_s=0, away_s=0, silent_s=0)
NEVER = 3600.0


def test_seats_are_counted() -> None:
    async def body(kernels: ClassroomKernels, kernel_id: str) -> None:
        seats = Seats(kernels, limit=3)
        assert (seats.free, seats.in_use, seats.ready) == (2, 1, 0)
        with seats.take("sắp có", PUPIL):
            assert seats.free == 1
        assert seats.free == 1
        kernels.holders.clear()
        seats.keep_ready(kernel_id)
        assert (seats.free, seats.in_use, seats.ready) == (2, 0, 1)
        seats.give(kernel_id, PUPIL)
        assert (seats.free, seats.in_use, seats.ready) == (2, 1, 0)
        assert len(seats.find_pids()) == 1
        await seats.end(kernel_id)
        await seats.end(kernel_id)
        assert (seats.free, kernel_id in kernels, seats.find_pids()) == (3, False, ())

    with_kernel(body)


def test_kernel_whose_page_never_comes_ends() -> None:
    async def body(kernels: ClassroomKernels, kernel_id: str) -> None:
        Seats(kernels, limit=3, unclaimed_s=0.01).give(kernel_id, PUPIL)
        await gone(kernels, kernel_id)

    with_kernel(body)


def test_kernel_that_met_its_page_stays_though_the_page_is_away() -> None:
    async def body(kernels: ClassroomKernels, kernel_id: str) -> None:
        seats = Seats(kernels, limit=3, unclaimed_s=0)
        kernels.notify_connect(kernel_id)
        kernels.notify_disconnect(kernel_id)
        seats.give(kernel_id, PUPIL)
        # Another one, given after it, whose page never came.
        other = await kernels.start_kernel(kernel_name="python3")
        seats.give(other, OTHER)
        await gone(kernels, other)
        assert kernel_id in kernels

    with_kernel(body)


def test_ready_kernels_are_not_culled() -> None:
    async def body(kernels: ClassroomKernels, kernel_id: str) -> None:
        seats = Seats(kernels, limit=3)
        vars(kernels.get_kernel(kernel_id))["execution_state"] = "idle"
        seats.keep_ready(kernel_id)
        await kernels.cull_kernel_if_idle(kernel_id)
        assert kernel_id in kernels
        seats.give(kernel_id, PUPIL)
        await kernels.cull_kernel_if_idle(kernel_id)
        assert kernel_id not in kernels

    with_kernel(body)


def test_kernel_that_died_or_was_restarted_is_not_what_it_was() -> None:
    async def body(kernels: ClassroomKernels, kernel_id: str) -> None:
        seats = Seats(kernels, limit=3)
        kernel = kernels.get_kernel(kernel_id)
        assert isinstance(kernel, AsyncKernelManager)
        kernel.stop_restarter()
        seats.keep_ready(kernel_id)
        assert seats.is_intact(kernel_id)
        kernel.provisioner.process.kill()
        kernel.provisioner.process.wait()
        assert not seats.is_intact(kernel_id)
        await kernel.restart_kernel(now=True)
        assert not seats.is_intact(kernel_id)

    with_kernel(body)


def test_all_kernels_end_though_one_is_ending_already() -> None:
    async def body(kernels: ClassroomKernels, kernel_id: str) -> None:
        await kernels.start_kernel(kernel_name="python3")
        seats = Seats(kernels, limit=3)
        seats.end_soon(kernel_id)
        await seats.end_all()
        assert kernels.list_kernel_ids() == []

    with_kernel(body)


def test_a_seat_whose_kernel_does_not_start_is_free_again() -> None:
    seats = Seats(ClassroomKernels(), limit=3)
    with pytest.raises(RuntimeError), seats.take("hỏng", PUPIL):
        raise RuntimeError
    assert seats.free == 3


@pytest.mark.parametrize(
    ("there", "patience"),
    [
        ("never", Patience(unclaimed_s=0, away_s=NEVER, silent_s=NEVER)),
        ("gone", Patience(unclaimed_s=NEVER, away_s=0, silent_s=NEVER)),
        ("silent", Patience(unclaimed_s=NEVER, away_s=NEVER, silent_s=0)),
    ],
)
def test_a_kernel_hardly_needed_makes_room_for_who_waits(there: str, patience: Patience) -> None:
    async def body(kernels: ClassroomKernels, kernel_id: str) -> None:
        seats = Seats(kernels, limit=2, patience=patience)
        seats.give(kernel_id, PUPIL)
        if there != "never":
            kernels.notify_connect(kernel_id)
        if there == "gone":
            kernels.notify_disconnect(kernel_id)
        assert not seats.has_seat(OTHER)
        assert await seats.end_an_idle_one(OTHER)
        assert (kernel_id in kernels, seats.has_seat(OTHER)) == (False, True)
        assert not await seats.end_an_idle_one(OTHER)

    with_kernel(body)


@pytest.mark.parametrize("there", ["never", "gone", "silent"])
def test_patience_with_pupils_is_not_short(there: str) -> None:
    async def body(kernels: ClassroomKernels, kernel_id: str) -> None:
        seats = Seats(kernels, limit=2)
        seats.give(kernel_id, PUPIL)
        if there != "never":
            kernels.notify_connect(kernel_id)
        if there == "gone":
            kernels.notify_disconnect(kernel_id)
        assert not await seats.end_an_idle_one(OTHER)

    with_kernel(body)


def test_neither_staff_nor_what_waits_ready_makes_room() -> None:
    async def body(kernels: ClassroomKernels, kernel_id: str) -> None:
        seats = Seats(kernels, limit=1, patience=NO_PATIENCE)
        seats.give(kernel_id, ORGANISER)
        assert not await seats.end_an_idle_one(OTHER)
        seats.give(kernel_id, PUPIL)
        seats.keep_ready(kernel_id)
        assert not await seats.end_an_idle_one(OTHER)

    with_kernel(body)


def test_who_holds_more_takes_nothing_from_who_holds_less() -> None:
    async def body(kernels: ClassroomKernels, kernel_id: str) -> None:
        seats = Seats(kernels, limit=4, patience=NO_PATIENCE)
        seats.give(kernel_id, OTHER)
        kernels.holders.update({"một": PUPIL, "hai": PUPIL})
        assert not seats.is_within_share(PUPIL)
        assert not await seats.end_an_idle_one(PUPIL)
        kernels.holders.pop("hai")
        assert await seats.end_an_idle_one(PUPIL)

    with_kernel(body)


def test_a_kernel_is_told_who_has_come_for_it(tmp_path: Path) -> None:
    async def body(kernels: ClassroomKernels, kernel_id: str) -> None:
        kernels.passes = PassFolder(tmp_path, "khoa")
        Seats(kernels, limit=2).give(kernel_id, PUPIL)
        told = kernels.passes.find_path(kernel_id).read_text()
        assert find_visitor(told, "khoa") == name_network(PUPIL.network, "khoa")
        await kernels.shutdown_kernel(kernel_id, now=True)
        assert list(tmp_path.iterdir()) == []

    with_kernel(body)


def test_what_a_kernel_says_while_its_page_is_away_is_kept_within_bounds() -> None:
    async def body(kernels: ClassroomKernels, kernel_id: str) -> None:
        kernels.start_buffering(kernel_id, "trang", {})
        assert isinstance(kernels.get_buffer(kernel_id, "trang")["buffer"], KeptMessages)
        kernels.buffer_offline_messages = False
        kernels.start_buffering(kernel_id, "trang", {})
        assert kernels.get_buffer(kernel_id, "trang") is None

    with_kernel(body)
