from decimal import Decimal

import pytest

from lachan.domain.kinds import ItemType, Level
from lachan.domain.papers.paper import Cell, Part
from lachan.printing.papers.words import part_instruction, part_title
from support.items import TOPIC, make_part


def one(kind: ItemType, count: int = 1, points: Decimal | None = None) -> Part:
    return make_part(kind, Cell(TOPIC, Level.KNOW, count), points=points)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (
            ItemType.SINGLE_CHOICE,
            (
                "Thí sinh trả lời từ câu 1 đến câu 8. "
                "Mỗi câu thí sinh chỉ chọn một phương án; chọn đúng được 0,5 điểm."
            ),
        ),
        (
            ItemType.MULTIPLE_CHOICE,
            (
                "Thí sinh trả lời từ câu 1 đến câu 8. Mỗi câu có từ hai phương án đúng trở lên; "
                "chọn đủ các phương án đúng và không chọn phương án sai được 0,5 điểm."
            ),
        ),
        (
            ItemType.TRUE_FALSE_GROUP,
            (
                "Thí sinh trả lời từ câu 1 đến câu 8. Trong mỗi ý a), b), c), d) ở mỗi câu, "
                "thí sinh đánh dấu vào ô Đúng hoặc ô Sai. Đúng 1 ý được 0,1 điểm, "
                "2 ý được 0,25 điểm, 3 ý được 0,5 điểm, cả 4 ý được 1 điểm."
            ),
        ),
        (
            ItemType.SHORT_ANSWER,
            (
                "Thí sinh trả lời từ câu 1 đến câu 8. Thí sinh ghi đáp số từ trái sang phải, "
                "mỗi chữ số, dấu trừ hoặc dấu phẩy vào một ô; ghi đúng được 0,25 điểm."
            ),
        ),
    ],
)
def test_instructions_say_what_to_do_and_what_it_is_worth(kind: ItemType, expected: str) -> None:
    assert plain(part_instruction(one(kind, 8))) == expected


def test_a_part_of_one_question_does_not_count_from_one_to_one() -> None:
    assert plain(part_instruction(one(ItemType.SINGLE_CHOICE))).startswith(
        "Thí sinh trả lời câu 1. "
    )


def test_titles_add_up_the_points() -> None:
    part = one(ItemType.SHORT_ANSWER, 3, Decimal("0.25"))
    assert plain(part_title(4, part)) == "PHẦN IV. Câu trắc nghiệm trả lời ngắn (0,75 điểm)."


def test_numbers_stay_with_their_words() -> None:
    assert "câu\u00a08" in part_instruction(one(ItemType.SINGLE_CHOICE, 8))
