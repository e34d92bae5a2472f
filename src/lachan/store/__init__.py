"""What must survive a restart: SQL through SQLAlchemy, SQLite by default, PostgreSQL by URL."""

from sqlalchemy import Connection

from lachan.store.engine import Store, find_file, open_engine
from lachan.store.faults import NewerSchemaError, OlderSchemaError, StoreBusyError, StoreError
from lachan.store.migrating import (
    SchemaState,
    SchemaStatus,
    get_status,
    open_store,
    upgrade_store,
)

__all__ = [
    "Connection",
    "NewerSchemaError",
    "OlderSchemaError",
    "SchemaState",
    "SchemaStatus",
    "Store",
    "StoreBusyError",
    "StoreError",
    "find_file",
    "get_status",
    "open_engine",
    "open_store",
    "upgrade_store",
]
