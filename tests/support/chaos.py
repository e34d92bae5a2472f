"""What goes wrong on a contest day: bad networks, a server that dies, a database that does."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from support.contestants import TIMES, Contestant
from support.contests import CLOSED_TYPES, Hall, RoomServer, room_server
from support.running import find_quiet_port
from support.wire import Cut

Blow = Callable[[], Awaitable[object]]

CUTS = (Cut.BEFORE, Cut.MIDWAY, Cut.SENT, Cut.ANSWERED)
LIMIT_S = 300.0


@dataclass
class Weather:
    """One contestant's network: calls that are cut off, and now and then a longer gap."""

    random: Random
    cuts: float = 0.12
    gaps: float = 0.02
    _left: int = 0

    def __call__(self) -> Cut:
        if self._left:
            self._left -= 1
            return Cut.BEFORE
        if self.random.random() < self.gaps:
            self._left = self.random.randint(2, 6)
        return self.random.choice(CUTS) if self.random.random() < self.cuts else Cut.NEVER


@dataclass
class Room:
    """A room's server that is killed and comes back where it was."""

    hall: Hall
    folder: Path
    root: Path
    port: int
    options: tuple[str, ...] = ()
    kills: int = 0
    server: RoomServer | None = None
    _stack: ExitStack = field(default_factory=ExitStack)

    def start(self) -> None:
        log = self.folder / f"log-{self.kills}.txt"
        self.server = self._stack.enter_context(
            room_server(self.hall, log, self.root, *self.options, port=self.port)
        )
        assert self.server.port == self.port

    async def kill(self) -> None:
        """Kill it, as a power cut would."""
        assert self.server is not None
        await asyncio.to_thread(self.server.kill)
        self.kills += 1

    async def come_back(self) -> None:
        """Start it again where it was."""
        await asyncio.to_thread(self.start)

    async def kill_and_come_back(self) -> None:
        await self.kill()
        await self.come_back()

    def faults(self) -> str:
        """Return what the servers wrote into their logs."""
        logs = sorted(self.folder.glob("log-*.txt"))
        return "".join(log.read_text(encoding="utf-8") for log in logs)


async def hold(people: Sequence[Contestant], blows: Sequence[Blow]) -> None:
    """Let everyone take part while the blows fall, evenly over what is to be answered."""
    answers = len(people) * len(CLOSED_TYPES) * TIMES
    async with asyncio.timeout(LIMIT_S), asyncio.TaskGroup() as tasks:
        for person in people:
            tasks.create_task(person.take_part())
        for number, blow in enumerate(blows, 1):
            # Some answers are changed before they are sent: not all of them are acknowledged.
            await people[0].progress.reach(answers * number // (len(blows) + 1) * 3 // 4)
            await blow()


@contextmanager
def running_room(hall: Hall, folder: Path, root: Path) -> Iterator[Room]:
    with ExitStack() as stack:
        room = Room(hall, folder, root, find_quiet_port(), _stack=stack)
        room.start()
        yield room
