"""Incidents: a short code that a user reads out and an operator finds in the log.

A stranger who has found a fault can cause it thousands of times. What that writes into the log is
short, names no folder of the machine, and is bounded.
"""

from __future__ import annotations

import logging
import secrets
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePath
from types import TracebackType
from typing import Any

from lachan.domain.contests.entry_codes import draw_characters
from lachan.limits.requests import INCIDENT_LINES, INCIDENT_WINDOW

LENGTH = 8
LONGEST_TEXT = 200
MOST_FRAMES = 8


def make_incident() -> str:
    """Return a new code such as ``K7QF-3MZD``."""
    letters = draw_characters(LENGTH, secrets.randbelow)
    return f"{letters[: LENGTH // 2]}-{letters[LENGTH // 2 :]}"


@dataclass(slots=True)
class IncidentJournal:
    """Says which incidents are still written, and which have their place in the code told.

    Parameters
    ----------
    clock
        Seconds that only grow, such as ``time.monotonic``.
    """

    clock: Callable[[], float]
    _began_s: float = float("-inf")
    _lines: int = 0
    _told: set[str] = field(default_factory=set)

    def count(self, kind: str) -> tuple[bool, bool, int]:
        """Count an incident whose fault is of a kind, which is its place in the code.

        Returns
        -------
        written, in_full, left_out
            Whether it is written, whether its kind is new in this window, and how many were left
            out before it.
        """
        left_out = 0
        if self.clock() - self._began_s > INCIDENT_WINDOW.value:
            left_out = max(0, self._lines - INCIDENT_LINES.value)
            self._began_s, self._lines, self._told = self.clock(), 0, set()
        self._lines += 1
        if self._lines > INCIDENT_LINES.value:
            return False, False, 0
        new = kind not in self._told
        self._told.add(kind)
        return True, new, left_out


# One for each process, as its log is.
_JOURNAL = IncidentJournal(time.monotonic)


def log_incident(
    log: logging.Logger, where: str, fault: Any = None, journal: IncidentJournal = _JOURNAL
) -> str:
    """Write a fault of ours into the log; return the code under which it stands there.

    Parameters
    ----------
    where
        What went wrong, as "GET /lop".
    fault
        The exception, or what ``sys.exc_info`` says of it; left out, the one being handled.
    """
    incident = make_incident()
    error = _find_error(fault)
    frames = _render_frames(error.__traceback__) if error else []
    kind = f"{type(error).__name__} {frames[-1] if frames else where}"
    written, in_full, left_out = journal.count(kind)
    if left_out:
        log.error("Thêm %d sự cố không ghi ở đây, vì quá nhiều trong ít phút.", left_out)
    if written:
        rest = frames[-MOST_FRAMES:] if in_full else []
        parts = [_clean(where), *map(_clean, _render_errors(error)), *rest]
        log.error("Sự cố %s: %s", incident, "\n    ".join(parts))
    return incident


def _find_error(fault: Any) -> BaseException | None:
    if fault is None:
        return sys.exc_info()[1]
    return fault if isinstance(fault, BaseException) else fault[1]


def _render_errors(error: BaseException | None) -> list[str]:
    """Return an exception and the one that it was raised from, a line each."""
    cause = error.__cause__ if error else None
    return [f"{type(each).__name__}: {each}" for each in (error, cause) if each is not None]


def _render_frames(where: TracebackType | None) -> list[str]:
    """Return where the fault came from, outermost first, as ``lachan/web/tls.py:91 get``."""
    return [
        f"{_shorten(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(where)
    ]


def _shorten(file: str) -> str:
    path = PurePath(file)
    roots = [PurePath(each) for each in sys.path if each]
    inside = [path.relative_to(root) for root in roots if path.is_relative_to(root)]
    return str(min(inside, key=lambda each: len(each.parts))) if inside else path.name


def _clean(text: str) -> str:
    """Return a text as one short line that a terminal shows as it is: it may be a stranger's."""
    line = "".join(char if char.isprintable() else "�" for char in text)
    return line if len(line) <= LONGEST_TEXT else f"{line[:LONGEST_TEXT]}…"
