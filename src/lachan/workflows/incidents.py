"""Incidents: a short code that a user reads out and an operator finds in the log."""

from __future__ import annotations

import logging
import secrets
from typing import Any

from lachan.domain.entry_codes import draw_characters

LENGTH = 8


def make_incident() -> str:
    """Return a new code such as ``K7QF-3MZD``."""
    letters = draw_characters(LENGTH, secrets.randbelow)
    return f"{letters[: LENGTH // 2]}-{letters[LENGTH // 2 :]}"


def log_incident(log: logging.Logger, where: str, fault: Any = True) -> str:
    """Write a fault of ours into the log; return the code under which it stands there.

    Parameters
    ----------
    where
        What went wrong, as "GET /lop".
    fault
        The exception as `logging` takes it; left out, the one that is being handled.
    """
    incident = make_incident()
    log.error("Sự cố %s: %s", incident, where, exc_info=fault)
    return incident
