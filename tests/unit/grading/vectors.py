"""The vectors that both graders must agree on, as items of the domain."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lachan.domain.bodies import (
    Body,
    Choice,
    MultipleChoice,
    ShortAnswer,
    SingleChoice,
    Statement,
    TrueFalseGroup,
)
from lachan.domain.items import Item
from lachan.domain.kinds import Band, Level
from lachan.domain.rich_text import Paragraph, RichText, Text


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
            response=case["response"],
            refused=case.get("refused", False),
            score=case.get("score", ""),
            correct=case.get("correct", False),
        )
        for group in groups
        for case in group["cases"]
    ]


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
        case _:
            return ShortAnswer(spec["key"], tuple(spec["accepted"]))


def _choices(spec: dict[str, Any]) -> tuple[Choice, ...]:
    return tuple(Choice(key, words(key)) for key in spec["choices"])
