"""What a pack is made of: the run sheet's minutes, entries of lists, what is observed."""

from __future__ import annotations

from dataclasses import replace

from lachan.domain.forms import Form
from lachan.domain.kinds import BlockKind
from lachan.domain.lessons import Objective, Observation
from lachan.domain.print_packs import (
    find_entries,
    find_plays,
    find_worksheets,
    observed_objectives,
    run_sheet,
)
from support.content import block, lesson

LEVELS = ("Chưa.", "Đạt.", "Tốt.")


def test_minutes_run_on_within_a_period_and_begin_anew_in_the_next() -> None:
    made = lesson()
    step = made.steps[0]
    steps = (step, replace(step, minutes=7), replace(step, period=2, minutes=9))

    first, second = run_sheet(replace(made, periods=2, steps=steps), {})

    assert [(0, 5), (5, 12)] == [(row.start, row.end) for row in first.rows]
    assert [(0, 9)] == [(row.start, row.end) for row in second.rows]
    assert (12, 9) == (first.minutes, second.minutes)


def test_a_period_without_a_step_has_no_page() -> None:
    assert 1 == len(run_sheet(replace(lesson(), periods=2), {}))


def test_a_row_says_what_i_say_they_do_and_i_show() -> None:
    made = lesson()
    step = replace(
        made.steps[0],
        form="xep-the",
        task="Xếp đi.",
        everyone="Mỗi em xếp.",
        report="Hai nhóm.",
        conclude="Dừng.",
        show="Bảng",
        material=("Bộ thẻ",),
    )
    forms = {"xep-the": Form("xep-the", "Xếp thẻ", "Xếp.", "Xếp.")}

    [row] = run_sheet(replace(made, steps=(step,)), forms)[0].rows

    assert ("Xếp đi. Dừng.", "Mỗi em xếp. Hai nhóm.", "", "Bảng; Bộ thẻ", "Xếp thẻ") == (
        row.say,
        row.do,
        row.made,
        row.show,
        row.form,
    )


def test_a_first_edition_tells_its_columns() -> None:
    [row] = run_sheet(lesson(), {})[0].rows

    assert ("Đọc.", "Cả lớp.", "Vở.") == (row.say, row.do, row.made)


def test_entries_plays_and_worksheets_are_found() -> None:
    made = lesson(
        block("Cắt ra.\n\n- Một\n- Hai", BlockKind.CARDS, "Thẻ"),
        block("**AN:** Chào.", BlockKind.ROLE_PLAY, "Kịch"),
        block("@ dong 2", BlockKind.PRIVATE_SHEET, "Riêng"),
    )

    [cards] = find_entries(made, BlockKind.CARDS)

    assert ("Thẻ", 2) == (cards.title, len(cards.entries))
    assert ["Kịch"] == [play.title for play in find_plays(made)]
    assert ["Riêng"] == [each.title for each in find_worksheets(made)]


def test_an_objective_without_levels_is_left_blank() -> None:
    made = replace(
        lesson(),
        objectives=(Objective("a", "Nêu."), Objective("b", "Làm.")),
        observe=(Observation("b", LEVELS),),
    )

    assert (("Nêu.", ("", "", "")), ("Làm.", LEVELS)) == observed_objectives(made)
