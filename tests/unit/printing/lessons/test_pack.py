"""A print pack holds what the lesson has, and nothing that gives an answer away."""

from __future__ import annotations

from dataclasses import replace

from lachan.domain.comic_words import PersonId
from lachan.domain.kinds import Band, BlockKind, Verification
from lachan.domain.law import Hotline
from lachan.domain.lessons import Lesson, LessonBlock, Objective
from lachan.domain.letterhead import Letterhead
from lachan.domain.print_packs import PackSheet
from lachan.drawing import panel_svg
from lachan.printing import ComicSheet, PanelPicture, PrintPack, pack_sheets, render_pack
from support.comics import figure, panel, say
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


def reminder() -> LessonBlock:
    return block("1. Ngắt lời tử tế.", BlockKind.LEAFLET, "Khi có em kể")


def strip() -> ComicSheet:
    """Return a strip of seven panels, the fourth with empty balloons."""
    one = panel(figure(PersonId.THU), says=(say(PersonId.THU, "Chào"),))
    picture, blank = (panel_svg(one, 1, blank=empty).encode() for empty in (False, True))
    panels = tuple(PanelPicture("Thư chào.", picture, blank if n == 4 else None) for n in range(7))
    return ComicSheet("Hỏi đã", "Bài mẫu", "", panels, ("Vì sao?",))


def test_a_lesson_has_the_sheets_that_it_has_something_for() -> None:
    pack = PrintPack(whole(), items=(item(),), card=reminder(), comic=strip())

    assert tuple(PackSheet) == pack_sheets(pack)
    assert (PackSheet.RUN, PackSheet.OBSERVATION) == pack_sheets(PrintPack(lesson()))


def test_the_whole_pack_prints_once_and_for_all() -> None:
    pack = PrintPack(whole(), Letterhead("Trường Mẫu"), items=(item(),))

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


def test_the_comic_and_the_card_stand_in_the_one_file() -> None:
    pack = PrintPack(lesson(), card=reminder(), comic=strip())

    _, card, told, empty, questions, _ = page_texts(render_pack(pack, pack_sheets(pack)))

    # Two cards on a page: for the teacher, and for who sits outside.
    assert 2 == card.count("Khi có em kể") == card.count("Ngắt lời tử tế.")
    assert (7, 6) == (told.count("Chào"), empty.count("Chào"))
    assert "Vì sao?" in questions


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


def test_a_small_childs_leaflet_has_no_number_for_people_abroad() -> None:
    lines = tuple(
        Hotline(number, number, "Nơi gọi", "", "", True, Verification.PRESS, ())
        for number in ("111", "+84 981 84 84 84")
    )
    pack = PrintPack(replace(whole(), band=Band.PRIMARY), hotlines=lines)

    letter, leaflet = (
        pdf_text(render_pack(pack, [sheet])) for sheet in (PackSheet.LETTER, PackSheet.LEAFLET)
    )

    assert "+84" in letter
    assert "+84" not in leaflet
    assert "111" in leaflet


def test_large_print_takes_more_room() -> None:
    pack = PrintPack(whole())
    sheets = [PackSheet.TICKET]

    normal, large = (pdf_text(render_pack(pack, sheets, large=size)) for size in (False, True))

    assert (4, 1) == (normal.count("Em hỏi ai trước?"), large.count("Em hỏi ai trước?"))
