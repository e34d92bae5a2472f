"""Items for practice, whose answers may be shown, apart from those kept for contests."""

from __future__ import annotations

from collections.abc import Iterable

from lachan.domain.items import Item
from lachan.domain.kinds import Use
from lachan.errors import LachanError


class ContestItemError(LachanError):
    """A contest item where answers are shown; its key would be out."""


def require_practice(items: Iterable[Item]) -> None:
    """Raise `ContestItemError` when one of `items` is for contests."""
    for item in items:
        if item.use is not Use.PRACTICE:
            raise ContestItemError(
                f"Câu {item.id} dành cho cuộc thi nên không dùng ở nơi hiện đáp án; "
                "hãy chọn câu có use: practice."
            )
