from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from lachan.apps import workbook
from lachan.apps.notebook import open_once
from lachan.apps.workbook import WorkbookError
from support.open_files import find_open_files


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A teacher's folder, with the kit's content named by the environment."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LACHAN_ROOT", str(repository))
    open_once.cache_clear()
    yield tmp_path
    open_once.cache_clear()


def test_lessons_of_a_grade() -> None:
    found = workbook.find_lessons("thcs", grade=8)
    assert {"Trung học cơ sở"} == set(found["cấp"])
    assert "viec-nhe-luong-cao" in set(found["bài"])


def test_an_unknown_band_is_told_with_those_there_are() -> None:
    with pytest.raises(WorkbookError, match="tieu-hoc, thcs, thpt, cong-dong"):
        workbook.find_lessons("thsc")


def test_a_fault_shows_words_and_no_traceback() -> None:
    with pytest.raises(WorkbookError) as caught:
        workbook.find_items(lesson="viec-nhe-luong-ca")
    assert caught.value._render_traceback_() == [str(caught.value)]
    assert "viec-nhe-luong-cao" in str(caught.value)


def test_a_copy_is_never_overwritten(at_home: Path) -> None:
    workbook.copy_lesson("viec-nhe-luong-cao", "lop-8a")
    copy = at_home / "lop-8a" / "viec-nhe-luong-cao.ipynb"
    copy.write_text("của tôi", encoding="utf-8")
    workbook.copy_lesson("viec-nhe-luong-cao", "lop-8a")
    assert copy.read_text(encoding="utf-8") == "của tôi"


def test_a_changed_copy_is_exported_as_changed(at_home: Path) -> None:
    workbook.copy_lesson("viec-nhe-luong-cao", "lop-8a")
    copy = at_home / "lop-8a" / "viec-nhe-luong-cao.ipynb"
    notebook = json.loads(copy.read_text(encoding="utf-8"))
    notebook["cells"][0]["source"] = "# Bài của lớp 8A"
    copy.write_text(json.dumps(notebook), encoding="utf-8")

    workbook.export_lesson(str(copy), "trang-khong-can-mang.html")

    page = at_home / "xuat" / "viec-nhe-luong-cao-trang-khong-can-mang.html"
    assert "Bài của lớp 8A" in page.read_text(encoding="utf-8")


def test_an_unknown_file_is_told(at_home: Path) -> None:
    with pytest.raises(WorkbookError, match=r"to-roi\.pdf"):
        workbook.export_lesson("viec-nhe-luong-cao", "toroi.pdf")
    assert not (at_home / "xuat").exists()


def test_a_notebook_that_is_not_there_is_told_with_what_to_do(at_home: Path) -> None:
    with pytest.raises(WorkbookError, match="copy_lesson") as caught:
        workbook.export_lesson("lop-8a/viec-nhe-luong-cao.ipynb")
    assert str(at_home / "lop-8a" / "viec-nhe-luong-cao.ipynb") in str(caught.value)
    assert "No such file" not in str(caught.value)


def test_a_place_that_cannot_be_written_is_told_in_words(at_home: Path) -> None:
    (at_home / "xuat").write_text("một tệp", encoding="utf-8")
    with pytest.raises(WorkbookError, match="đường dẫn đi qua một tệp"):
        workbook.export_lesson("viec-nhe-luong-cao", "to-roi.pdf")


def test_filters_narrow_the_bank() -> None:
    every = workbook.find_items(band="thcs")
    some = workbook.find_items(
        band="thcs", lesson="viec-nhe-luong-cao", level="hieu", kind="single_choice"
    )
    assert 0 < len(some) < len(every)
    assert {"hiểu"} == set(some["mức"])
    assert {"nhiều phương án lựa chọn"} == set(some["dạng"])


def test_words_are_found_in_any_case_and_taken_as_written() -> None:
    assert len(workbook.find_items(words="HỘ CHIẾU")) == len(workbook.find_items(words="hộ chiếu"))
    assert len(workbook.find_items(words="(.*")) == 0


def test_the_same_seed_picks_the_same_items() -> None:
    first = workbook.pick_items(6, band="thcs", seed="8A")
    assert workbook.pick_items(6, band="thcs", seed="8A") == first
    assert workbook.pick_items(6, band="thcs", seed="8B") != first


def test_too_few_items_are_told() -> None:
    with pytest.raises(WorkbookError, match="cần 500"):
        workbook.pick_items(500, band="thcs")


def test_a_quiz_becomes_notebook_paper_key_and_page(at_home: Path) -> None:
    picked = workbook.pick_items(3, band="thcs", seed="8A")
    workbook.export_quiz(picked, "Mười phút cuối giờ", name="lop-8a")
    names = sorted(path.name for path in (at_home / "xuat").iterdir())
    assert names == [
        "lop-8a-phieu-giao-vien.pdf",
        "lop-8a-phieu-hoc-tap.pdf",
        "lop-8a-trang-khong-can-mang.html",
        "lop-8a.ipynb",
    ]
    notebook = json.loads((at_home / "xuat" / "lop-8a.ipynb").read_text(encoding="utf-8"))
    assert "111" in "".join("".join(cell["source"]) for cell in notebook["cells"])


def test_a_name_that_leaves_the_folder_is_refused(at_home: Path) -> None:
    with pytest.raises(WorkbookError, match="chữ, số và gạch nối"):
        workbook.export_quiz([], "Tựa", name="../lop")
    assert list(at_home.iterdir()) == []


def test_nothing_found_is_told_in_a_sentence() -> None:
    for found in (
        workbook.find_items(words="(.*"),
        workbook.find_items(band="tieu-hoc", lesson="viec-nhe-luong-cao"),
        workbook.find_lessons("tieu-hoc", grade=12),
    ):
        assert repr(found).startswith("Không có")
        assert found._repr_html_().startswith("<p>Không có")


def test_without_a_live_class_tables_are_empty(
    at_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LACHAN_DATABASE_URL", f"sqlite:///{at_home / 'lachan.db'}")
    assert len(workbook.find_rooms()) == 0
    assert len(workbook.find_class_answers()) == 0
    assert len(workbook.find_class_misconceptions()) == 0


def test_the_database_is_closed_after_each_question(
    at_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LACHAN_DATABASE_URL", f"sqlite:///{at_home / 'lachan.db'}")
    workbook.find_rooms()
    assert find_open_files(at_home) == []
    workbook.find_class_answers()
    assert find_open_files(at_home) == []
    with pytest.raises(WorkbookError):
        workbook.find_class_answers("ABC234")
    assert find_open_files(at_home) == []


def test_a_live_class_that_is_gone_is_told(at_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LACHAN_DATABASE_URL", f"sqlite:///{at_home / 'lachan.db'}")
    with pytest.raises(WorkbookError, match="phòng"):
        workbook.find_class_answers("ABC234")
    with pytest.raises(WorkbookError, match="phòng"):
        workbook.find_class_misconceptions("ABC234")
