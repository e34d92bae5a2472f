"""Why a paper cannot be made, in words an organiser can act on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lachan.domain.kinds import Band, ItemType, Level
from lachan.domain.names import ITEM_TYPE_NAMES, LEVEL_NAMES
from lachan.domain.papers.paper import Stage
from lachan.errors import LachanError
from lachan.text import format_decimal


class AssemblyError(LachanError):
    """A paper cannot be made from this blueprint and bank."""


class CodeError(AssemblyError):
    """Form codes are not fit to be printed and read back."""


class SolverLimitError(AssemblyError):
    """The solver came to its limit of nodes with nothing found and nothing disproved."""


class IncludeError(AssemblyError):
    """Items that every form must hold are not among those that may be drawn."""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A cell that cannot be filled, alone or together with the others.

    Attributes
    ----------
    wanted
        How much all sets of items ask for together.
    available
        How much the candidates hold, each counted once.
    missing
        How much a best choice still lacks here.
    drafts
        What would fit if its author marked it ready.
    """

    type: ItemType
    topic: str
    level: Level
    wanted: int
    available: int
    missing: int
    drafts: int = 0

    def __str__(self) -> str:
        tail = f" (có {self.drafts} câu còn là bản nháp)" if self.drafts else ""
        kind, level = ITEM_TYPE_NAMES[self.type], LEVEL_NAMES[self.level]
        filled = self.wanted - self.missing
        usable = f", xếp được {filled}" if filled != self.available else ""
        return (
            f"câu {kind}, chủ đề {self.topic}, mức {level}: "
            f"cần {self.wanted}, có {self.available}{usable}, thiếu {self.missing}{tail}"
        )


class ShortfallError(AssemblyError):
    """Cells cannot be filled; `shortfalls` is a least list of what is missing.

    `causes` tells which rules stand in the way: without any one of them all cells can be filled.
    """

    def __init__(
        self,
        title: str,
        band: Band,
        shortfalls: Sequence[Shortfall],
        causes: Sequence[str] = (),
    ) -> None:
        self.shortfalls = tuple(shortfalls)
        self.causes = tuple(causes)
        lines = "".join(f"  - {shortfall}\n" for shortfall in shortfalls)
        reasons = "".join(f"Nguyên nhân: {cause}.\n" for cause in causes)
        super().__init__(
            f"Ngân hàng không đủ câu hỏi cho ma trận “{title}” (cấp {band.value}):\n{lines}"
            f"{reasons}"
            "Hãy soạn thêm câu cho các ô trên (hoặc chuyển câu đã xong từ status: draft sang "
            "ready), thêm ngân hàng bằng --bank, hoặc giảm count của ô trong ma trận."
        )


class EnemyError(ShortfallError):
    """Enough items, but pairs that exclude each other leave no way to choose.

    `pairs` is a smallest set of pairs that would have to sit in one set of items.
    """

    def __init__(
        self,
        title: str,
        band: Band,
        shortfalls: Sequence[Shortfall],
        pairs: Sequence[tuple[str, str]],
        causes: Sequence[str] = (),
    ) -> None:
        self.pairs = tuple(pairs)
        told = "; ".join(f"{first} và {second}" for first, second in pairs)
        cause = (
            "muốn đủ thì phải xếp chung một đề những cặp câu đã khai là loại trừ nhau (enemies): "
            f"{told}. Chỉ bỏ enemies nếu hai câu không thật sự lộ đáp án của nhau"
        )
        super().__init__(title, band, shortfalls, [cause, *causes])


_SPREAD_WORDS = {
    "difficulty": ("độ khó dự kiến chênh", "điểm", "difficulty_tolerance"),
    "time": ("thời gian dự kiến chênh", "giây", "time_tolerance_s"),
    "overlap": ("hai bộ câu trùng nhau", "câu", "max_shared"),
}


class SpreadError(AssemblyError):
    """Sets of items are further apart, or closer in what they hold, than the blueprint allows.

    `broken` holds each stage that misses its limit, with the limit.
    """

    def __init__(self, title: str, broken: Sequence[tuple[Stage, Decimal]]) -> None:
        self.broken = tuple(broken)
        lines = "\n".join(f"  - {_spread_line(stage, limit)}" for stage, limit in broken)
        super().__init__(
            f"Không ra được các bộ câu của ma trận “{title}” trong giới hạn đã đặt:\n{lines}\n"
            "Hãy nới giới hạn trong rules, giảm số bộ câu (base_forms) hoặc soạn thêm câu."
        )


def _spread_line(stage: Stage, limit: Decimal) -> str:
    words, unit, field = _SPREAD_WORDS[stage.name]
    proof = (
        f"không cách chọn nào dưới {format_decimal(stage.bound)} {unit}"
        if stage.bound > limit
        else f"chưa tìm được cách tốt hơn; nhỏ nhất cũng phải {format_decimal(stage.bound)} {unit}"
    )
    return (
        f"{words} {format_decimal(stage.objective)} {unit}, "
        f"{field} chỉ cho {format_decimal(limit)} ({proof})"
    )
