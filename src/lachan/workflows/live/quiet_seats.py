"""Which phones of a live class have fallen silent, so that a full room is full of phones in use."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from lachan.limits.live import SILENT_SEAT


@dataclass(slots=True)
class QuietSeats:
    """Remembers when each seat last asked anything; nothing of it is stored.

    Parameters
    ----------
    clock
        Seconds that only grow, such as ``time.monotonic``.
    """

    clock: Callable[[], float]
    _seen: dict[str, dict[str, float]] = field(default_factory=dict)
    _since: dict[str, float] = field(default_factory=dict)

    def note(self, code: str, seat: str) -> None:
        """Note that a seat of a room has asked something."""
        now = self.clock()
        self._since.setdefault(code, now)
        self._seen.setdefault(code, {})[seat] = now

    def list_quiet(self, code: str, seats: Iterable[str]) -> list[str]:
        """Return those of a room's seats that have been silent for long.

        After a new start of the server every seat gets the time to ask again.
        """
        now = self.clock()
        began = self._since.setdefault(code, now)
        seen = self._seen.get(code, {})
        return [seat for seat in seats if now - seen.get(seat, began) >= SILENT_SEAT.value]

    def forget_all(self) -> None:
        """Forget what was seen."""
        self._seen.clear()
        self._since.clear()
