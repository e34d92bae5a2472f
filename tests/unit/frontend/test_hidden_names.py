"""What a browser sends under a contest's names is read, graded and told under the same ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from lachan.content import Content
from lachan.domain.bodies import (
    Essay,
    Matching,
    MultipleChoice,
    Ordering,
    Scenario,
    ShortAnswer,
    ShortText,
    SingleChoice,
    TrueFalseGroup,
)
from lachan.domain.items import Item
from lachan.domain.kinds import ItemType
from lachan.domain.option_names import MARK, OptionNames
from lachan.grading import parse_response
from lachan.wire.feedback import feedback_json
from lachan.wire.public_item import public_json

SALT = f"{MARK}muối"


def find_right(item: Item, names: OptionNames) -> object:
    match item.body:
        case SingleChoice(_, key):
            return names.option(key)
        case MultipleChoice(choices, keys):
            return [names.option(each.id) for each in choices if each.id in keys]
        case TrueFalseGroup(statements):
            return {names.option(each.id): each.key for each in statements}
        case Matching(pairs):
            return {names.left(each.id): names.hide(each.id) for each in pairs}
        case Ordering(steps):
            return [names.hide(each.id) for each in steps]
        case Scenario() as body:
            return list(find_best_way(body, names))
        case ShortAnswer(key) | ShortText(key):
            return key
    raise AssertionError(item.type)


def find_best_way(body: Scenario, names: OptionNames) -> Iterator[str]:
    scene = body.scenes[0]
    while scene.choices:
        best = next(way for way in scene.choices if way.best)
        yield names.way(scene.id, best.id)
        scene = body.get_scene(best.next)


@pytest.mark.parametrize("kind", [kind for kind in ItemType if kind is not ItemType.ESSAY])
def test_right_answers_come_back_as_they_were_sent(real_content: Content, kind: ItemType) -> None:
    for item in [each for each in real_content.items if each.type is kind][:30]:
        assert not isinstance(item.body, Essay)
        sent = find_right(item, OptionNames(item.id, SALT))
        told = feedback_json(item, parse_response(item, sent, SALT), {}, SALT)
        assert (told["correct"], told["response"]) == (True, sent)
        shown = {option["id"] for option in public_json(item, SALT)["options"]}
        explained: dict[str, Any] = {**told["explanation"]}
        assert {option["id"] for option in explained.get("options", [])} == shown
