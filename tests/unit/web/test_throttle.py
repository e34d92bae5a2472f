from __future__ import annotations

import pytest

from lachan.limits.doors import FIRST_WAIT, FORGET_TRIES_AFTER, LONGEST_WAIT, MOST_REMEMBERED
from lachan.web.throttle import (
    AttemptLimiter,
)


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def limiter(clock: Clock) -> AttemptLimiter:
    return AttemptLimiter(clock)


def test_four_wrong_tries_are_free(limiter: AttemptLimiter) -> None:
    for _ in range(4):
        limiter.record_wrong("10.0.0.5")
    assert limiter.find_wait_s("10.0.0.5") == 0


def test_wait_doubles_from_the_fifth(limiter: AttemptLimiter, clock: Clock) -> None:
    waits = []
    for _ in range(8):
        limiter.record_wrong("10.0.0.5")
        waits.append(limiter.find_wait_s("10.0.0.5"))
        clock.now += waits[-1]
    assert waits == [0, 0, 0, 0, 30, 60, 120, 240]


def test_wait_has_a_ceiling(limiter: AttemptLimiter) -> None:
    for _ in range(60):
        limiter.record_wrong("10.0.0.5")
    assert limiter.find_wait_s("10.0.0.5") == LONGEST_WAIT.value


def test_wait_passes(limiter: AttemptLimiter, clock: Clock) -> None:
    for _ in range(5):
        limiter.record_wrong("10.0.0.5")
    clock.now += FIRST_WAIT.value - 1
    assert limiter.find_wait_s("10.0.0.5") == 1
    clock.now += 1
    assert limiter.find_wait_s("10.0.0.5") == 0


def test_addresses_do_not_share_a_count(limiter: AttemptLimiter) -> None:
    for _ in range(9):
        limiter.record_wrong("10.0.0.5")
    assert limiter.find_wait_s("10.0.0.6") == 0


def test_one_machines_ipv6_addresses_do(limiter: AttemptLimiter) -> None:
    for host in range(5):
        limiter.record_wrong(f"2001:db8:1:2::{host + 1}")
    assert limiter.find_wait_s("2001:db8:1:2:ffff::9") == FIRST_WAIT.value
    assert limiter.find_wait_s("2001:db8:1:3::1") == 0


def test_ipv4_inside_ipv6_is_the_same_machine(limiter: AttemptLimiter) -> None:
    for _ in range(5):
        limiter.record_wrong("::ffff:10.0.0.5")
    assert limiter.find_wait_s("10.0.0.5") == FIRST_WAIT.value


def test_right_answer_forgets(limiter: AttemptLimiter) -> None:
    for _ in range(4):
        limiter.record_wrong("10.0.0.5")
    limiter.record_right("10.0.0.5")
    for _ in range(4):
        limiter.record_wrong("10.0.0.5")
    assert limiter.find_wait_s("10.0.0.5") == 0


def test_old_tries_are_forgotten(limiter: AttemptLimiter, clock: Clock) -> None:
    for _ in range(4):
        limiter.record_wrong("10.0.0.5")
    clock.now += FORGET_TRIES_AFTER.value + 1
    limiter.record_wrong("10.0.0.5")
    assert limiter.find_wait_s("10.0.0.5") == 0


def test_who_tries_again_is_remembered_longer_than_who_does_not(
    limiter: AttemptLimiter, clock: Clock
) -> None:
    for address in ("10.0.0.5", "10.0.0.6", "10.0.0.5"):
        for _ in range(4):
            limiter.record_wrong(address)
        clock.now += 1
    clock.now += FORGET_TRIES_AFTER.value - 1
    for address in ("10.0.0.5", "10.0.0.6"):
        limiter.record_wrong(address)

    waits = [limiter.find_wait_s(address) for address in ("10.0.0.5", "10.0.0.6")]
    assert waits == [FIRST_WAIT.value * 2**4, 0]


def test_a_crowd_behind_one_address_may_have_more_free_tries(clock: Clock) -> None:
    limiter = AttemptLimiter(clock, free_tries=9)
    waits = []
    for _ in range(10):
        limiter.record_wrong("10.0.0.5")
        waits.append(limiter.find_wait_s("10.0.0.5"))
    assert waits == [0] * 8 + [30, 60]


def test_what_a_crowd_mistypes_in_a_day_is_forgiven_as_it_goes(clock: Clock) -> None:
    limiter = AttemptLimiter(clock, free_tries=3, forgiven_each_s=10)
    for _ in range(50):
        limiter.record_wrong("10.0.0.5")
        clock.now += 10
        assert limiter.find_wait_s("10.0.0.5") == 0
    for _ in range(3):
        limiter.record_wrong("10.0.0.5")
    assert limiter.find_wait_s("10.0.0.5") > 0


def test_waits_may_be_shorter(clock: Clock) -> None:
    limiter = AttemptLimiter(clock, free_tries=1, first_wait_s=2, longest_wait_s=5)
    waits = []
    for _ in range(2000):
        limiter.record_wrong("10.0.0.5")
        waits.append(limiter.find_wait_s("10.0.0.5"))
    assert (waits[:3], waits[-1]) == ([2, 4, 5], 5)


def test_all_may_be_let_in_again(limiter: AttemptLimiter) -> None:
    for _ in range(9):
        limiter.record_wrong("10.0.0.5")
    limiter.forget_all()
    assert limiter.find_wait_s("10.0.0.5") == 0


def test_who_changes_addresses_fills_no_memory(limiter: AttemptLimiter) -> None:
    for number in range(MOST_REMEMBERED.value + 10):
        limiter.record_wrong(f"ten-{number}")
    for _ in range(4):
        limiter.record_wrong("ten-0")
    assert limiter.find_wait_s("ten-0") == 0
    assert len(limiter._tries) == MOST_REMEMBERED.value
