"""Slowing down who guesses or comes too often: tries are counted for each name."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from lachan.domain.hosts import find_network
from lachan.limits.doors import (
    FIRST_WAIT,
    FORGET_TRIES_AFTER,
    FREE_PASSCODE_TRIES,
    LONGEST_WAIT,
    MOST_REMEMBERED,
)

# Beyond this a wait is the longest one in any case, and two to its power no number.
_MOST_DOUBLINGS = 20


@dataclass(slots=True)
class _Tries:
    wrong: float = 0.0
    last_s: float = 0.0
    blocked_until_s: float = 0.0


@dataclass(slots=True)
class AttemptLimiter:
    """Counts tries for each address; from the last free one on, each doubles the wait.

    Addresses of one network count together (see `find_network`); any other name for itself.

    Parameters
    ----------
    clock
        Seconds that only grow, such as ``time.monotonic``.
    free_tries
        How many tries make the first wait.
    first_wait_s, longest_wait_s
        The first wait, and the one beyond which waits grow no more.
    forgiven_each_s
        After how many seconds one try is forgiven, so that a crowd is never shut out by what
        its people mistype in a day; None forgives nothing before all is forgotten.
    """

    clock: Callable[[], float]
    free_tries: int = FREE_PASSCODE_TRIES.value
    first_wait_s: float = FIRST_WAIT.value
    longest_wait_s: float = LONGEST_WAIT.value
    forgiven_each_s: float | None = None
    # The one tried last stands last: thousands enter at once, and none may cost a walk over all.
    _tries: OrderedDict[str, _Tries] = field(default_factory=OrderedDict)

    def find_wait_s(self, address: str) -> float:
        """Return how many seconds `address` must wait before its next try; 0 if none."""
        tries = self._tries.get(find_network(address))
        return max(0.0, tries.blocked_until_s - self.clock()) if tries else 0.0

    def record_wrong(self, address: str) -> None:
        """Count a try."""
        now = self.clock()
        self._forget(now)
        key = find_network(address)
        tries = self._tries.setdefault(key, _Tries(last_s=now))
        self._tries.move_to_end(key)
        if len(self._tries) > MOST_REMEMBERED.value:
            self._tries.popitem(last=False)
        if self.forgiven_each_s is not None:
            tries.wrong = max(0.0, tries.wrong - (now - tries.last_s) / self.forgiven_each_s)
        tries.wrong += 1
        tries.last_s = now
        if tries.wrong >= self.free_tries:
            doublings = min(tries.wrong - self.free_tries, _MOST_DOUBLINGS)
            wait_s = min(self.first_wait_s * 2.0**doublings, self.longest_wait_s)
            tries.blocked_until_s = now + wait_s

    def record_right(self, address: str) -> None:
        """Forget the wrong tries of an address that has shown what was asked for."""
        self._tries.pop(find_network(address), None)

    def forget_all(self) -> None:
        """Let nobody wait any more."""
        self._tries.clear()

    def _forget(self, now: float) -> None:
        oldest = now - FORGET_TRIES_AFTER.value
        while self._tries and next(iter(self._tries.values())).last_s < oldest:
            self._tries.popitem(last=False)
