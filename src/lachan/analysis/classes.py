"""How classes answered, as tables: one row a room, one row a question."""

from __future__ import annotations

from collections.abc import Iterable

from lachan.analysis.table import Table
from lachan.domain.live.live_class import Room
from lachan.domain.live.results import ROUND_NAMES, MisconceptionResult, QuestionResult
from lachan.text import date_in_vietnam, format_date

ROOM_COLUMNS = ("mã phòng", "tên", "ngày mở", "số câu", "số máy")
QUESTION_COLUMNS = (
    *("lần hỏi", "câu", "mức", "câu hỏi"),
    *("đã trả lời", "giơ tay", "đúng", "đúng (%)"),
)

NO_ROOM = (
    "Chưa có phòng nào còn giữ. Phòng hiện ở đây sau khi thầy cô mở một lớp học trực tiếp, và được "
    "giữ 48 giờ, hoặc lâu hơn nếu thầy cô chọn."
)
NO_QUESTION = (
    "Không có câu nào: chưa có lớp học trực tiếp nào trả lời, hoặc không câu nào hợp điều kiện."
)

MISCONCEPTION_COLUMNS = (
    "lần hỏi",
    "điều hay hiểu lầm",
    "điều đúng",
    "số em gặp",
    "số em chọn",
    "tỉ lệ (%)",
)

NO_MISCONCEPTION = (
    "Chưa thấy hiểu lầm nào: chưa có câu trả lời, hoặc không ai chọn phương án sai có nêu hiểu lầm."
)


def rooms_table(rooms: Iterable[tuple[Room, int]]) -> Table:
    """Return one row a room with its number of seats, in the order given (`ROOM_COLUMNS`)."""
    rows = [
        (
            room.code,
            room.title,
            format_date(date_in_vietnam(room.opened_at)),
            len(room.items),
            seats,
        )
        for room, seats in rooms
    ]
    return Table(rows, columns=list(ROOM_COLUMNS), when_empty=NO_ROOM)


def questions_table(results: Iterable[QuestionResult]) -> Table:
    """Return one row a question and round (`QUESTION_COLUMNS`); shares are whole per cents.

    What too few answered stays empty, and what raised hands do not tell.
    """
    rows = [
        (
            ROUND_NAMES[each.round],
            each.item_id,
            each.level,
            each.stem,
            each.answered,
            each.by_hand,
            each.right,
            None if each.right is None else round(100 * each.right / each.answered),
        )
        for each in results
        if each.answered
    ]
    table = Table(rows, columns=list(QUESTION_COLUMNS), when_empty=NO_QUESTION)
    return table.astype({"đúng": "Int64", "đúng (%)": "Int64"})


def misconceptions_table(results: Iterable[MisconceptionResult]) -> Table:
    """Return one row a misconception and round, in the order given (`MISCONCEPTION_COLUMNS`)."""
    rows = [
        (
            ROUND_NAMES[each.round],
            each.misconception.belief,
            each.misconception.right,
            each.met,
            each.shown,
            round(100 * each.shown / each.met),
        )
        for each in results
    ]
    return Table(rows, columns=list(MISCONCEPTION_COLUMNS), when_empty=NO_MISCONCEPTION)
