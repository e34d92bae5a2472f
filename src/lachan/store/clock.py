"""One clock for all servers on one database: the database's own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from sqlalchemy import func, select

from lachan.store.engine import Store

Clock = Callable[[], dt.datetime]


def measure_offset(store: Store, clock: Clock) -> dt.timedelta:
    """Return what to add to `clock` to have the database's time, to half a round trip.

    SQLite has no clock but the machine's, so there it is nothing.
    """
    if store.is_sqlite:
        return dt.timedelta(0)
    with store.read() as connection:
        # The first query of a connection may have to wait for it; the second is measured.
        connection.execute(select(func.clock_timestamp()))
        before = clock()
        theirs: dt.datetime = connection.execute(select(func.clock_timestamp())).scalar_one()
        after = clock()
    return theirs - before - (after - before) / 2
