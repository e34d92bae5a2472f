"""Opening a database: what SQLite is told, and what is refused in plain words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYetError
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError

from lachan.store import Store, StoreBusyError, StoreError, engine, open_engine, open_store
from support.postgres import RunningPostgres


def test_sqlite_keeps_what_it_has_acknowledged(tmp_path: Path) -> None:
    store = open_engine(f"sqlite:///{tmp_path / 'kho' / 'lachan.db'}")
    with store.read() as connection:
        found = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    store.close()

    full = 2
    assert found == {
        "journal_mode": "wal",
        "synchronous": full,
        "foreign_keys": 1,
        "busy_timeout": 10_000,
    }


def test_whoever_opens_a_new_database_waits_for_another_who_does(tmp_path: Path) -> None:
    file = tmp_path / "lachan.db"
    with (
        closing(sqlite3.connect(file, isolation_level=None)) as other,
        ThreadPoolExecutor(1) as pool,
    ):
        other.execute("BEGIN IMMEDIATE")
        opening = pool.submit(open_store, f"sqlite:///{file}")
        # Without waiting the fault would be here at once.
        with pytest.raises(NotYetError):
            opening.result(timeout=0.3)
        other.execute("COMMIT")
        opening.result().close()


def test_nobody_else_may_read_a_new_database(tmp_path: Path) -> None:
    open_store(f"sqlite:///{tmp_path / 'lachan.db'}").close()

    assert (tmp_path / "lachan.db").stat().st_mode & 0o777 == 0o600


def test_a_write_that_fails_leaves_nothing(empty_url: str) -> None:
    store = open_engine(empty_url)
    with store.write() as connection:
        connection.execute(text("CREATE TABLE thing (name VARCHAR(9) NOT NULL)"))

    def insert(*values: str) -> None:
        with store.write() as connection:
            for value in values:
                connection.execute(text(f"INSERT INTO thing VALUES ({value})"))

    with pytest.raises(IntegrityError):
        insert("'a'", "NULL")
    with store.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM thing")).scalar() == 0
    store.close()


def test_a_fault_names_no_value_of_its_statement(empty_url: str) -> None:
    store = open_engine(empty_url)
    with store.write() as connection:
        connection.execute(text("CREATE TABLE person (name VARCHAR(9) CHECK (name <> 'Hoa'))"))

    def insert() -> None:
        with store.write() as connection:
            connection.execute(text("INSERT INTO person VALUES (:name)"), {"name": "Hoa"})

    with pytest.raises(IntegrityError) as raised:
        insert()
    statement = str(raised.value).partition("[SQL:")[2]
    assert ("person" in statement, "Hoa" in statement) == (True, False)
    store.close()


def test_connections_that_are_all_taken_are_told_as_busy(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'lachan.db'}"
    store = Store(create_engine(url, pool_size=1, max_overflow=0, pool_timeout=0))
    with store.read(), pytest.raises(StoreBusyError, match="quá bận"), store.read():
        pass
    store.close()


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("không phải địa chỉ", "Không đọc được địa chỉ cơ sở dữ liệu"),
        ("mysql://root@localhost/lachan", "Không dùng được loại cơ sở dữ liệu “mysql”"),
        ("sqlite://", "Cơ sở dữ liệu SQLite phải là một tệp"),
        ("sqlite:///:memory:", "Cơ sở dữ liệu SQLite phải là một tệp"),
    ],
)
def test_what_is_no_database_of_ours_is_refused(url: str, told: str) -> None:
    with pytest.raises(StoreError, match=told):
        open_engine(url)


def test_a_server_that_is_away_is_told_as_busy(tmp_path: Path) -> None:
    store = open_engine(f"postgresql://lachan@/lachan?host={tmp_path}")
    with pytest.raises(StoreBusyError, match="Cơ sở dữ liệu chưa trả lời được"), store.read():
        pass
    store.close()


def lose_connections(store: Store) -> None:
    """Let the database drop everyone but the one who asks, as its restart does."""
    other = create_engine(store.engine.url)
    others = "SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
    with other.connect() as connection:
        connection.execute(
            text(
                f"SELECT pg_terminate_backend(pid) FROM ({others} "
                "AND datname = current_database()) AS them"
            )
        )
    other.dispose()


def ask(store: Store) -> int:
    with store.read() as connection:
        return int(connection.execute(text("SELECT 1")).scalar_one())


@pytest.fixture
def idle_store(postgres: RunningPostgres, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A database whose pooled connections are all thought idle."""
    monkeypatch.setattr(engine, "IDLE_S", 0.0)
    with postgres.database("nghi") as url:
        store = open_engine(url)
        yield store
        store.close()


def test_a_connection_lost_while_nobody_used_it_is_replaced(idle_store: Store) -> None:
    assert ask(idle_store) == 1
    lose_connections(idle_store)
    assert ask(idle_store) == 1


def test_one_lost_connection_tells_of_all_the_others(idle_store: Store) -> None:
    with idle_store.read(), idle_store.read():
        pass
    lose_connections(idle_store)
    with idle_store.read() as first, idle_store.read() as second:
        assert [each.execute(text("SELECT 1")).scalar() for each in (first, second)] == [1, 1]


def test_a_connection_lost_between_two_uses_is_told_as_busy_once(
    postgres: RunningPostgres,
) -> None:
    with postgres.database("ban") as url:
        store = open_engine(url)
        assert ask(store) == 1
        lose_connections(store)
        with pytest.raises(StoreBusyError, match="Cơ sở dữ liệu chưa trả lời được"):
            ask(store)
        assert ask(store) == 1
        store.close()


def test_after_a_glance_a_transaction_is_one_again(empty_url: str) -> None:
    store = open_engine(empty_url)
    with store.write() as connection:
        connection.execute(text("CREATE TABLE thing (name VARCHAR(9) NOT NULL)"))
    with store.glance() as connection:
        assert connection.execute(text("SELECT count(*) FROM thing")).scalar() == 0

    def insert() -> None:
        with store.write() as connection:
            for value in ("'a'", "NULL"):
                connection.execute(text(f"INSERT INTO thing VALUES ({value})"))

    with pytest.raises(IntegrityError):
        insert()
    with store.glance() as connection:
        assert connection.execute(text("SELECT count(*) FROM thing")).scalar() == 0
    store.close()
