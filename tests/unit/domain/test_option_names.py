from __future__ import annotations

import pytest

from lachan.content import Content
from lachan.domain.items import Item
from lachan.domain.kinds import ItemType
from lachan.domain.option_names import MARK, OptionNames
from lachan.wire.public_item import ItemJson, public_json

SALT = f"{MARK}muối"
OLD = "muối"


def test_each_kind_of_part_has_names_of_its_own() -> None:
    names = OptionNames("x", SALT)
    given = [
        names.hide("a"),
        names.left("a"),
        names.scene("a"),
        names.way("a", "a"),
        names.way("b", "a"),
    ]
    assert len(set(given)) == len(given)
    assert names.option("a") != OptionNames("y", SALT).option("a")
    assert names.option("a") != OptionNames("x", f"{MARK}đường").option("a")


@pytest.mark.parametrize("salt", ["", OLD])
def test_what_was_frozen_before_keeps_its_names(salt: str) -> None:
    names = OptionNames("x", salt)
    given = (names.option("a"), names.left("a"), names.scene("a"), names.way("s", "a"))
    assert given == ("a",) * 4


def test_names_of_steps_have_not_changed() -> None:
    assert OptionNames("thu-001", OLD).hide("a") == "ef78a8fa10"


def find_ids(item: Item) -> set[str]:
    """Return the ids that its author gave the parts of an item."""
    return {
        part.id
        for name in ("choices", "statements", "pairs", "extra", "steps", "scenes")
        for part in getattr(item.body, name, ())
    }


def find_names(public: ItemJson) -> set[str]:
    parts = [*public["options"], *public["targets"], *public["scenes"]]
    ways = [way for scene in public["scenes"] for way in scene["choices"]]
    return {part["id"] for part in (*parts, *ways)} | {way["next"] for way in ways}


@pytest.mark.parametrize("kind", list(ItemType))
def test_no_id_of_an_author_leaves_under_a_contests_salt(
    real_content: Content, kind: ItemType
) -> None:
    items = [item for item in real_content.items if item.type is kind]
    for item in items[:20]:
        names = find_names(public_json(item, SALT))
        assert names & find_ids(item) == set()
        assert {len(name) for name in names} <= {10}
        assert bool(names) == bool(find_ids(item))
