"""What a check found: how it stands, what was seen, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How something stands; `UNKNOWN` is what this machine does not tell."""

    GOOD = "good"
    UNKNOWN = "unknown"
    WARNING = "warning"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer of the doctor.

    Attributes
    ----------
    check
        A stable name for scripts: family and thing, as ``tls.dates``.
    title
        What was looked at, in Vietnamese.
    state
        How it stands.
    found
        What was seen.
    advice
        What to do; empty where nothing is to be done.
    """

    check: str
    title: str
    state: State
    found: str
    advice: str = ""


_STATUS = {State.GOOD: 0, State.UNKNOWN: 0, State.WARNING: 1, State.FAULT: 2}


def exit_status(findings: Iterable[Finding]) -> int:
    """Return 2 where something must be mended, 1 where something should be looked at, else 0."""
    return max((_STATUS[finding.state] for finding in findings), default=0)
