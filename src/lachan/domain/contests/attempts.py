"""The rules of an attempt: its time, its pauses, its end, and when it goes on after all.

Values with methods: nothing here knows a database or a clock. What the store changes for many
attempts at once it changes by the same rules, which a test holds to these.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Self

from lachan.domain.contests.contest import AttemptState, SubmittedBy

MICROSECOND = timedelta(microseconds=1)


class Lateness(Enum):
    """Why an answer comes too late: the time is over, or stands still."""

    OVER = auto()
    PAUSED = auto()


@dataclass(frozen=True, slots=True)
class Attempt:
    """Where an attempt stands in time; all times are aware.

    Attributes
    ----------
    extra_us
        What organisers have given beyond the contest's minutes, in microseconds.
    paused_at
        Since when its time stands still; None while it runs.
    paused_us
        How long it has stood still before, in microseconds.
    last_seen_at
        When the server last took anything of it.
    """

    state: str
    started_at: datetime
    deadline_at: datetime
    extra_us: int
    paused_at: datetime | None
    paused_us: int
    submitted_at: datetime | None
    submitted_by: str | None
    last_seen_at: datetime

    @property
    def is_working(self) -> bool:
        """Tell whether it is under way, in a pause or not."""
        return self.state == AttemptState.WORKING

    @property
    def ended_at(self) -> datetime:
        """When it ended; the deadline where it was never submitted."""
        return self.submitted_at or self.deadline_at

    @property
    def used_us(self) -> int:
        """How long it was worked on until its end, without its pauses, in microseconds."""
        return (self.ended_at - self.started_at) // MICROSECOND - self.paused_us

    def time_left(self, now: datetime) -> timedelta:
        """Return what is left to one under way, nothing to others; in a pause it stands still."""
        if not self.is_working:
            return timedelta(0)
        return max(timedelta(0), self.deadline_at - (self.paused_at or now))

    def latest_moment(self, grace: timedelta) -> datetime:
        """Return the last moment at which answers are taken: its end or pause, and grace."""
        return (self.paused_at or self.deadline_at) + grace

    def find_lateness(self, received_at: datetime, grace: timedelta) -> Lateness | None:
        """Return why an answer that came then is too late; None where it is in time."""
        if received_at <= self.latest_moment(grace):
            return None
        return Lateness.OVER if self.paused_at is None else Lateness.PAUSED

    def is_over(self, now: datetime, grace: timedelta) -> bool:
        """Tell whether it has passed its last moment and ends by itself."""
        return self.is_working and self.paused_at is None and now > self.latest_moment(grace)

    def end(self, now: datetime) -> Self:
        """Submit it for the contestant: now, or when its time stood still or ran out before.

        What another of the person's tabs saved while this waited for its turn came before the end.
        """
        latest = max(now, self.last_seen_at)
        return self._submit(min(latest, self.paused_at or self.deadline_at), SubmittedBy.CONTESTANT)

    def end_if_over(self, now: datetime, grace: timedelta) -> Self:
        """Submit it at its deadline if that, and the grace, have passed."""
        if not self.is_over(now, grace):
            return self
        return self._submit(self.deadline_at, SubmittedBy.DEADLINE)

    def end_for_all(self, now: datetime) -> Self:
        """Submit it for the organiser, no later than its deadline, and when it was paused."""
        if not self.is_working:
            return self
        return self._submit(self.paused_at or min(now, self.deadline_at), SubmittedBy.ORGANISER)

    def pause(self, now: datetime) -> Self:
        """Stop its time, where it runs and has not run out."""
        if not self.is_working or self.paused_at is not None or self.deadline_at < now:
            return self
        return replace(self, paused_at=now)

    def resume(self, now: datetime) -> Self:
        """Let its time run on; what it was paused for does not count."""
        if not self.is_working or self.paused_at is None:
            return self
        passed = now - self.paused_at
        return replace(
            self,
            deadline_at=self.deadline_at + passed,
            paused_us=self.paused_us + passed // MICROSECOND,
            paused_at=None,
        )

    def extend(self, extra: timedelta) -> Self:
        """Give it more time."""
        return replace(
            self,
            deadline_at=self.deadline_at + extra,
            extra_us=self.extra_us + extra // MICROSECOND,
        )

    def reopen(self, now: datetime, extra: timedelta, *, paused: bool) -> Self:
        """Let a submitted one go on with what time was left when it ended, and more.

        The time since then does not count as used. With `paused` it stands still from now on.
        """
        idle = now - self.ended_at
        return replace(
            self,
            state=AttemptState.WORKING.value,
            submitted_at=None,
            submitted_by=None,
            paused_at=now if paused else None,
            deadline_at=self.deadline_at + idle + extra,
            extra_us=self.extra_us + extra // MICROSECOND,
            paused_us=self.paused_us + idle // MICROSECOND,
        )

    def move_window(self, minutes: int, moved: timedelta) -> Self:
        """Give it what a window that ends later allows, where the window's end cuts it short.

        Parameters
        ----------
        minutes
            How long the contest gives everyone.
        """
        given = timedelta(minutes=minutes) + (self.extra_us + self.paused_us) * MICROSECOND
        own = self.started_at + given
        if not self.is_working or self.deadline_at >= own:
            return self
        return replace(self, deadline_at=min(self.deadline_at + moved, own))

    def _submit(self, at: datetime, by: SubmittedBy) -> Self:
        return replace(
            self,
            state=AttemptState.SUBMITTED.value,
            submitted_at=at,
            submitted_by=by.value,
            paused_at=None,
        )
