"""Whose turn a seat is: a school is not locked out, one laptop does not shut a school out."""

from __future__ import annotations

import pytest

from lachan.domain.contests.roles import Role
from lachan.serving.kernels.shares import count_staff_seats, has_seat, is_within_share
from lachan.serving.kernels.visitors import NOBODY, Visitor

SCHOOL = Visitor("203.0.113.5")
OTHER = Visitor("203.0.113.6")
ORGANISER = Visitor("203.0.113.5", Role.ORGANISER)
VIEWER = Visitor("203.0.113.5", Role.VIEWER)


def fill(limit: int, visitor: Visitor, holders: list[Visitor]) -> list[Visitor]:
    """Let someone take all that they can get."""
    holders = list(holders)
    while has_seat(visitor, limit, holders) and is_within_share(visitor, limit, holders):
        holders.append(visitor)
    return holders


@pytest.mark.parametrize(
    ("limit", "kept"), [(1, 0), (2, 1), (4, 1), (16, 1), (17, 2), (60, 7), (400, 20)]
)
def test_seats_kept_for_staff(limit: int, kept: int) -> None:
    assert count_staff_seats(limit) == kept


@pytest.mark.parametrize("limit", [2, 4, 17, 60, 400])
def test_the_console_opens_though_pupils_and_viewers_took_all_they_could(limit: int) -> None:
    holders = fill(limit, NOBODY, fill(limit, OTHER, fill(limit, SCHOOL, [])))
    holders = fill(limit, VIEWER, holders)
    assert has_seat(ORGANISER, limit, holders)
    assert len(fill(limit, ORGANISER, holders)) == limit


def test_a_class_behind_one_address_gets_in_at_once_on_a_machine_for_one_class() -> None:
    assert fill(55, SCHOOL, []).count(SCHOOL) >= 45


def test_pages_drawn_ahead_are_there_to_be_taken() -> None:
    limit = 60
    ready = [NOBODY] * (limit - count_staff_seats(limit))
    assert not has_seat(SCHOOL, limit, ready)
    assert is_within_share(SCHOOL, limit, ready)


@pytest.mark.parametrize("limit", [40, 60, 400])
def test_who_took_all_they_could_left_something_for_others(limit: int) -> None:
    holders = fill(limit, SCHOOL, [])
    assert has_seat(OTHER, limit, holders)
    assert is_within_share(OTHER, limit, holders)
    assert not is_within_share(SCHOOL, limit, holders)


def test_a_share_grows_with_what_is_free() -> None:
    limit = 100
    alone = fill(limit, SCHOOL, []).count(SCHOOL)
    beside = fill(limit, SCHOOL, [OTHER] * 40).count(SCHOOL)
    assert (alone, beside) == (83, 45)


def test_staff_have_no_share() -> None:
    assert is_within_share(ORGANISER, 4, [ORGANISER] * 4)


def test_a_lone_seat_is_for_whoever_comes() -> None:
    assert has_seat(SCHOOL, 1, [])
    assert is_within_share(SCHOOL, 1, [])
    assert not has_seat(ORGANISER, 1, [SCHOOL])
