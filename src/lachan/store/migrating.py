"""The tables' revision: an empty database is set up, an older or newer one is refused."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from lachan.store.engine import Store, open_engine
from lachan.store.faults import NewerSchemaError, OlderSchemaError, StoreError

# Two servers that meet an empty database at once: the second waits, and finds it set up.
_ADVISORY_LOCK = 0x1AC4A11


class SchemaState(StrEnum):
    """How the tables found compare with those that this version expects."""

    EMPTY = "empty"
    CURRENT = "current"
    OLDER = "older"
    NEWER = "newer"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class SchemaStatus:
    """The revision that a database has, "" where none, and the one that this version expects."""

    state: SchemaState
    found: str
    expected: str


def open_store(url: str) -> Store:
    """Return the database at `url`, set up where it is empty.

    Raises
    ------
    OlderSchemaError
        Where the tables are of an older version: `upgrade_store` is for a person to start.
    NewerSchemaError
        Where they are of a newer version.
    StoreError
        Where the database belongs to something else or cannot be reached.
    """
    store = open_engine(url)
    try:
        with _alone(store) as connection:
            status = _status(connection)
            if status.state is SchemaState.EMPTY:
                _upgrade(connection)
            else:
                _refuse(status)
    except BaseException:
        store.close()
        raise
    return store


def get_status(store: Store) -> SchemaStatus:
    """Return how the database's tables compare with those that this version expects."""
    with store.read() as connection:
        return _status(connection)


def upgrade_store(store: Store) -> SchemaStatus:
    """Bring the tables to this version's revision and return what was found before.

    Raises
    ------
    NewerSchemaError, StoreError
        Where the tables are of a newer version or not ours.
    """
    with _alone(store) as connection:
        status = _status(connection)
        if status.state in (SchemaState.NEWER, SchemaState.FOREIGN):
            _refuse(status)
        _upgrade(connection)
    return status


@contextmanager
def _alone(store: Store) -> Iterator[Connection]:
    with store.write() as connection:
        if not store.is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
        yield connection


def _status(connection: Connection) -> SchemaStatus:
    scripts = ScriptDirectory.from_config(_config())
    expected = scripts.get_current_head() or ""
    found = MigrationContext.configure(connection).get_current_revision() or ""
    known = {script.revision for script in scripts.walk_revisions()}
    if found == expected:
        state = SchemaState.CURRENT
    elif found:
        state = SchemaState.OLDER if found in known else SchemaState.NEWER
    else:
        state = SchemaState.FOREIGN if inspect(connection).get_table_names() else SchemaState.EMPTY
    return SchemaStatus(state, found, expected)


def _refuse(status: SchemaStatus) -> None:
    """Raise what `status` calls for; nothing where the tables are as expected."""
    revisions = f"(đang là {status.found}, bản này cần {status.expected})"
    match status.state:
        case SchemaState.OLDER:
            raise OlderSchemaError(
                f"Cơ sở dữ liệu do bản Lá Chắn cũ hơn tạo {revisions}; hãy sao lưu, "
                "rồi chạy: lachan db upgrade."
            )
        case SchemaState.NEWER:
            raise NewerSchemaError(
                f"Cơ sở dữ liệu do bản Lá Chắn mới hơn tạo {revisions}; "
                "hãy cập nhật Lá Chắn rồi mở lại, đừng dùng bản này."
            )
        case SchemaState.FOREIGN:
            raise StoreError(
                "Cơ sở dữ liệu đã có bảng của chương trình khác; hãy dùng một cơ sở dữ liệu trống."
            )
        case SchemaState.EMPTY | SchemaState.CURRENT:
            return


def _upgrade(connection: Connection) -> None:
    command.upgrade(_config(connection), "head")


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", "lachan.store:migrations")
    config.attributes["connection"] = connection
    return config
