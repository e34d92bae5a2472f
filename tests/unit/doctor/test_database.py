from pathlib import Path

import pytest
from sqlalchemy import text

from lachan.doctor import Finding, State
from lachan.doctor.database import (
    check_database,
    judge_connections,
    judge_journal,
    judge_server,
    judge_size,
    judge_space,
)
from lachan.store import Store, open_engine
from lachan.store.health import Health
from lachan.workflows.environment import DATABASE_ENV
from support.plans import make_plan

GB = 1_000_000_000


def look(url: str, **changes: object) -> dict[str, Finding]:
    plan = make_plan(environment={DATABASE_ENV: url}, **changes)
    return {finding.check: finding for finding in check_database(plan)}


def test_a_database_in_order(store: Store, database_url: str) -> None:
    found = look(database_url, entrants=200)
    assert {finding.state for finding in found.values()} == {State.GOOD}
    rest = (
        {"database.space", "passcode.files", "database.size", "database.journal"}
        if store.is_sqlite
        else {"database.server", "database.connections"}
    )
    assert set(found) == rest | {"database.answer"}


def test_looking_makes_no_file(tmp_path: Path) -> None:
    found = look(f"sqlite:///{tmp_path / 'moi' / 'lachan.db'}")
    assert found["database.answer"].state is State.GOOD
    assert list(tmp_path.iterdir()) == []


def test_a_database_of_another_program_is_a_fault(empty_url: str) -> None:
    store = open_engine(empty_url)
    with store.write() as connection:
        connection.execute(text("CREATE TABLE khac (so INTEGER)"))
    store.close()
    found = look(empty_url)["database.answer"]
    assert (found.state, found.advice) == (State.FAULT, "Dùng một cơ sở dữ liệu trống.")


@pytest.mark.parametrize(
    "url", ["mysql://may/lachan", "postgresql://127.0.0.1:1/khong-co", "không phải"]
)
def test_a_database_that_does_not_answer_is_a_fault(url: str) -> None:
    assert look(url)["database.answer"].state is State.FAULT


def test_a_file_that_all_can_read_is_a_fault(tmp_path: Path) -> None:
    file = tmp_path / "lachan.db"
    open_engine(f"sqlite:///{file}").close()
    file.chmod(0o644)
    assert look(f"sqlite:///{file}")["passcode.files"].state is State.FAULT


@pytest.mark.parametrize(
    ("free", "entrants", "state"),
    [(GB // 2, 0, State.FAULT), (2 * GB, 2000, State.GOOD), (2 * GB, 50_000, State.FAULT)],
)
def test_room_on_the_disk(free: int, entrants: int, state: State) -> None:
    assert judge_space(free, entrants).state is state


def test_a_city_on_sqlite_is_a_fault() -> None:
    assert [judge_size(count).state for count in (0, 2000, 2001)] == [
        State.GOOD,
        State.GOOD,
        State.FAULT,
    ]


def test_a_disk_without_wal_is_a_fault() -> None:
    modes = [judge_journal(Health((3, 46, 1), journal=mode)).state for mode in ("wal", "delete")]
    assert modes == [State.GOOD, State.FAULT]


def test_a_postgresql_that_is_mended_no_more_is_a_warning() -> None:
    states = [judge_server(Health((major, 2))).state for major in (14, 17)]
    assert states == [State.WARNING, State.GOOD]


@pytest.mark.parametrize(
    ("allowed", "entrants", "state"),
    [(100, 2000, State.GOOD), (100, 10_000, State.FAULT), (30, 0, State.FAULT)],
)
def test_connections_for_every_node(allowed: int, entrants: int, state: State) -> None:
    assert judge_connections(Health((17, 2), connections=allowed), entrants).state is state
