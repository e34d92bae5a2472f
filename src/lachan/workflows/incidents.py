"""Incidents: a short code that a user reads out and an operator finds in the log."""

from __future__ import annotations

import secrets

# No 0/O, 1/I/L: the code is read out loud in a classroom.
_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def make_incident() -> str:
    """Return a new code such as ``K7QF-3MZD``."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"
