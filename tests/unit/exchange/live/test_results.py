"""The workbook of a live class, read back."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

from openpyxl import load_workbook

from lachan.domain.live.live_class import Plan, Round, open_room
from lachan.domain.live.results import AnswerCount, QuestionResult
from lachan.exchange.live.results import ANSWER_SHEET, QUESTION_SHEET, render_live_workbook

# Already the next day in Vietnam.
EVENING = dt.datetime(2026, 3, 1, 18, 0, tzinfo=dt.UTC)
ROOM = open_room("K7QF3M", "Việc nhẹ, lương cao", Plan.QUIZ, (), "muối", EVENING)
ANSWERS = (
    AnswerCount("", "A. =1+1", 5, key=False),
    AnswerCount("", "B. Gọi 111", 15, key=True),
)
RESULTS = [
    QuestionResult(Round.ONCE, "mot", "biết", "Nên gọi số nào?", 20, 15, 18, ANSWERS),
    QuestionResult(Round.ONCE, "hai", "hiểu", "Câu nhạy cảm?", 2, None),
    QuestionResult(Round.ONCE, "ba", "hiểu", "Không ai trả lời?", 0, 0),
]


def read(sheet: str) -> list[tuple[object, ...]]:
    workbook = load_workbook(BytesIO(render_live_workbook(ROOM, RESULTS)))
    return list(workbook[sheet].iter_rows(values_only=True))


def test_each_question_that_was_answered_is_a_row_of_numbers() -> None:
    heading, note, titles, *rows = read(QUESTION_SHEET)
    assert heading[0] == "Việc nhẹ, lương cao – lớp học ngày 02/3/2026, phòng K7QF3M"
    assert "không của riêng ai" in str(note[0])
    assert titles == (
        *("Lần hỏi", "Câu hỏi", "Mức", "Đã trả lời", "Giơ tay", "Đúng", "Tỉ lệ đúng"),
    )
    assert rows == [
        ("một lần", "Nên gọi số nào?", "biết", 20, 18, 15, 0.75),
        ("một lần", "Câu nhạy cảm?", "hiểu", 2, 0, "", ""),
    ]


def test_each_answer_is_a_row_and_none_is_a_formula() -> None:
    _, _, _, *rows = read(ANSWER_SHEET)
    assert rows == [
        ("một lần", "Nên gọi số nào?", "", "A. =1+1", "", 5),
        ("một lần", "Nên gọi số nào?", "", "B. Gọi 111", "đúng", 15),
    ]


def test_the_same_class_gives_the_same_bytes() -> None:
    assert render_live_workbook(ROOM, RESULTS) == render_live_workbook(ROOM, RESULTS)
