"""A printed plan has what its Word file has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lachan.domain.curriculum import Anchor
from lachan.domain.kinds import Band, BlockKind
from lachan.domain.lesson_plans import make_lesson_plan
from lachan.printing import render_printed_plan
from support.content import block, lesson
from support.pdf import pdf_text


@pytest.mark.parametrize(
    ("band", "shown"),
    [
        (Band.PRIMARY, ("I. Yêu cầu cần đạt", "Hoạt động của giáo viên", "Trên giấy: 2 dòng")),
        (Band.UPPER_SECONDARY, ("I. Mục tiêu", "a) Mục tiêu: Vào bài.", "Kết luận, nhận định:")),
    ],
)
def test_a_plan_prints_in_the_layout_of_its_band(band: Band, shown: tuple[str, ...]) -> None:
    made = lesson(block("Viết:\n\n@ dong 2", BlockKind.WORKSHEET, "Ba người"), band=band)
    made = replace(made, programme=(Anchor(6, "Tin học", topic="Chủ đề"),), citations=("a",))

    text = pdf_text(render_printed_plan(make_lesson_plan(made, {"a": "Điều 1"}), "Trường Mẫu"))

    for each in (*shown, "Trường: Trường Mẫu", "BÀI MẪU", "Phiếu – Ba người", "Điều 1", "Lớp 6."):
        assert each in text
