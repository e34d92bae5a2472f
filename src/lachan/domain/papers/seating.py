"""Who sits where, and with which form."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from lachan.domain.papers.rosters import Entrant


@dataclass(frozen=True, slots=True)
class Seat:
    """A taken seat; row 1 is the front, column 1 the left as seen from the back of the room."""

    row: int
    column: int
    entrant: Entrant
    form_code: str


@dataclass(frozen=True, slots=True)
class RoomPlan:
    """A room of `rows` × `columns` seats; `seats` are the taken ones in order of the list."""

    name: str
    rows: int
    columns: int
    seats: tuple[Seat, ...]

    @property
    def form_counts(self) -> dict[str, int]:
        """How many copies of each form the room needs, by code."""
        return dict(sorted(Counter(seat.form_code for seat in self.seats).items()))

    def find_seat(self, row: int, column: int) -> Seat | None:
        """Return who sits there, or None."""
        return next((s for s in self.seats if (s.row, s.column) == (row, column)), None)
