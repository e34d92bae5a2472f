"""Every item of a paper in full, key and reasons included, so that no bank is needed later."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from lachan.domain.items import (
    Choice,
    Item,
    MultipleChoice,
    ShortAnswer,
    SingleChoice,
    TrueFalseGroup,
)
from lachan.domain.papers import Paper
from lachan.exchange.json_files import render_json
from lachan.markup import to_nodes

FORMAT = "lachan-items/1"


def items_snapshot(paper: Paper, pictures: Mapping[str, bytes] | None = None) -> dict[str, Any]:
    """Return the items that `paper` uses as JSON-ready data, sorted by id.

    Parameters
    ----------
    paper
        The paper whose items are kept.
    pictures
        Path in the content root → bytes of the pictures the items show; kept in Base64, so
        that the paper can be printed again without the content.
    """
    return {
        "format": FORMAT,
        "items": [_item(paper.items[item_id]) for item_id in sorted(paper.items)],
        "pictures": {
            path: base64.b64encode(data).decode() for path, data in (pictures or {}).items()
        },
    }


def render_items_snapshot(paper: Paper, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """Return items.json as bytes."""
    return render_json(items_snapshot(paper, pictures))


def _item(item: Item) -> dict[str, Any]:
    media = item.media
    return {
        "id": item.id,
        "revision": item.revision,
        "type": item.type.value,
        "band": item.band.value,
        "topic": item.topic,
        "level": item.level.value,
        "use": item.use.value,
        "status": item.status.value,
        "objective": item.objective,
        "grades": list(item.grades),
        "lang": item.lang,
        "sensitivity": item.sensitivity.value,
        "enemies": sorted(item.enemies),
        "group": item.group,
        "seconds": item.seconds,
        "citations": list(item.citations),
        "reviews": [{"role": r.role, "date": r.date.isoformat()} for r in item.reviews],
        "stem": to_nodes(item.stem),
        "media": media
        and {
            "path": media.path,
            "alt": media.alt,
            "credit": media.credit,
            "digest": media.digest,
        },
        **_body(item),
    }


def _body(item: Item) -> dict[str, Any]:
    match item.body:
        case SingleChoice(choices, key):
            return {"choices": [_choice(choice) for choice in choices], "key": key}
        case MultipleChoice(choices, keys):
            return {"choices": [_choice(choice) for choice in choices], "key": sorted(keys)}
        case TrueFalseGroup(statements):
            return {
                "statements": [
                    {
                        "id": statement.id,
                        "text": to_nodes(statement.text),
                        "key": statement.key,
                        "reason": to_nodes(statement.reason),
                        "citations": list(statement.citations),
                        "level": statement.level.value if statement.level else None,
                    }
                    for statement in statements
                ]
            }
        case ShortAnswer(key, accepted, unit, reason):
            return {
                "key": key,
                "accepted": list(accepted),
                "unit": unit,
                "reason": to_nodes(reason),
            }


def _choice(choice: Choice) -> dict[str, Any]:
    return {
        "id": choice.id,
        "text": to_nodes(choice.text),
        "reason": to_nodes(choice.reason),
        "pinned": choice.pinned,
    }
