"""The parts of a results workbook that tell how each question was answered, and by whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lachan.domain.contests.item_shares import AnswerRow, ItemShare
from lachan.domain.misconceptions import Misconception
from lachan.exchange.excel.style import PERCENT, Marked, Number, SheetStyle, Value
from lachan.grading import MisconceptionShare

ITEM_SHEET = "Câu hỏi"
ANSWER_SHEET = "Ai trả lời gì"
MISCONCEPTION_SHEET = "Hiểu lầm"


def write_item_sheet(style: SheetStyle, title: str, shares: Sequence[ItemShare]) -> None:
    """Add the sheet: an item a row, in the paper's order."""
    style.add_sheet(
        ITEM_SHEET,
        heading=f"{title} – từng câu hỏi (tính trên các bài được xếp hạng)",
        columns=[
            ("STT", 6),
            ("Mã câu", 30),
            ("Câu hỏi", 70),
            ("Có trong đề của", 10),
            ("Đã trả lời", 10),
            ("Đúng hoàn toàn", 10),
            ("Tỉ lệ đúng", 9),
        ],
        rows=[_cells(number, share) for number, share in enumerate(shares, 1)],
        frozen_columns=2,
        wrapped=True,
    )


def write_answer_sheet(
    style: SheetStyle,
    title: str,
    rows: Sequence[AnswerRow],
    items: Sequence[ItemShare],
    names: Mapping[str, str],
) -> None:
    """Add the sheet of who answered what: a person a row, an item a column.

    A right answer has green ground, a wrong one red; what was not in the form stays empty.

    Parameters
    ----------
    names
        By pseudonym; who has none goes by the pseudonym.
    """
    style.add_sheet(
        ANSWER_SHEET,
        heading=f"{title} – ai trả lời gì",
        note="Chữ cái là mã phương án gốc, chưa trộn; – là có trong đề mà không trả lời. "
        "Nền xanh là đúng, nền đỏ là chưa đúng.",
        columns=[
            ("Họ và tên hoặc mã ẩn danh", 26),
            ("Câu đúng", 7),
            *((f"{number}. {share.item_id}", 14) for number, share in enumerate(items, 1)),
        ],
        rows=[
            [
                names.get(row.pseudonym) or row.pseudonym,
                Number(sum(given.correct for given in row.answers.values() if given)),
                *(_mark(row, share.item_id) for share in items),
            ]
            for row in rows
        ],
        centred_from=1,
        frozen_columns=1,
        one_page=True,
    )


def write_misconception_sheet(
    style: SheetStyle,
    title: str,
    shares: Sequence[MisconceptionShare],
    catalogue: Mapping[str, Misconception],
) -> None:
    """Add the sheet: a misconception a row, as it is held, what is right, how many chose it.

    Parameters
    ----------
    catalogue
        By id; what is not in it goes by its id.
    """
    style.add_sheet(
        MISCONCEPTION_SHEET,
        heading=f"{title} – điều nhiều người đang hiểu lầm",
        note="Mỗi phương án sai nêu một điều hay bị hiểu lầm; ai chọn nhiều lần cũng tính một. "
        "Điều không ai chọn thì không có ở đây.",
        columns=[
            ("STT", 6),
            ("Điều hay bị hiểu lầm", 60),
            ("Điều đúng", 80),
            ("Số người gặp", 9),
            ("Số người chọn", 9),
            ("Tỉ lệ", 8),
        ],
        rows=[
            [
                Number(number),
                *_words(share.id, catalogue),
                Number(share.met),
                Number(share.shown),
                Number(share.shown / share.met, PERCENT),
            ]
            for number, share in enumerate(shares, 1)
        ],
        frozen_columns=2,
        wrapped=True,
    )


def _words(name: str, catalogue: Mapping[str, Misconception]) -> tuple[str, str]:
    known = catalogue.get(name)
    return (known.belief, known.right) if known else (name, "")


def _mark(row: AnswerRow, item_id: str) -> Marked:
    given = row.answers.get(item_id)
    if given is not None:
        return Marked(given.text, given.correct)
    return Marked("–" if item_id in row.answers else "")


def _cells(number: int, share: ItemShare) -> list[Value]:
    return [
        Number(number),
        share.item_id,
        share.stem,
        Number(share.asked),
        Number(share.answered),
        Number(share.correct),
        Number(share.correct / share.asked, PERCENT) if share.asked else "",
    ]
