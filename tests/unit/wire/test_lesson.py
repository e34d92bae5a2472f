from lachan.wire.lesson import index_json, lesson_json


def test_index_row(content) -> None:
    expected = {
        "id": "thcs-thu",
        "slug": "thu",
        "title": "Bài thử",
        "band": "thcs",
        "band_label": "Trung học cơ sở",
        "grades": "6–9",
        "minutes": 15,
        "summary": "Bài này để thử trình chiếu.",
    }
    assert expected == index_json(content.get_lesson("thu"))


def test_pupils_get_neither_notes_nor_plans(content) -> None:
    lesson = lesson_json(content.get_lesson("thu"), frozenset(), staff=False)
    assert "Bí mật của thầy cô" not in repr(lesson)
    assert "riêng" not in repr(lesson)


def test_staff_get_notes_and_plans(content) -> None:
    lesson = lesson_json(content.get_lesson("thu"), frozenset(), staff=True)
    kinds = [block["kind"] for block in lesson["steps"][0]["blocks"]]
    assert "ghi-chu-giao-vien" in kinds
    assert lesson["steps"][0]["plan"]["product"] == "Sản phẩm riêng"


def test_quick_checks_keep_only_items_that_may_be_asked(content) -> None:
    lesson = lesson_json(content.get_lesson("thu"), frozenset({"thu-nhom"}), staff=False)
    assert [["thu-nhom"], []] == [block["items"] for block in lesson["steps"][1]["blocks"]]
