from __future__ import annotations

from lachan.limits.live import SILENT_SEAT
from lachan.workflows.live.quiet_seats import QuietSeats


class Clock:
    now = 10.0

    def __call__(self) -> float:
        return self.now


def test_seats_are_quiet_once_they_have_asked_nothing_for_long() -> None:
    clock = Clock()
    seats = QuietSeats(clock)
    for seat in ("a", "b"):
        seats.note("K7QF3M", seat)
    clock.now += SILENT_SEAT.value - 1
    seats.note("K7QF3M", "b")
    assert seats.list_quiet("K7QF3M", ["a", "b"]) == []
    clock.now += 1
    assert seats.list_quiet("K7QF3M", ["a", "b"]) == ["a"]


def test_after_a_new_start_each_gets_the_time_to_ask_again() -> None:
    clock = Clock()
    seats = QuietSeats(clock)
    assert seats.list_quiet("K7QF3M", ["a"]) == []
    clock.now += SILENT_SEAT.value
    assert seats.list_quiet("K7QF3M", ["a"]) == ["a"]
    seats.forget_all()
    assert seats.list_quiet("K7QF3M", ["a"]) == []
