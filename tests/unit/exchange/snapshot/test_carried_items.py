"""What a notebook takes along is read back as it was, and nothing else is."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from lachan.content import Content
from lachan.exchange import SnapshotError
from lachan.exchange.snapshot.carried_items import CarriedItems, parse_carried, render_carried


@pytest.fixture(scope="module")
def carried(real_content: Content) -> CarriedItems:
    return CarriedItems(
        real_content.items[:9], dict(real_content.provisions), {"media/a.png": b"\x89PNG"}
    )


def test_it_comes_back_as_it_was(carried: CarriedItems) -> None:
    text = render_carried(carried)

    assert carried == parse_carried(text, "so.ipynb")
    assert text == render_carried(parse_carried(text, "so.ipynb"))


def test_where_the_law_stands_in_its_file_is_left_out(carried: CarriedItems) -> None:
    moved = {
        key: replace(each, source=each.source.at("khác"))
        for key, each in carried.provisions.items()
    }

    assert render_carried(carried) == render_carried(replace(carried, provisions=moved))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": "khac/1"}', None, 3])
def test_what_is_something_else_is_refused(text: object) -> None:
    with pytest.raises(SnapshotError, match=r"^so\.ipynb, phần câu hỏi mang theo: không đúng dạng"):
        parse_carried(text, "so.ipynb")


def test_another_format_is_refused_in_words(carried: CarriedItems) -> None:
    newer = render_carried(carried).replace("lachan-carried/1", "lachan-carried/9")

    told = r"^so\.ipynb, phần câu hỏi mang theo: tệp ghi theo dạng lachan-carried/9, bản"
    with pytest.raises(SnapshotError, match=told):
        parse_carried(newer, "so.ipynb")


@pytest.mark.parametrize(
    ("place", "value", "told"),
    [
        (("items", 2, "stem"), 7, r"items\[2\]\.stem: cần văn bản có định dạng; thấy 7"),
        (("provisions", 0, "document"), None, r"provisions\[0\]\.document: cần một nhóm trường"),
        (("pictures", "media/a.png"), "?", r"pictures\.media/a\.png: cần dữ liệu dạng Base64"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    carried: CarriedItems, place: tuple[str | int, ...], value: object, told: str
) -> None:
    raw = json.loads(render_carried(carried))
    holder = raw
    for step in place[:-1]:
        holder = holder[step]
    holder[place[-1]] = value

    with pytest.raises(SnapshotError, match=rf"^so\.ipynb, .*\({told}.*hãy chép lại sổ"):
        parse_carried(json.dumps(raw), "so.ipynb")


def test_a_changed_key_is_found_out(carried: CarriedItems) -> None:
    raw = json.loads(render_carried(carried))
    question = next(each for each in raw["items"] if each["type"] == "single_choice")
    question["key"] = next(c["id"] for c in question["choices"] if c["id"] != question["key"])

    with pytest.raises(SnapshotError, match="tệp đã bị sửa"):
        parse_carried(json.dumps(raw), "so.ipynb")
