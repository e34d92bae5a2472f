"""From items to the Word file in which someone reviews them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from lachan.content import Content
from lachan.domain.items import Item
from lachan.domain.kinds import Band
from lachan.errors import LachanError
from lachan.exchange.word.review import Reviewer, render_review

# What a person may stand for by name; the ids are what `reviews:` holds.
ROLES: Mapping[str, str] = {
    "law": "Pháp luật",
    "teacher": "Giáo viên",
    "child-protection": "Bảo vệ trẻ em",
}


class NothingToReviewError(LachanError):
    """No item is what was asked for."""


def open_review(content: Content, items: Sequence[Item], reviewer: Reviewer) -> bytes:
    """Return the Word file of these items for a reviewer.

    Raises
    ------
    NothingToReviewError
        Where there is no item.
    """
    if not items:
        raise NothingToReviewError("không có câu hỏi nào như đã nêu; bỏ bớt điều kiện rồi thử lại")
    return render_review(items, content.provisions, reviewer, ROLES[reviewer.role])


def make_reviewer(role: str, name: str, day: dt.date) -> Reviewer:
    """Return who reviews, as typed; raises `LachanError` for a role that is none, or no name."""
    if role not in ROLES:
        raise LachanError(f'không có vai trò "{role}"; cần một trong: {", ".join(ROLES)}')
    spelled = " ".join(name.split())
    if not spelled:
        raise LachanError("thiếu tên người thẩm định; hãy nêu --name")
    return Reviewer(role, spelled, day)


def choose_items(
    content: Content, band: Band | None, topic: str, ids: Sequence[str]
) -> tuple[Item, ...]:
    """Return the items of a band, a topic, or these ids; all where nothing is asked for."""
    if ids:
        return tuple(content.get_item(each) for each in ids)
    return tuple(
        item for item in content.items if band in (None, item.band) and topic in ("", item.topic)
    )
