"""What pydantic finds is told in Vietnamese, with its place."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from lachan.schema_words import find_pointer, spell_pointer, tell_fault


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid")

    kind: Literal["mot", "hai"] = "mot"
    count: int = Field(default=1, gt=0)
    names: Annotated[tuple[str, ...], Field(min_length=1, max_length=2)] = ("a",)
    either: int | tuple[str, ...] = 1


class Whole(BaseModel):
    parts: list[Part]


def find_fault(data: object) -> dict[str, Any]:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Whole).validate_python(data)
    return dict(caught.value.errors(include_url=False)[0])


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({}, "parts: thiếu trường này"),
        ([], "(cả mục): cần một nhóm trường; thấy danh sách 0 mục"),
        ({"parts": [{}, {"la": 1}]}, "parts[1].la: không có trường này"),
        (
            {"parts": [{"kind": "haii"}]},
            'parts[0].kind: phải là một trong: mot, hai; thấy "haii" (có phải là "hai"?)',
        ),
        ({"parts": [{"count": 0}]}, "parts[0].count: cần một số lớn hơn 0; thấy 0"),
        ({"parts": [{"names": []}]}, "parts[0].names: cần ít nhất 1 mục; thấy danh sách 0 mục"),
        ({"parts": [{"names": "abc"}]}, 'parts[0].names: cần một danh sách; thấy "abc"'),
        (
            {"parts": [{"count": "a" * 99}]},
            f'parts[0].count: cần một số nguyên; thấy "{"a" * 80}…"',
        ),
        ({"parts": [{"either": None}]}, "parts[0].either.int: cần một số nguyên; thấy chỗ trống"),
    ],
)
def test_a_fault_is_a_sentence_that_begins_with_its_place(data: object, told: str) -> None:
    assert told == tell_fault(find_fault(data))


def test_the_place_may_begin_further_up() -> None:
    assert tell_fault(find_fault({}), ("tep", 3)) == "tep[3].parts: thiếu trường này"


def test_marks_of_unions_lead_nowhere() -> None:
    fault = {"loc": ("parts", 1, "tuple[str, ...]", 0)}
    assert spell_pointer(find_pointer(fault)) == "parts[1][0]"
