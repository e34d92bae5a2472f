"""What a class's wrong answers stand for, as the screen tells it beside the right one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from lachan.domain.items import Item
from lachan.domain.live.hands import Hands, list_persons
from lachan.domain.misconceptions import Misconception
from lachan.grading import Response, count_misconceptions


class BeliefJson(TypedDict):
    """A misconception as it is held, what is right, and how many chose it."""

    belief: str
    right: str
    count: int
    percent: int


def beliefs_json(
    item: Item,
    responses: Sequence[Response],
    hands: Hands | None,
    misconceptions: Sequence[Misconception],
) -> list[BeliefJson]:
    """Return what the wrong answers to an item stand for, the most widespread first.

    Parameters
    ----------
    hands
        Hands raised besides; they count where each of them is one child (see `list_persons`).
    misconceptions
        Their words; what is not among them is left out.
    """
    known = {each.id: each for each in misconceptions}
    raised = list_persons(item, hands) if hands else ()
    return [
        {
            "belief": known[share.id].belief,
            "right": known[share.id].right,
            "count": share.shown,
            "percent": share.percent,
        }
        for share in count_misconceptions([(item, each)] for each in (*responses, *raised))
        if share.id in known
    ]
