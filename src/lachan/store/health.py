"""What a database tells about itself, for whoever is going to rely on it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import text

from lachan.store.engine import Store


@dataclass(frozen=True, slots=True)
class Health:
    """A database as it answers now.

    Attributes
    ----------
    version
        Of SQLite's library, or of PostgreSQL's server, as numbers: ``(3, 46, 1)``, ``(17, 2)``.
    journal
        SQLite's journal mode, ``wal`` wherever the disk allows it; "" of PostgreSQL.
    connections
        How many connections PostgreSQL allows; 0 of SQLite, which has no such limit.
    """

    version: tuple[int, ...]
    journal: str = ""
    connections: int = 0


def read_health(store: Store) -> Health:
    """Return what the database tells; raises `StoreBusyError` where it does not answer."""
    with store.glance() as connection:
        if store.is_sqlite:
            spelled = str(connection.execute(text("SELECT sqlite_version()")).scalar_one())
            journal = str(connection.execute(text("PRAGMA journal_mode")).scalar_one())
            return Health(tuple(map(int, spelled.split("."))), journal=journal)
        number = int(connection.execute(text("SHOW server_version_num")).scalar_one())
        allowed = int(connection.execute(text("SHOW max_connections")).scalar_one())
        # 170002 is 17.2 (PostgreSQL's documentation, libpq's PQserverVersion).
        return Health((number // 10000, number % 10000), connections=allowed)
