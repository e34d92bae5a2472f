import json

import pytest

from lachan.wire.explanation import explanation_json
from lachan.wire.public_item import public_json
from support.vectors import load_vectors


@pytest.mark.parametrize("name", ["thu-mot", "thu-nhieu", "thu-nhom", "thu-ngan", "thu-thi"])
def test_nothing_that_tells_the_key_is_public(content, name) -> None:
    item = public_json(content.get_item(name))
    asked = {"id", "type", "stem", "options", "targets", "scenes", "words", "unit"}
    assert asked | {"keyboard", "media"} == set(item)
    assert all(set(option) == {"id", "text"} for option in item["options"])
    assert "reason" not in json.dumps(item)


def test_a_picture_travels_as_path_and_description(content) -> None:
    expected = {"path": "media/hinh.svg", "alt": "Hình một chiếc điện thoại"}
    assert expected == public_json(content.get_item("thu-mot"))["media"]


def test_a_negative_answer_gets_a_keyboard_with_a_minus(content) -> None:
    assert public_json(content.get_item("thu-ngan"))["keyboard"] == "decimal"
    assert public_json(content.get_item("thu-am"))["keyboard"] == "text"


def test_a_contests_salt_changes_the_names_that_would_tell_the_key() -> None:
    item = next(vector.item for vector in load_vectors() if vector.item.type == "ordering")
    practice, contest = (
        {option["id"] for option in public_json(item, salt)["options"]} for salt in ("", "muối")
    )
    assert practice.isdisjoint(contest)
    options = explanation_json(item, {}, "muối")["options"]
    assert contest == {option["id"] for option in options}
