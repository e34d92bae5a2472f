"""What all tables share: one catalogue, names of constraints, and how an instant is stored."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import BigInteger, Dialect, MetaData, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.types import TypeDecorator

# Named alike on every machine, so that a migration can drop or alter what an older one made.
METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MICROSECOND = dt.timedelta(microseconds=1)


class Instant(TypeDecorator[dt.datetime]):
    """An aware time, stored as microseconds since 1970 in UTC.

    A whole number compares and adds alike on SQLite and PostgreSQL, and no server's or
    session's time zone can move it.
    """

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, _dialect: Dialect) -> int | None:
        """Return the number to store."""
        if value is None:
            return None
        return to_microseconds(value)

    def process_result_value(self, value: Any, _dialect: Dialect) -> dt.datetime | None:
        """Return the time in UTC."""
        return None if value is None else EPOCH + int(value) * _MICROSECOND


def to_microseconds(value: dt.datetime) -> int:
    """Return an aware time as it is stored; a naive one is a fault of ours."""
    if value.tzinfo is None:
        raise ValueError(f"a stored time must know its zone: {value!r}")
    return (value - EPOCH) // _MICROSECOND


def insert_or_change(dialect: str, table: Table) -> Any:
    """Return the INSERT of a database that knows ON CONFLICT; both say it alike."""
    kinds: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
    return kinds[dialect](table)


def storable(value: str) -> str:
    """Return a text without what no database takes: NUL, and halves of surrogate pairs."""
    return value.encode("utf-8", "ignore").decode("utf-8").replace("\0", "")
