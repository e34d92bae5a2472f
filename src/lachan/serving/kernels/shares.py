"""Whose turn a free seat is: some are kept for staff, and nobody takes what others may need.

A school sits behind one address, so an address alone may fill nearly all seats, and only what
is free bounds what it may hold. The last seats go to whoever holds few.
"""

from __future__ import annotations

from collections.abc import Sequence

from lachan.domain.contests.roles import Role
from lachan.limits.classroom import MOST_STAFF_SEATS, SHARE_OF_FREE, STAFF_SEATS
from lachan.serving.kernels.visitors import Visitor


def count_staff_seats(limit: int) -> int:
    """Return how many of `limit` seats pupils' pages never take; a single seat is for all."""
    wished = max(1, limit * STAFF_SEATS.value // 100)
    return min(wished, MOST_STAFF_SEATS.value, limit - 1)


def has_seat(visitor: Visitor, limit: int, holders: Sequence[Visitor]) -> bool:
    """Tell whether a seat is free that is not kept for people of more rights.

    Parameters
    ----------
    holders
        Who each seat is for that is taken, pages drawn ahead among them.
    """
    before = sum(_rank(each) <= _rank(visitor) for each in holders)
    return len(holders) < limit and before < limit - _count_kept(visitor, limit)


def is_within_share(visitor: Visitor, limit: int, holders: Sequence[Visitor]) -> bool:
    """Tell whether the visitor's address may hold one seat more; staff always may."""
    if visitor.role is not None:
        return True
    # Pages drawn ahead are there to be taken.
    held = [each for each in holders if each.network]
    pupils = sum(each.role is None for each in held)
    free = min(limit - count_staff_seats(limit) - pupils, limit - len(held))
    own = sum(each == visitor for each in held)
    return own == 0 or own < SHARE_OF_FREE.value * free


def _rank(visitor: Visitor) -> int:
    if visitor.role is None:
        return 0
    return 2 if visitor.role is Role.ORGANISER else 1


def _count_kept(visitor: Visitor, limit: int) -> int:
    # Half of the staff's seats are the organisers' alone: viewers cannot shut their console.
    staff = count_staff_seats(limit)
    return (staff, (staff + 1) // 2, 0)[_rank(visitor)]
