"""Open a database by its URL: SQLite in a file, or PostgreSQL.

SQLite runs in WAL mode with ``synchronous=FULL``: a commit that was acknowledged is on the disk.
A transaction that will write takes the write lock when it begins, since one that reads first
and asks for the lock later can be refused without waiting.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InvalidatePoolError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from lachan.limits.contest_room import DATABASE_CONNECTIONS
from lachan.store.faults import StoreBusyError, StoreError

BUSY_TIMEOUT_MS = 10_000
WAL_RETRY_S = 0.01
CONNECT_TIMEOUT_S = 10
LOCK_TIMEOUT_MS = 10_000
OVERFLOW = 2
IDLE_S = 5.0
# Faults are logged, and the values of a statement may be children's names and answers.
_SHARED: dict[str, Any] = {
    "pool_size": DATABASE_CONNECTIONS.value,
    "max_overflow": OVERFLOW,
    "hide_parameters": True,
}

_BEGIN = "lachan_begin"
_USED_AT = "lachan_used_at"


@dataclass(frozen=True)
class Store:
    """An open database; safe to share between threads."""

    engine: Engine

    @property
    def is_sqlite(self) -> bool:
        """True where one writer at a time is all that the database allows."""
        return self.engine.dialect.name == "sqlite"

    @cached_property
    def _reader(self) -> Engine:
        level = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        return self.engine.execution_options(**level)

    @cached_property
    def _glancer(self) -> Engine:
        # SQLite's driver would afterwards begin transactions of its own accord.
        level = {} if self.is_sqlite else {"isolation_level": "AUTOCOMMIT"}
        return self.engine.execution_options(**level)

    @cached_property
    def _writer(self) -> Engine:
        return self.engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Open a transaction that only reads and sees one state of the database."""
        with _translated(), self._reader.connect() as connection:
            yield connection

    @contextmanager
    def glance(self) -> Iterator[Connection]:
        """Open a connection for a single question; two may see two states of the database.

        PostgreSQL answers it without being asked to begin and to end a transaction.
        """
        with _translated(), self._glancer.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Open a transaction; it is durable once the block has been left without a fault."""
        with _translated(), self._writer.begin() as connection:
            yield connection

    def forget_deleted(self) -> None:
        """Let no file of SQLite hold what was deleted; PostgreSQL's vacuum does it in time."""
        if not self.is_sqlite:
            return
        connection = self.engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def open_engine(url: str) -> Store:
    """Return the database at `url`, whatever its tables are (see `open_store`).

    Parameters
    ----------
    url
        ``sqlite:////folder/lachan.db``, or ``postgresql://user:password@host/name``.

    Raises
    ------
    StoreError
        Where the URL is not one, names another kind of database, or a driver is missing.
    """
    parsed = _parse_url(url)
    if parsed.get_backend_name() == "sqlite":
        return Store(_open_sqlite(parsed))
    return Store(_open_postgresql(parsed))


def find_file(url: str) -> Path | None:
    """Return the file of an SQLite database, made or not; None of PostgreSQL.

    Raises
    ------
    StoreError
        As `open_engine`.
    """
    parsed = _parse_url(url)
    return Path(parsed.database) if parsed.drivername == "sqlite" and parsed.database else None


def _parse_url(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StoreError(
            "Không đọc được địa chỉ cơ sở dữ liệu; cần dạng sqlite:////thư_mục/lachan.db "
            "hoặc postgresql://người_dùng:mật_khẩu@máy_chủ/tên."
        ) from None
    kind = parsed.drivername.partition("+")[0]
    if kind not in ("sqlite", "postgresql", "postgres"):
        raise StoreError(
            f"Không dùng được loại cơ sở dữ liệu “{kind}”; cần sqlite hoặc postgresql."
        )
    if kind == "sqlite":
        return parsed.set(drivername="sqlite")
    if find_spec("psycopg") is None:
        raise StoreError("Chưa cài trình nối PostgreSQL; hãy chạy: pip install 'lachan[all]'.")
    return parsed.set(drivername="postgresql+psycopg")


def _open_sqlite(url: URL) -> Engine:
    if not url.database or url.database == ":memory:":
        raise StoreError("Cơ sở dữ liệu SQLite phải là một tệp, để tắt máy không mất bài.")
    file = Path(url.database)
    file.parent.mkdir(parents=True, exist_ok=True)
    # It holds names of children and keys; SQLite gives its other files the same mode.
    file.touch(mode=0o600)
    engine = create_engine(url, **_SHARED)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        # Python's driver begins transactions late and of its own accord; we say when.
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        _use_wal(connection)
        for pragma in (
            "synchronous=FULL",
            "foreign_keys=ON",
            # What is deleted is overwritten, since it may be a child's name.
            "secure_delete=ON",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN"))

    return engine


def _use_wal(connection: sqlite3.Connection) -> None:
    # Of two that open a new file at once, SQLite refuses one without the wait it was told.
    give_up_at = time.monotonic() + BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > give_up_at:
                raise
            time.sleep(WAL_RETRY_S)
        else:
            return


def _open_postgresql(url: URL) -> Engine:
    engine = create_engine(
        url,
        **_SHARED,
        connect_args={
            "connect_timeout": CONNECT_TIMEOUT_S,
            "options": f"-c lock_timeout={LOCK_TIMEOUT_MS} -c timezone=UTC",
        },
    )
    _try_idle_connections(engine)
    return engine


def _try_idle_connections(engine: Engine) -> None:
    """Replace connections that were lost while nobody used them.

    SQLAlchemy's own `pool_pre_ping` asks before each use, a sixth of what a start of thousands
    at once takes. A connection lost within `IDLE_S` gives one caller a
    `StoreBusyError`, as one that is lost while it is used does, and the pool makes all anew.
    """

    @event.listens_for(engine, "checkin")
    def _note_use(_connection: Any, record: Any) -> None:
        record.info[_USED_AT] = time.monotonic()

    @event.listens_for(engine, "checkout")
    def _try_idle(connection: Any, record: Any, _proxy: object) -> None:
        used_at = record.info.get(_USED_AT)
        if used_at is None or time.monotonic() - used_at < IDLE_S:
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as error:
            raise InvalidatePoolError from error


@contextmanager
def _translated() -> Iterator[None]:
    """Turn a connection that is lost or not free, or a lock not had, into a `StoreBusyError`."""
    try:
        yield
    except PoolTimeoutError as error:
        raise StoreBusyError("Máy chủ đang quá bận; hãy thử lại sau ít giây.") from error
    except OperationalError as error:
        raise StoreBusyError(_told(error)) from error
    except DBAPIError as error:
        if error.connection_invalidated:
            raise StoreBusyError(_told(error)) from error
        raise


def _told(error: DBAPIError) -> str:
    return f"Cơ sở dữ liệu chưa trả lời được ({error.orig}); hãy thử lại sau ít giây."
