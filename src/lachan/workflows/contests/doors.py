"""The contests that are on, for the doors of the home page."""

from __future__ import annotations

from lachan.domain.contests.doors import ContestDoor, has_door
from lachan.store.contests.contests import list_contests
from lachan.workflows.contests.database import ContestDatabase, find_state


def list_doors(database: ContestDatabase) -> tuple[ContestDoor, ...]:
    """Return the contests that are on, the one that opens last first."""
    now = database.now()
    with database.read() as connection:
        found = [(row, find_state(row, now)) for row in list_contests(connection)]
        return tuple(
            ContestDoor(row.slug, database.get_frozen(connection, row.id).contest.title, state)
            for row, state in found
            if has_door(state, row.opens_at, now)
        )
