"""A reviewer's marks come back into the files, for the text that was read and no other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from lachan.content import Content, load_content
from lachan.domain.items import Review
from lachan.domain.reviews import revision_read
from lachan.errors import LachanError
from lachan.exchange.word.review import ReviewFileError, read_review
from lachan.workflows.content.check import report_content
from lachan.workflows.reviews.opening import choose_items, make_reviewer, open_review
from lachan.workflows.reviews.taking import Taken, take_review

DAY = dt.date(2026, 11, 30)
NAME = "Nguyễn Thị Ánh"
FIRST, SECOND = "mau-001", "mau-002"

Change = Callable[[WordDocument], object]


def make_file(folder: Path, *changes: Change, role: str = "law") -> Path:
    content = load_content(folder)
    reviewer = make_reviewer(role, NAME, DAY)
    data = open_review(content, choose_items(content, None, "", [FIRST, SECOND]), reviewer)
    document = Document(BytesIO(data))
    for change in changes:
        change(document)
    path = folder / "tham-dinh.docx"
    document.save(str(path))
    return path


def write_cell(table: int, row: int, words: str) -> Change:
    """Write as a person does who deletes what stood there."""

    def change(document: WordDocument) -> None:
        cell = document.tables[table].rows[row].cells[1]
        for child in list(cell.paragraphs[0]._p):
            cell.paragraphs[0]._p.remove(child)
        cell.paragraphs[0].add_run(words)

    return change


def tick(table: int, mark: str = "☒") -> Change:
    """Tick as Word does by a click: the box in its control becomes another."""

    def change(document: WordDocument) -> None:
        texts = document.tables[table]._tbl.iter(qn("w:t"))
        [box] = [each for each in texts if each.text == "☐"]
        box.text = mark

    return change


def take(folder: Path, path: Path) -> Taken:
    return take_review(path, load_content(folder), DAY)


def reviews_of(folder: Path, item: str) -> tuple[Review, ...]:
    return load_content(folder).get_item(item).reviews


def signed(folder: Path) -> list[str]:
    return [
        each.id for each in load_content(folder).items if any(r.is_signed for r in each.reviews)
    ]


def test_a_tick_becomes_a_signed_review(sample: Path) -> None:
    revision = revision_read(load_content(sample).get_item(FIRST))
    taken = take(sample, make_file(sample, tick(1)))
    assert [item.id for item in taken.written] == [FIRST]
    assert reviews_of(sample, FIRST)[-1] == Review("law", DAY, NAME, revision)
    assert signed(sample) == [FIRST]
    report = report_content(sample, DAY)
    assert ["LS023"] == [problem.code for problem in report.problems]
    assert report.reviews.items_reviewed == 1


@pytest.mark.parametrize("mark", ["x", "X", "☑", "✓", "x đồng ý"])
def test_a_mark_by_hand_counts(sample: Path, mark: str) -> None:
    taken = take(sample, make_file(sample, write_cell(1, 1, mark)))
    assert [item.id for item in taken.written] == [FIRST]


def test_what_is_not_ticked_is_no_review_and_its_remark_is_told(sample: Path) -> None:
    before = (sample / "quiz_bank/thcs/mau.yaml").read_bytes()
    taken = take(sample, make_file(sample, write_cell(2, 2, "Nên nói rõ tuổi.")))
    assert taken.written == ()
    [(mark, place)] = taken.remarks
    assert (mark.item_id, mark.agreed, mark.remark) == (SECOND, False, "Nên nói rõ tuổi.")
    assert place.startswith("quiz_bank/thcs/mau.yaml:")
    assert (sample / "quiz_bank/thcs/mau.yaml").read_bytes() == before


def test_taking_twice_writes_once(sample: Path) -> None:
    path = make_file(sample, tick(1))
    take(sample, path)
    again = take(sample, path)
    assert (again.written, [item.id for item in again.known]) == ((), [FIRST])
    assert len([r for r in reviews_of(sample, FIRST) if r.is_signed]) == 1


def test_a_text_that_was_changed_meanwhile_gets_no_mark(sample: Path) -> None:
    path = make_file(sample, tick(1))
    change_reason(sample)
    taken = take(sample, path)
    assert ([item.id for item in taken.changed], taken.written) == ([FIRST], ())
    assert signed(sample) == []


def test_a_text_that_is_changed_afterwards_loses_its_mark(sample: Path) -> None:
    take(sample, make_file(sample, tick(1)))
    change_reason(sample)
    report = report_content(sample, DAY)
    assert "QB022" in [problem.code for problem in report.problems]
    assert report.reviews.items_reviewed == 0


def change_reason(folder: Path) -> None:
    path = folder / "quiz_bank/thcs/mau.yaml"
    text = path.read_text(encoding="utf-8")
    assert "reason: Còn" in text
    path.write_text(text.replace("reason: Còn", "reason: Vẫn còn", 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (write_cell(0, 0, "Luật sư"), "phải kết bằng mã trong ngoặc"),
        (write_cell(0, 0, "Chuyên gia (expert)"), "không có vai trò"),
        (write_cell(0, 1, "  "), "để trống"),
        (write_cell(0, 2, "hôm nay"), "cần ngày dạng"),
        (write_cell(0, 2, "31/02/2026"), "cần ngày dạng"),
        (write_cell(0, 2, "01/12/2026"), "chưa tới"),
        (write_cell(1, 0, "mau 001"), "đã bị sửa"),
    ],
)
def test_what_was_changed_and_tells_who_read_what_is_refused(
    sample: Path, change: Change, told: str
) -> None:
    path = make_file(sample, tick(1), change)
    with pytest.raises(ReviewFileError, match=told):
        take(sample, path)
    assert signed(sample) == []


def test_an_item_that_is_gone_is_named(sample: Path) -> None:
    path = make_file(sample, tick(1), write_cell(1, 0, "mau-999 / d1-0123456789ab"))
    assert take(sample, path).unknown == ("mau-999",)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7"])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(ReviewFileError, match="không phải tệp Word"):
        read_review(data, "tep.docx")


def test_another_word_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "khac.docx"
    Document().save(str(path))
    with pytest.raises(ReviewFileError, match="không thấy bảng đầu tệp"):
        read_review(path.read_bytes(), "khac.docx")


def test_a_file_that_unpacks_to_too_much_is_refused(sample: Path, tmp_path: Path) -> None:
    data = make_file(sample).read_bytes()
    assert read_review(data, "tep.docx", 1_000_000)
    with pytest.raises(ReviewFileError, match="giải nén ra hơn"):
        read_review(data, "tep.docx", 1_000)


def test_the_file_says_all_that_is_to_be_judged(sample: Path) -> None:
    document = Document(str(make_file(sample)))
    text = "\n".join(p.text for p in document.paragraphs)
    content = load_content(sample)
    assert "(đáp án)" in text
    assert "Lời giải thích:" in text
    assert "Khoản 1 Điều 2 Luật Mẫu 2024 (đã đọc trong văn bản): Ba thành tố của hành vi." in text
    assert "Tệp này có đáp án" in text
    assert content.get_item(FIRST).id in document.tables[1].rows[0].cells[1].text


def test_every_item_of_the_bank_can_be_written_and_read_back(real_content: Content) -> None:
    kinds = {item.type: item for item in real_content.items}
    items = tuple(kinds.values())
    data = open_review(real_content, items, make_reviewer("teacher", NAME, DAY))
    reviewer, marks = read_review(data, "tep.docx")
    assert (reviewer.role, reviewer.name, reviewer.day) == ("teacher", NAME, DAY)
    assert [mark.item_id for mark in marks] == [item.id for item in items]
    assert [mark.revision for mark in marks] == [revision_read(item) for item in items]
    assert not any(mark.agreed or mark.remark for mark in marks)


@pytest.mark.parametrize(("role", "name"), [("expert", NAME), ("law", "  "), ("", NAME)])
def test_no_role_and_no_name_is_invented(role: str, name: str) -> None:
    with pytest.raises(LachanError):
        make_reviewer(role, name, DAY)


def test_a_file_of_nothing_is_refused(sample: Path) -> None:
    content = load_content(sample)
    with pytest.raises(LachanError, match="không có câu hỏi nào"):
        open_review(content, (), make_reviewer("law", NAME, DAY))
