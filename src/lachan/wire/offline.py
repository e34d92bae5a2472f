"""The data of a quiz that runs without a kernel, and so holds its keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypedDict

from lachan.domain.items import Item
from lachan.domain.law import Provision
from lachan.domain.practice.items import require_practice
from lachan.frontend import load_texts
from lachan.wire.explanation import ExplanationJson, explanation_json
from lachan.wire.public_item import ItemJson, public_json


class OfflineJson(TypedDict):
    """Items with their keys by id, pictures by path, the catalogue's texts."""

    items: list[ItemJson]
    keys: dict[str, ExplanationJson]
    media: dict[str, str]
    texts: dict[str, str]


def offline_json(
    items: Sequence[Item],
    provisions: Mapping[str, Provision],
    media: Mapping[str, str] | None = None,
) -> OfflineJson:
    """Return what ``mountOffline`` of the front end's ``offline`` module takes.

    Parameters
    ----------
    items
        Practice items, in the order in which they are asked.
    provisions
        By the ids that items cite.
    media
        Data URLs by path, as `load_media` gives them.

    Raises
    ------
    ContestItemError
        When an item is for contests: its key must not travel.
    """
    require_practice(items)
    return {
        "items": [public_json(item) for item in items],
        "keys": {item.id: explanation_json(item, provisions) for item in items},
        "media": dict(media or {}),
        "texts": load_texts(items[0].band if items else None),
    }
