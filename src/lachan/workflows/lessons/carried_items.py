"""What a notebook carries for its quizzes, beside the bank that is near.

A notebook's kernel imports this, so nothing heavy is loaded before it is needed.
"""

from __future__ import annotations

import json
from collections.abc import Container, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from lachan.content import Content

if TYPE_CHECKING:
    from lachan.exchange.snapshot.carried_items import CarriedItems

# Where it stands in the notebook's own part of its metadata.
CARRIED = "carried"


def read_carried(metadata: Mapping[str, Any], name: str) -> CarriedItems:
    """Return what the metadata of the notebook `name` carries, nothing where it carries nothing.

    Raises
    ------
    SnapshotError
        Where it was changed, or another version wrote it.
    """
    # Only a notebook whose bank lacks something pays for what reads it.
    from lachan.exchange.snapshot.carried_items import CarriedItems, parse_carried  # noqa: PLC0415

    facts = metadata.get("lachan", {})
    return parse_carried(facts[CARRIED], name) if CARRIED in facts else CarriedItems()


def add_carried(content: Content, carried: CarriedItems) -> Content:
    """Return the content with what it lacks of a notebook's; its own items and law come first."""
    known = {item.id for item in content.items}
    return replace(
        content,
        items=(*content.items, *(item for item in carried.items if item.id not in known)),
        provisions={**carried.provisions, **content.provisions},
        pictures={**carried.pictures, **content.pictures},
    )


def list_carried(metadata: Mapping[str, Any]) -> dict[str, str]:
    """Return item id → revision of what is carried; nothing where it cannot be read."""
    try:
        carried = json.loads(metadata["lachan"][CARRIED])
        return {str(item["id"]): str(item["revision"]) for item in carried["items"]}
    except (ValueError, KeyError, TypeError):
        return {}


def describe_changed(
    content: Content, metadata: Mapping[str, Any], item_ids: Container[str] | None = None
) -> str:
    """Return in words which carried items the content asks in another way, "" where none.

    Parameters
    ----------
    item_ids
        Those looked at; left out, all that are carried.
    """
    carried = list_carried(metadata)
    changed = [
        item.id
        for item in content.items
        if (item_ids is None or item.id in item_ids)
        and carried.get(item.id, item.revision) != item.revision
    ]
    if not changed:
        return ""
    return (
        f"câu {', '.join(changed)} đã đổi từ khi chép sổ này; sổ dùng câu của bộ nội dung ở "
        f"{content.root}. Muốn sổ khớp lại thì chạy lachan build hoặc chép sổ lần nữa."
    )
