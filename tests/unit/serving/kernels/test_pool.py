"""The shelf of drawn pages, without kernels: who gets what, and what is drawn anew."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import pytest

from lachan.serving.catalogue import App
from lachan.serving.drawing import Drawn
from lachan.serving.kernels.plans import DemandPlan, FixedPlan
from lachan.serving.kernels.pool import FRESH_S, PagePool
from lachan.serving.kernels.slots import ClassroomKernels, Seats
from support.waiting import until

LESSON = App("bai_hoc.ipynb", staff=False)
PRACTICE = App("luyen_tap.ipynb", staff=False)
STAFF = App("ra_de.ipynb", staff=True)


@dataclass
class Studio:
    """Draws numbered pages of plain HTML, and tells when it has drawn.

    It draws in one go, so that a page is on its shelf before who waits for that hears of it.
    """

    fails: bool = False
    drawn: int = 0
    done: asyncio.Event = field(default_factory=asyncio.Event)

    async def draw(self, app: App) -> Drawn | None:
        self.drawn += 1
        self.done.set()
        return None if self.fails else Drawn(f"{app.name} {self.drawn}", None)


@dataclass
class Clock:
    """A clock that stands still, and tells when it is looked at: before it draws, a pool does."""

    now: float = 0.0
    read: asyncio.Event = field(default_factory=asyncio.Event)

    def __call__(self) -> float:
        self.read.set()
        return self.now

    async def wait_for_look(self) -> None:
        self.read.clear()
        await self.read.wait()


def within(body: Callable[[], Awaitable[None]]) -> None:
    async def limited() -> None:
        async with asyncio.timeout(20):
            await body()

    asyncio.run(limited())


def test_plain_page_is_given_again_and_again_while_fresh() -> None:
    async def body() -> None:
        now = 0.0
        studio = Studio()
        seats = Seats(ClassroomKernels(), limit=5)
        pool = PagePool(studio.draw, seats, [LESSON], FixedPlan(2), lambda: now)
        assert pool.find_plain(LESSON) is None
        pool.start()
        for number in (1, 2):
            await studio.done.wait()
            page = pool.find_plain(LESSON)
            assert page is not None
            assert page.html == f"bai_hoc.ipynb {number}"
            assert pool.find_plain(LESSON) is page
            studio.done.clear()
            now += FRESH_S + 1
            assert (pool.find_plain(LESSON), pool.take(LESSON)) == (None, None)
        pool.stop()

    within(body)


def test_a_plain_page_that_tells_what_was_is_given_until_there_is_a_new_one() -> None:
    async def body() -> None:
        studio = Studio()
        seats = Seats(ClassroomKernels(), limit=5)
        pool = PagePool(studio.draw, seats, [LESSON], FixedPlan(2), lambda: 0.0)
        pool.redraw_plain()
        pool.start()
        await studio.done.wait()
        first = pool.find_plain(LESSON)
        studio.done.clear()
        pool.redraw_plain()
        assert pool.find_plain(LESSON) is first is not None
        await studio.done.wait()
        second = pool.find_plain(LESSON)
        assert second is not None
        assert (first.html, second.html) == ("bai_hoc.ipynb 1", "bai_hoc.ipynb 2")
        pool.stop()

    within(body)


def test_app_that_fails_is_left_alone_for_a_while() -> None:
    async def body() -> None:
        studio = Studio(fails=True)
        clock = Clock()
        pool = PagePool(
            studio.draw, Seats(ClassroomKernels(), limit=5), [LESSON], FixedPlan(2), clock
        )
        pool.start()
        await studio.done.wait()
        for _ in range(3):
            assert pool.take(LESSON) is None
            await clock.wait_for_look()
        assert studio.drawn == 1
        pool.stop()

    within(body)


def test_nothing_is_drawn_where_no_seat_is_free() -> None:
    async def body() -> None:
        studio, clock = Studio(), Clock()
        pool = PagePool(
            studio.draw, Seats(ClassroomKernels(), limit=0), [LESSON], FixedPlan(2), clock
        )
        pool.start()
        for _ in range(3):
            await clock.wait_for_look()
            assert pool.take(LESSON) is None
        assert studio.drawn == 0
        assert await pool.give_up_one() is False
        pool.stop()

    within(body)


def test_page_whose_kernel_has_gone_is_not_given() -> None:
    async def body() -> None:
        async def draw(app: App) -> Drawn:
            drawn.set()
            return Drawn(app.name, "00000000-0000-0000-0000-000000000000")

        drawn = asyncio.Event()
        pool = PagePool(
            draw, Seats(ClassroomKernels(), limit=5), [LESSON], FixedPlan(1), lambda: 0.0
        )
        pool.start()
        await drawn.wait()
        assert pool.count_ready() == {LESSON: 1}
        assert pool.take(LESSON) is None
        pool.stop()

    within(body)


@dataclass
class Memory:
    """How many pages have room."""

    pages: int


async def draw_with_kernel(app: App) -> Drawn:
    return Drawn(app.name, "00000000-0000-0000-0000-000000000000")


def make_pool(memory: Memory) -> PagePool:
    seats = Seats(ClassroomKernels(), limit=50)
    plan = DemandPlan(lambda: memory.pages, lambda: 0.0)
    return PagePool(draw_with_kernel, seats, [LESSON, PRACTICE], plan, lambda: 0.0)


def test_pages_move_to_where_pupils_come() -> None:
    async def body() -> None:
        pool = make_pool(Memory(20))
        pool.start()
        await until(lambda: sum(pool.count_ready().values()) == 20)
        assert pool.count_ready()[LESSON] > 15
        for _ in range(45):
            pool.take(PRACTICE)
        await until(lambda: pool.count_ready()[PRACTICE] > 7)
        await until(lambda: sum(pool.count_ready().values()) == 20)
        pool.stop()

    within(body)


def test_pages_are_given_up_where_memory_grows_short() -> None:
    async def body() -> None:
        memory = Memory(20)
        pool = make_pool(memory)
        pool.start()
        await until(lambda: sum(pool.count_ready().values()) == 20)
        memory.pages = 5
        # Whoever comes lets the pool look.
        pool.take(PRACTICE)
        await until(lambda: sum(pool.count_ready().values()) == 5)
        assert pool.count_ready()[PRACTICE] >= 1
        pool.stop()

    within(body)


def test_staff_pages_are_never_drawn_ahead() -> None:
    async def body() -> None:
        seats = Seats(ClassroomKernels(), limit=5)
        with pytest.raises(ValueError, match="staff"):
            PagePool(Studio().draw, seats, [STAFF], FixedPlan(1), lambda: 0.0)

    within(body)


def test_app_without_a_shelf_has_nothing() -> None:
    async def body() -> None:
        seats = Seats(ClassroomKernels(), limit=5)
        pool = PagePool(Studio().draw, seats, [], FixedPlan(1), lambda: 0.0)
        assert (pool.take(LESSON), pool.take(STAFF), pool.count_ready()) == (None, None, {})

    within(body)
