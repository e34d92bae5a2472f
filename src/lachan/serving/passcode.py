"""The staff passcode: making one, comparing in constant time, slowing down guesses."""

from __future__ import annotations

import hmac
import ipaddress
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from lachan.errors import LachanError
from lachan.text import to_nfc

PASSCODE_DIGITS = 8
MINIMUM_LENGTH = 6

FREE_TRIES = 5
FIRST_WAIT_S = 30.0
LONGEST_WAIT_S = 900.0
FORGET_AFTER_S = 3600.0


class PasscodeError(LachanError):
    """A passcode given by the operator is too weak to use."""


def make_passcode() -> str:
    """Return eight random digits."""
    return f"{secrets.randbelow(10**PASSCODE_DIGITS):0{PASSCODE_DIGITS}d}"


@dataclass(frozen=True, slots=True)
class Passcode:
    """A passcode to compare with; spaces that people type or read are not part of it."""

    value: str = field(repr=False)

    def __post_init__(self) -> None:
        if len(_normal(self.value)) < MINIMUM_LENGTH:
            raise PasscodeError(
                f"Mã giáo viên quá ngắn: cần ít nhất {MINIMUM_LENGTH} kí tự, không kể dấu cách."
            )

    def matches(self, typed: str) -> bool:
        """Tell whether `typed` is the passcode, in a time that does not tell where it differs."""
        return hmac.compare_digest(_normal(typed).encode(), _normal(self.value).encode())

    @property
    def numeric(self) -> bool:
        """True where a phone may show its number pad."""
        return _normal(self.value).isdecimal()


def _normal(value: str) -> str:
    return "".join(to_nfc(value).split())


@dataclass(slots=True)
class _Tries:
    wrong: int = 0
    last_s: float = 0.0
    blocked_until_s: float = 0.0


@dataclass(slots=True)
class AttemptLimiter:
    """Counts wrong tries for each address; from the fifth on, each wrong try doubles the wait.

    Parameters
    ----------
    clock
        Seconds that only grow, such as ``time.monotonic``.
    """

    clock: Callable[[], float]
    _tries: dict[str, _Tries] = field(default_factory=dict)

    def find_wait_s(self, address: str) -> float:
        """Return how many seconds `address` must wait before its next try; 0 if none."""
        tries = self._tries.get(_network(address))
        return max(0.0, tries.blocked_until_s - self.clock()) if tries else 0.0

    def record_wrong(self, address: str) -> None:
        """Count a wrong try."""
        now = self.clock()
        self._forget(now)
        tries = self._tries.setdefault(_network(address), _Tries())
        tries.wrong += 1
        tries.last_s = now
        if tries.wrong >= FREE_TRIES:
            wait_s = FIRST_WAIT_S * 2.0 ** min(tries.wrong - FREE_TRIES, 10)
            tries.blocked_until_s = now + min(wait_s, LONGEST_WAIT_S)

    def record_right(self, address: str) -> None:
        """Forget the wrong tries of an address that has shown the passcode."""
        self._tries.pop(_network(address), None)

    def _forget(self, now: float) -> None:
        stale = [key for key, tries in self._tries.items() if now - tries.last_s > FORGET_AFTER_S]
        for key in stale:
            del self._tries[key]


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
