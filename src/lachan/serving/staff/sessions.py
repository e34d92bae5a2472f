"""The sessions of staff as the server knows them; a browser holds a name that nobody can guess."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from lachan.domain.contests.roles import Role
from lachan.limits.doors import MOST_SESSIONS, SESSION

NAME_BYTES = 32


@dataclass(slots=True)
class StaffSession:
    """One login: its role, when it began, and the kernels of the pages opened with it."""

    role: Role
    opened_s: float
    kernels: set[str] = field(default_factory=set)


@dataclass(slots=True)
class StaffSessions:
    """All sessions of one server; they end with it.

    Parameters
    ----------
    clock
        Seconds that only grow, such as ``time.monotonic``.
    """

    clock: Callable[[], float]
    _sessions: OrderedDict[str, StaffSession] = field(default_factory=OrderedDict)

    def open(self, role: Role) -> str:
        """Begin a session and return its name, for a cookie."""
        self._forget()
        name = secrets.token_urlsafe(NAME_BYTES)
        self._sessions[name] = StaffSession(role, self.clock())
        return name

    def find(self, name: str) -> StaffSession | None:
        """Return the session of this name, None where there is none or it has ended."""
        self._forget()
        return self._sessions.get(name)

    def close(self, name: str) -> frozenset[str]:
        """End a session, however many copies of its cookie there are; return its kernels."""
        session = self._sessions.pop(name, None)
        return frozenset(session.kernels) if session else frozenset()

    def close_all(self, role: Role) -> frozenset[str]:
        """End all sessions of a role, whose passcode has changed; return their kernels."""
        names = [name for name, session in self._sessions.items() if session.role is role]
        return frozenset().union(*map(self.close, names))

    def _forget(self) -> None:
        oldest = self.clock() - SESSION.value
        while self._sessions and self._is_over(next(iter(self._sessions.values())), oldest):
            self._sessions.popitem(last=False)

    def _is_over(self, first: StaffSession, oldest: float) -> bool:
        return first.opened_s < oldest or len(self._sessions) > MOST_SESSIONS.value
