"""The vectors on which Python and the browser must agree: graded items, words to search."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lachan.domain.bodies import (
    Body,
    Choice,
    Matching,
    MultipleChoice,
    Ordering,
    Pair,
    Scenario,
    Scene,
    SceneChoice,
    ShortAnswer,
    ShortText,
    SingleChoice,
    Statement,
    TrueFalseGroup,
)
from lachan.domain.items import Item
from lachan.domain.kinds import Band, Ending, Level
from lachan.domain.option_names import OptionNames
from lachan.domain.rich.text import Paragraph, RichText, Text


@dataclass(frozen=True)
class Vector:
    """A raw response to an item, and what both graders must make of it."""

    name: str
    item: Item
    response: object
    refused: bool
    score: str
    correct: bool


def load_vectors() -> list[Vector]:
    groups = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))
    return [
        Vector(
            name=f"{group['name']}: {json.dumps(case['response'])}",
            item=make_item(_body(group["item"])),
            response=with_tokens(case["response"]),
            refused=case.get("refused", False),
            score=case.get("score", ""),
            correct=case.get("correct", False),
        )
        for group in groups
        for case in group["cases"]
    ]


def load_search_vectors() -> list[dict[str, Any]]:
    """Texts with the words that searching makes of them, in Python and in the browser."""
    path = Path(__file__).with_name("search_vectors.json")
    vectors: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return vectors


def make_item(body: Body) -> Item:
    return Item("thu-001", Band.LOWER_SECONDARY, "thu", Level.KNOW, words("Câu dẫn"), body, ())


def words(value: str) -> RichText:
    return (Paragraph((Text(value),)),)


def _body(spec: dict[str, Any]) -> Body:
    match spec["type"]:
        case "single_choice":
            return SingleChoice(_choices(spec), spec["key"])
        case "multiple_choice":
            return MultipleChoice(_choices(spec), frozenset(spec["key"]))
        case "true_false_group":
            return TrueFalseGroup(
                tuple(Statement(key, words(key), value) for key, value in spec["key"].items())
            )
        case "short_answer":
            return ShortAnswer(spec["key"], tuple(spec["accepted"]))
        case "short_text":
            return ShortText(spec["key"], tuple(spec["accepted"]))
        case "matching":
            pairs = tuple(
                Pair(each, words(f"trái {each}"), words(f"phải {each}")) for each in spec["pairs"]
            )
            return Matching(pairs, tuple(Choice(each, words(each)) for each in spec["extra"]))
        case "ordering":
            return Ordering(tuple(Choice(each, words(each)) for each in spec["steps"]))
        case "scenario":
            return Scenario(tuple(_scene(*each) for each in spec["scenes"].items()))
    raise AssertionError(spec["type"])


def _scene(scene_id: str, ways: dict[str, str]) -> Scene:
    """Read {"a": "two", "b": "end!"}: the scene that each choice leads to, "!" for the best."""
    choices = tuple(
        SceneChoice(each, words(each), words("vì"), way.rstrip("!"), way.endswith("!"))
        for each, way in ways.items()
    )
    return Scene(scene_id, words(scene_id), choices, None if choices else Ending.SAFE)


def with_tokens(value: object) -> object:
    """Replace "#a" by the name under which option a leaves the server."""
    if isinstance(value, str) and value.startswith("#"):
        return OptionNames("thu-001").hide(value[1:])
    if isinstance(value, list):
        return [with_tokens(each) for each in value]
    if isinstance(value, dict):
        return {key: with_tokens(each) for key, each in value.items()}
    return value


def _choices(spec: dict[str, Any]) -> tuple[Choice, ...]:
    return tuple(Choice(key, words(key)) for key in spec["choices"])
