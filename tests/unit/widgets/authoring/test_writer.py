"""The form for questions: a message in, what the screen shows out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from lachan.content import load_content
from lachan.widgets.authoring.writer import ItemWriter
from lachan.workflows.authoring.bench import WritingBench
from support.school_folder import ITEMS, NEW_ITEM, make_school

ON = dt.date(2026, 12, 1)
NOW = dt.datetime(2026, 12, 1, 1, 0, tzinfo=dt.UTC)


def report() -> str:
    return "K7QF-3MZD"


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return make_school(tmp_path / "kho", {ITEMS: NEW_ITEM})


@pytest.fixture
def writer(sample: Path, school: Path) -> ItemWriter:
    content = load_content(sample, school=school)
    return ItemWriter(content, WritingBench(content, lambda: ON, lambda: NOW), report)


def send(writer: ItemWriter, type_: str, /, **more: object) -> str:
    writer.receive({"type": type_, "serial": writer.answered + 1, **more})
    return writer.notice


def open_own(writer: ItemWriter) -> dict[str, Any]:
    assert send(writer, "open", id="truong-001", shelf="quiz_bank") == ""
    return dict(writer.form)


def test_the_menu_has_lessons_law_and_the_schools_folder(writer: ItemWriter, school: Path) -> None:
    menu = writer.menu
    assert menu["folder"] == str(school)
    [topic] = next(each for each in menu["bands"] if each["band"] == "thcs")["topics"]
    assert topic["topic"] == "mau"
    assert {"value": "nhan-biet"}.items() <= topic["objectives"][0].items()
    assert "luat-mau/d3" in {each["id"] for each in menu["law"]}
    weak = next(each for each in menu["law"] if each["id"] == "luat-mau/d9")
    assert weak["warning"]


def test_the_schools_questions_are_listed(writer: ItemWriter) -> None:
    assert [(each["id"], each["shelf"]) for each in writer.questions] == [
        ("truong-001", "quiz_bank")
    ]


def test_what_is_wrong_stands_at_its_field(writer: ItemWriter) -> None:
    form = open_own(writer)
    form["entry"] = {**form["entry"], "key": "một trăm"}
    assert send(writer, "look", form=form) == ""
    [note] = writer.look["notes"]
    assert (note["field"], note["kind"], note["code"]) == ("key", "error", "SC003")
    assert note["message"].startswith('Đáp án "một trăm" phải là')
    assert writer.look["item"] is None
    assert "key: một trăm" in writer.look["yaml"]


def test_a_question_that_can_be_read_is_shown_with_its_key(writer: ItemWriter) -> None:
    assert send(writer, "look", form=open_own(writer)) == ""
    assert writer.look["notes"] == []
    assert writer.look["item"]["id"] == "truong-001"
    assert writer.look["feedback"]["explanation"]["key"] == "111"


def test_a_question_goes_from_draft_to_bank_and_back(writer: ItemWriter, school: Path) -> None:
    form = open_own(writer)
    assert send(writer, "draft", form=form) == ""
    assert [each["shelf"] for each in writer.questions] == ["nhap", "quiz_bank"]
    assert send(writer, "publish", form=writer.form) == ""
    assert [each["shelf"] for each in writer.questions] == ["quiz_bank"]
    assert send(writer, "withdraw", id="truong-001") == ""
    assert [each["shelf"] for each in writer.questions] == ["nhap"]
    assert send(writer, "versions", id="truong-001") == ""
    assert [each["when"] for each in writer.versions] == ["08:00:00 01/12/2026"]
    assert send(writer, "restore", form=writer.form, name=writer.versions[0]["name"]) == ""
    assert send(writer, "drop", id="truong-001") == ""
    assert writer.questions == []


def test_a_new_question_of_another_type(writer: ItemWriter) -> None:
    assert send(writer, "begin", band="thcs", topic="mau", kind="single_choice") == ""
    assert writer.form["entry"]["id"] == "truong-thcs-mau-001"
    assert send(writer, "retype", form=writer.form, kind="true_false_group") == ""
    assert [each["id"] for each in writer.form["entry"]["statements"]] == ["a", "b", "c", "d"]
    assert send(writer, "find", query="mau-004") == ""
    assert [each["id"] for each in writer.found] == ["mau-004"]


@pytest.mark.parametrize(
    ("type_", "more"),
    [
        ("begin", {"band": "thcs", "topic": "khac", "kind": "essay"}),
        ("begin", {"band": "thcs", "topic": "mau", "kind": "khac"}),
        ("open", {"id": "truong-009", "shelf": "quiz_bank"}),
        ("look", {"form": None}),
        ("publish", {"form": {"band": "thcs"}}),
        ("restore", {}),
        ("khac", {}),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_waits(
    writer: ItemWriter, type_: str, more: dict[str, object]
) -> None:
    notice = send(writer, type_, **more)
    assert notice
    assert "K7QF" not in notice
    assert writer.answered == 1
