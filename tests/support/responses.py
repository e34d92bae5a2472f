"""Answers that a program gives to the items that browsers get."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any

Json = Mapping[str, Any]


def draw_value(item: Json, random: Random) -> object:
    """Return an answer to an item as browsers get it; right or wrong is left to chance."""
    options = [each["id"] for each in item["options"]]
    match item["type"]:
        case "single_choice":
            return random.choice(options)
        case "multiple_choice":
            return random.sample(options, random.randint(1, len(options)))
        case "true_false_group":
            return {each: random.random() < 0.5 for each in options}
        case "matching":
            targets = [each["id"] for each in item["targets"]]
            return dict(zip(options, random.sample(targets, len(options)), strict=True))
        case "ordering":
            return random.sample(options, len(options))
        case "scenario":
            return list(_walk(item["scenes"], random))
        case "short_answer":
            return str(random.randrange(100))
        case "short_text":
            return random.choice(["111", "113", "112"])
        case "essay":
            return "Em sẽ hỏi lại người lớn và gọi 111. " * 12
    raise AssertionError(item["type"])


def _walk(scenes: Sequence[Json], random: Random) -> Iterator[str]:
    by_id = {scene["id"]: scene for scene in scenes}
    scene = scenes[0]
    while scene["choices"]:
        choice = random.choice(scene["choices"])
        yield choice["id"]
        scene = by_id[choice["next"]]
