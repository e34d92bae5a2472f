"""Codes of live rooms: who guesses waits, the class behind the same address does not."""

from __future__ import annotations

import pytest

from lachan.limits.live import FREE_CODE_TRIES, FREE_JOINS, JOINS_A_SECOND, LONGEST_CODE_WAIT
from lachan.serving.live.door import LiveDoor

SCHOOL = "203.0.113.5"


class Console:
    now = 100.0
    asked = False

    def clock(self) -> float:
        return self.now

    def is_lifted(self) -> bool:
        asked, self.asked = self.asked, False
        return asked


@pytest.fixture
def console() -> Console:
    return Console()


@pytest.fixture
def door(console: Console) -> LiveDoor:
    return LiveDoor(console.clock, console.is_lifted)


def guess(door: LiveDoor, times: int = FREE_CODE_TRIES.value) -> None:
    for _ in range(times):
        door.record_wrong(SCHOOL)


def test_a_right_code_forgives_no_wrong_one(door: LiveDoor) -> None:
    for _ in range(FREE_CODE_TRIES.value):
        door.record_wrong(SCHOOL)
        door.record_join(SCHOOL, "K7QF3M")
    assert door.find_code_wait_s(SCHOOL, "AAAAAA") > 0
    assert door.find_code_wait_s(SCHOOL, "") > 0


def test_the_class_behind_a_guesser_goes_on_coming_in(door: LiveDoor) -> None:
    door.record_join(SCHOOL, "K7QF3M")
    guess(door)
    assert door.find_code_wait_s(SCHOOL, "K7QF3M") == 0
    assert door.find_code_wait_s("203.0.113.6", "AAAAAA") == 0


def test_what_a_school_mistypes_in_a_morning_makes_nobody_wait(
    door: LiveDoor, console: Console
) -> None:
    for _ in range(400):
        guess(door, 1)
        console.now += 30
        assert door.find_code_wait_s(SCHOOL, "AAAAAA") == 0


def test_a_class_that_comes_after_a_guesser_loses_a_minute_at_most(door: LiveDoor) -> None:
    guess(door, 500)
    assert door.find_code_wait_s(SCHOOL, "AAAAAA") == LONGEST_CODE_WAIT.value


def test_a_person_at_the_console_lifts_the_wait(door: LiveDoor, console: Console) -> None:
    guess(door)
    console.asked = True
    assert door.find_code_wait_s(SCHOOL, "AAAAAA") == 0
    assert door.find_code_wait_s(SCHOOL, "BBBBBB") == 0


def test_two_classes_join_at_once_and_one_phone_does_not_fill_the_room(
    door: LiveDoor, console: Console
) -> None:
    joined = 0
    for _ in range(600):
        joined += door.find_join_wait_s(SCHOOL, "K7QF3M") == 0
        console.now += 4 / 600
    assert FREE_JOINS.value <= joined <= FREE_JOINS.value + 4 * JOINS_A_SECOND.value
    assert door.find_join_wait_s(SCHOOL, "AAAAAA") == 0
    assert door.find_join_wait_s("203.0.113.6", "K7QF3M") == 0


def test_a_whole_hall_behind_one_address_comes_in(door: LiveDoor, console: Console) -> None:
    joined, started = 0, console.now
    while joined < 600:
        joined += door.find_join_wait_s(SCHOOL, "K7QF3M") == 0
        console.now += 0.1
    assert console.now - started < 300
