from dataclasses import replace
from typing import Any

import pytest

from lachan.domain.items import Item
from lachan.domain.kinds import Audience, BlockKind, ItemType, Verification
from lachan.domain.law import HelpPlace, Hotline
from lachan.domain.letterhead import Letterhead
from lachan.domain.names import SKILL_NOTE
from lachan.domain.rich import text as rt
from lachan.exchange.excel.key_reasons import reason_row
from lachan.markup import parse_rich_text
from lachan.printing import (
    HandoutBlock,
    HandoutSection,
    HandoutSheet,
    MissingGlyphError,
    render_handout,
)
from lachan.printing.lessons.handout import handout_data
from lachan.printing.lessons.key import key_entry
from lachan.printing.pictures import PictureTray
from support.items import make_item, rich
from support.pdf import page_texts, pdf_text

HOTLINE = Hotline(
    "111", "111", "Tổng đài bảo vệ trẻ em", "Gọi khi lo.", "24 giờ", True, Verification.PRESS, ()
)
POLICE = Hotline("113", "113", "Công an", "Khi nguy hiểm.", "", False, Verification.PRESS, ())
PLACE = HelpPlace("ubnd", "Ủy ban nhân dân xã gần nhất", "Đến báo tin.")
ITEMS = tuple(make_item(f"q{n}", kind) for n, kind in enumerate(ItemType))


def block(
    kind: BlockKind, text: str = "", title: str = "", items: tuple[Item, ...] = ()
) -> HandoutBlock:
    return HandoutBlock(kind, title, rich(text) if text else (), items)


def make_sheet(
    audience: Audience, *blocks: HandoutBlock, plan: tuple[tuple[str, str], ...] = ()
) -> HandoutSheet:
    opening = HandoutSection("", 0, (block(BlockKind.NOTICE, "Được ra ngoài một lát."),))
    return HandoutSheet(
        title="Việc nhẹ, lương cao",
        subtitle="Lớp 6–9 · 45 phút",
        head=Letterhead("Trường THCS Nguyễn Đình Chiểu"),
        audience=audience,
        sections=(opening, HandoutSection("Tin nhắn lạ", 8, blocks, plan)),
        hotlines=(HOTLINE, POLICE),
        places=(PLACE,),
        contacts=("cô Lan, phòng tư vấn",),
        citations={"luat/d2": "Điều 2 Luật Mẫu", "luat/a": "khoản 1 Điều 3 Luật Mẫu"},
    )


def full_sheet(audience: Audience) -> HandoutSheet:
    return make_sheet(
        audience,
        block(BlockKind.ACTIVITY, "Gạch chân dấu hiệu.", "Tìm dấu hiệu"),
        block(BlockKind.TEACHER_NOTE, "Chỉ cô thầy đọc dòng này."),
        block(BlockKind.QUICK_CHECK, items=ITEMS),
        plan=(("Sản phẩm", "Phiếu đã gạch"), ("Tổ chức", "")),
    )


def data_of(sheet: HandoutSheet) -> dict[str, Any]:
    return handout_data(sheet, PictureTray("x", {}))


def test_pupils_get_the_lesson_without_notes_keys_and_reasons() -> None:
    sheet = full_sheet(Audience.PUPIL)
    data, text = repr(data_of(sheet)), pdf_text(render_handout(sheet))
    for shown in (
        "Phiếu học tập",
        "Tìm dấu hiệu",
        "Câu 4.",
        "phương án q0-d",
        "1. Tin nhắn lạ (8 phút)",
    ):
        assert shown in text
    for secret in ("lí do", "Chỉ cô thầy", "Đáp án", "Phiếu đã gạch", "q0'"):
        assert secret not in text
        assert secret not in data


