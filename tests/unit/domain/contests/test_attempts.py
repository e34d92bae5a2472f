"""An attempt against a plain model of it: minutes that are used up while its time runs."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from lachan.domain.contests.attempts import Attempt, Lateness
from lachan.domain.contests.contest import AttemptState, SubmittedBy

START = dt.datetime(2026, 12, 5, 1, 0, tzinfo=dt.UTC)
GRACE = dt.timedelta(seconds=5)
MINUTES = 15
LATER = st.timedeltas(dt.timedelta(0), dt.timedelta(minutes=8))
EXTRA = st.integers(0, 10).map(lambda minutes: dt.timedelta(minutes=minutes))


def begin(**changes: object) -> Attempt:
    plain: dict[str, Any] = {
        "state": AttemptState.WORKING.value,
        "started_at": START,
        "deadline_at": START + dt.timedelta(minutes=MINUTES),
        "extra_us": 0,
        "paused_at": None,
        "paused_us": 0,
        "submitted_at": None,
        "submitted_by": None,
        "last_seen_at": START,
    }
    return Attempt(**plain | changes)


class AttemptMachine(RuleBasedStateMachine):
    """The model knows a clock, what is left, and whether time runs; nothing of deadlines."""

    @initialize()
    def start(self) -> None:
        self.attempt = begin()
        self.now = START
        self.left = dt.timedelta(minutes=MINUTES)
        self.used = dt.timedelta(0)
        self.runs = True
        self.is_paused = False

    @rule(time=LATER)
    def time_passes(self, time: dt.timedelta) -> None:
        self.now += time
        if self.runs:
            worked = min(time, self.left)
            self.left -= worked
            self.used += worked

    @precondition(lambda self: self.attempt.is_working)
    @rule()
    def pause(self) -> None:
        self.attempt = self.attempt.pause(self.now)
        # At its last moment time may still be stopped; once it is over there is none to stop.
        if self.attempt.paused_at == self.now:
            self.runs, self.is_paused = False, True

    @rule()
    def resume(self) -> None:
        self.attempt = self.attempt.resume(self.now)
        if self.is_paused:
            self.runs, self.is_paused = True, False

    @precondition(lambda self: self.attempt.is_working and self.left > dt.timedelta(0))
    @rule(extra=EXTRA)
    def extend(self, extra: dt.timedelta) -> None:
        self.attempt = self.attempt.extend(extra)
        self.left += extra

    @precondition(lambda self: self.attempt.is_working)
    @rule()
    def end(self) -> None:
        self.attempt = self.attempt.end(self.now)
        assert self.attempt.submitted_by == SubmittedBy.CONTESTANT
        self.runs = self.is_paused = False

    @rule()
    def end_for_all(self) -> None:
        self.attempt = self.attempt.end_for_all(self.now)
        self.runs = self.is_paused = False

    @rule()
    def end_if_over(self) -> None:
        ended = self.attempt.end_if_over(self.now, GRACE)
        if ended is not self.attempt:
            assert (ended.submitted_by, self.left) == (SubmittedBy.DEADLINE, dt.timedelta(0))
            self.runs = False
        self.attempt = ended

    @precondition(lambda self: not self.attempt.is_working)
    @rule(extra=EXTRA, paused=st.booleans())
    def reopen(self, extra: dt.timedelta, paused: bool) -> None:
        self.attempt = self.attempt.reopen(self.now, extra, paused=paused)
        self.left += extra
        self.runs, self.is_paused = not paused, paused

    @invariant()
    def what_is_left_and_used_is_the_models(self) -> None:
        if not hasattr(self, "attempt"):
            return
        attempt = self.attempt
        if attempt.is_working:
            assert attempt.time_left(self.now) == self.left
            assert (attempt.paused_at is not None) == self.is_paused
            late = attempt.find_lateness(self.now, GRACE)
            assert late is not Lateness.OVER or self.left == dt.timedelta(0)
        else:
            assert attempt.time_left(self.now) == dt.timedelta(0)
            assert attempt.used_us == self.used // dt.timedelta(microseconds=1)
            assert attempt.paused_at is None


def test_an_attempt_keeps_time_as_the_model_does() -> None:
    run_state_machine_as_test(AttemptMachine)


@pytest.mark.parametrize(
    ("attempt", "after_s", "lateness"),
    [
        (begin(), MINUTES * 60 + 5, None),
        (begin(), MINUTES * 60 + 6, Lateness.OVER),
        (begin(paused_at=START), 5, None),
        (begin(paused_at=START), 6, Lateness.PAUSED),
    ],
)
def test_an_answer_has_the_grace_and_no_more(
    attempt: Attempt, after_s: int, lateness: Lateness | None
) -> None:
    received = START + dt.timedelta(seconds=after_s)
    assert attempt.find_lateness(received, GRACE) is lateness
    assert attempt.is_over(received, GRACE) is (lateness is Lateness.OVER)


def test_what_came_from_another_tab_came_before_the_end() -> None:
    seen = START + dt.timedelta(seconds=3)
    assert begin(last_seen_at=seen).end(START).submitted_at == seen


@pytest.mark.parametrize(
    ("cut_minutes", "moved_minutes", "left_minutes"), [(5, 3, 8), (5, 30, 15), (15, 3, 15)]
)
def test_a_later_window_gives_back_what_its_end_had_cut(
    cut_minutes: int, moved_minutes: int, left_minutes: int
) -> None:
    attempt = begin(deadline_at=START + dt.timedelta(minutes=cut_minutes))
    moved = attempt.move_window(MINUTES, dt.timedelta(minutes=moved_minutes))
    assert moved.time_left(START) == dt.timedelta(minutes=left_minutes)


def test_an_attempt_ends_by_itself_only_after_its_grace() -> None:
    attempt = begin()
    in_grace = attempt.deadline_at + GRACE

    assert attempt.end_if_over(in_grace, GRACE) is attempt
    ended = attempt.end_if_over(in_grace + dt.timedelta(microseconds=1), GRACE)
    assert (ended.submitted_at, ended.submitted_by) == (attempt.deadline_at, SubmittedBy.DEADLINE)
