"""Values that several files of a set share, made by whichever needs them first."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class MadeOnce(Generic[T]):
    """Calls `make` at the first call and returns the same value at each.

    Unlike ``functools.cached_property`` since Python 3.12, threads that ask at the same moment
    wait for one making instead of each making their own. What `make` raises is raised to all
    who ask, who each try anew.
    """

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._made: tuple[T] | None = None

    def __call__(self) -> T:
        with self._lock:
            if self._made is None:
                self._made = (self._make(),)
            return self._made[0]