def test_teachers_get_notes_plan_key_reasons_and_law() -> None:
    text = pdf_text(render_handout(full_sheet(Audience.TEACHER)))
    for shown in (
        "Bản của giáo viên – không phát cho học sinh",
        "Chỉ cô thầy đọc dòng này.",
        "Sản phẩm Phiếu đã gạch",
        "Câu 1. Đáp án: B",
        "Câu 2. Đáp án: A, D",
        "Câu 3. Đáp án: a) Đúng, b) Sai, c) Đúng, d) Sai",
        "Câu 4. Đáp án: 111 số",
        "Câu 5. Đáp án: công an",
        "Câu 8. Đáp án: 1B 2A",
        "2B (chưa đúng): lí do q7-hai-b",
        "Câu 9. Đáp án: chấm theo tiêu chí",
        "gợi ý q8",
        "a (1 điểm): tiêu chí q8-a",
        "A (chưa đúng): lí do q0-a",
        "B (đúng): lí do q0-b",
        "lí do q3",
        "Căn cứ: Điều 2, khoản 1 Điều 3 Luật Mẫu; luat/b",
    ):
        assert shown in text
    assert "Tổ chức" not in text
    assert "Họ và tên" not in text


def blocks_of(sheet: HandoutSheet) -> list[dict[str, Any]]:
    return [each for section in data_of(sheet)["sections"] for each in section["blocks"]]


def test_a_worksheet_is_drawn_and_only_one_that_is_handed_in_has_a_line_for_a_name() -> None:
    drawn = "Viết:\n\n@ o 2: Nhà | Trường\n\n@ vong-long 2: Gần | Xa\n\n@ duong 2\n\n@ khung 30"
    private = "@ bang 2: Ai | Ở đâu\n\n@ dong 2\n\n@ vong 3"
    sheet = make_sheet(
        Audience.PUPIL,
        block(BlockKind.ACTIVITY, "Tìm"),
        HandoutBlock(BlockKind.WORKSHEET, "Phiếu nhóm", parse_rich_text(drawn)[0]),
        HandoutBlock(BlockKind.PRIVATE_SHEET, "Ba người", parse_rich_text(private)[0]),
    )

    text = pdf_text(render_handout(sheet))

    [activity] = [b for b in blocks_of(sheet) if b["kind"] == "hoat-dong"]
    assert 0 == activity["lines"]
    assert "Nhà Trường" in text
    assert text.index("Nhóm hoặc tên") < text.index("Tờ này của riêng em") < text.index("Ai Ở đâu")
    assert "@" not in text


def test_an_item_of_skill_says_in_the_key_that_it_rests_on_no_law() -> None:
    skill = replace(ITEMS[0], citations=(), is_skill=True)

    assert key_entry(1, skill, {}, PictureTray("Bài", {}))["law"] == [SKILL_NOTE]
    assert reason_row(skill, {})[-1] == SKILL_NOTE


def test_every_handout_ends_with_where_to_get_help() -> None:
    text = pdf_text(render_handout(make_sheet(Audience.PUPIL, block(BlockKind.TEXT, "Chào."))))
    for shown in (
        "Khi cần giúp 111 Tổng đài bảo vệ trẻ em Miễn phí · 24 giờ Gọi khi lo.",
        "113 – Công an. Khi nguy hiểm.",
        "Ủy ban nhân dân xã gần nhất. Đến báo tin.",
        "Ở trường và địa phương: cô Lan, phòng tư vấn",
        "Cần giúp: gọi 111 Trang 1/1",
        "Căn cứ pháp luật: Điều 2, khoản 1 Điều 3 Luật Mẫu.",
    ):
        assert shown in text


def test_a_help_block_of_the_lesson_is_the_only_help_box() -> None:
    sheet = make_sheet(
        Audience.PUPIL, block(BlockKind.HELP, "Em không có lỗi."), block(BlockKind.TEXT, "Sau đó.")
    )
    text = pdf_text(render_handout(sheet))
    assert text.count("Tổng đài bảo vệ trẻ em") == 1
    assert text.index("Em không có lỗi.") < text.index("Tổng đài") < text.index("Sau đó.")


def test_a_sheet_without_hotlines_still_prints() -> None:
    sheet = HandoutSheet("Bài", "", Letterhead(), Audience.PUPIL, ())
    assert "Khi cần giúp" in pdf_text(render_handout(sheet))


@pytest.mark.parametrize(
    ("audience", "kind", "lines"),
    [
        (Audience.PUPIL, BlockKind.ACTIVITY, 3),
        (Audience.PUPIL, BlockKind.DISCUSSION, 2),
        (Audience.PUPIL, BlockKind.SCENARIO, 0),
        (Audience.TEACHER, BlockKind.ACTIVITY, 0),
    ],
)
def test_pupils_get_lines_to_write_on(audience: Audience, kind: BlockKind, lines: int) -> None:
    data = data_of(make_sheet(audience, block(kind, "Viết.")))
    assert data["sections"][1]["blocks"][0]["lines"] == lines


