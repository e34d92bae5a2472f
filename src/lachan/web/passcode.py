"""The staff passcode: making one, comparing in constant time."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

from lachan.domain.contests.roles import Role
from lachan.errors import LachanError
from lachan.limits.doors import SHORTEST_PASSCODE
from lachan.text import to_nfc

# Where an operator gives each role's passcode; the organisers' is the staff's.
PASSCODE_ENVS = {
    Role.ORGANISER: "LACHAN_STAFF_PASSCODE",
    Role.INVIGILATOR: "LACHAN_INVIGILATOR_PASSCODE",
    Role.VIEWER: "LACHAN_VIEWER_PASSCODE",
}
PASSCODE_DIGITS = 8


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
        if len(_normal(self.value)) < SHORTEST_PASSCODE.value:
            raise PasscodeError(
                f"Mã giáo viên quá ngắn: cần ít nhất {SHORTEST_PASSCODE.spelled}, "
                "không kể dấu cách."
            )

    def matches(self, typed: str) -> bool:
        """Tell whether `typed` is the passcode, in a time that does not tell where it differs."""
        return hmac.compare_digest(_normal(typed).encode(), _normal(self.value).encode())

    @property
    def numeric(self) -> bool:
        """True where a phone may show its number pad."""
        return _normal(self.value).isdecimal()


def make_role_passcodes(staff: Passcode, typed: Mapping[Role, str]) -> dict[Role, Passcode]:
    """Return the passcodes of the roles beside organisers, whose passcode is the staff's.

    Raises
    ------
    PasscodeError
        If one is too short or is another role's.
    """
    made: dict[Role, Passcode] = {}
    for role, value in typed.items():
        if any(other.matches(value) for other in (staff, *made.values())):
            raise PasscodeError("Mỗi vai trò cần một mã riêng; có hai vai trò đang trùng mã.")
        made[role] = Passcode(value)
    return made


def _normal(value: str) -> str:
    return "".join(to_nfc(value).split())
