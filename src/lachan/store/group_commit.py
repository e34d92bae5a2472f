"""One way to write from many threads: several callers' work in one durable transaction.

SQLite lets one writer in at a time and its commit waits for the disk, so one thread takes all
work that has come meanwhile into one transaction, each piece behind a savepoint of its own, and
answers every caller after the commit. PostgreSQL commits callers side by side by itself.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from lachan.limits.contest_room import LARGEST_BATCH, MOST_WAITING_WRITES, WRITE_PATIENCE
from lachan.store.engine import Store
from lachan.store.faults import StoreBusyError

T = TypeVar("T")
Work = Callable[[Connection], T]

TRIES = 3

# Serialization failure and deadlock: PostgreSQL gave one side up, and trying again helps.
_GIVEN_UP = frozenset({"40001", "40P01"})


class Writer(Protocol):
    """Runs work in a transaction and returns its value once that is durable."""

    def run(self, work: Work[T]) -> T:
        """Return what `work` returns; what it raises undoes it and is raised here.

        Raises
        ------
        StoreBusyError
            Where the database is away or overloaded. The work may have been done all the
            same, so it must be such that doing it twice is doing it once.
        """

    def close(self) -> None:
        """Finish what has begun and take no more."""


def open_writer(store: Store) -> Writer:
    """Return the writer that suits the database."""
    return GroupWriter(store) if store.is_sqlite else DirectWriter(store)


class DirectWriter:
    """A transaction a caller."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def run(self, work: Work[T]) -> T:
        """See `Writer.run`."""
        for left in reversed(range(TRIES)):
            try:
                with self._store.write() as connection:
                    return work(connection)
            except StoreBusyError as error:
                if not left or not _was_given_up(error):
                    raise
        raise AssertionError("the last try returns or raises")

    def close(self) -> None:
        """See `Writer.close`."""


def _was_given_up(error: StoreBusyError) -> bool:
    cause = error.__cause__
    state = getattr(cause.orig, "sqlstate", "") if isinstance(cause, OperationalError) else ""
    return state in _GIVEN_UP


class GroupWriter:
    """One thread that writes for all.

    Parameters
    ----------
    store
        Where to write.
    queue_size
        How much work may wait; more is refused at once, so that callers can slow down.
    patience_s
        How long a caller waits for its commit.
    """

    def __init__(
        self,
        store: Store,
        *,
        queue_size: int = MOST_WAITING_WRITES.value,
        patience_s: float = WRITE_PATIENCE.value,
    ) -> None:
        self._store = store
        self._patience_s = patience_s
        self._waiting: queue.Queue[tuple[Work[Any], Future[Any]] | None] = queue.Queue(queue_size)
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._write_all, name="lachan-writer", daemon=True)
        self._thread.start()

    @property
    def waiting(self) -> int:
        """How much work waits for the next transaction."""
        return self._waiting.qsize()

    def run(self, work: Work[T]) -> T:
        """See `Writer.run`."""
        done: Future[T] = Future()
        if self._closed.is_set():
            raise StoreBusyError("Máy chủ đang dừng; hãy thử lại sau ít phút.")
        try:
            self._waiting.put_nowait((work, done))
        except queue.Full:
            raise StoreBusyError("Máy chủ đang quá bận; hãy thử lại sau ít giây.") from None
        try:
            return done.result(self._patience_s)
        except TimeoutError:
            # Work that has not begun will not be done; of the other we cannot know.
            done.cancel()
            raise StoreBusyError("Máy chủ đang quá bận; hãy thử lại sau ít giây.") from None

    def close(self) -> None:
        """See `Writer.close`."""
        if not self._closed.is_set():
            self._closed.set()
            self._waiting.put(None)
        self._thread.join()

    def _write_all(self) -> None:
        while True:
            first = self._waiting.get()
            batch = [first]
            while len(batch) < LARGEST_BATCH.value and batch[-1] is not None:
                try:
                    batch.append(self._waiting.get_nowait())
                except queue.Empty:
                    break
            jobs = [job for job in batch if job is not None]
            wanted = [job for job in jobs if job[1].set_running_or_notify_cancel()]
            if wanted:
                self._write(wanted)
            if len(jobs) < len(batch):
                return

    def _write(self, jobs: list[tuple[Work[Any], Future[Any]]]) -> None:
        """Do the jobs in one transaction; tell each caller only after the commit."""
        told: list[Callable[[], None]] = []
        try:
            with self._store.write() as connection:
                told = [_do(connection, work, done) for work, done in jobs]
        except BaseException as error:  # noqa: BLE001
            for _, done in jobs:
                done.set_exception(error)
            return
        for tell in told:
            tell()


def _do(connection: Connection, work: Work[Any], done: Future[Any]) -> Callable[[], None]:
    """Do one job behind a savepoint and return what tells its caller.

    Trouble of the database itself, as a full disk, is everyone's: SQLite then undoes the whole
    transaction, so what the others did before is not kept either.
    """
    try:
        with connection.begin_nested():
            value = work(connection)
    except OperationalError:
        raise
    except Exception as error:  # noqa: BLE001
        fault = error
        return lambda: done.set_exception(fault)
    return lambda: done.set_result(value)
