"""The whole key of a contest, in the names under which its options leave the server.

It is written in one way only, so that its hash can be published before anyone enters: the
commitment is SHA-256 over the bytes of a 256-bit nonce and of this document.
"""

from __future__ import annotations

import hashlib
from typing import Any

from lachan.domain.bodies import (
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
from lachan.domain.canonical_json import canonical_json
from lachan.domain.items import Item
from lachan.domain.option_names import OptionNames
from lachan.domain.papers.paper import Form, Paper
from lachan.errors import LachanError

FORMAT = "lachan-key/1"


class ContestPaperError(LachanError):
    """The paper cannot be used for a contest that a machine marks."""


def render_contest_key(slug: str, paper: Paper, salt: str) -> bytes:
    """Return the key of every item and the points of every form as canonical JSON.

    Raises
    ------
    ContestPaperError
        Where an item is marked by a person.
    """
    key = {
        "format": FORMAT,
        "contest": slug,
        "items": {item_id: _item_key(paper.items[item_id], salt) for item_id in paper.items},
        "forms": {form.code: _form_points(paper, form) for form in paper.forms},
    }
    return canonical_json(key).encode()


def commit_to_key(key: bytes, nonce: str) -> str:
    """Return SHA-256 in hex over the bytes that `nonce` spells in hex, then the key."""
    return hashlib.sha256(bytes.fromhex(nonce) + key).hexdigest()


def _form_points(paper: Paper, form: Form) -> list[dict[str, Any]]:
    return [
        {
            "items": [printed.item_id for printed in printed_items],
            "points": str(part.points),
            "steps": [str(points) for points in part.true_false_steps],
        }
        for part, printed_items in zip(paper.blueprint.parts, form.parts, strict=True)
    ]


def _item_key(item: Item, salt: str) -> dict[str, Any]:
    return {"type": item.type.value, "revision": item.revision, "key": _key(item, salt)}


def _key(item: Item, salt: str) -> Any:
    names = OptionNames(item.id, salt)
    match item.body:
        case SingleChoice(_, key):
            return names.option(key)
        case MultipleChoice(_, keys):
            return sorted(map(names.option, keys))
        case TrueFalseGroup(statements):
            return {names.option(statement.id): statement.key for statement in statements}
        case ShortAnswer(key, accepted) | ShortText(key, accepted):
            return [key, *accepted]
        case Matching(pairs):
            return {names.left(pair.id): names.hide(pair.id) for pair in pairs}
        case Ordering(steps):
            return [names.hide(step.id) for step in steps]
        case Scenario(scenes):
            ways = {names.scene(scene.id): _ways(scene, names) for scene in scenes}
            return {"first": names.scene(scenes[0].id), "scenes": ways}
        case Essay():
            raise ContestPaperError(
                f"Câu {item.id} là bài tự luận, máy không chấm được; "
                "hãy bỏ phần tự luận khỏi ma trận của cuộc thi trực tuyến."
            )


def _ways(scene: Scene, names: OptionNames) -> dict[str, Any]:
    return {
        names.way(scene.id, way.id): {"next": names.scene(way.next), "best": way.best}
        for way in scene.choices
    }
