"""What goes wrong with a database, told to whoever runs it."""

from __future__ import annotations

from lachan.errors import LachanError


class StoreError(LachanError):
    """The database cannot be used."""


class OlderSchemaError(StoreError):
    """The database was made by an older version; nothing is changed without being asked."""


class NewerSchemaError(StoreError):
    """The database was made by a newer version; this one would damage it."""


class StoreBusyError(StoreError):
    """The database did not answer in time; nothing was saved, and one may try again."""
