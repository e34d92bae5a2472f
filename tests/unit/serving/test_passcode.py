from __future__ import annotations

import pytest

from lachan.serving.passcode import (
    FIRST_WAIT_S,
    FORGET_AFTER_S,
    LONGEST_WAIT_S,
    AttemptLimiter,
    Passcode,
    PasscodeError,
    make_passcode,
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


def test_made_passcode_is_eight_digits() -> None:
    made = {make_passcode() for _ in range(50)}
    assert all(len(each) == 8 and each.isdecimal() for each in made)
    assert len(made) == 50


@pytest.mark.parametrize("typed", ["1234 5678", "12345678", " 1234\t5678 \n", "1234\u00a05678"])
def test_spaces_are_not_part_of_it(typed: str) -> None:
    assert Passcode("1234 5678").matches(typed)


@pytest.mark.parametrize("typed", ["", "1234567", "123456789", "12345679", "１２３４５６７８"])
def test_anything_else_does_not_match(typed: str) -> None:
    assert not Passcode("12345678").matches(typed)


def test_accents_match_in_either_normal_form() -> None:
    assert Passcode("mật khẩu lớp").matches("mật khẩu lớp")


@pytest.mark.parametrize("value", ["", "12345", "1 2 3 4 5", "     \n"])
def test_short_passcode_is_refused(value: str) -> None:
    with pytest.raises(PasscodeError, match="ít nhất 6"):
        Passcode(value)


def test_passcode_is_not_in_its_repr() -> None:
    assert "12345678" not in repr(Passcode("12345678"))


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
    assert limiter.find_wait_s("10.0.0.5") == LONGEST_WAIT_S


def test_wait_passes(limiter: AttemptLimiter, clock: Clock) -> None:
    for _ in range(5):
        limiter.record_wrong("10.0.0.5")
    clock.now += FIRST_WAIT_S - 1
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
    assert limiter.find_wait_s("2001:db8:1:2:ffff::9") == FIRST_WAIT_S
    assert limiter.find_wait_s("2001:db8:1:3::1") == 0


def test_ipv4_inside_ipv6_is_the_same_machine(limiter: AttemptLimiter) -> None:
    for _ in range(5):
        limiter.record_wrong("::ffff:10.0.0.5")
    assert limiter.find_wait_s("10.0.0.5") == FIRST_WAIT_S


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
    clock.now += FORGET_AFTER_S + 1
    limiter.record_wrong("10.0.0.5")
    assert limiter.find_wait_s("10.0.0.5") == 0
