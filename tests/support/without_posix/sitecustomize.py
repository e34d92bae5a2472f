"""Let our code find a system without POSIX, and everybody else the one there is.

Python runs this before all else in every process that has this folder on its path, so in all
children of a server, too. What Windows has not is not there for the modules of `lachan`; they are
told that they run on Windows, and must go their other way.
"""

from __future__ import annotations

import builtins
import importlib
import types
from collections.abc import Mapping, Sequence

SEEN = {
    "sys": {"platform": "win32"},
    "os": {"name": "nt"},
}
GONE = {
    "sys": frozenset[str](),
    "os": frozenset(
        {
            *("fork", "forkpty", "memfd_create", "pidfd_open", "register_at_fork"),
            *("killpg", "getpgid", "getpgrp", "setpgid", "setsid", "wait3", "wait4", "waitid"),
            *("getuid", "geteuid", "getgid", "getegid", "chown", "fchown"),
            *("getloadavg", "sysconf", "sched_getaffinity", "uname", "mkfifo"),
        }
    ),
}
MISSING = frozenset({"fcntl", "resource", "pwd", "grp", "termios", "tty", "pty", "syslog"})


class Narrowed(types.ModuleType):
    """A module of the system as our code finds it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__dict__.update(SEEN[name])

    def __getattr__(self, name: str) -> object:
        if name in GONE[self.__name__]:
            raise AttributeError(f"Windows has no {self.__name__}.{name}")
        return getattr(importlib.import_module(self.__name__), name)


NARROWED = {name: Narrowed(name) for name in SEEN}
import_as_ever = builtins.__import__


def import_narrowed(
    name: str,
    globals: Mapping[str, object] | None = None,  # noqa: A002 (`__import__` calls it so)
    locals: Mapping[str, object] | None = None,  # noqa: A002
    fromlist: Sequence[str] | None = (),
    level: int = 0,
) -> types.ModuleType:
    """Do what ``import`` does; see the module."""
    package = str((globals or {}).get("__package__") or "")
    if level == 0 and package.partition(".")[0] == "lachan":
        if name in MISSING:
            raise ModuleNotFoundError(f"Windows has no {name}", name=name)
        if name in NARROWED:
            return NARROWED[name]
    return import_as_ever(name, globals, locals, fromlist or (), level)


builtins.__import__ = import_narrowed
