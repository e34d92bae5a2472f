"""Slowing down who guesses: wrong tries are counted for each address."""

from __future__ import annotations

import ipaddress
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from lachan.limits.doors import FIRST_WAIT, FORGET_TRIES_AFTER, FREE_PASSCODE_TRIES, LONGEST_WAIT


@dataclass(slots=True)
class _Tries:
    wrong: int = 0
    last_s: float = 0.0
    blocked_until_s: float = 0.0


@dataclass(slots=True)
class AttemptLimiter:
    """Counts wrong tries for each address; from the last free one on, each doubles the wait.

    Parameters
    ----------
    clock
        Seconds that only grow, such as ``time.monotonic``.
    free_tries
        How many wrong tries make the first wait.
    """

    clock: Callable[[], float]
    free_tries: int = FREE_PASSCODE_TRIES.value
    # The one tried last stands last: thousands enter at once, and none may cost a walk over all.
    _tries: OrderedDict[str, _Tries] = field(default_factory=OrderedDict)

    def find_wait_s(self, address: str) -> float:
        """Return how many seconds `address` must wait before its next try; 0 if none."""
        tries = self._tries.get(_network(address))
        return max(0.0, tries.blocked_until_s - self.clock()) if tries else 0.0

    def record_wrong(self, address: str) -> None:
        """Count a wrong try."""
        now = self.clock()
        self._forget(now)
        key = _network(address)
        tries = self._tries.setdefault(key, _Tries())
        self._tries.move_to_end(key)
        tries.wrong += 1
        tries.last_s = now
        if tries.wrong >= self.free_tries:
            wait_s = FIRST_WAIT.value * 2.0 ** min(tries.wrong - self.free_tries, 10)
            tries.blocked_until_s = now + min(wait_s, LONGEST_WAIT.value)

    def record_right(self, address: str) -> None:
        """Forget the wrong tries of an address that has shown the passcode."""
        self._tries.pop(_network(address), None)

    def _forget(self, now: float) -> None:
        while (
            self._tries and now - next(iter(self._tries.values())).last_s > FORGET_TRIES_AFTER.value
        ):
            self._tries.popitem(last=False)


def _network(address: str) -> str:
    # One machine owns a whole /64 of IPv6 addresses and could change it for every guess.
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)
