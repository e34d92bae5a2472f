import sqlite3

from lachan.store import Store
from lachan.store.health import read_health


def test_a_database_tells_what_it_is(store: Store) -> None:
    health = read_health(store)
    if store.is_sqlite:
        assert health.version == sqlite3.sqlite_version_info
        assert (health.journal, health.connections) == ("wal", 0)
    else:
        assert health.version >= (15, 0)
        assert (health.journal, health.connections > 0) == ("", True)
