"""Pages drawn before anyone asks for them, each with a kernel that has run its cells."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field

from lachan.serving.catalogue import App
from lachan.serving.drawing import Drawn
from lachan.serving.kernels.plans import Plan
from lachan.serving.kernels.slots import Seats
from lachan.serving.kernels.visitors import NOBODY

log = logging.getLogger(__name__)

# What a page shows may depend on the day, so no page waits longer than this.
FRESH_S = 3600.0
# After a page could not be drawn: its fault will most likely be there the next second too.
PAUSE_S = 60.0
LOOK_S = 0.2
IDLE_S = 30.0
# So much more than is planned may wait of an app before a page of it is given up for another app:
# plans change with each visitor.
SLACK = 0.1


@dataclass(slots=True)
class _Shelf:
    ready: deque[tuple[float, Drawn]] = field(default_factory=deque)
    plain: tuple[float, Drawn] | None = None
    outdated: bool = False
    pause_until: float = 0.0


class PagePool:
    """Gives pages at once and draws new ones while no visitor waits.

    Parameters
    ----------
    draw
        Draws a page; None where it failed.
    apps
        The apps whose pages wait. Staff apps must not be among them: their kernels are marked as
        staff's.
    plan
        Says how many pages of each wait.
    clock
        Seconds that only grow.
    """

    def __init__(
        self,
        draw: Callable[[App], Awaitable[Drawn | None]],
        seats: Seats,
        apps: Collection[App],
        plan: Plan,
        clock: Callable[[], float],
    ) -> None:
        if any(app.staff for app in apps):
            raise ValueError("a staff page must not be drawn before the passcode is given")
        self._draw = draw
        self._seats = seats
        self._clock = clock
        self._plan = plan
        self._shelves = {app: _Shelf() for app in apps}
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to draw."""
        self._task = asyncio.ensure_future(self._fill())

    def stop(self) -> None:
        """Draw no more; the kernels are left to whoever ends the server's kernels."""
        if self._task is not None:
            self._task.cancel()

    def find_plain(self, app: App) -> Drawn | None:
        """Return the app's page where it is plain HTML, which is given again and again."""
        shelf = self._shelves.get(app)
        if shelf is None or shelf.plain is None:
            return None
        drawn_at, page = shelf.plain
        return page if drawn_at >= self._clock() - FRESH_S else None

    def redraw_plain(self) -> None:
        """Draw plain pages anew, since what they tell has changed; meanwhile the old ones do."""
        for shelf in self._shelves.values():
            shelf.outdated = shelf.plain is not None
        self._wake.set()

    def take(self, app: App) -> Drawn | None:
        """Return a page with a kernel for one visitor, None where none is ready."""
        shelf = self._shelves.get(app)
        if shelf is None:
            return None
        oldest = self._clock() - FRESH_S
        self._plan.note(app)
        self._wake.set()
        while shelf.ready:
            drawn_at, page = shelf.ready.popleft()
            if drawn_at >= oldest and page.kernel_id and self._seats.is_intact(page.kernel_id):
                return page
            self._discard(page)
        return None

    async def give_up_one(self) -> bool:
        """End the oldest page of the fullest shelf, to make room; False where all are empty."""
        shelf = max(self._shelves.values(), key=lambda each: len(each.ready), default=None)
        if shelf is None or not shelf.ready:
            return False
        _, page = shelf.ready.popleft()
        if page.kernel_id is not None:
            await self._seats.end(page.kernel_id)
        return True

    def count_ready(self) -> dict[App, int]:
        """Return for each app how many pages wait."""
        return {app: len(shelf.ready) for app, shelf in self._shelves.items()}

    def _discard(self, page: Drawn) -> None:
        if page.kernel_id is not None:
            self._seats.end_soon(page.kernel_id)

    async def _fill(self) -> None:
        while True:
            sizes = self._find_sizes()
            self._give_up_excess(sizes)
            app = self._find_wanting(sizes)
            if app is None:
                self._wake.clear()
                try:
                    await asyncio.wait_for(self._wake.wait(), IDLE_S)
                except TimeoutError:
                    self._drop_stale()
            elif self._seats.drawing:
                # Visitors first: a page drawn now would make theirs slower.
                await asyncio.sleep(LOOK_S)
            else:
                started_at = self._clock()
                await self._fill_one(app)
                # Half of one processor at most, so that who is in a lesson feels nothing.
                await asyncio.sleep(min(LOOK_S, self._clock() - started_at))

    async def _fill_one(self, app: App) -> None:
        shelf = self._shelves[app]
        # What changes while it is drawn, it does not tell.
        shelf.outdated = False
        try:
            page = await self._draw(app)
        except Exception:
            # Whatever Jupyter raises when a kernel does not start.
            log.exception("Không vẽ sẵn được trang %s", app.name)
            page = None
        if page is None:
            shelf.pause_until = self._clock() + PAUSE_S
            shelf.outdated = shelf.plain is not None
        elif page.kernel_id is None:
            shelf.plain = (self._clock(), page)
        else:
            shelf.ready.append((self._clock(), page))

    def _find_sizes(self) -> dict[App, int]:
        """Return how many pages of each app are to wait; plain ones are drawn once."""
        return self._plan.share_out([a for a, shelf in self._shelves.items() if not shelf.plain])

    def _find_wanting(self, sizes: Mapping[App, int]) -> App | None:
        """Return the app whose shelf is emptiest, None where all are full or no seat is free."""
        now = self._clock()
        wanting = {
            app: len(shelf.ready) / sizes.get(app, 1)
            for app, shelf in self._shelves.items()
            if shelf.pause_until <= now and self._is_wanting(shelf, sizes.get(app, 0), now)
        }
        if not wanting or not self._seats.has_seat(NOBODY):
            return None
        return min(wanting, key=lambda app: wanting[app])

    def _is_wanting(self, shelf: _Shelf, size: int, now: float) -> bool:
        if shelf.plain is not None:
            return shelf.outdated or shelf.plain[0] < now - FRESH_S
        return len(shelf.ready) < size

    def _give_up_excess(self, sizes: Mapping[App, int]) -> None:
        """End pages beyond the plan: where memory is short, and where another app wants them."""
        over = {app: len(self._shelves[app].ready) - size for app, size in sizes.items()}
        if not over:
            return
        excess = sum(over.values())
        for _ in range(excess):
            self._give_up(over)
        fullest = max(over, key=lambda app: over[app])
        if excess == 0 and over[fullest] > max(1, SLACK * sizes[fullest]):
            self._give_up(over)

    def _give_up(self, over: dict[App, int]) -> None:
        """End the oldest page of the app that has most beyond the plan, and count that."""
        fullest = max(over, key=lambda app: over[app])
        over[fullest] -= 1
        self._discard(self._shelves[fullest].ready.popleft()[1])

    def _drop_stale(self) -> None:
        oldest = self._clock() - FRESH_S
        for shelf in self._shelves.values():
            while shelf.ready and shelf.ready[0][0] < oldest:
                self._discard(shelf.ready.popleft()[1])
