import json

import pytest

from lachan.content import Content
from lachan.domain.bodies import ShortAnswer
from lachan.wire.explanation import explanation_json
from lachan.wire.public_item import public_json
from support.items import make_chat
from support.vectors import load_vectors, make_item


@pytest.mark.parametrize("name", ["thu-mot", "thu-nhieu", "thu-nhom", "thu-ngan", "thu-thi"])
def test_nothing_that_tells_the_key_is_public(content: Content, name: str) -> None:
    item = public_json(content.get_item(name))
    asked = {"id", "type", "stem", "options", "targets", "scenes", "words", "unit"}
    assert asked | {"chat", "keyboard", "media"} == set(item)
    assert all(set(option) == {"id", "text"} for option in item["options"])
    assert "reason" not in json.dumps(item)


def test_a_picture_travels_as_path_and_description(content: Content) -> None:
    expected = {"path": "media/hinh.svg", "alt": "Hình một chiếc điện thoại"}
    assert expected == public_json(content.get_item("thu-mot"))["media"]


@pytest.mark.parametrize(
    ("key", "accepted", "keyboard"),
    [
        ("111", (), "numeric"),
        ("0,5", (), "decimal"),
        ("1500", ("1.500",), "decimal"),
        ("-5", (), "text"),
    ],
)
def test_the_keyboard_has_the_signs_of_the_answers_and_no_more(
    key: str, accepted: tuple[str, ...], keyboard: str
) -> None:
    assert keyboard == public_json(make_item(ShortAnswer(key, accepted)))["keyboard"]


def test_a_contests_salt_changes_the_names_that_would_tell_the_key() -> None:
    item = next(vector.item for vector in load_vectors() if vector.item.type == "ordering")
    practice, contest = (
        {option["id"] for option in public_json(item, salt)["options"]} for salt in ("", "muối")
    )
    assert practice.isdisjoint(contest)
    options = explanation_json(item, {}, "muối")["options"]
    assert contest == {option["id"] for option in options}


def test_a_chat_tells_what_is_written_and_what_is_done() -> None:
    told = public_json(make_chat("t"))

    assert told["chat"]
    note, message = told["scenes"][0]["talk"]
    assert ("", "Gấu Nâu", False) == (note["sender"], message["sender"], message["own"])
    replies = [way["reply"] for way in told["scenes"][0]["choices"]]
    assert "Để mình hỏi bố." in repr(replies[0])
    assert "“" not in repr(replies[0])
    assert replies[1] is None
