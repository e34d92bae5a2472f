"""What the contestants' and the organisers' side of contests share: database, clock, papers."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from typing import TypeVar

from lachan.domain.contests.contest import ContestState
from lachan.store import Connection, Store, StoreError
from lachan.store.clock import Clock, measure_offset
from lachan.store.contests.contests import CANCELLED, CLOSED, get_frozen
from lachan.store.contests.rows import ContestRow
from lachan.store.group_commit import open_writer
from lachan.store.schema import EPOCH
from lachan.workflows.clock import utc_now
from lachan.workflows.contests.frozen import FrozenContest, thaw
from lachan.workflows.contests.views import ContestView

T = TypeVar("T")

ALIGN_EVERY = dt.timedelta(seconds=60)


class ContestDatabase:
    """Contests of one database; safe to share between threads.

    Parameters
    ----------
    store
        The open database, which whoever opened it closes.
    clock
        Gives aware times. Left out, it is the database's clock where it has one, so that
        several servers agree on every deadline, and else this machine's.
    """

    def __init__(self, store: Store, clock: Clock | None = None) -> None:
        self.store = store
        self._writer = open_writer(store)
        self._clock = clock or utc_now
        self._aligns = clock is None
        self._offset = dt.timedelta(0)
        self._align_at = EPOCH
        self._frozen: dict[int, FrozenContest] = {}
        self._lock = threading.Lock()

    def now(self) -> dt.datetime:
        """Return the time by which contests are judged."""
        own = self._clock()
        # Also where this machine's clock was set back, which would make the offset wrong.
        if self._aligns and not self._align_at - ALIGN_EVERY <= own < self._align_at:
            self._align_at = own + ALIGN_EVERY
            # While the database is away, the last offset stands.
            with suppress(StoreError):
                self._offset = measure_offset(self.store, self._clock)
            own = self._clock()
        return own + self._offset

    def read(self) -> AbstractContextManager[Connection]:
        """Open a transaction that only reads."""
        return self.store.read()

    def glance(self) -> AbstractContextManager[Connection]:
        """Open a connection for a single question."""
        return self.store.glance()

    def write(self, work: Callable[[Connection], T]) -> T:
        """Return what `work` returns once it is durable (see `Writer.run`)."""
        return self._writer.run(work)

    def get_frozen(self, connection: Connection, contest_id: int) -> FrozenContest:
        """Return the declaration and paper of a contest."""
        found = self._frozen.get(contest_id)
        if found is None:
            row = get_frozen(connection, contest_id)
            with self._lock:
                found = self._frozen.setdefault(contest_id, thaw(row))
        return found

    def forget(self, contest_id: int) -> None:
        """Drop what is remembered of a contest that was deleted."""
        self._frozen.pop(contest_id, None)

    def close(self) -> None:
        """Finish what is being written."""
        self._writer.close()


def find_state(contest: ContestRow, now: dt.datetime) -> ContestState:
    """Return where a contest stands at a moment."""
    if contest.status == CANCELLED:
        return ContestState.CANCELLED
    if contest.status == CLOSED:
        return ContestState.CLOSED
    if now < contest.opens_at:
        return ContestState.UPCOMING
    if contest.paused_at is not None:
        return ContestState.PAUSED
    return ContestState.OPEN if now < contest.closes_at else ContestState.OVER


def contest_view(row: ContestRow, frozen: FrozenContest, now: dt.datetime) -> ContestView:
    """Return a contest as anyone may see it."""
    contest = frozen.contest
    return ContestView(
        slug=contest.slug,
        short=str(row.id),
        title=contest.title,
        band=frozen.paper.blueprint.band,
        rules=frozen.rules,
        state=find_state(row, now),
        opens_at=row.opens_at,
        closes_at=row.closes_at,
        minutes=contest.minutes,
        attempts=contest.attempts,
        entry=contest.entry,
        prediction=contest.prediction,
        reveal=contest.reveal,
        item_count=sum(part.count for part in frozen.paper.blueprint.parts),
        practice=frozen.practice_json,
        key_commitment=frozen.commitment,
        message=row.message,
        names=contest.names,
        erase_at=row.erase_at,
        erased_at=row.erased_at,
        server_now=now,
    )
