"""When a class is too small for a chart that would tell on somebody."""

from __future__ import annotations

from lachan.domain.items import Item
from lachan.domain.kinds import Sensitivity
from lachan.limits.live import FEWEST_SHOWN


def is_guarded(item: Item) -> bool:
    """Tell whether charts of the item wait for enough answers."""
    return item.sensitivity is not Sensitivity.LOW


def holds_back(item: Item, answered: int) -> bool:
    """Tell whether too few answered for a chart of this item."""
    return is_guarded(item) and answered < FEWEST_SHOWN.value
