"""The lesson plan opens in Word with what a plan must state, and its bytes are stable."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from lachan.content import load_content
from lachan.domain.kinds import Band
from lachan.domain.lesson_plans import make_lesson_plan
from lachan.exchange import render_lesson_plan

LABELS = {"luat-mau/d2-k1": "khoản 1 Điều 2 Luật Mẫu 2024"}


@pytest.fixture
def plan(sample: Path) -> bytes:
    return _render(sample)


def _render(root: Path, school: str = "Trường THCS Mẫu", band: Band | None = None) -> bytes:
    [lesson] = load_content(root).lessons
    lesson = replace(lesson, band=band or lesson.band)
    return render_lesson_plan(make_lesson_plan(lesson, LABELS), school)


def test_the_plan_has_the_parts_and_phases_of_a_vietnamese_plan(plan: bytes) -> None:
    headings = [p.text for p in Document(BytesIO(plan)).paragraphs if p.style.name == "Heading 1"]
    steps = [
        p.text
        for p in Document(BytesIO(plan)).paragraphs
        if p.style.name == "Heading 2" and p.text.startswith("Hoạt động")
    ]

    assert [
        "I. Mục tiêu",
        "II. Thiết bị dạy học và học liệu",
        "III. Tiến trình dạy học",
        "IV. Điều chỉnh sau bài dạy",
        "Phụ lục. Căn cứ pháp luật",
    ] == headings
    assert [
        "Hoạt động 1. Mở đầu: Vào bài (5 phút)",
        "Hoạt động 2. Hình thành kiến thức: Học (20 phút)",
        "Hoạt động 3. Luyện tập: Tập (10 phút)",
        "Hoạt động 4. Vận dụng: Dùng (10 phút)",
    ] == steps


def test_each_step_states_aim_content_product_and_organisation(plan: bytes) -> None:
    text = "\n".join(p.text for p in Document(BytesIO(plan)).paragraphs)

    for shown in (
        "a) Mục tiêu: Vào bài.",
        "b) Nội dung: Câu hỏi.",
        "c) Sản phẩm: Câu trả lời.",
        "d) Tổ chức thực hiện: Cả lớp.",
        "– Chuyển giao nhiệm vụ: Câu hỏi.",
        "– Báo cáo, thảo luận: Câu trả lời.",
        "– Kết luận, nhận định: Nhắc lại điều cần đạt: Vào bài.",
        "Năng lực giao tiếp và hợp tác",
        "Chủ đề mẫu: “Nêu được ba phần.”",
        "khoản 1 Điều 2 Luật Mẫu 2024",
        "Khi học sinh chia sẻ: lắng nghe",
    ):
        assert shown in text


def test_a_primary_plan_has_the_four_parts_and_two_columns(sample: Path) -> None:
    document = Document(BytesIO(_render(sample, band=Band.PRIMARY)))

    parts = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert [
        "I. Yêu cầu cần đạt",
        "II. Đồ dùng dạy học",
        "III. Các hoạt động dạy học chủ yếu",
        "IV. Điều chỉnh sau bài dạy",
        "Phụ lục. Căn cứ pháp luật",
    ] == parts
    rows = [[cell.text for cell in row.cells] for row in document.tables[1].rows]
    assert [
        ["Hoạt động của giáo viên", "Hoạt động của học sinh"],
        ["Chuyển giao nhiệm vụ học tập: Câu hỏi.", "Nghe, hỏi lại chỗ chưa rõ."],
    ] == rows[:2]
    assert 5 == len(rows)


def test_tables_are_real_tables(plan: bytes) -> None:
    cells = [[c.text for c in row.cells] for row in Document(BytesIO(plan)).tables[1].rows]

    assert [["Phần", "Ví dụ"], ["Hành vi", "đưa đi"]] == cells


def test_the_same_lesson_gives_the_same_bytes(plan: bytes, sample: Path) -> None:
    assert plan == _render(sample)


def test_a_plan_without_a_school_leaves_a_line(sample: Path) -> None:
    plan = _render(sample, school="")

    assert "Trường: …" in Document(BytesIO(plan)).tables[0].rows[0].cells[0].text
