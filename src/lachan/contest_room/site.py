"""What the handlers of one room server share."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass, field
from typing import ParamSpec, TypeVar

from lachan.contest_room.gate import EntryLimits
from lachan.contest_room.pages import RoomPages
from lachan.workflows.contests.desk import ContestDesk
from lachan.workflows.contests.views import ContestView

P = ParamSpec("P")
R = TypeVar("R")

# How long all who open the page share one reading of the contest.
VIEW_AGE_S = 1.0


@dataclass(slots=True)
class RoomSite:
    """The desk, the pages, the limits; found under ``settings["room"]``.

    `clock` gives seconds that only grow; it is no contest's clock, which is the desk's.
    `visitor_key` proves whom a room inside a notebook names as its visitor; "" believes none.
    """

    desk: ContestDesk
    pages: RoomPages
    limits: EntryLimits
    executor: Executor
    clock: Callable[[], float]
    base_url: str = "/"
    visitor_key: str = field(default="", repr=False)
    _views: dict[str, tuple[float, ContestView]] = field(default_factory=dict)
    _slugs: dict[str, str] = field(default_factory=dict)

    async def ask(self, what: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a question to the desk off the event loop."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.executor, lambda: what(*args, **kwargs))

    async def find_contest(self, slug: str) -> ContestView | None:
        """Return a contest as it was at most `VIEW_AGE_S` ago, or None.

        At the moment of opening thousands ask at once, and all may have the same answer.
        """
        read_at, view = self._views.get(slug, (0.0, None))
        if view is not None and self.clock() - read_at < VIEW_AGE_S:
            return view
        view = await self.ask(self.desk.find_contest, slug)
        if view is not None:
            self._views[slug] = (self.clock(), view)
        return view

    async def find_slug(self, short: str) -> str:
        """Return the name of the contest that a short path leads to, "" where it leads nowhere."""
        if short not in self._slugs:
            slug = await self.ask(self.desk.find_slug, short)
            if not slug:
                return ""
            self._slugs[short] = slug
        return self._slugs[short]
