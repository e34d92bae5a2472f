"""The workbook of a live class: how each question went, and what was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from lachan.domain.live.live_class import Room
from lachan.domain.live.results import ROUND_NAMES, QuestionResult
from lachan.exchange.excel.style import PERCENT, Marked, Number, SheetStyle, Value, new_workbook
from lachan.text import VIETNAM, date_in_vietnam, format_date

QUESTION_SHEET = "Câu hỏi"
ANSWER_SHEET = "Lựa chọn"
NOTE = "Kết quả chung của cả lớp, không của riêng ai. Giơ tay: số thầy cô đếm khi lớp giơ tay."
QUESTION_COLUMNS = [
    ("Lần hỏi", 11),
    ("Câu hỏi", 70),
    ("Mức", 11),
    ("Đã trả lời", 10),
    ("Giơ tay", 9),
    ("Đúng", 8),
    ("Tỉ lệ đúng", 10),
]
ANSWER_COLUMNS = [
    ("Lần hỏi", 11),
    ("Câu hỏi", 50),
    ("Ý, tình huống", 40),
    ("Câu trả lời", 50),
    ("Đáp án", 9),
    ("Số người", 9),
]


def render_live_workbook(room: Room, results: Sequence[QuestionResult]) -> bytes:
    """Return ket-qua-lop.xlsx: a row a question, a row an answer; the same bytes for a class."""
    out = BytesIO()
    day = format_date(date_in_vietnam(room.opened_at))
    heading = f"{room.title} – lớp học ngày {day}, phòng {room.code}"
    created = room.opened_at.astimezone(VIETNAM).replace(tzinfo=None)
    asked = [each for each in results if each.answered]
    with new_workbook(out, heading, created) as workbook:
        style = SheetStyle(workbook)
        style.add_sheet(
            QUESTION_SHEET,
            heading=heading,
            columns=QUESTION_COLUMNS,
            rows=[_question_row(each) for each in asked],
            frozen_columns=2,
            note=NOTE,
            centred_from=2,
            wrapped=True,
            one_page=True,
        )
        style.add_sheet(
            ANSWER_SHEET,
            heading=heading,
            columns=ANSWER_COLUMNS,
            rows=[row for each in asked for row in _answer_rows(each)],
            frozen_columns=2,
            note=NOTE,
            centred_from=4,
            wrapped=True,
            one_page=True,
        )
    return out.getvalue()


def _question_row(result: QuestionResult) -> list[Value]:
    right = result.right
    return [
        ROUND_NAMES[result.round],
        result.stem,
        result.level,
        Number(result.answered),
        Number(result.by_hand),
        # Too few answered, or raised hands do not tell who was right in everything.
        "" if right is None else Number(right),
        "" if right is None else Number(right / result.answered, PERCENT),
    ]


def _answer_rows(result: QuestionResult) -> list[list[Value]]:
    return [
        [
            ROUND_NAMES[result.round],
            result.stem,
            each.part,
            each.answer,
            Marked("đúng", good=True) if each.key else "",
            Number(each.count),
        ]
        for each in result.answers
    ]
