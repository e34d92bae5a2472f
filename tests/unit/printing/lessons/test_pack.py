"""A print pack holds what the lesson has, and nothing that gives an answer away."""

from __future__ import annotations

from dataclasses import replace

from lachan.domain.kinds import BlockKind
from lachan.domain.lessons import Lesson, Objective
from lachan.domain.print_packs import PackSheet
from lachan.printing import PrintPack, pack_sheets, render_pack
from support.content import block, item, lesson
from support.pdf import page_texts, pdf_text

PLAY = "**AN:** Mẹ ơi!\n\n**MẸ:** Mẹ nghe đây."
SQUARES = "\n".join(f"- Ô thứ {n}" for n in range(1, 13))


def whole() -> Lesson:
    """Return a lesson with a block for every sheet."""
    made = lesson(
        block(PLAY, BlockKind.ROLE_PLAY, "Kịch ngắn"),
        block("- **Hứa** nhiều tiền\n- Giục đi ngay", BlockKind.CARDS, "Thẻ dấu hiệu"),
        block("- KHÔNG\n- CHẠY\n- KỂ", BlockKind.BOARDS, "Ba bước"),
        block(SQUARES, BlockKind.BOARD_GAME, "Đường về nhà"),
        block("Viết:\n\n@ dong 2", BlockKind.WORKSHEET, "Phiếu nhóm"),
        block("@ vong-long 2: Gần | Xa", BlockKind.PRIVATE_SHEET, "Ba vòng"),
        block("Mang về nhà.", BlockKind.LEAFLET, "Tờ rơi"),
    )
    return replace(
        made,
        opening=(block("Kính gửi bố mẹ.", BlockKind.LETTER, "Thư trước bài"),),
        exit_ticket=("Em hỏi ai trước?",),
        objectives=(Objective("a", "Nêu được ba bước."),),
        extension="Hỏi thêm ở nhà.",
    )


def test_a_lesson_has_the_sheets_that_it_has_something_for() -> None:
    pack = PrintPack(whole(), items=(item(),))

    assert tuple(PackSheet) == pack_sheets(pack)
    assert (PackSheet.RUN, PackSheet.OBSERVATION) == pack_sheets(PrintPack(lesson()))


def test_the_whole_pack_prints_once_and_for_all() -> None:
    pack = PrintPack(whole(), "Trường Mẫu", items=(item(),))

    pdf = render_pack(pack, pack_sheets(pack))

    pages = page_texts(pdf)
    # Run sheet, two scripts, names, cards, three boards, game, two sheets, quiz twice, ticket,
    # observation, letter, leaflet.
    assert 17 == len(pages)
    assert "Tờ điều hành: Bài mẫu" in pages[0]
    assert "0–5" in pages[0]
    assert "Bản của vai AN" in pages[1]
    assert "Thẻ dấu hiệu · 2/2" in pages[4]
    assert "Nhóm hoặc tên" in pages[9]
    assert "không ghi tên" in pages[10]
    assert "Nhóm hoặc tên" not in pages[10]
    assert pdf == render_pack(pack, pack_sheets(pack))


def test_keys_stand_on_the_teachers_sheet_alone() -> None:
    pack = PrintPack(whole(), items=(item(),))

    quiz = pdf_text(render_pack(pack, [PackSheet.BEFORE_AFTER]))
    observed = pdf_text(render_pack(pack, [PackSheet.OBSERVATION]))

    assert "Trước bài" in quiz
    assert "Sau bài" in quiz
    assert "Đáp án" not in quiz
    assert "mau-001" not in quiz + observed
    assert "chỉ thầy cô): 1. A" in observed
    assert "Hỏi thêm ở nhà." in observed


def test_large_print_takes_more_room() -> None:
    pack = PrintPack(whole())
    sheets = [PackSheet.TICKET]

    normal, large = (pdf_text(render_pack(pack, sheets, large=size)) for size in (False, True))

    assert (4, 1) == (normal.count("Em hỏi ai trước?"), large.count("Em hỏi ai trước?"))
