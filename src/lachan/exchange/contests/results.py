"""The part of a results workbook that tells how each question was answered."""

from __future__ import annotations

from collections.abc import Sequence

from lachan.domain.contests.item_shares import ItemShare
from lachan.exchange.excel.style import SheetStyle

ITEM_SHEET = "Câu hỏi"


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


def _cells(number: int, share: ItemShare) -> list[str]:
    return [
        str(number),
        share.item_id,
        share.stem,
        str(share.asked),
        str(share.answered),
        str(share.correct),
        "" if share.percent is None else f"{share.percent}%",
    ]
