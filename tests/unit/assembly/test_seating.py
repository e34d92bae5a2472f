from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lachan.assembly.seating import SeatingError, personal_copy, seat_entrants, sheet_copies
from lachan.domain.papers.rosters import Entrant
from lachan.domain.papers.seating import RoomPlan, Seat
from lachan.domain.papers.sheets import SheetCopy

SIDE = ((0, 1), (1, 0))
CORNER = ((1, 1), (1, -1))


def make_entrants(count: int, room: str = "") -> list[Entrant]:
    return [Entrant(f"{number:06}", f"Bạn {number}", room=room) for number in range(1, count + 1)]


def make_codes(count: int) -> list[str]:
    return [str(101 + index) for index in range(count)]


def alike(room: RoomPlan, steps: Iterable[tuple[int, int]]) -> list[tuple[Seat, Seat]]:
    """Pairs of neighbouring seats, by these steps, that have the same form."""
    return [
        (seat, other)
        for seat in room.seats
        for row, column in steps
        if (other := room.find_seat(seat.row + row, seat.column + column)) is not None
        and other.form_code == seat.form_code
    ]


rooms = st.tuples(st.integers(1, 9), st.integers(1, 9), st.integers(1, 120), st.text(max_size=5))


@given(rooms, st.integers(2, 24))
def test_neighbours_to_the_side_and_in_front_have_different_forms(
    room: tuple[int, int, int, str], form_count: int
) -> None:
    rows, columns, count, seed = room
    plans = seat_entrants(
        make_entrants(count), make_codes(form_count), rows=rows, columns=columns, seed=seed
    )
    assert [alike(plan, SIDE) for plan in plans] == [[]] * len(plans)


@given(rooms, st.integers(4, 24))
def test_with_four_forms_those_across_a_corner_differ_too(
    room: tuple[int, int, int, str], form_count: int
) -> None:
    rows, columns, count, seed = room
    plans = seat_entrants(
        make_entrants(count), make_codes(form_count), rows=rows, columns=columns, seed=seed
    )
    assert [alike(plan, CORNER) for plan in plans] == [[]] * len(plans)


@given(rooms, st.integers(1, 24))
def test_everyone_sits_once_inside_a_room_in_the_order_of_the_list(
    room: tuple[int, int, int, str], form_count: int
) -> None:
    rows, columns, count, seed = room
    entrants = make_entrants(count)
    plans = seat_entrants(entrants, make_codes(form_count), rows=rows, columns=columns, seed=seed)
    assert [seat.entrant for plan in plans for seat in plan.seats] == entrants
    sizes = [len(plan.seats) for plan in plans]
    assert max(sizes) - min(sizes) <= 1
    assert len(plans) == -(-count // (rows * columns))
    for plan in plans:
        places = [(seat.row, seat.column) for seat in plan.seats]
        assert len(set(places)) == len(places)
        assert {seat.form_code for seat in plan.seats} <= set(make_codes(form_count))
        for row, column in places:
            assert 1 <= row <= rows
            assert 1 <= column <= columns


def test_forms_are_needed_in_equal_numbers() -> None:
    (plan,) = seat_entrants(make_entrants(24), make_codes(4), rows=6, columns=4, seed="s")
    assert plan.form_counts == {"101": 6, "102": 6, "103": 6, "104": 6}

    (plan,) = seat_entrants(make_entrants(52), make_codes(24), rows=8, columns=8, seed="s")
    assert sorted(plan.form_counts.values()) == [2] * 20 + [3] * 4


def test_the_pattern_depends_on_seed_and_room() -> None:
    def first_codes(seed: str) -> list[str | None]:
        plans = seat_entrants(make_entrants(96), make_codes(4), rows=6, columns=4, seed=seed)
        return [plan.seats[0].form_code for plan in plans]

    assert first_codes("s") == first_codes("s")
    assert len({tuple(first_codes(seed)) for seed in "abcdef"}) > 1
    assert len(set(first_codes("a") + first_codes("b"))) > 1


def test_whoever_has_a_room_keeps_it() -> None:
    entrants = [*make_entrants(2, "P.02"), *make_entrants(3, "P.01")]
    plans = seat_entrants(entrants, make_codes(2), rows=2, columns=2, seed="s")
    assert [(plan.name, len(plan.seats)) for plan in plans] == [("P.02", 2), ("P.01", 3)]


def test_nobody_gives_no_room() -> None:
    assert seat_entrants([], make_codes(2), rows=2, columns=2, seed="s") == ()


@pytest.mark.parametrize(
    ("entrants", "codes", "rows", "told"),
    [
        (make_entrants(5, "A1"), ["101"], 2, "Phòng A1 có 5 thí sinh nhưng chỉ có 4 chỗ"),
        (
            [*make_entrants(1, "A1"), *make_entrants(7)],
            ["101"],
            2,
            "số báo danh 000001, 000002, 000003, 000004, 000005 và 2 thí sinh khác",
        ),
        (make_entrants(1), [], 2, "Chưa có mã đề nào"),
        (make_entrants(1), ["101"], 0, "ít nhất 1 hàng và 1 cột, đang là 0 × 2"),
    ],
)
def test_what_cannot_be_seated_is_told(
    entrants: list[Entrant], codes: Sequence[str], rows: int, told: str
) -> None:
    with pytest.raises(SeatingError) as caught:
        seat_entrants(entrants, codes, rows=rows, columns=2, seed="s")
    assert told in str(caught.value)
    assert "ãy " in str(caught.value)


def test_sheets_follow_the_seats() -> None:
    plans = seat_entrants(make_entrants(5), make_codes(2), rows=2, columns=2, seed="s")
    copies = sheet_copies(plans, first_serial=11)
    seats = [(plan.name, seat) for plan in plans for seat in plan.seats]
    assert [copy.serial for copy in copies] == [11, 12, 13, 14, 15]
    assert [(c.room, c.number, c.form_code) for c in copies] == [
        (name, seat.entrant.number, seat.form_code) for name, seat in seats
    ]


def test_a_sheet_without_a_seat_leaves_the_form_open() -> None:
    entrant = Entrant("000007", "Lê Thị Ánh", "8A", "THCS Mẫu", "P.01")
    assert personal_copy(entrant, 7) == SheetCopy(
        7, "", "000007", "Lê Thị Ánh", "8A", "THCS Mẫu", "P.01"
    )
