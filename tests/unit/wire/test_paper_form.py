"""Blueprints as a form and back; what is wrong with single fields."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from lachan.content import Content
from lachan.content.papers.blueprint_reader import parse_blueprint
from lachan.content.papers.blueprint_writer import render_blueprint
from lachan.domain.kinds import Band, Level
from lachan.domain.papers.paper import Blueprint
from lachan.frontend import load_texts
from lachan.widgets.papers.reading import FormError, read_form
from lachan.wire.paper_form import form_json, grid_blueprint, new_form, split_list
from lachan.workflows.papers.draft import DEFAULT_FORM_COUNT

TEXTS = load_texts()
RICH = """
title: "Thử mọi luật"
header: {organiser: "Trường A", exam: "Kì thi B", subject: "Pháp luật"}
official: yes
band: thcs
date: 2026-12-05
minutes: 20
codes: ["201", "305"]
seed: "s"
rules:
  mode: different
  base_forms: 2
  max_shared: 1
  max_exposure: 1
  key_balance: no
  difficulty_tolerance: 0.5
  time_tolerance_s: 60
  include: [mot]
  exclude: [hai]
  previous: [ba]
parts:
  - {type: single_choice, points: 0.25, use: contest, cells: [{topic: thu, level: biet, count: 2}]}
  - type: true_false_group
    points: 1
    steps: [0.1, 0.25, 0.5, 1]
    unit: statements
    cells: [{topic: thu, level: biet, count: 3}, {topic: thu, level: hieu, count: 1}]
