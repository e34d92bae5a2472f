import re
from collections.abc import Callable, Sequence

import pytest

from lachan.assembly.seating import seat_entrants
from lachan.domain.papers.rosters import Entrant
from lachan.domain.papers.seating import RoomPlan
from lachan.printing import (
    render_attendance_lists,
    render_door_lists,
    render_envelope_labels,
    render_invigilator_sheets,
    render_seating_plans,
)
from support.items import full_blueprint
from support.pdf import page_texts, pdf_text

NAMES = (
    "Nguyễn Hoàng Phương Thảo Linh Đan",
    "Lê Thị Ánh",
    "H’Hen Niê",
    "Đặng Võ Quỳnh Ẩn",
    "=HYPERLINK(1)",
)
CODES = ("101", "102", "103", "104")
ALL = (
    render_attendance_lists,
    render_door_lists,
    render_envelope_labels,
    render_invigilator_sheets,
    render_seating_plans,
)


def make_rooms(
    count: int = 52, codes: Sequence[str] = CODES, rows: int = 6, columns: int = 5
) -> tuple[RoomPlan, ...]:
    entrants = [
        Entrant(f"{100 + n:06}", NAMES[n % len(NAMES)], f"{6 + n % 4}A1") for n in range(count)
    ]
    return seat_entrants(entrants, codes, rows=rows, columns=columns, seed="s")


@pytest.mark.parametrize("render", ALL)
def test_each_room_has_a_page_of_its_own(render: Callable[..., bytes]) -> None:
    rooms = make_rooms()
    pages = page_texts(render(full_blueprint(), rooms))
    assert len(pages) == len(rooms) == 2
    for page, room in zip(pages, rooms, strict=True):
        assert f"PHÒNG {room.name}" in page
        assert "CUỘC THI TÌM HIỂU PHÁP LUẬT" in page


@pytest.mark.parametrize("render", ALL)
def test_the_bytes_are_stable_and_pdf_ua(render: Callable[..., bytes]) -> None:
    first = render(full_blueprint(), make_rooms())
    assert first == render(full_blueprint(), make_rooms())
    assert b"<pdfuaid:part>1</pdfuaid:part>" in first


def test_the_plan_shows_every_seat_with_its_form() -> None:
    for size in ((6, 5), (8, 8)):
        rooms = make_rooms(rows=size[0], columns=size[1])
        for page, room in zip(
            page_texts(render_seating_plans(full_blueprint(), rooms)), rooms, strict=True
        ):
            told = re.findall(r"(\d{6}) (\d{3})\b", page)
            assert sorted(told) == sorted((s.entrant.number, s.form_code) for s in room.seats)
            assert page.count("trống") == room.rows * room.columns - len(room.seats)


def test_the_list_to_be_signed_is_in_order_with_forms() -> None:
    rooms = make_rooms()
    pages = page_texts(render_attendance_lists(full_blueprint(), rooms))
    for page, room in zip(pages, rooms, strict=True):
        expected = " ".join(
            f"{n} {s.entrant.number} {s.entrant.name} {s.entrant.class_name} {s.form_code}"
            for n, s in enumerate(room.seats, 1)
        )
        assert expected in page
        assert f"Tổng số: {len(room.seats)} thí sinh" in page


def test_the_list_for_the_door_tells_no_form() -> None:
    rooms = make_rooms(codes=("7101", "7102", "7103", "7104"))
    text = pdf_text(render_door_lists(full_blueprint(), rooms))
    assert [code for code in ("7101", "7102", "7103", "7104", "Mã đề") if code in text] == []
    assert all(seat.entrant.number in text for room in rooms for seat in room.seats)
    assert "Trường" not in re.sub(r"TRƯỜNG", "", text)


def test_schools_are_listed_where_there_are_any() -> None:
    entrants = [Entrant("1", "Lê Thị Ánh", "8A", "Trường THCS Mẫu")]
    rooms = seat_entrants(entrants, CODES, rows=1, columns=1, seed="s")
    text = pdf_text(render_door_lists(full_blueprint(), rooms))
    assert "1 1 Lê Thị Ánh 8A Trường THCS Mẫu" in text


@pytest.mark.parametrize(
    ("render", "row"),
    [
        (render_attendance_lists, "1 1 Lê Thị Ánh 05/9/2012 8A 101"),
        (render_door_lists, "1 1 Lê Thị Ánh 05/9/2012 8A"),
        (render_seating_plans, "Lê Thị Ánh 05/9/2012"),
    ],
)
def test_dates_of_birth_stand_where_the_roster_has_them(
    render: Callable[..., bytes], row: str
) -> None:
    entrants = [Entrant("1", "Lê Thị Ánh", "8A", birth="05/9/2012")]
    rooms = seat_entrants(entrants, CODES[:1], rows=1, columns=1, seed="s")
    assert row in pdf_text(render(full_blueprint(), rooms))


@pytest.mark.parametrize("render", [render_attendance_lists, render_door_lists])
def test_without_dates_of_birth_there_is_no_column_for_them(render: Callable[..., bytes]) -> None:
    assert "Ngày sinh" not in pdf_text(render(full_blueprint(), make_rooms()))


@pytest.mark.parametrize("render", [render_attendance_lists, render_door_lists])
@pytest.mark.parametrize("school", ["", "Trường THCS Mẫu"])
def test_without_names_there_is_no_column_for_them(
    render: Callable[..., bytes], school: str
) -> None:
    entrants = [Entrant(f"{n:06}", "", "8A", school) for n in range(1, 4)]
    rooms = seat_entrants(entrants, CODES, rows=2, columns=2, seed="s")
    text = pdf_text(render(full_blueprint(), rooms))
    assert "Họ và tên" not in text
    assert all(f"{n} {n:06} 8A" in text for n in range(1, 4))


@pytest.mark.parametrize("codes", [CODES, tuple(str(code) for code in range(101, 125))])
@pytest.mark.parametrize("render", [render_envelope_labels, render_invigilator_sheets])
def test_copies_of_each_form_are_counted(
    render: Callable[..., bytes], codes: Sequence[str]
) -> None:
    rooms = make_rooms(codes=codes)
    for page, room in zip(page_texts(render(full_blueprint(), rooms)), rooms, strict=True):
        counts = list(room.form_counts.items())
        for start in range(0, len(counts), 8):
            group = counts[start : start + 8]
            line = " ".join(code for code, _ in group)
            copies = " ".join(str(count) for _, count in group)
            assert re.search(rf"Mã đề {line} Số bản (theo danh sách )?{copies}\b", page)


def test_the_invigilators_are_told_how_to_care() -> None:
    text = pdf_text(
        render_invigilator_sheets(full_blueprint(), make_rooms(), help_line="Gọi 111 – miễn phí.")
    )
    assert "không hỏi chuyện riêng trước lớp. Gọi 111 – miễn phí." in text
    assert "(15 phút)" in text


def test_a_crowded_room_flows_over_pages_without_losing_anyone() -> None:
    rooms = make_rooms(120, rows=12, columns=10)
    text = pdf_text(render_attendance_lists(full_blueprint(), rooms))
    assert [s.entrant.number for s in rooms[0].seats if s.entrant.number not in text] == []
