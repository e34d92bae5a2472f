"""How long who tries passcodes must wait: for each role, by address, by known device, and all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from lachan.domain.contests.roles import Role
from lachan.limits.doors import (
    FIRST_WAIT_OF_ALL,
    FREE_TRIES_OF_ALL,
    LIFTED,
    LONGEST_WAIT_OF_ALL,
    TRY_OF_ALL_FORGIVEN_AFTER,
)
from lachan.web.throttle import AttemptLimiter

_ALL = "tất cả"


@dataclass(frozen=True, slots=True)
class Caller:
    """Who tries a passcode.

    Attributes
    ----------
    address
        Where they come from.
    role, device
        What they have logged in as from this device before, and its name; None and "" where
        they have not.
    """

    address: str
    role: Role | None = None
    device: str = ""


@dataclass(slots=True)
class _Counts:
    addresses: AttemptLimiter
    devices: AttemptLimiter
    everyone: AttemptLimiter


@dataclass(slots=True)
class LoginThrottle:
    """Counts wrong passcodes; each role has counts of its own, and a right code clears only its.

    A device that has logged in as a role before is counted for itself there, so that guessers
    behind its address, or all over the world, do not keep it out ("Slow Down Online Guessing
    Attacks with Device Cookies", OWASP).

    Parameters
    ----------
    roles
        The roles that have a passcode.
    clock
        Seconds that only grow, such as ``time.monotonic``.
    is_lifted
        Tells once when someone at the console has lifted the waits.
    """

    roles: Iterable[Role]
    clock: Callable[[], float]
    is_lifted: Callable[[], bool]
    _counts: dict[Role, _Counts] = field(init=False)
    _free_until_s: float = 0.0

    def __post_init__(self) -> None:
        self._counts = {role: self._make_counts() for role in self.roles}

    def find_wait_s(self, caller: Caller, role: Role) -> float:
        """Return how many seconds the caller must wait before trying the passcode of a role."""
        wait_s = self._find_wait_s(caller, role)
        if wait_s > 0 and self.is_lifted():
            self._lift()
            wait_s = self._find_wait_s(caller, role)
        return wait_s

    def record_wrong(self, caller: Caller, roles: Iterable[Role]) -> None:
        """Count a passcode that was none of these roles'."""
        for role in roles:
            counts = self._counts[role]
            if caller.role is role:
                counts.devices.record_wrong(caller.device)
            else:
                counts.addresses.record_wrong(caller.address)
                counts.everyone.record_wrong(_ALL)

    def record_right(self, caller: Caller, role: Role) -> None:
        """Forget what the caller got wrong as this role; what others did stays counted."""
        counts = self._counts[role]
        counts.addresses.record_right(caller.address)
        counts.devices.record_right(caller.device)

    def _find_wait_s(self, caller: Caller, role: Role) -> float:
        counts = self._counts[role]
        if caller.role is role:
            return counts.devices.find_wait_s(caller.device)
        own_s = counts.addresses.find_wait_s(caller.address)
        all_s = counts.everyone.find_wait_s(_ALL) if self.clock() >= self._free_until_s else 0.0
        return max(own_s, all_s)

    def _lift(self) -> None:
        # Guessers begin again at once: who was let in by hand must not race with them.
        self._free_until_s = self.clock() + LIFTED.value
        for counts in self._counts.values():
            counts.addresses.forget_all()
            counts.devices.forget_all()
            counts.everyone.forget_all()

    def _make_counts(self) -> _Counts:
        everyone = AttemptLimiter(
            self.clock,
            FREE_TRIES_OF_ALL.value,
            FIRST_WAIT_OF_ALL.value,
            LONGEST_WAIT_OF_ALL.value,
            TRY_OF_ALL_FORGIVEN_AFTER.value,
        )
        return _Counts(AttemptLimiter(self.clock), AttemptLimiter(self.clock), everyone)