"""


Fields = dict[str, Any]
"""The fields as they come from a browser, whatever it sent."""


def without_source(blueprint: Blueprint) -> Blueprint:
    total = sum((part.points * part.count for part in blueprint.parts), Decimal())
    forms = len(blueprint.codes) or blueprint.form_count or DEFAULT_FORM_COUNT
    return replace(blueprint, total_points=total, form_count=forms)


def faults_of(form: Fields) -> dict[str, str]:
    with pytest.raises(FormError) as caught:
        read_form(form, TEXTS)
    return {fault.field: fault.message for fault in caught.value.faults}


@pytest.fixture
def form() -> Fields:
    return {**form_json(parse_blueprint(RICH, "thu.yaml"))}


def test_a_rich_blueprint_comes_back_from_its_form(form: Fields) -> None:
    wanted = parse_blueprint(RICH, "thu.yaml")
    found = read_form(json.loads(json.dumps(form)), TEXTS)
    assert without_source(replace(found, source=wanted.source)) == without_source(wanted)


def test_every_ready_made_blueprint_comes_back(real_content: Content) -> None:
    for blueprint in real_content.blueprints:
        found = read_form(form_json(blueprint), TEXTS)
        again = parse_blueprint(render_blueprint(found, {}), f"{blueprint.slug}.yaml")
        assert without_source(replace(again, source=blueprint.source)) == without_source(blueprint)


def test_a_new_form_asks_for_nothing_yet() -> None:
    form: Fields = {**new_form(Band.LOWER_SECONDARY, ["thu"], dt.date(2026, 12, 1))}
    assert (form["school_year"], form["topics"]) == ("2026 – 2027", ["thu"])
    assert faults_of(form) == {"parts.0": "Phần này chưa có câu nào."}


@pytest.mark.parametrize(
    ("change", "field", "message"),
    [
        ({"title": " "}, "title", "Chưa điền ô này."),
        ({"minutes": "0"}, "minutes", "Cần một số từ 1 đến 300; đang là “0”."),
        ({"minutes": "4²"}, "minutes", "Cần một số từ 1 đến 300; đang là “4²”."),
        ({"codes": "", "forms": "25"}, "forms", "Cần một số từ 1 đến 24; đang là “25”."),
        ({"codes": "101, 101"}, "codes", "Có mã đề viết hai lần."),
        ({"codes": "10a"}, "codes", "Mỗi mã đề cần 3 hoặc 4 chữ số, cách nhau bằng dấu phẩy."),
        ({"max_shared": "-1"}, "max_shared", "Cần một số từ 0 đến 100; đang là “-1”."),
        ({"seed": ""}, "seed", "Chưa điền ô này."),
        (
            {"minutes": "9" * 5000},
            "minutes",
            f"Cần một số từ 1 đến 300; đang là “{'9' * 5000}”.",
        ),
        ({"codes": "101, 0102"}, "codes", "Các mã đề phải cùng 3 hoặc cùng 4 chữ số."),
        ({"date": "mai"}, "date", 'Cần một ngày dạng 2026-11-24; thấy "mai".'),
    ],
)
def test_a_fault_stands_beside_its_field(
    form: Fields, change: dict[str, str], field: str, message: str
) -> None:
    assert faults_of({**form, **change}) == {field: message}


def test_a_number_that_is_none_is_told(form: Fields) -> None:
    assert faults_of({**form, "difficulty_tolerance": "NaN"}) == {
        "difficulty_tolerance": "Cần một số lớn hơn 0, ví dụ 0,25; đang là “NaN”."
    }


def test_ids_cannot_name_files(form: Fields) -> None:
    (message,) = faults_of({**form, "previous": "../../manifest.json"}).values()
    assert message.startswith("“../../manifest.json” không phải mã câu")


def test_faults_of_parts_name_part_and_cell(form: Fields) -> None:
    first, second = form["parts"]
    first["points"] = "không"
    first["counts"] = {"thu/biet": "hai"}
    second["steps"] = "0,1; x"
    assert faults_of(form) == {
        "parts.0.points": "Cần một số lớn hơn 0, ví dụ 0,25; đang là “không”.",
        "parts.0.counts.thu/biet": "Cần một số từ 0 đến 400; đang là “hai”.",
        "parts.1.steps": "Cần bốn số, cách nhau bằng dấu chấm phẩy.",
    }


def test_what_fields_must_be_together_is_told_at_the_part(form: Fields) -> None:
    form["parts"][1]["counts"] = {"thu/biet": "3"}
    assert faults_of(form) == {"parts.1": "Tổng số ý là 3, phải chia hết cho 4 (mỗi câu bốn ý)."}


def test_steps_that_do_not_fit_are_told_at_the_steps(form: Fields) -> None:
    form["parts"][1]["steps"] = "1; 0,5; 0,25; 0,1"
    assert faults_of(form) == {
        "parts.1.steps": "Cần bốn số không giảm (điểm khi đúng 1, 2, 3, 4 ý), "
        "số cuối bằng điểm mỗi câu là 1."
    }


def test_rules_that_contradict_each_other_are_told_of_the_rules(form: Fields) -> None:
    assert faults_of({**form, "exclude": "mot"}) == {
        "rules": "Câu vừa phải có vừa phải tránh: mot."
    }


def test_cells_of_topics_that_are_hidden_do_not_count(form: Fields) -> None:
    form["parts"][0]["counts"]["khac/biet"] = "9"
    assert read_form(form, TEXTS).parts[0].count == 2


def test_the_grid_asks_one_of_every_cell_whatever_else_is_wrong(form: Fields) -> None:
    grid = grid_blueprint({**form, "minutes": "x", "date": "mai", "topics": ["thu", "khac", 3]})
    assert grid.date is None
    assert grid.rules.exclude == ("hai",)
    assert [(cell.topic, cell.level, cell.count) for cell in grid.parts[1].cells] == [
        (topic, level, 1) for topic in ("thu", "khac") for level in Level
    ]
    assert grid_blueprint({**form, "band": "x"}) is None
    assert grid_blueprint({**form, "topics": []}) is None
    assert grid_blueprint({**form, "topics": None}) is None


def test_lists_are_split_at_commas_and_spaces() -> None:
    assert split_list(" 101,102;103  104,") == ("101", "102", "103", "104")
