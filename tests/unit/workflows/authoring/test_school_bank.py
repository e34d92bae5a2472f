"""A school's questions as files: drafts, the bank, copies, and what is refused."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from lachan.content import load_content
from lachan.domain.kinds import Band
from lachan.workflows.authoring.judging import Place
from lachan.workflows.authoring.school_bank import SchoolBank, SchoolBankError, Shelf, mark_of
from support.school_folder import ITEMS, NEW_ITEM, make_school

PLACE = Place(Band.LOWER_SECONDARY, "mau")
DRAFT = "nhap/thcs/mau.yaml"
ENTRY = {
    "id": "truong-002",
    "type": "short_answer",
    "level": "biet",
    "stem": "Số nào?",
    "key": "111",
    "reason": "Miễn phí.",
    "citations": ["luat-mau/d3"],
}


class Clock:
    """A second passes whenever somebody looks."""

    def __init__(self) -> None:
        self.at = dt.datetime(2026, 12, 1, 1, 0, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        self.at += dt.timedelta(seconds=1)
        return self.at


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return make_school(tmp_path / "kho", {ITEMS: NEW_ITEM})


@pytest.fixture
def bank(school: Path, sample: Path) -> SchoolBank:
    return SchoolBank(school, sample, Clock())


def names(bank: SchoolBank) -> list[tuple[str, str]]:
    return [(each.id, each.shelf.value) for each in bank.list_questions()]


def test_a_draft_lies_apart_and_is_met_by_nobody(
    bank: SchoolBank, school: Path, sample: Path
) -> None:
    half = {"id": "truong-002", "type": "single_choice", "choices": [{"id": "a"}]}
    kept = bank.save_draft(half, PLACE, "")
    assert names(bank) == [("truong-002", "nhap"), ("truong-001", "quiz_bank")]
    assert "status: draft" in (school / DRAFT).read_text("utf-8")
    assert kept.entry == half
    content = load_content(sample, school=school)
    assert content.problems == ()
    assert "truong-002" not in {each.id for each in content.items}


def test_a_question_goes_into_the_bank_and_its_draft_goes(
    bank: SchoolBank, school: Path, sample: Path
) -> None:
    bank.save_draft(ENTRY, PLACE, "")
    bank.publish(ENTRY, PLACE, "")
    assert names(bank) == [("truong-001", "quiz_bank"), ("truong-002", "quiz_bank")]
    content = load_content(sample, school=school)
    assert content.problems == ()
    assert content.get_item("truong-002").may_be_practised


def test_a_question_comes_back_out_of_the_bank(bank: SchoolBank, school: Path) -> None:
    draft = bank.withdraw("truong-001")
    assert names(bank) == [("truong-001", "nhap")]
    assert draft.shelf is Shelf.DRAFT
    assert (school / ITEMS).read_text("utf-8") == "items: []\n"
    with pytest.raises(SchoolBankError, match="không có câu"):
        bank.withdraw("truong-001")


def test_a_copy_of_each_former_file_stays(bank: SchoolBank, school: Path) -> None:
    before = bank.find("truong-001", Shelf.BANK)
    assert before is not None
    entry = {**before.entry, "stem": "Gọi số nào?"}
    kept = bank.publish(entry, PLACE, before.mark)
    again = {**entry, "stem": "Số nào nghe máy cả đêm?"}
    bank.publish(again, PLACE, kept.mark)
    copies = sorted((school / "lich-su").rglob("*.yaml"))
    assert [each.relative_to(school).as_posix() for each in copies] == [
        "lich-su/quiz_bank/thcs/mau/2026-12-01_08-00-01.yaml",
        "lich-su/quiz_bank/thcs/mau/2026-12-01_08-00-02.yaml",
    ]
    assert copies[0].read_text("utf-8") == NEW_ITEM
    stems = [each.written.entry["stem"] for each in bank.list_versions("truong-001")]
    assert stems == ["Gọi số nào?", before.entry["stem"]]
    assert bank.list_versions("truong-009") == []


def test_nothing_is_copied_where_nothing_changed(bank: SchoolBank, school: Path) -> None:
    before = bank.find("truong-001", Shelf.BANK)
    assert before is not None
    bank.publish(before.entry, PLACE, before.mark)
    assert not (school / "lich-su").exists()


def test_what_somebody_else_changed_meanwhile_is_not_written_over(
    bank: SchoolBank, school: Path
) -> None:
    first = bank.save_draft(ENTRY, PLACE, "")
    bank.save_draft({**ENTRY, "stem": "Khác?"}, PLACE, first.mark)
    text = (school / DRAFT).read_text("utf-8")
    with pytest.raises(SchoolBankError, match="cửa sổ khác"):
        bank.save_draft({**ENTRY, "stem": "Nữa?"}, PLACE, first.mark)
    with pytest.raises(SchoolBankError, match="đã có câu mang mã"):
        bank.publish({**ENTRY, "id": "truong-001"}, PLACE, "")
    with pytest.raises(SchoolBankError, match="đã có câu mang mã"):
        bank.save_draft(ENTRY, PLACE, "")
    assert (school / DRAFT).read_text("utf-8") == text


def test_a_draft_may_take_another_id(bank: SchoolBank) -> None:
    first = bank.save_draft(ENTRY, PLACE, "")
    moved = {**ENTRY, "id": "truong-003"}
    bank.save_draft(moved, PLACE, first.mark, former_id="truong-002")
    assert names(bank)[0] == ("truong-003", "nhap")
    other = bank.save_draft(ENTRY, PLACE, "")
    with pytest.raises(SchoolBankError, match="bản nháp khác"):
        bank.save_draft(moved, PLACE, other.mark, former_id="truong-002")
    bank.publish({**moved, "id": "truong-004"}, PLACE, "", former_id="truong-003")
    assert names(bank)[0] == ("truong-002", "nhap")
    with pytest.raises(SchoolBankError, match="chưa có mã"):
        bank.save_draft({**ENTRY, "id": ""}, PLACE, "")


def test_no_file_that_cannot_be_read_gets_into_the_bank(bank: SchoolBank, school: Path) -> None:
    broken = NEW_ITEM.replace("level: biet", "level: bit")
    (school / ITEMS).write_text(broken, encoding="utf-8")
    with pytest.raises(SchoolBankError, match=r"level: .*một trong.*sửa lỗi ấy trước"):
        bank.publish(ENTRY, PLACE, "")
    assert (school / ITEMS).read_text("utf-8") == broken


@pytest.mark.parametrize(
    ("data", "words"), [(b"items: [\n", "YM001"), (b"items:\n  - id: \xff\n", "UTF-8")]
)
def test_a_file_that_cannot_be_read_is_told_and_left_alone(
    bank: SchoolBank, school: Path, data: bytes, words: str
) -> None:
    (school / ITEMS).write_bytes(data)
    assert names(bank) == []
    [fault] = bank.list_faults()
    assert words in fault
    with pytest.raises(Exception, match=r"UTF-8|YAML"):
        bank.publish(ENTRY, PLACE, "")
    assert (school / ITEMS).read_bytes() == data


def test_line_ends_of_windows_stay(bank: SchoolBank, school: Path) -> None:
    (school / ITEMS).write_bytes(NEW_ITEM.replace("\n", "\r\n").encode())
    bank.publish(ENTRY, PLACE, "")
    written = (school / ITEMS).read_bytes()
    assert written.count(b"\r\n") == written.count(b"\n")
    assert names(bank) == [("truong-001", "quiz_bank"), ("truong-002", "quiz_bank")]


def test_a_folder_that_cannot_be_written_is_told(bank: SchoolBank, school: Path) -> None:
    (school / "nhap").write_text("một tệp", encoding="utf-8")
    with pytest.raises(SchoolBankError, match=r"không ghi được.*Tệp cũ còn nguyên"):
        bank.save_draft(ENTRY, PLACE, "")


def test_a_mark_follows_what_is_said_and_not_how() -> None:
    assert mark_of(ENTRY) == mark_of({**dict(reversed(ENTRY.items())), "unit": ""})
    assert mark_of(ENTRY) != mark_of({**ENTRY, "key": "113"})