def test_questions_are_numbered_through_the_sheet() -> None:
    sheet = make_sheet(
        Audience.PUPIL,
        block(BlockKind.QUICK_CHECK, items=ITEMS[:2]),
        block(BlockKind.QUICK_CHECK, items=ITEMS[2:]),
    )
    blocks = data_of(sheet)["sections"][1]["blocks"]
    assert [[item["number"] for item in one["items"]] for one in blocks] == [
        [1, 2],
        [3, 4, 5, 6, 7, 8, 9],
    ]


def test_a_title_that_repeats_the_label_is_said_once() -> None:
    data = data_of(make_sheet(Audience.PUPIL, block(BlockKind.SCENARIO, "…", "Tình Huống")))
    assert (
        data["sections"][1]["blocks"][0]["label"],
        data["sections"][1]["blocks"][0]["title"],
    ) == (
        "Tình huống",
        "",
    )


def test_every_kind_of_block_and_node_prints() -> None:
    text = (
        rt.Heading(3, (rt.Text("Mục"),)),
        rt.Paragraph(
            (
                rt.Strong((rt.Text("đậm"),)),
                rt.Emphasis((rt.Text(" nghiêng"),)),
                rt.LineBreak(),
                rt.Link("https://lachan.test/a", (rt.Text("trang"),)),
                rt.Link("law/x.md", (rt.Text(" trong bộ"),)),
            )
        ),
        rt.BulletList(
            (
                rt.ListItem(
                    (
                        rt.Paragraph((rt.Text("gạch"),)),
                        rt.NumberedList((rt.ListItem((rt.Paragraph((rt.Text("con"),)),)),), 7),
                    )
                ),
            )
        ),
        rt.Quote((rt.Paragraph((rt.Text("tin nhắn"),)),)),
        rt.Table(((rt.Text("Cột"),), (rt.Text("Hai"),)), (((rt.Text("ô 1"),), (rt.Text("ô 2"),)),)),
    )
    blocks = tuple(HandoutBlock(kind, "Tên khối", text) for kind in BlockKind)
    shown = pdf_text(render_handout(make_sheet(Audience.TEACHER, *blocks)))
    assert shown.count("Tên khối") == len(BlockKind) - 1  # a help block has its own title
    assert shown.count("trang (https://lachan.test/a) trong bộ") == len(BlockKind)
    assert shown.count("7. con") == len(BlockKind)
    assert shown.count("Cột Hai ô 1 ô 2") == len(BlockKind)


def test_bytes_are_stable_and_missing_glyphs_fail() -> None:
    sheet = full_sheet(Audience.PUPIL)
    assert render_handout(sheet) == render_handout(sheet)
    with pytest.raises(MissingGlyphError, match="Phiếu học tập"):
        render_handout(make_sheet(Audience.PUPIL, block(BlockKind.TEXT, "Chữ 中.")))


def test_code_in_a_lesson_is_printed_as_it_stands() -> None:
    code = '#read("/etc/passwd") $x$ @a <b> \\ *c* _d_'
    shown = pdf_text(
        render_handout(make_sheet(Audience.PUPIL, block(BlockKind.ACTION, code, code)))
    )
    assert shown.count(code) == 2


def test_a_lesson_of_usual_length_fits_four_pages() -> None:
    blocks = [
        block(BlockKind.SCENARIO, "Lời kể khá dài của một tình huống. " * 8, "Tin nhắn"),
        block(BlockKind.ACTIVITY, "Tìm dấu hiệu. " * 8, "Tìm"),
        block(BlockKind.DISCUSSION, "Bàn với bạn. " * 8, "Bàn"),
        block(BlockKind.QUICK_CHECK, items=ITEMS),
        block(BlockKind.ACTION, "Làm ngay. " * 5, "Làm"),
    ]
    assert (
        2 <= len(page_texts(render_handout(make_sheet(Audience.PUPIL, *blocks, *blocks[:3])))) <= 4
    )
