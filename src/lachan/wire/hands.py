"""What a teacher counts where a class raises hands, and what they have typed of it."""

from __future__ import annotations

from typing import TypedDict

from lachan.domain.items import Item
from lachan.domain.live.hands import Hands, asks_how_many, asks_right
from lachan.domain.rich.nodes import BlockNode
from lachan.grading import add_hands, count_spread
from lachan.wire.chart import group_json


class HandFieldJson(TypedDict):
    """One answer that hands are raised for; ``count`` is null until it has been typed."""

    choice: str
    label: str
    text: list[BlockNode]
    count: int | None


class HandPartJson(TypedDict):
    """A statement or a scene, or the whole item, whose ``part`` is empty."""

    part: str
    label: str
    text: list[BlockNode]
    fields: list[HandFieldJson]


class HandsJson(TypedDict):
    """What is to be counted; ``asks_answered`` and ``asks_right`` add a number of their own."""

    parts: list[HandPartJson]
    asks_answered: bool
    asks_right: bool
    answered: int | None
    right: int | None


def hands_json(item: Item, hands: Hands | None) -> HandsJson:
    """Return what is to be counted for the item, with what has been."""
    nobody = Hands(0, 0, {})
    groups = [] if asks_right(item) else add_hands(item, count_spread(item, []), nobody).groups
    parts: list[HandPartJson] = []
    for group in groups:
        told = group_json(item, group, 0, revealed=False)
        fields: list[HandFieldJson] = [
            {
                "choice": bar.id,
                "label": named["label"],
                "text": named["text"],
                "count": hands.counts.get((group.id, bar.id)) if hands else None,
            }
            for bar, named in zip(group.bars, told["bars"], strict=True)
        ]
        parts.append(
            {"part": group.id, "label": told["label"], "text": told["text"], "fields": fields}
        )
    return {
        "parts": parts,
        "asks_answered": asks_how_many(item),
        "asks_right": asks_right(item),
        "answered": hands.answered if hands else None,
        "right": hands.right if hands else None,
    }
