"""The tables' revision: set up, in order, older, newer, another program's."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

import lachan.store
from lachan.store import (
    NewerSchemaError,
    OlderSchemaError,
    SchemaState,
    SchemaStatus,
    Store,
    StoreError,
    get_status,
    open_engine,
    open_store,
    upgrade_store,
)
from lachan.store.schema import METADATA


def _revisions() -> list[str]:
    config = Config()
    config.set_main_option("script_location", "lachan.store:migrations")
    return [each.revision for each in ScriptDirectory.from_config(config).walk_revisions()][::-1]


REVISIONS = _revisions()
HEAD = REVISIONS[-1]


@pytest.fixture
def bare(empty_url: str) -> Iterator[Store]:
    store = open_engine(empty_url)
    yield store
    store.close()


def _pretend(url: str, revision: str) -> None:
    store = open_store(url)
    with store.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :r"), {"r": revision})
    store.close()


def test_an_empty_database_is_set_up(empty_url: str, bare: Store) -> None:
    before = get_status(bare)
    open_store(empty_url).close()

    assert before == SchemaStatus(SchemaState.EMPTY, "", HEAD)
    assert get_status(bare) == SchemaStatus(SchemaState.CURRENT, HEAD, HEAD)


def test_the_migrations_make_the_tables_that_the_code_describes(empty_url: str) -> None:
    for module in pkgutil.walk_packages(lachan.store.__path__, "lachan.store."):
        if not module.name.startswith("lachan.store.migrations"):
            importlib.import_module(module.name)
    store = open_store(empty_url)
    with store.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []
    store.close()


def test_what_stood_in_a_database_of_before_stays(bare: Store) -> None:
    """The contest of an older version keeps its people, and has no day on which they go."""
    config = Config()
    config.set_main_option("script_location", "lachan.store:migrations")
    with bare.write() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        for statement in CONTEST_OF_BEFORE:
            connection.execute(text(statement))
    upgrade_store(bare)
    with bare.read() as connection:
        found = connection.execute(text(PEOPLE)).all()

    assert [tuple(row) for row in found] == [("thi", "TS-1", "Nguyễn Thị Ánh", None, None, None)]


CONTEST_OF_BEFORE = (
    (
        "INSERT INTO contests (id, slug, definition, opens_at, closes_at, status, salt, code_key,"
        " commitment, nonce, created_at) VALUES (1, 'thi', '{}', 1, 2, 'ready', '', '', '', '', 1)"
    ),
    (
        "INSERT INTO contest_entrants (id, contest_id, pseudonym, code_hash, room, group_code,"
        " created_at) VALUES (1, 1, 'TS-1', 'x', '', '', 1)"
    ),
    "INSERT INTO contest_people VALUES (1, '000001', 'Nguyễn Thị Ánh', '6A', 'THCS')",
)
PEOPLE = (
    "SELECT slug, pseudonym, name, erase_at, erased_at, withdrawn_at FROM contests"
    " JOIN contest_entrants ON contest_id = contests.id"
    " JOIN contest_people ON entrant_id = contest_entrants.id"
)


def test_servers_that_start_together_set_it_up_once(empty_url: str) -> None:
    def start(_: int) -> SchemaState:
        store = open_store(empty_url)
        state = get_status(store).state
        store.close()
        return state

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(start, range(4))) == [SchemaState.CURRENT] * 4


def test_an_older_database_waits_for_a_person(empty_url: str, bare: Store) -> None:
    _pretend(empty_url, REVISIONS[0])

    with pytest.raises(OlderSchemaError, match="lachan db upgrade"):
        open_store(empty_url)
    assert get_status(bare).state is SchemaState.OLDER


def test_a_newer_database_is_never_touched(empty_url: str, bare: Store) -> None:
    _pretend(empty_url, "9999")

    for action in (lambda: open_store(empty_url), lambda: upgrade_store(bare)):
        with pytest.raises(NewerSchemaError, match="đang là 9999"):
            action()
    assert get_status(bare).found == "9999"


def test_another_programs_database_is_left_alone(empty_url: str, bare: Store) -> None:
    with bare.write() as connection:
        connection.execute(text("CREATE TABLE theirs (name VARCHAR(9))"))

    for action in (lambda: open_store(empty_url), lambda: upgrade_store(bare)):
        with pytest.raises(StoreError, match="chương trình khác"):
            action()
    with bare.read() as connection:
        assert inspect(connection).get_table_names() == ["theirs"]


def test_an_upgrade_sets_up_and_does_nothing_twice(bare: Store) -> None:
    states = [upgrade_store(bare).state, upgrade_store(bare).state]

    assert states == [SchemaState.EMPTY, SchemaState.CURRENT]


def test_rooms_of_an_older_release_are_kept_for_two_days(empty_url: str, bare: Store) -> None:
    config = Config()
    config.set_main_option("script_location", "lachan.store:migrations")
    with bare.write() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        connection.execute(
            text(
                "INSERT INTO live_rooms (code, title, plan, items, salt, states, place,"
                " early_chart, version, opened_at) VALUES ('K7QF3M', 'Bài', 'hoi-dap', '[]',"
                " 'muoi', '[]', 0, :early, 1, 1000000)"
            ),
            {"early": False},
        )
    upgrade_store(bare)
    with bare.read() as connection:
        assert connection.scalar(text("SELECT kept_until FROM live_rooms")) == 172_801_000_000
