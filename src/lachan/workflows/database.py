"""Which database is used: the one that the environment names, else a file of this user's."""

from __future__ import annotations

from collections.abc import Mapping

from platformdirs import user_data_path

from lachan.store import Store, open_engine, open_store
from lachan.workflows.environment import DATABASE_ENV

FILE_NAME = "lachan.db"


def database_url(environment: Mapping[str, str]) -> str:
    """Return LACHAN_DATABASE_URL, else the URL of lachan.db in the user's data folder."""
    named = environment.get(DATABASE_ENV, "")
    return named or f"sqlite:///{user_data_path('lachan') / FILE_NAME}"


def open_database(environment: Mapping[str, str]) -> Store:
    """Return the database, set up where it is empty (see `open_store` for what is refused)."""
    return open_store(database_url(environment))


def open_database_as_it_is(environment: Mapping[str, str]) -> Store:
    """Return the database without looking at its tables, to tell their state or upgrade them."""
    return open_engine(database_url(environment))
