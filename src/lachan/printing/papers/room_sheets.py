"""Room material: seating plans, lists, envelope labels and the invigilators' sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lachan.domain.papers.paper import Blueprint
from lachan.domain.papers.seating import RoomPlan, Seat
from lachan.printing.papers.head import head_data
from lachan.printing.typst_engine import compile_pdf
from lachan.text import format_date

# Forms side by side in a table of copies.
FORMS_ACROSS = 8


def render_seating_plans(blueprint: Blueprint, rooms: Sequence[RoomPlan]) -> bytes:
    """Return a picture of each room, with who sits where and with which form: for staff."""
    data = {
        "rooms": [
            _room(blueprint, room)
            | {"rows": room.rows, "columns": room.columns, "seats": list(_grid(room))}
            for room in rooms
        ]
    }
    return _render("so-do-cho-ngoi.typ", blueprint, "Sơ đồ chỗ ngồi", data)


def render_attendance_lists(blueprint: Blueprint, rooms: Sequence[RoomPlan]) -> bytes:
    """Return the list of each room to be signed when papers are handed in."""
    return _render_lists(blueprint, rooms, "DANH SÁCH THÍ SINH KÍ NỘP BÀI", signed=True)


def render_door_lists(blueprint: Blueprint, rooms: Sequence[RoomPlan]) -> bytes:
    """Return the list of each room for its door: no form codes."""
    return _render_lists(blueprint, rooms, "DANH SÁCH THÍ SINH", signed=False)


def render_envelope_labels(blueprint: Blueprint, rooms: Sequence[RoomPlan]) -> bytes:
    """Return the label of each room's envelope of papers, A5: copies by form."""
    day = blueprint.date
    data = {
        "day": f"Ngày thi: {format_date(day)}" if day else "Ngày thi: ……………",
        "rooms": [_room(blueprint, room) | _copies(room) for room in rooms],
    }
    return _render("tui-de.typ", blueprint, "Nhãn túi đề", data)


def render_invigilator_sheets(
    blueprint: Blueprint, rooms: Sequence[RoomPlan], *, help_line: str = ""
) -> bytes:
    """Return the invigilators' sheet of each room: times, counts, incidents, signatures.

    `help_line` is said where the sheet tells what to do when an entrant is unwell or worried.
    """
    data = {
        "minutes": blueprint.minutes,
        "help": help_line,
        "rooms": [_room(blueprint, room) | _copies(room) for room in rooms],
    }
    return _render("giam-thi.typ", blueprint, "Phiếu của giám thị", data)


def _render_lists(
    blueprint: Blueprint, rooms: Sequence[RoomPlan], title: str, *, signed: bool
) -> bytes:
    data = {
        "title": title,
        "kind": title.lower(),
        "signed": signed,
        "with_name": any(seat.entrant.name for room in rooms for seat in room.seats),
        "with_school": any(seat.entrant.school for room in rooms for seat in room.seats),
        "with_birth": any(seat.entrant.birth for room in rooms for seat in room.seats),
        "rooms": [
            _room(blueprint, room) | {"entrants": [_entrant(seat, signed) for seat in room.seats]}
            for room in rooms
        ],
    }
    return _render("danh-sach.typ", blueprint, title.capitalize(), data)


def _render(template: str, blueprint: Blueprint, kind: str, data: dict[str, Any]) -> bytes:
    data["head"] = head_data(blueprint.header, blueprint.title)
    return compile_pdf(template, data, f"{blueprint.title} – {kind}")


def _room(blueprint: Blueprint, room: RoomPlan) -> dict[str, Any]:
    parts = [f"{len(room.seats)} thí sinh"]
    if blueprint.date:
        parts.insert(0, f"Ngày thi: {format_date(blueprint.date)}")
    return {"name": room.name, "total": len(room.seats), "summary": " · ".join(parts)}


def _grid(room: RoomPlan) -> Iterator[dict[str, str] | None]:
    taken = {(seat.row, seat.column): seat for seat in room.seats}
    for row in range(1, room.rows + 1):
        for column in range(1, room.columns + 1):
            seat = taken.get((row, column))
            yield _entrant(seat, with_code=True) if seat else None


def _entrant(seat: Seat, with_code: bool) -> dict[str, str]:
    entrant = seat.entrant
    told = {
        "number": entrant.number,
        "name": entrant.name,
        "birth": entrant.birth,
        "class": entrant.class_name,
        "school": entrant.school,
    }
    return told | {"code": seat.form_code} if with_code else told


def _copies(room: RoomPlan) -> dict[str, Any]:
    counts = list(room.form_counts.items())
    across = min(len(counts), FORMS_ACROSS)
    return {
        "groups": [
            {
                "across": across,
                "codes": [code for code, _ in counts[start : start + across]],
                "counts": [count for _, count in counts[start : start + across]],
            }
            for start in range(0, len(counts), across)
        ]
    }
