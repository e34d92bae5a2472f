from collections.abc import Sequence
from dataclasses import replace

import pytest

from lachan.assembly import assemble, form_key
from lachan.assembly.sheet_plan import digit_marks, key_marks, plan_sheet
from lachan.domain.kinds import ItemType, Level
from lachan.domain.papers.paper import Cell, FormItem, Paper
from lachan.domain.papers.sheets import SheetPart, SheetPlan
from support.items import (
    LAW_DATE,
    TOPIC,
    full_blueprint,
    make_bank,
    make_blueprint,
    make_item,
    make_part,
)


def make_paper(codes: Sequence[str] = ("101", "102")) -> Paper:
    return assemble(full_blueprint(), make_bank(), law_date=LAW_DATE, seed="s", codes=codes)


def part_of(plan: SheetPlan, kind: ItemType) -> SheetPart:
    return next(part for part in plan.parts if part.type is kind)


def values_of(plan: SheetPlan, kind: ItemType) -> dict[str, str]:
    question = part_of(plan, kind).questions[0]
    return {field.place: "".join(field.values) for field in question.fields}


def test_each_type_gets_its_bubbles() -> None:
    plan = plan_sheet(make_paper())
    assert {kind: values_of(plan, kind) for kind in ItemType} == {
        ItemType.SINGLE_CHOICE: {"": "ABCD"},
        ItemType.MULTIPLE_CHOICE: {"": "ABCDE"},
        ItemType.TRUE_FALSE_GROUP: dict.fromkeys("abcd", "ĐS"),
        ItemType.SHORT_ANSWER: {
            "1": "-0123456789",
            "2": ",0123456789",
            "3": ",0123456789",
            "4": "0123456789",
        },
        ItemType.SHORT_TEXT: {},
        ItemType.MATCHING: dict.fromkeys("123", "ABCD"),
        ItemType.ORDERING: dict.fromkeys("1234", "ABCD"),
        ItemType.SCENARIO: dict.fromkeys("12", "AB"),
        ItemType.ESSAY: {},
    }


def test_only_questions_with_several_answers_take_several_marks() -> None:
    plan = plan_sheet(make_paper())
    many = {part.type for part in plan.parts for q in part.questions for f in q.fields if f.many}
    assert many == {ItemType.MULTIPLE_CHOICE}


@pytest.mark.parametrize("codes", [("101",), ("0101", "0102")])
def test_the_sheet_has_a_column_a_digit_of_the_code(codes: Sequence[str]) -> None:
    plan = plan_sheet(make_paper(codes), number_columns=5)
    assert [f.name for f in plan.code_fields] == [f"code.{n}" for n in range(1, len(codes[0]) + 1)]
    assert len(plan.number_fields) == 5


def test_field_names_are_unique_and_follow_the_paper() -> None:
    names = [field.name for field in plan_sheet(make_paper()).fields]
    assert len(set(names)) == len(names)
    assert {"1.1", "3.2.d", "4.1.4"} <= set(names)


def test_where_forms_hold_different_items_the_largest_decides() -> None:
    wide, narrow = make_item("rong"), make_item("hep")
    blueprint = make_blueprint(make_part(ItemType.SINGLE_CHOICE, Cell(TOPIC, Level.KNOW, 1)))
    paper = assemble(blueprint, [wide], law_date=LAW_DATE, seed="s", codes=("101", "102"))
    first, second = paper.forms
    paper = replace(
        paper,
        items={"rong": wide, "hep": narrow},
        forms=(replace(first, parts=((FormItem("hep", ("a", "b", "c")),),)), second),
    )
    assert values_of(plan_sheet(paper), ItemType.SINGLE_CHOICE) == {"": "ABCD"}


@pytest.mark.parametrize("form_index", [0, 1])
def test_the_key_blackens_what_the_key_says(form_index: int) -> None:
    paper = make_paper()
    plan = plan_sheet(paper)
    key = form_key(paper, paper.forms[form_index])
    marks = key_marks(plan, key)
    known = {(field.name, value) for field in plan.fields for value in field.values}
    assert {(name, v) for name, values in marks.items() for v in values} <= known
    for row in key:
        kind = plan.parts[row.part - 1].type
        fields = plan.parts[row.part - 1].questions[row.number - 1].fields
        told = ["".join(marks.get(field.name, ())) for field in fields]
        if kind in (ItemType.MATCHING, ItemType.SCENARIO):
            told = [field.place + mark for field, mark in zip(fields, told, strict=True)]
            assert " ".join(told) == row.key
        elif kind is not ItemType.SHORT_TEXT:
            assert "".join(told) == row.key


def test_a_short_number_is_filled_with_zeros_in_front() -> None:
    fields = plan_sheet(make_paper()).number_fields
    marks = digit_marks(fields, "1234")
    assert "".join(values[0] for values in marks.values()) == "001234"
