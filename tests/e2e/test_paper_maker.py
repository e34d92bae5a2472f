"""An organiser's way through the paper maker: a matrix, what the bank lacks, a look, the zip."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect
from typer.testing import CliRunner

from lachan.cli.main import app
from support.visit import Visit

READY = "khoi-dong-thcs"
CELL = "Việc nhẹ, lương cao, mức biết"
# Two whole forms with all that belongs to them, on a machine that does other things too.
MAKING_MS = 120_000


def open_maker(visit: Visit) -> None:
    visit.log_in()
    visit.page.get_by_role("link", name="Ra đề", exact=True).click()
    visit.wait_until_drawn()
    expect(visit.page.get_by_role("heading", level=1, name="Ra đề")).to_be_visible()


def state(visit: Visit) -> Locator:
    return visit.page.locator(".lc-paper-state")


def take(visit: Visit, link: Locator, folder: Path) -> Path:
    with visit.page.expect_download() as download:
        link.click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


@pytest.mark.parametrize(
    "visit",
    [
        "360x640",
        *(pytest.param(size, marks=pytest.mark.full) for size in ("768x1024", "1920x1080")),
    ],
    indirect=True,
)
def test_from_a_ready_made_matrix_to_a_set_that_verifies(visit: Visit, tmp_path: Path) -> None:
    page = visit.page
    open_maker(visit)
    visit.look("ra-de-bat-dau")
    page.get_by_label("Ma trận có sẵn").select_option(READY)
    visit.button("Dùng ma trận này").click()
    expect(state(visit)).to_have_text("Ngân hàng đủ câu.")

    cell = page.get_by_label(CELL).first
    before = cell.input_value()
    cell.fill("99")
    expect(state(visit)).to_have_text("Ngân hàng chưa đủ.")
    lines = page.locator(".lc-paper-verdict li")
    expect(lines.first).to_contain_text(
        re.compile("Việc nhẹ, lương cao.*cần 99, có [0-9]+.*thiếu [0-9]+")
    )
    expect(cell).to_have_accessible_description(re.compile("thiếu [0-9]+"))
    visit.look("ra-de-thieu-cau")
    cell.fill(before)
    expect(state(visit)).to_have_text("Ngân hàng đủ câu.")

    page.get_by_label("Số mã đề").fill("2")
    page.get_by_text("Nâng cao", exact=True).click()
    page.get_by_label("Tự đặt mã đề").fill("")
    page.get_by_label("Chuỗi trộn").fill("30-7")
    visit.button("Xem thử mã đề đầu tiên").click()
    expect(page.get_by_role("heading", name="Mã đề 101")).to_be_visible()
    expect(page.get_by_text(re.compile("^Đáp án: "))).to_have_count(17)
    expect(page.get_by_text(re.compile("^Đáp án: ")).first).to_be_hidden()
    page.get_by_label("Hiện đáp án").check()
    expect(page.get_by_text(re.compile("^Đáp án: ")).first).to_be_visible()
    visit.look("ra-de-xem-thu")
    visit.button("Đóng xem thử").click()

    visit.button("Ra đề").click()
    link = page.get_by_role("link", name=f"Tải {READY}")
    expect(link).to_be_focused(timeout=MAKING_MS)
    visit.look("ra-de-xong")
    path = take(visit, link, tmp_path)
    assert path.name == f"{READY}-2-ma-de.zip"
    with zipfile.ZipFile(path) as archive:
        archive.extractall(tmp_path / "bo-de")
    names = {each.name for each in (tmp_path / "bo-de").rglob("*") if each.is_file()}
    assert {
        *(f"{READY}-{code}.{kind}" for code in (101, 102) for kind in ("pdf", "docx")),
        *("phieu-trang.pdf", "key.xlsx", "huong-dan-cham.pdf", "ma-tran.docx", "ban-dac-ta.docx"),
        *("items.json", "manifest.json"),
    } <= names
    verified = CliRunner().invoke(app, ["paper", "verify", str(tmp_path / "bo-de")])
    assert verified.exit_code == 0, verified.output

    cell.fill("1")
    expect(page.get_by_text("Muốn có bộ đề mới, hãy bấm Ra đề lần nữa.")).to_be_visible()


@pytest.mark.full
def test_a_matrix_is_kept_by_the_tab_and_by_a_file(phone: Visit, tmp_path: Path) -> None:
    page = phone.page
    open_maker(phone)
    page.get_by_label("Ma trận có sẵn").select_option(READY)
    phone.button("Dùng ma trận này").click()
    expect(state(phone)).to_have_text("Ngân hàng đủ câu.")
    page.get_by_label("Tên ma trận").fill("Đề của lớp 8A")
    page.get_by_label("Số phút làm bài").fill("nửa giờ")
    minutes = page.get_by_label("Số phút làm bài")
    expect(minutes).to_have_accessible_description(re.compile("Cần một số từ 1 đến 300"))
    phone.look("ra-de-dien-lai")
    page.reload()
    phone.wait_until_drawn()
    expect(minutes).to_have_value("nửa giờ")
    expect(state(phone)).to_have_text("Còn chỗ cần điền lại.")

    minutes.fill("30")
    expect(state(phone)).to_have_text("Ngân hàng đủ câu.")
    path = take(phone, phone.button("Lưu ma trận về máy (.yaml)"), tmp_path)
    page.get_by_label("Tên ma trận").fill("Khác")
    page.get_by_text("Bắt đầu lại từ ma trận khác").click()
    page.get_by_label("Mở tệp ma trận đã lưu").set_input_files(path)
    expect(page.get_by_label("Tên ma trận")).to_have_value("Đề của lớp 8A")

    broken = tmp_path / "hong.yaml"
    broken.write_text("titel: x", encoding="utf-8")
    page.get_by_text("Bắt đầu lại từ ma trận khác").click()
    page.get_by_label("Mở tệp ma trận đã lưu").set_input_files(broken)
    expect(page.get_by_role("alert").first).to_contain_text('có phải là "title"?')
    expect(page.get_by_label("Tên ma trận")).to_have_value("Đề của lớp 8A")
    phone.look("ra-de-tep-hong")


def test_from_scratch_with_the_keyboard_alone(phone: Visit) -> None:
    page = phone.page
    open_maker(phone)
    page.get_by_label("Ma trận mới cho").focus()
    phone.press("Tab", "Enter")
    expect(page.get_by_role("heading", name="Đề gì, thi khi nào")).to_be_focused()
    expect(state(phone)).to_have_text("Còn chỗ cần điền lại.")
    phone.tab_to(".lc-paper-spread input")
    page.keyboard.type("10")
    phone.press("Tab", "Enter")
    expect(page.get_by_role("heading", level=3, name=re.compile("Phần 1"))).to_be_focused()
    expect(page.locator(".lc-paper-part-sum")).to_have_text("10 câu, 2,5 điểm")
    expect(state(phone)).to_have_text("Ngân hàng đủ câu.")


def test_making_can_be_stopped(phone: Visit) -> None:
    page = phone.page
    open_maker(phone)
    page.get_by_label("Ma trận có sẵn").select_option("ma-tran-40-cau-thcs")
    phone.button("Dùng ma trận này").click()
    expect(state(phone)).to_have_text("Ngân hàng đủ câu.")
    page.get_by_label("Số mã đề").fill("24")
    phone.button("Ra đề").click()
    expect(page.get_by_text(re.compile("Đã làm [0-9]+/[0-9]+ tệp"))).to_be_visible()
    phone.look("ra-de-dang-lam")
    phone.button("Dừng").click()
    expect(page.get_by_text("Đã dừng. Ma trận vẫn còn nguyên.")).to_be_visible()
    expect(phone.button("Ra đề")).to_be_focused()
