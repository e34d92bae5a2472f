"""Many writers at once: all is durable when told, faults stay with whom they belong to."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Connection, event, text
from sqlalchemy.exc import IntegrityError

from lachan.store import Store, StoreBusyError, open_engine
from lachan.store.group_commit import GroupWriter, Writer, open_writer


@pytest.fixture
def store(empty_url: str) -> Iterator[Store]:
    opened = open_engine(empty_url)
    with opened.write() as connection:
        connection.execute(text("CREATE TABLE thing (number INTEGER PRIMARY KEY)"))
    yield opened
    opened.close()


@pytest.fixture
def writer(store: Store) -> Iterator[Writer]:
    opened = open_writer(store)
    yield opened
    opened.close()


def _insert(connection: Connection, number: int) -> int:
    connection.execute(text("INSERT INTO thing VALUES (:number)"), {"number": number})
    return number


def _numbers(store: Store) -> list[int]:
    with store.read() as connection:
        return list(connection.scalars(text("SELECT number FROM thing ORDER BY number")))


def test_every_caller_gets_its_own_value_once_it_is_durable(store: Store, writer: Writer) -> None:
    def save(number: int) -> bool:
        saved = writer.run(lambda connection: _insert(connection, number))
        return saved == number and number in _numbers(store)

    with ThreadPoolExecutor(16) as pool:
        assert list(pool.map(save, range(100))) == [True] * 100
    assert _numbers(store) == list(range(100))


def test_a_fault_is_its_callers_alone_and_undoes_only_its_own_work(
    store: Store, writer: Writer
) -> None:
    def save(number: int) -> str:
        def work(connection: Connection) -> None:
            _insert(connection, number)
            if number % 3 == 0:
                _insert(connection, number)
            if number % 3 == 1:
                raise KeyError(number)

        try:
            writer.run(work)
        except (IntegrityError, KeyError) as error:
            return type(error).__name__
        return "saved"

    with ThreadPoolExecutor(16) as pool:
        told = list(pool.map(save, range(30)))

    assert told == ["IntegrityError", "KeyError", "saved"] * 10
    assert _numbers(store) == list(range(2, 30, 3))


def _sqlite(tmp_path: Path) -> Store:
    store = open_engine(f"sqlite:///{tmp_path / 'thing.db'}")
    with store.write() as connection:
        connection.execute(text("CREATE TABLE thing (number INTEGER PRIMARY KEY)"))
    return store


def test_work_that_comes_meanwhile_shares_one_commit(tmp_path: Path) -> None:
    store = _sqlite(tmp_path)
    commits: list[Connection] = []
    writer = GroupWriter(store)
    started, go = threading.Event(), threading.Event()

    def wait(_connection: Connection) -> None:
        started.set()
        go.wait()

    with ThreadPoolExecutor(21) as pool:
        first = pool.submit(writer.run, wait)
        started.wait()
        event.listen(store.engine, "commit", commits.append)
        rest = [pool.submit(writer.run, lambda c, n=n: _insert(c, n)) for n in range(20)]
        while writer.waiting < 20:
            pass
        go.set()
        assert (first.result(), [done.result() for done in rest]) == (None, [*range(20)])
    writer.close()

    assert (len(commits), _numbers(store)) == (2, list(range(20)))
    store.close()


def test_a_full_queue_refuses_at_once_and_a_slow_store_in_the_end(tmp_path: Path) -> None:
    store = _sqlite(tmp_path)
    writer = GroupWriter(store, queue_size=1, patience_s=0.05)
    started, go = threading.Event(), threading.Event()

    def wait(_connection: Connection) -> None:
        started.set()
        go.wait()

    with ThreadPoolExecutor(2) as pool:
        slow = pool.submit(writer.run, wait)
        started.wait()
        late = pool.submit(writer.run, lambda c: _insert(c, 1))
        while not writer.waiting:
            pass
        with pytest.raises(StoreBusyError, match="quá bận"):
            writer.run(lambda c: _insert(c, 2))
        for done in (slow, late):
            with pytest.raises(StoreBusyError, match="quá bận"):
                done.result()
        go.set()
    writer.close()

    # What had not begun when its caller gave up is not done.
    assert _numbers(store) == []
    store.close()


def test_a_closed_writer_has_finished_and_takes_no_more(tmp_path: Path) -> None:
    store = _sqlite(tmp_path)
    writer = GroupWriter(store)
    writer.run(lambda c: _insert(c, 1))
    writer.close()
    writer.close()

    with pytest.raises(StoreBusyError, match="đang dừng"):
        writer.run(lambda c: _insert(c, 2))
    assert _numbers(store) == [1]
    store.close()


def test_a_store_that_is_away_is_told_to_every_caller(tmp_path: Path) -> None:
    store = _sqlite(tmp_path)
    writer = GroupWriter(store)
    store.close()
    Path(tmp_path / "thing.db").unlink()
    (tmp_path / "thing.db").mkdir()

    with ThreadPoolExecutor(4) as pool:
        waiting = [pool.submit(writer.run, lambda c, n=n: _insert(c, n)) for n in range(4)]
        told = [type(done.exception()) for done in waiting]
    writer.close()

    assert told == [StoreBusyError] * 4


def test_nobody_is_told_saved_where_a_full_disk_undoes_the_transaction(tmp_path: Path) -> None:
    store = _sqlite(tmp_path)
    with store.write() as connection:
        connection.execute(text("CREATE TABLE letter (words TEXT)"))
    writer = GroupWriter(store)
    started, go = threading.Event(), threading.Event()

    def fill(connection: Connection) -> None:
        connection.execute(text("PRAGMA max_page_count = 10"))
        started.set()
        go.wait()

    def save(length: int) -> Callable[[Connection], int]:
        insert = text("INSERT INTO letter VALUES (:words)")
        return lambda connection: connection.execute(insert, {"words": "x" * length}).rowcount

    told = []
    with ThreadPoolExecutor(4) as pool:
        full = pool.submit(writer.run, fill)
        started.wait()
        for count, length in enumerate((10, 1_000_000, 10), 1):
            told.append(pool.submit(writer.run, save(length)))
            while writer.waiting < count:
                pass
        go.set()
        faults = [type(full.exception()), *(type(done.exception()) for done in told)]
    writer.close()

    with store.read() as connection:
        kept = connection.execute(text("SELECT count(*) FROM letter")).scalar_one()
    assert (faults, kept) == ([type(None), *[StoreBusyError] * 3], 0)
    store.close()


@pytest.mark.parametrize("empty_url", ["postgresql"], indirect=True)
def test_one_of_two_that_block_each_other_tries_again(store: Store, writer: Writer) -> None:
    with store.write() as connection:
        for number in (1, 2):
            _insert(connection, number)
    both, tries = threading.Barrier(2), []

    def double(order: tuple[int, int]) -> None:
        def work(connection: Connection) -> None:
            first_try = order not in tries
            tries.append(order)
            for number in order:
                change = text("UPDATE thing SET number = number WHERE number = :number")
                connection.execute(change, {"number": number})
                if first_try and number == order[0]:
                    both.wait()

        writer.run(work)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(double, [(1, 2), (2, 1)]))

    # The second tries may cross as well, so that there can be more than one loser.
    assert (len(tries) > 2, set(tries)) == (True, {(1, 2), (2, 1)})
