"""Wrong passcodes: counted for each role, never forgiven by another's right one, lifted by hand."""

from __future__ import annotations

import pytest

from lachan.domain.contests.roles import Role
from lachan.limits.doors import (
    FIRST_WAIT,
    FREE_PASSCODE_TRIES,
    FREE_TRIES_OF_ALL,
    LIFTED,
    LONGEST_WAIT_OF_ALL,
)
from lachan.serving.staff.login_throttle import Caller, LoginThrottle

ROLES = (Role.ORGANISER, Role.INVIGILATOR, Role.VIEWER)
PUPIL = Caller("10.0.0.5")
TEACHER = Caller("10.0.0.6")


class Console:
    now = 1000.0
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
def throttle(console: Console) -> LoginThrottle:
    return LoginThrottle(ROLES, console.clock, console.is_lifted)


def guess(throttle: LoginThrottle, caller: Caller, times: int) -> None:
    for _ in range(times):
        throttle.record_wrong(caller, ROLES)


def find_waits(throttle: LoginThrottle, caller: Caller) -> list[float]:
    return [throttle.find_wait_s(caller, role) for role in ROLES]


def test_a_right_code_of_the_lowest_role_forgives_no_guess_at_the_organisers(
    throttle: LoginThrottle,
) -> None:
    for _ in range(FREE_PASSCODE_TRIES.value):
        guess(throttle, PUPIL, 1)
        throttle.record_right(PUPIL, Role.VIEWER)
    assert find_waits(throttle, PUPIL) == [FIRST_WAIT.value, FIRST_WAIT.value, 0]


def test_another_address_waits_for_nobody(throttle: LoginThrottle) -> None:
    guess(throttle, PUPIL, FREE_PASSCODE_TRIES.value)
    assert find_waits(throttle, TEACHER) == [0, 0, 0]


def test_a_thousand_addresses_wait_together(throttle: LoginThrottle, console: Console) -> None:
    for number in range(FREE_TRIES_OF_ALL.value):
        guess(throttle, Caller(f"10.1.{number // 250}.{number % 250}"), 1)
    assert find_waits(throttle, TEACHER) == [1, 1, 1]
    waited, tried = 0.0, 0
    while waited < 3600:
        wait_s = throttle.find_wait_s(TEACHER, Role.ORGANISER)
        waited, console.now = waited + wait_s, console.now + wait_s
        guess(throttle, Caller(f"10.2.{tried // 250}.{tried % 250}"), 1)
        tried += 1
    # In an hour no more than what is forgiven in it, whoever comes from where.
    assert tried <= 130
    assert throttle.find_wait_s(TEACHER, Role.ORGANISER) <= LONGEST_WAIT_OF_ALL.value


def test_a_device_that_was_in_before_does_not_wait_for_guessers(throttle: LoginThrottle) -> None:
    known = Caller(PUPIL.address, Role.ORGANISER, "may-cua-co-hanh")
    guess(throttle, PUPIL, FREE_TRIES_OF_ALL.value)
    assert throttle.find_wait_s(known, Role.ORGANISER) == 0
    # It is no way around the count: as another role it is an address like any, and as its own
    # it is counted for itself.
    assert throttle.find_wait_s(known, Role.VIEWER) > 0
    guess(throttle, known, FREE_PASSCODE_TRIES.value)
    assert throttle.find_wait_s(known, Role.ORGANISER) == FIRST_WAIT.value


def test_a_person_at_the_console_lifts_the_waits(throttle: LoginThrottle, console: Console) -> None:
    guess(throttle, PUPIL, FREE_TRIES_OF_ALL.value)
    assert min(find_waits(throttle, TEACHER)) > 0
    console.asked = True
    assert find_waits(throttle, TEACHER) == [0, 0, 0]
    # Guessers go on at once, and are in nobody's way for two minutes.
    guess(throttle, PUPIL, FREE_TRIES_OF_ALL.value + 10)
    assert find_waits(throttle, TEACHER) == [0, 0, 0]
    assert throttle.find_wait_s(PUPIL, Role.ORGANISER) > 0
    console.now += LIFTED.value
    guess(throttle, PUPIL, 1)
    assert min(find_waits(throttle, TEACHER)) > 0


def test_who_need_not_wait_does_not_use_the_lift_up(
    throttle: LoginThrottle, console: Console
) -> None:
    console.asked = True
    assert find_waits(throttle, TEACHER) == [0, 0, 0]
    assert console.asked
