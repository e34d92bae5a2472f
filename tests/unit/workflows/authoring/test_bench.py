"""A question on its way from nothing, or from the kit, into the school's bank."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from lachan.content import Content, load_content
from lachan.domain.kinds import Band, ItemType
from lachan.errors import LachanError, Severity
from lachan.workflows.authoring.bench import AuthoringError, Writing, WritingBench
from lachan.workflows.authoring.judging import Place
from lachan.workflows.authoring.school_bank import Shelf
from support.school_folder import ITEMS, NEW_ITEM, make_school

ON = dt.date(2026, 12, 1)
PLACE = Place(Band.LOWER_SECONDARY, "mau")
NOW = dt.datetime(2026, 12, 1, 1, 0, tzinfo=dt.UTC)


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return make_school(tmp_path / "kho", {ITEMS: NEW_ITEM})


def open_bench(root: Path, school: Path | None) -> WritingBench:
    content = load_content(root, school=school)
    return WritingBench(content, lambda: ON, lambda: NOW)


@pytest.fixture
def bench(sample: Path, school: Path) -> WritingBench:
    return open_bench(sample, school)


def write(bench: WritingBench, **changes: object) -> Writing:
    """Return a question that nothing is wrong with."""
    begun = bench.begin(PLACE, ItemType.SHORT_ANSWER)
    entry = {
        **begun.entry,
        "stem": "Gọi xe cấp cứu thì bấm ba số nào?",
        "key": "115",
        "reason": "Số này có người nghe máy cả ngày đêm.",
        "skill": "yes",
        **changes,
    }
    return replace(begun, entry=entry)


def test_a_question_begins_empty_under_an_id_that_is_free(bench: WritingBench) -> None:
    begun = bench.begin(PLACE, ItemType.SINGLE_CHOICE)
    assert begun.entry["id"] == "truong-thcs-mau-001"
    assert [each["id"] for each in begun.entry["choices"]] == ["a", "b", "c", "d"]
    bench.save_draft(begun)
    assert bench.begin(PLACE, ItemType.ESSAY).entry["id"] == "truong-thcs-mau-002"


def test_from_nothing_into_the_bank(bench: WritingBench, sample: Path, school: Path) -> None:
    writing = bench.save_draft(write(bench))
    assert "truong-thcs-mau-001" not in {each.id for each in bench.content.items}
    published = bench.publish(writing)
    assert published.is_known
    assert (published.draft, published.former_id) == ("", "")
    assert bench.judge(published).problems == ()
    item = load_content(sample, school=school).get_item("truong-thcs-mau-001")
    assert [(each.role, each.date) for each in item.reviews] == [("author", ON)]
    assert bench.content.get_item(item.id) == item


def test_with_an_error_nothing_gets_into_the_bank(bench: WritingBench, school: Path) -> None:
    before = (school / ITEMS).read_text("utf-8")
    with pytest.raises(AuthoringError, match="Còn 1 lỗi"):
        bench.publish(write(bench, key="một trăm"))
    assert (school / ITEMS).read_text("utf-8") == before


def test_a_question_of_the_kit_is_replaced_and_comes_back(
    bench: WritingBench, sample: Path
) -> None:
    opened = bench.open("mau-004", None)
    assert (opened.kit, opened.bank, opened.place) == (True, "", PLACE)
    changed = replace(opened, entry={**opened.entry, "reason": "Gọi 111, miễn phí, cả ngày đêm."})
    assert [each for each in bench.judge(changed).problems if each.severity is Severity.ERROR] == []
    file = (sample / ITEMS).read_text("utf-8")
    bench.publish(changed)
    ids = [each.id for each in bench.content.items]
    assert ids.count("mau-004") == 1
    assert "Gọi 111" in str(bench.content.get_item("mau-004").body)
    bench.withdraw("mau-004")
    assert "Gọi 111" not in str(bench.content.get_item("mau-004").body)
    assert [each.id for each in bench.content.items] == ids
    assert (sample / ITEMS).read_text("utf-8") == file


def test_a_question_of_the_kit_keeps_its_type(bench: WritingBench) -> None:
    with pytest.raises(AuthoringError, match="giữ nguyên dạng"):
        bench.retype(bench.open("mau-004", None), ItemType.SHORT_TEXT)
    retyped = bench.retype(write(bench), ItemType.SHORT_TEXT)
    assert (retyped.entry["type"], retyped.entry["key"]) == ("short_text", "115")


def test_readings_of_another_text_go(bench: WritingBench, school: Path) -> None:
    read = "    reviews: [{role: author, date: 2026-11-01}, {role: law, date: 2026-11-02}]\n"
    (school / ITEMS).write_text(NEW_ITEM + read, encoding="utf-8")
    opened = bench.open("truong-001", Shelf.BANK)
    same = bench.publish(opened)
    assert [each["role"] for each in same.entry["reviews"]] == ["author", "law"]
    changed = replace(same, entry={**same.entry, "reason": "Gọi 111, miễn phí."})
    again = bench.publish(changed)
    assert again.entry["reviews"] == [{"role": "author", "date": "2026-12-01"}]


def test_a_former_version_comes_back_into_the_form(bench: WritingBench) -> None:
    opened = bench.open("truong-001", Shelf.BANK)
    changed = bench.publish(replace(opened, entry={**opened.entry, "seconds": "20"}))
    [version] = bench.list_versions("truong-001")
    restored = bench.restore(changed, version.name)
    assert restored.entry == opened.entry
    assert restored.bank == changed.bank
    with pytest.raises(AuthoringError, match="bản cũ"):
        bench.restore(changed, "../../bi-mat.yaml")


def test_a_draft_is_dropped_and_is_no_longer_found(bench: WritingBench) -> None:
    kept = bench.save_draft(write(bench))
    bench.drop_draft(str(kept.entry["id"]))
    with pytest.raises(AuthoringError, match="Không còn câu"):
        bench.open(str(kept.entry["id"]), Shelf.DRAFT)
    assert [each.id for each in bench.list_questions()] == ["truong-001"]


def test_questions_of_the_kit_are_found_by_words_and_id(bench: WritingBench) -> None:
    assert [each.id for each in bench.find("điện thoại bảo vệ trẻ em ba chữ số")] == ["mau-004"]
    assert [each.id for each in bench.find("MAU-002")] == ["mau-002"]
    assert bench.find("  ") == []


def test_without_a_folder_everything_but_keeping_works(sample: Path) -> None:
    bench = open_bench(sample, None)
    writing = write(bench)
    assert bench.judge(writing).problems == ()
    assert bench.list_questions() == []
    assert bench.open("mau-004", None).kit
    for act in (bench.save_draft, bench.publish):
        with pytest.raises(LachanError, match="lachan school init"):
            act(writing)


def test_what_a_file_of_the_school_cannot_say_is_told(bench: WritingBench, school: Path) -> None:
    (school / ITEMS).write_text("items: [\n", encoding="utf-8")
    [fault] = bench.list_faults()
    assert "YM001" in fault


def test_content_of_a_private_bank_is_not_opened(
    sample: Path, school: Path, tmp_path: Path
) -> None:
    private = tmp_path / "rieng" / "thcs" / "mau.yaml"
    private.parent.mkdir(parents=True)
    private.write_text(NEW_ITEM.replace("truong-001", "rieng-001"), encoding="utf-8")
    content: Content = load_content(sample, [tmp_path / "rieng"], school)
    bench = WritingBench(content, lambda: ON, lambda: NOW)
    assert bench.find("rieng-001") == []
    with pytest.raises(AuthoringError, match="Không còn câu"):
        bench.open("rieng-001", None)
