"""Why a paper cannot be made, in words an organiser can act on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lachan.domain.kinds import Band, ItemType, Level
from lachan.domain.names import ITEM_TYPE_NAMES, LEVEL_NAMES
from lachan.errors import LachanError


class AssemblyError(LachanError):
    """A paper cannot be made from this blueprint and bank."""


class CodeError(AssemblyError):
    """Form codes are not fit to be printed and read back."""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A cell for which the bank holds too few items.

    `drafts` counts the items that would fit if their author marked them ready.
    """

    type: ItemType
    topic: str
    level: Level
    wanted: int
    available: int
    drafts: int = 0

    @property
    def missing(self) -> int:
        """How many items are still to be written."""
        return self.wanted - self.available

    def __str__(self) -> str:
        tail = f" (có {self.drafts} câu còn là bản nháp)" if self.drafts else ""
        kind, level = ITEM_TYPE_NAMES[self.type], LEVEL_NAMES[self.level]
        return (
            f"câu {kind}, chủ đề {self.topic}, mức {level}: "
            f"cần {self.wanted}, có {self.available}, thiếu {self.missing}{tail}"
        )


class ShortfallError(AssemblyError):
    """The bank is short in one or more cells; `shortfalls` holds every one of them."""

    def __init__(self, title: str, band: Band, shortfalls: Sequence[Shortfall]) -> None:
        self.shortfalls = tuple(shortfalls)
        lines = "\n".join(f"  - {shortfall}" for shortfall in shortfalls)
        super().__init__(
            f"Ngân hàng không đủ câu hỏi cho ma trận “{title}” (cấp {band.value}):\n{lines}\n"
            "Hãy soạn thêm câu cho các ô trên (hoặc chuyển câu đã xong từ status: draft sang "
            "ready), thêm ngân hàng bằng --bank, hoặc giảm count của ô trong ma trận."
        )


class EnemyError(AssemblyError):
    """Enough items, but pairs that exclude each other leave no way to choose.

    `pairs` is a smallest set of pairs that would have to sit in one paper.
    """

    def __init__(self, title: str, pairs: Sequence[tuple[str, str]]) -> None:
        self.pairs = tuple(pairs)
        lines = "\n".join(f"  - {first} và {second}" for first, second in pairs)
        super().__init__(
            f"Ma trận “{title}” đủ số câu ở từng ô, nhưng muốn đủ thì phải xếp chung một đề "
            f"những cặp câu đã khai là loại trừ nhau (enemies):\n{lines}\n"
            "Hãy soạn thêm câu cho các ô có những câu này, giảm count của ô, "
            "hoặc bỏ enemies nếu hai câu không thật sự lộ đáp án của nhau."
        )
