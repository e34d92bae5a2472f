"""All checks one after the other; one that fails is an answer too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lachan.doctor.address import check_address
from lachan.doctor.clock import check_clock
from lachan.doctor.contest import check_contest
from lachan.doctor.database import check_database
from lachan.doctor.finding import Finding, State
from lachan.doctor.machine import check_machine
from lachan.doctor.passcodes import check_passcodes
from lachan.doctor.plan import Plan
from lachan.doctor.software import check_software
from lachan.doctor.tls import check_tls

Check = Callable[[Plan], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    check_address,
    check_tls,
    check_passcodes,
    check_machine,
    check_database,
    check_clock,
    check_software,
    check_contest,
)


def examine(plan: Plan, checks: Iterable[Check] = CHECKS) -> Iterator[Finding]:
    """Give each finding as soon as it is made."""
    for check in checks:
        try:
            yield from check(plan)
        # A doctor that stops at the first oddity tells nothing of all that comes after it.
        except Exception as error:  # noqa: BLE001
            name = check.__name__.removeprefix("check_")
            told = f"{type(error).__name__}: {error}"
            yield Finding(name, "Chưa xem được", State.UNKNOWN, told, "Hãy xem phần này bằng tay.")
