"""The identity of an item's wording and scoring, the same in every version of this program.

Revisions stand in items.json, in frozen contests and the keys they commit to, in live rooms and in
files of measured difficulty. So they hash names written here by hand and never those of our
classes: `FORMAT` changes with any change of what is hashed, and only then.
"""

from __future__ import annotations

import hashlib
import re
from typing import Any

from lachan.domain.bodies import (
    Body,
    Choice,
    Criterion,
    Essay,
    Matching,
    MultipleChoice,
    Ordering,
    Scenario,
    Scene,
    SceneChoice,
    ShortAnswer,
    ShortText,
    SingleChoice,
    Statement,
    TrueFalseGroup,
)
from lachan.domain.canonical_json import canonical_json
from lachan.domain.kinds import ItemType
from lachan.domain.rich.nodes import to_nodes
from lachan.domain.rich.text import RichText

FORMAT = "r1"
DIGITS = 12

_REVISION = re.compile(rf"{FORMAT}-[0-9a-f]{{{DIGITS}}}")


def revision_of(kind: ItemType, stem: RichText, body: Body, picture: str = "") -> str:
    """Return the revision of what a contestant meets and how it is scored, nothing else.

    It is ``r1-`` and the first twelve hex digits of SHA-256 over canonical JSON in UTF-8: the
    format, the type, the stem, the picture's digest, and of the body what items.json has under
    the same names. Reasons, citations, reviews and tags lie outside, so that improving them
    leaves measured difficulty and past results attached to the same revision.

    Parameters
    ----------
    picture
        SHA-256 in hex of the bytes of the picture beside the stem, "" where there is none.
    """
    met = {
        "format": FORMAT,
        "type": kind.value,
        "stem": to_nodes(stem),
        "media": picture,
        **_scored_part(body),
    }
    digest = hashlib.sha256(canonical_json(met).encode()).hexdigest()
    return f"{FORMAT}-{digest[:DIGITS]}"


def find_revision_fault(revision: object) -> str:
    """Return in words why this version cannot tell anything from `revision`, "" where it can."""
    if isinstance(revision, str) and _REVISION.fullmatch(revision):
        return ""
    return (
        f'phiên bản câu hỏi "{revision}" không theo dạng {FORMAT} '
        f"({FORMAT}- và {DIGITS} chữ số hex) mà bản Lá Chắn này đọc được"
    )


def _scored_part(body: Body) -> dict[str, Any]:
    match body:
        case SingleChoice(choices, key):
            return {"choices": [_option(choice) for choice in choices], "key": key}
        case MultipleChoice(choices, keys):
            return {"choices": [_option(choice) for choice in choices], "key": sorted(keys)}
        case TrueFalseGroup(statements):
            return {"statements": [{**_option(each), "key": each.key} for each in statements]}
        case ShortAnswer(key, accepted, unit):
            return {"key": key, "accepted": list(accepted), "unit": unit}
        case ShortText(key, accepted):
            return {"key": key, "accepted": list(accepted)}
        case Matching(pairs, extra):
            return {
                "pairs": [
                    {"id": pair.id, "left": to_nodes(pair.left), "right": to_nodes(pair.right)}
                    for pair in pairs
                ],
                "extra": [_option(each) for each in extra],
            }
        case Ordering(steps):
            return {"steps": [_option(step) for step in steps]}
        case Scenario(scenes):
            return {"scenes": [_scene(scene) for scene in scenes]}
        case Essay(rubric, _, words):
            points = [{**_option(each), "points": str(each.points)} for each in rubric]
            return {"rubric": points, "words": list(words) if words else None}


def _option(option: Choice | Statement | Scene | SceneChoice | Criterion) -> dict[str, Any]:
    return {"id": option.id, "text": to_nodes(option.text)}


def _scene(scene: Scene) -> dict[str, Any]:
    choices = [{**_option(each), "next": each.next, "best": each.best} for each in scene.choices]
    return {**_option(scene), "choices": choices}
