"""Contests: their tables, and what is read from and written to them within a transaction.

A family of functions over an open connection, so that a workflow can put several into one
transaction. Times and random values are arguments.
"""

from lachan.store.contests.rows import (
    AttemptRow,
    ContestRow,
    EntrantRow,
    FrozenRow,
    Place,
    find_place,
    hold_place,
    lock_attempt,
    lock_contest,
    lock_entrant,
    lock_place,
)

__all__ = [
    "AttemptRow",
    "ContestRow",
    "EntrantRow",
    "FrozenRow",
    "Place",
    "find_place",
    "hold_place",
    "lock_attempt",
    "lock_contest",
    "lock_entrant",
    "lock_place",
]
