from dataclasses import replace

from lachan.content import Content
from lachan.domain.curriculum import UNREAD, Anchor, Outcome, ReadIn
from lachan.domain.kinds import BlockKind
from lachan.domain.lessons import LessonBlock
from lachan.markup import parse_rich_text
from lachan.wire.lesson import index_json, lesson_json


def test_index_row(content: Content) -> None:
    expected = {
        "id": "thcs-thu",
        "slug": "thu",
        "title": "Bài thử",
        "band": "thcs",
        "band_label": "Trung học cơ sở",
        "grades": "6–9",
        "minutes": 15,
        "summary": "Bài này để thử trình chiếu.",
    }
    assert expected == index_json(content.get_lesson("thu"))


def test_pupils_get_neither_notes_nor_plans(content: Content) -> None:
    lesson = lesson_json(content.get_lesson("thu"), frozenset(), staff=False)
    assert "Bí mật của thầy cô" not in repr(lesson)
    assert "riêng" not in repr(lesson)


def test_staff_get_notes_and_plans(content: Content) -> None:
    lesson = lesson_json(content.get_lesson("thu"), frozenset(), staff=True)
    kinds = [block["kind"] for block in lesson["steps"][0]["blocks"]]
    assert "ghi-chu-giao-vien" in kinds
    assert lesson["steps"][0]["plan"]["product"] == "Sản phẩm riêng"


def test_quick_checks_keep_only_items_that_may_be_asked(content: Content) -> None:
    lesson = lesson_json(content.get_lesson("thu"), frozenset({"thu-nhom"}), staff=False)
    assert [["thu-nhom"], []] == [block["items"] for block in lesson["steps"][1]["blocks"]]


def test_only_staff_are_told_the_programme_and_what_of_it_was_read(content: Content) -> None:
    read = Outcome("Nêu được ba phần.", ReadIn.TEXTBOOK)
    places = (
        Anchor(6, "Tin học", topic="Chủ đề", outcomes=(read,)),
        Anchor(8, "Tin học", topic="Chủ đề", outcomes=(Outcome("Biết.", ReadIn.DATA),)),
    )
    made = replace(content.get_lesson("thu"), programme=places)

    told = lesson_json(made, frozenset(), staff=True)["programme"]

    assert [] == lesson_json(made, frozenset(), staff=False)["programme"]
    assert [["Nêu được ba phần."], []] == [each["outcomes"] for each in told]
    assert ["", UNREAD] == [each["note"] for each in told]


def test_a_screen_says_what_a_worksheet_draws(content: Content) -> None:
    drawn = LessonBlock(BlockKind.PRIVATE_SHEET, "Riêng", "", parse_rich_text("@ dong 2")[0])
    made = replace(content.get_lesson("thu"), opening=(drawn,))

    assert "Trên giấy: 2 dòng để viết." in repr(lesson_json(made, frozenset(), staff=False))


def test_messages_are_told_as_a_phone_below_what_is_read_first(content: Content) -> None:
    said, _ = parse_rich_text("Đọc thầm.\n\n- **K, 9:05:** Chào.\n- **Em:** Ừ.", in_lesson=True)
    block = LessonBlock(BlockKind.MESSAGES, "Khung chat", "", said)
    made = replace(content.get_lesson("thu"), opening=(block,))

    [told] = lesson_json(made, frozenset(), staff=False)["opening"]

    assert "Đọc thầm." in repr(told["nodes"])
    assert "Chào." not in repr(told["nodes"])
    assert "Máy của em" == told["thread"]["label"]
    assert [("K", False, "9:05"), ("Em", True, "")] == [
        (each["sender"], each["own"], each["time"]) for each in told["thread"]["messages"]
    ]
