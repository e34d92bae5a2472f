"""What Vietnamese papers call the item types and the levels."""

from __future__ import annotations

from lachan.domain.kinds import ItemType, Level

TYPE_NAMES: dict[ItemType, str] = {
    ItemType.SINGLE_CHOICE: "nhiều phương án lựa chọn",
    ItemType.MULTIPLE_CHOICE: "nhiều phương án đúng",
    ItemType.TRUE_FALSE_GROUP: "đúng – sai",
    ItemType.SHORT_ANSWER: "trả lời ngắn",
}

LEVEL_NAMES: dict[Level, str] = {
    Level.KNOW: "biết",
    Level.UNDERSTAND: "hiểu",
    Level.APPLY: "vận dụng",
}
