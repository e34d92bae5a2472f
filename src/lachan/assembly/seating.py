"""Seating plans: entrants into rooms, forms alternating so that neighbours have different ones."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from lachan.assembly.faults import AssemblyError
from lachan.domain.papers.rosters import Entrant
from lachan.domain.papers.seating import RoomPlan, Seat
from lachan.domain.papers.sheets import SheetCopy


class SeatingError(AssemblyError):
    """Entrants cannot be seated as asked."""


def seat_entrants(
    entrants: Sequence[Entrant],
    codes: Sequence[str],
    *,
    rows: int,
    columns: int,
    seed: str,
) -> tuple[RoomPlan, ...]:
    """Return the rooms with every entrant seated, in the order of the list, front row first.

    Whoever has a room keeps it. Where nobody has one, as few rooms as hold them are filled
    evenly and numbered 01, 02, …

    Forms follow a pattern (`form_index`): with two forms or more, neighbours to the side, in
    front and behind differ; with four or more, those across a corner too. Which form stands
    where in the pattern depends on `seed` and the room, so that it cannot be foretold.

    Raises
    ------
    SeatingError
        If a room does not hold its entrants, some have a room and some have none, or there is
        no form or no seat.
    """
    if rows < 1 or columns < 1:
        raise SeatingError(
            f"Phòng phải có ít nhất 1 hàng và 1 cột, đang là {rows} × {columns}. "
            "Hãy cho số hàng và số cột bàn, ví dụ 6 × 4."
        )
    if not codes:
        raise SeatingError("Chưa có mã đề nào để xếp; hãy cho ít nhất một mã, ví dụ 101.")
    return tuple(
        _seat_room(name, members, codes, rows, columns, seed)
        for name, members in _rooms(entrants, rows * columns)
    )


def form_index(row: int, column: int, *, columns: int, count: int) -> int:
    """Return which of `count` forms belongs to a seat of a room with so many columns.

    One step to the side moves by one form, one step back by `_step_back` forms.
    """
    return (column + _step_back(columns, count) * row) % count


def _step_back(columns: int, count: int) -> int:
    """Return by how many forms to move from a row to the one behind it.

    With two or three forms by one. (Three cannot tell corners apart: four seats that all touch
    each other need four.) With more, by as many as there are columns, so that forms run on
    from row to row and are needed in equal numbers; where that would put the same form behind
    or across a corner, by two, which never does.
    """
    if count < 4:
        return 1
    running_on = columns % count
    return 2 if running_on in (0, 1, count - 1) else running_on


def sheet_copies(rooms: Sequence[RoomPlan], *, first_serial: int = 1) -> list[SheetCopy]:
    """Return a personal answer sheet for every seat, room by room, with its form preset."""
    seats = [(room, seat) for room in rooms for seat in room.seats]
    return [
        personal_copy(seat.entrant, serial, form_code=seat.form_code, room=room.name)
        for serial, (room, seat) in enumerate(seats, first_serial)
    ]


def personal_copy(
    entrant: Entrant, serial: int, *, form_code: str = "", room: str = ""
) -> SheetCopy:
    """Return an entrant's answer sheet; without a form code the entrant blackens it."""
    return SheetCopy(
        serial=serial,
        form_code=form_code,
        number=entrant.number,
        name=entrant.name,
        class_name=entrant.class_name,
        school=entrant.school,
        room=room or entrant.room,
    )


def _rooms(entrants: Sequence[Entrant], capacity: int) -> Iterator[tuple[str, Sequence[Entrant]]]:
    names = dict.fromkeys(entrant.room for entrant in entrants)
    if set(names) - {""}:
        _check_rooms(entrants, names, capacity)
        yield from ((name, [e for e in entrants if e.room == name]) for name in names)
        return
    count = -(-len(entrants) // capacity)
    start = 0
    for number in range(count):
        size = len(entrants) // count + (number < len(entrants) % count)
        yield f"{number + 1:02}", entrants[start : start + size]
        start += size


def _check_rooms(entrants: Sequence[Entrant], names: dict[str, None], capacity: int) -> None:
    without = [entrant.number for entrant in entrants if not entrant.room]
    if without:
        raise SeatingError(
            f"Có thí sinh chưa có phòng thi: số báo danh {_listed(without)}. "
            "Hãy điền phòng cho mọi thí sinh, hoặc bỏ trống cột phòng để chương trình chia."
        )
    for name in names:
        size = sum(entrant.room == name for entrant in entrants)
        if size > capacity:
            raise SeatingError(
                f"Phòng {name} có {size} thí sinh nhưng chỉ có {capacity} chỗ. "
                "Hãy tăng số hàng, số cột hoặc chuyển bớt thí sinh sang phòng khác."
            )


def _seat_room(
    name: str,
    members: Sequence[Entrant],
    codes: Sequence[str],
    rows: int,
    columns: int,
    seed: str,
) -> RoomPlan:
    drawn = sorted(codes, key=lambda code: _rank(seed, name, code))
    seats = []
    for index, entrant in enumerate(members):
        row, column = divmod(index, columns)
        code = drawn[form_index(row, column, columns=columns, count=len(drawn))]
        seats.append(Seat(row + 1, column + 1, entrant, code))
    return RoomPlan(name, rows, columns, tuple(seats))


def _rank(*parts: str) -> str:
    return hashlib.sha256("|".join(parts).encode()).hexdigest()


def _listed(numbers: Sequence[str], most: int = 5) -> str:
    more = f" và {len(numbers) - most} thí sinh khác" if len(numbers) > most else ""
    return ", ".join(numbers[:most]) + more
