import json

import pytest

from lachan.content import Content
from lachan.domain.practice.items import ContestItemError
from lachan.wire.offline import offline_json


def test_items_keys_and_texts_travel_together(content: Content) -> None:
    items = [content.get_item("thu-mot"), content.get_item("thu-ngan")]
    data = offline_json(items, content.provisions, {"media/hinh.svg": "data:,"})
    assert ["thu-mot", "thu-ngan"] == [item["id"] for item in data["items"]]
    assert data["keys"]["thu-ngan"]["key"] == "111"
    assert data["media"] == {"media/hinh.svg": "data:,"}
    assert data == json.loads(json.dumps(data))


def test_keys_of_contest_items_never_travel(content: Content) -> None:
    with pytest.raises(ContestItemError, match="thu-thi"):
        offline_json([content.get_item("thu-thi")], content.provisions)
