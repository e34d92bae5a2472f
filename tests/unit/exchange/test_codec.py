"""One codec for every dataclass: what is written, and what is told where it is something else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest

from lachan.domain.rich.text import Paragraph, RichText, Text
from lachan.domain.source import NOWHERE, Source
from lachan.exchange.codec import Codec
from lachan.exchange.json_files import CodecError


class Colour(StrEnum):
    RED = "do"
    BLUE = "xanh"


@dataclass(frozen=True, slots=True)
class Leaf:
    text: RichText
    colour: Colour = Colour.RED
    note: str = ""
    source: Source = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Tree:
    # Named as its type is: pydantic's own schema stumbles over it.
    date: dt.date
    at: dt.datetime
    is_old: bool
    height: int
    price: Decimal
    leaves: tuple[Leaf, ...]
    words: tuple[int, int] | None = None
    names: frozenset[str] = frozenset()
    data: Mapping[str, bytes] = field(default_factory=dict)


TREE = Tree(
    date=dt.date(2026, 11, 24),
    at=dt.datetime(2026, 11, 24, 8, tzinfo=dt.timezone(dt.timedelta(hours=7))),
    is_old=True,
    height=7,
    price=Decimal("1.50"),
    leaves=(Leaf((Paragraph((Text("lá"),)),), Colour.BLUE, source=Source("a.yaml", ("x", 1))),),
    words=(1, 2),
    names=frozenset({"b", "c", "a"}),
    data={"a.png": b"\x00\xff"},
)
NODES = [{"type": "paragraph", "children": [{"type": "text", "value": "lá"}]}]
DATA: dict[str, Any] = {
    "date": "2026-11-24",
    "at": "2026-11-24T01:00:00+00:00",
    "old": True,
    "height": 7,
    "price": "1.50",
    "leaves": [{"text": NODES, "colour": "xanh"}],
    "words": [1, 2],
    "names": ["a", "b", "c"],
    "data": {"a.png": "AP8="},
}
CODEC = Codec(Tree, names={"is_old": "old"}, spare=("note",))


def test_a_value_is_written_under_the_names_of_its_file() -> None:
    assert DATA == CODEC.dump(TREE)


def test_it_comes_back_without_where_it_was_read() -> None:
    found = CODEC.load(DATA)

    assert TREE == found
    assert found.leaves[0].source == NOWHERE


def test_what_the_file_says_of_where_it_was_read_is_not_believed() -> None:
    leaf = {**DATA["leaves"][0], "source": {"file": "/etc/passwd"}}

    assert CODEC.load({**DATA, "leaves": [leaf]}).leaves[0].source == NOWHERE


def test_what_was_left_out_has_its_default() -> None:
    lean = {name: value for name, value in DATA.items() if name not in ("words", "names", "data")}

    assert replace(TREE, words=None, names=frozenset(), data={}) == CODEC.load(lean)


@pytest.mark.parametrize("late", [(), ("names",)])
def test_only_what_the_first_files_lacked_may_be_left_out(late: tuple[str, ...]) -> None:
    strict = Codec(Tree, names={"is_old": "old"}, spare=("note",), late=late)
    lean = {name: value for name, value in DATA.items() if name not in late}

    assert replace(TREE, names=frozenset() if late else TREE.names) == strict.load(lean)
    with pytest.raises(CodecError, match=r"^data: thiếu trường này$"):
        strict.load({name: value for name, value in lean.items() if name != "data"})


@pytest.mark.parametrize(
    ("place", "value", "told"),
    [
        (("height",), "7", 'height: cần một số nguyên; thấy "7"'),
        (("height",), True, "height: cần một số nguyên; thấy True"),
        (("old",), "yes", 'old: cần true hoặc false; thấy "yes"'),
        (("price",), "một", 'price: cần một số (dùng dấu chấm: 0.5); thấy "một"'),
        (("date",), "24/11/2026", "date: cần một ngày dạng 2026-11-24; thấy 24/11/2026"),
        (("at",), 3, "at: cần ngày giờ dạng 2026-11-24T08:00:00+00:00; thấy 3"),
        (("leaves",), {}, "leaves: cần một danh sách; thấy một nhóm trường"),
        (("leaves", 0), "lá", 'leaves[0]: cần một nhóm trường; thấy "lá"'),
        (
            ("leaves", 0, "colour"),
            "xan",
            'leaves[0].colour: phải là một trong: do, xanh; thấy "xan" (có phải là "xanh"?)',
        ),
        (
            ("leaves", 0, "text"),
            [{"type": "bài thơ"}],
            "leaves[0].text: cần văn bản có định dạng; thấy danh sách 1 mục",
        ),
        (("words",), [1], "words[1]: thiếu trường này"),
        (("names",), [1], "names[0]: cần một dòng chữ; thấy 1"),
        (("data", "a.png"), "?", "data.a.png: cần dữ liệu dạng Base64; thấy ?"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    place: tuple[str | int, ...], value: object, told: str
) -> None:
    def put(data: Any, steps: tuple[str | int, ...]) -> Any:
        if not steps:
            return value
        step, *rest = steps
        if isinstance(data, list):
            return [put(each, tuple(rest)) if n == step else each for n, each in enumerate(data)]
        return {**data, step: put(data[step], tuple(rest))}

    with pytest.raises(CodecError) as caught:
        CODEC.load(put(DATA, place), "trees", 4)

    assert f"trees[4].{told}" == str(caught.value)


@pytest.mark.parametrize("data", [None, [], "cây", 7])
def test_what_is_no_group_of_fields_is_told(data: object) -> None:
    with pytest.raises(CodecError, match=r"^\(cả mục\): cần một nhóm trường; thấy "):
        CODEC.load(data)


def test_unknown_fields_are_refused_where_that_is_asked() -> None:
    assert CODEC.load({**DATA, "la": 1}) == TREE
    with pytest.raises(CodecError, match=r"^la: không có trường này$"):
        replace(CODEC, closed=True).load({**DATA, "la": 1})


def test_fields_that_stand_apart_are_taken_as_they_are() -> None:
    codec = replace(CODEC, apart=("leaves",))

    assert "leaves" not in codec.dump(TREE)
    assert TREE == codec.load({**DATA, "leaves": TREE.leaves})


def test_a_field_may_lie_deeper_in_the_file() -> None:
    codec = Codec(Tree, names={"is_old": "old", "height": ["size", 0]}, spare=("note",))
    rest = {name: value for name, value in DATA.items() if name != "height"}

    assert rest == codec.dump(TREE)
    assert TREE == codec.load({**rest, "size": [7]})
