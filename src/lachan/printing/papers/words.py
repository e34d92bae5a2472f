"""The words of a paper that do not come from its items: titles and instructions of parts."""

from __future__ import annotations

from decimal import Decimal

from lachan.domain.kinds import ItemType
from lachan.domain.papers.paper import Part
from lachan.text import format_decimal

# A number stays on the line of its word.
NBSP = "\u00a0"

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")

PART_TITLES = {
    ItemType.SINGLE_CHOICE: "Câu trắc nghiệm nhiều phương án lựa chọn",
    ItemType.MULTIPLE_CHOICE: "Câu trắc nghiệm có nhiều phương án đúng",
    ItemType.TRUE_FALSE_GROUP: "Câu trắc nghiệm đúng – sai",
    ItemType.SHORT_ANSWER: "Câu trắc nghiệm trả lời ngắn",
    ItemType.SHORT_TEXT: "Câu điền từ",
    ItemType.MATCHING: "Câu ghép đôi",
    ItemType.ORDERING: "Câu sắp xếp thứ tự",
    ItemType.SCENARIO: "Tình huống rẽ nhánh",
    ItemType.ESSAY: "Tự luận",
}

SHEET_HINTS = {
    ItemType.SINGLE_CHOICE: "Mỗi câu tô một ô.",
    ItemType.MULTIPLE_CHOICE: "Mỗi câu tô tất cả các phương án đúng.",
    ItemType.TRUE_FALSE_GROUP: "Mỗi ý tô một ô: Đ (đúng) hoặc S (sai).",
    ItemType.SHORT_ANSWER: "Ghi đáp số vào các ô vuông từ trái sang, rồi tô theo từng cột.",
    ItemType.SHORT_TEXT: "Viết từ hoặc cụm từ lên dòng kẻ.",
    ItemType.MATCHING: "Mỗi ý bên trái (1, 2, 3…) tô chữ cái của ý bên phải.",
    ItemType.ORDERING: "Mỗi vị trí (1, 2, 3…) tô chữ cái của bước đứng ở đó.",
    ItemType.SCENARIO: "Ở mỗi ô tình huống đã đi qua, tô cách làm đã chọn.",
    ItemType.ESSAY: "Viết câu trả lời vào giấy thi.",
}

MARKING_RULES = {
    ItemType.SINGLE_CHOICE: "Đúng phương án được đủ điểm; chọn nhiều phương án không có điểm.",
    ItemType.MULTIPLE_CHOICE: "Đủ mọi phương án đúng và không chọn phương án sai mới có điểm.",
    ItemType.TRUE_FALSE_GROUP: "Điểm tính theo số ý đúng, xem bảng dưới.",
    ItemType.SHORT_ANSWER: "Đúng đáp số (kể cả dấu trừ, dấu phẩy) được đủ điểm.",
    ItemType.SHORT_TEXT: "Đúng từ hoặc cụm từ được đủ điểm; không xét chữ hoa và dấu câu.",
    ItemType.MATCHING: "Mỗi cặp đúng được một phần bằng nhau của điểm câu.",
    ItemType.ORDERING: "Đúng cả thứ tự mới có điểm.",
    ItemType.SCENARIO: "Mỗi lần chọn cách tốt nhất được một phần bằng nhau của điểm câu.",
    ItemType.ESSAY: "Người chấm cho điểm từng ý theo bảng của câu.",
}


def roman_part(number: int) -> str:
    """Return for example "PHẦN II."."""
    return f"PHẦN {ROMAN[number - 1] if number <= len(ROMAN) else number}."


def part_title(number: int, part: Part) -> str:
    """Return for example "PHẦN I. Câu trắc nghiệm đúng – sai (2 điểm)."."""
    worth = format_points(part.worth)
    return f"{roman_part(number)} {PART_TITLES[part.type]} ({worth})."


def part_instruction(part: Part) -> str:
    """Return what the contestant is asked to do in this part, and what a question is worth."""
    return f"{_range(part.count)} {_task(part)}"


def _range(count: int) -> str:
    if count == 1:
        return f"Thí sinh trả lời câu{NBSP}1."
    return f"Thí sinh trả lời từ câu{NBSP}1 đến câu{NBSP}{count}."


def _task(part: Part) -> str:
    worth = format_points(part.points)
    match part.type:
        case ItemType.SINGLE_CHOICE:
            return f"Mỗi câu thí sinh chỉ chọn một phương án; chọn đúng được {worth}."
        case ItemType.MULTIPLE_CHOICE:
            return (
                "Mỗi câu có từ hai phương án đúng trở lên; chọn đủ các phương án đúng và không "
                f"chọn phương án sai được {worth}."
            )
        case ItemType.TRUE_FALSE_GROUP:
            return (
                "Trong mỗi ý a), b), c), d) ở mỗi câu, thí sinh đánh dấu vào ô Đúng hoặc ô Sai. "
                f"{_steps(part)}"
            )
        case ItemType.SHORT_ANSWER:
            return (
                "Thí sinh ghi đáp số từ trái sang phải, mỗi chữ số, dấu trừ hoặc dấu phẩy vào "
                f"một ô; ghi đúng được {worth}."
            )
        case ItemType.SHORT_TEXT:
            return f"Thí sinh điền từ hoặc cụm từ; điền đúng được {worth}."
        case ItemType.MATCHING:
            return (
                "Thí sinh ghi chữ cái của ý bên phải vào ô của ý bên trái; nối đúng hết được "
                f"{worth}, mỗi cặp đúng được một phần bằng nhau."
            )
        case ItemType.ORDERING:
            return f"Thí sinh ghi thứ tự các bước bằng chữ cái; đúng cả thứ tự được {worth}."
        case ItemType.SCENARIO:
            return (
                "Thí sinh bắt đầu từ ô 1, ở mỗi ô khoanh một cách làm rồi sang ô được chỉ; luôn "
                f"chọn cách tốt nhất được {worth}."
            )
        case ItemType.ESSAY:
            return f"Thí sinh viết câu trả lời vào phần dòng kẻ; mỗi câu tối đa {worth}."


def part_points(part: Part) -> str:
    """Return what a question of the part is worth, with the steps of a true/false group."""
    worth = f"Mỗi câu {format_points(part.points)}."
    return f"{worth} {_steps(part)}" if part.type is ItemType.TRUE_FALSE_GROUP else worth


def _steps(part: Part) -> str:
    one, two, three, four = map(format_points, part.true_false_steps)
    return (
        f"Đúng 1{NBSP}ý được {one}, 2{NBSP}ý được {two}, "
        f"3{NBSP}ý được {three}, cả 4{NBSP}ý được {four}."
    )


def format_points(points: Decimal) -> str:
    """Return for example "0,25 điểm"."""
    return f"{format_decimal(points)}{NBSP}điểm"
