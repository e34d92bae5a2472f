"""Every item of a paper in full, key and reasons included, so that no bank is needed later."""

from __future__ import annotations

import base64
from typing import Any

from lachan.domain.bodies import (
    Choice,
    Essay,
    Matching,
    MultipleChoice,
    Ordering,
    Scenario,
    Scene,
    ShortAnswer,
    ShortText,
    SingleChoice,
    TrueFalseGroup,
)
from lachan.domain.items import Item
from lachan.domain.papers.context import PaperContext
from lachan.domain.papers.paper import Paper
from lachan.exchange.json_files import render_json
from lachan.markup import to_nodes

FORMAT = "lachan-items/1"
EMPTY_CONTEXT = PaperContext()


def items_snapshot(paper: Paper, context: PaperContext = EMPTY_CONTEXT) -> dict[str, Any]:
    """Return the items that `paper` uses as JSON-ready data, sorted by id.

    Parameters
    ----------
    paper
        The paper whose items are kept.
    context
        What else it prints; pictures are kept in Base64, so that the paper can be printed again
        without the content.
    """
    return {
        "format": FORMAT,
        "items": [item_json(paper.items[item_id]) for item_id in sorted(paper.items)],
        "pictures": {
            path: base64.b64encode(data).decode() for path, data in context.pictures.items()
        },
        "labels": dict(context.labels),
        "topics": {
            # A list, since the order of a lesson's objectives is part of what is printed.
            slug: {"title": topic.title, "objectives": [list(o) for o in topic.objectives.items()]}
            for slug, topic in context.topics.items()
        },
        "remarks": list(context.remarks),
    }


def render_items_snapshot(paper: Paper, context: PaperContext = EMPTY_CONTEXT) -> bytes:
    """Return items.json as bytes."""
    return render_json(items_snapshot(paper, context))


def item_json(item: Item) -> dict[str, Any]:
    """Return an item in full, key and reasons included, as JSON-ready data."""
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
        "skill": item.is_skill,
        "reviews": [{"role": r.role, "date": r.date.isoformat()} for r in item.reviews],
        "overrides": [{"rule": o.rule, "reason": o.reason} for o in item.overrides],
        "stem": to_nodes(item.stem),
        **({"stimulus": to_nodes(item.stimulus)} if item.stimulus else {}),
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
                        **_named(statement.misconception),
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
        case ShortText(key, accepted, reason):
            return {"key": key, "accepted": list(accepted), "reason": to_nodes(reason)}
        case Matching(pairs, extra):
            return {
                "pairs": [
                    {
                        "id": pair.id,
                        "left": to_nodes(pair.left),
                        "right": to_nodes(pair.right),
                        "reason": to_nodes(pair.reason),
                    }
                    for pair in pairs
                ],
                "extra": [_choice(each) for each in extra],
            }
        case Ordering(steps):
            return {"steps": [_choice(step) for step in steps]}
        case Scenario(scenes):
            return {"scenes": [_scene(scene) for scene in scenes]}
        case Essay(rubric, guide, words):
            return {
                "rubric": [
                    {"id": c.id, "text": to_nodes(c.text), "points": str(c.points)} for c in rubric
                ],
                "guide": to_nodes(guide),
                "words": list(words) if words else None,
            }


def _scene(scene: Scene) -> dict[str, Any]:
    return {
        "id": scene.id,
        "text": to_nodes(scene.text),
        "ending": scene.ending.value if scene.ending else None,
        "choices": [
            {
                "id": choice.id,
                "text": to_nodes(choice.text),
                "reason": to_nodes(choice.reason),
                "next": choice.next,
                "best": choice.best,
            }
            for choice in scene.choices
        ],
    }


def _choice(choice: Choice) -> dict[str, Any]:
    return {
        "id": choice.id,
        "text": to_nodes(choice.text),
        "reason": to_nodes(choice.reason),
        "pinned": choice.pinned,
        **_named(choice.misconception),
    }


def _named(misconception: str) -> dict[str, str]:
    return {"misconception": misconception} if misconception else {}
