"""An organiser's whole contest in the app: declare, hand out codes, watch, close, rank, erase."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from docx import Document
from playwright.sync_api import Download, Page, expect

from lachan.workflows.contests.verify import verify_bundle
from support.browsers import WatchedBrowser
from support.contestant_page import Contestant
from support.running import PASSCODE, RunningServer, lachan_server
from support.visit import Visit, open_visit

OFFICE = "/voila/render/dieu_hanh.ipynb"
TITLE = "Tìm hiểu pháp luật phòng, chống mua bán người 2026"
SLUG = "tim-hieu-phap-luat-phong-chong-mua-ban-nguoi-2026"
WHO = "Cô Hạnh"
PASSCODES = {"LACHAN_INVIGILATOR_PASSCODE": "1111 2222", "LACHAN_VIEWER_PASSCODE": "3333 4444"}
ROSTER = """Họ và tên;Lớp;Trường;Phòng
Nguyễn Thị Ánh;6A;THCS Nguyễn Bỉnh Khiêm;P1
Vừ A Chớ;6A;THCS Nguyễn Bỉnh Khiêm;P1
Công Tằng Tôn Nữ Hoàng Thị Phương Nhung;6B;THCS Nguyễn Bỉnh Khiêm;P2
"""


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Iterator[RunningServer]:
    log = tmp_path_factory.mktemp("office") / "log.txt"
    options = ("--root", str(repository), "--contest", "--contest-port", "0")
    with lachan_server(log, *options, cwd=log.parent, env=PASSCODES) as running:
        yield running


@pytest.fixture(params=["1920x1080", pytest.param("360x640", marks=pytest.mark.full)])
def organiser(
    request: pytest.FixtureRequest,
    browser: WatchedBrowser,
    guarded: RunningServer,
    repository: Path,
) -> Iterator[Visit]:
    screens = repository / "out" / "screens"
    visit = open_visit(browser, guarded.base, request.param, screens, accept_downloads=True)
    log_in(visit, PASSCODE)
    yield visit
    visit.context.close()
    assert visit.foreign == []


def log_in(visit: Visit, passcode: str) -> None:
    visit.log_in(passcode, OFFICE)
    visit.page.locator(".lc-office[data-ready]").wait_for()


def sign(page: Page, button: str, reason: str = "") -> None:
    """Say in the dialog who acts, and why; and do it."""
    dialog = page.get_by_role("dialog")
    if reason:
        dialog.get_by_label("Lí do").fill(reason)
    dialog.get_by_label("Người thực hiện").fill(WHO)
    dialog.get_by_role("button", name=button, exact=True).click()
    expect(dialog).to_have_count(0)


def download(page: Page, name: str) -> Download:
    with page.expect_download() as started:
        page.get_by_role("button", name=name, exact=True).click()
    return started.value


def read(saved: Download) -> bytes:
    return Path(saved.path()).read_bytes()


def declare(organiser: Visit, size: str) -> str:
    """Make a contest that is open now; return its slug."""
    page, slug = organiser.page, f"{SLUG}-{size[:3]}"
    organiser.look("dieu-hanh-danh-sach")
    organiser.button("Tạo cuộc thi").click()
    expect(page.get_by_role("heading", name="Cuộc thi mới")).to_be_focused()
    organiser.look("dieu-hanh-tao")
    page.get_by_label("Mở lúc").fill("2026-12-05T09:00")
    page.get_by_label("Đóng lúc").fill("2026-12-05T08:00")
    organiser.button("Xem lại").click()
    expect(page.get_by_label("Tên cuộc thi")).to_be_focused()
    expect(page.get_by_label("Tên cuộc thi")).to_have_accessible_description(
        re.compile("Hãy ghi tên cuộc thi")
    )
    expect(page.get_by_text("Giờ đóng phải sau giờ mở.")).to_be_visible()
    organiser.look("dieu-hanh-tao-loi")
    page.get_by_label("Tên cuộc thi").fill(TITLE)
    page.get_by_label("Tên trong địa chỉ").fill(slug)
    page.get_by_label("Mở lúc").fill("2026-01-05T08:00")
    page.get_by_label("Đóng lúc").fill("2099-12-05T17:00")
    page.get_by_label("Ma trận đề").select_option(index=0)
    page.get_by_label("Số mã đề").fill("2")
    page.get_by_label("Giải tập thể").select_option("class")
    page.get_by_label("Xin họ tên thí sinh").check()
    organiser.button("Xem lại").click()
    expect(page.get_by_label("Xin tên để làm gì")).to_be_focused()
    expect(page.get_by_text("Hãy chọn ngày xóa tên.")).to_be_visible()
    organiser.look("dieu-hanh-xin-ten")
    page.get_by_label("Xin tên để làm gì").fill("ghi tên lên giấy chứng nhận và trao giải")
    page.get_by_label("Ngày xóa tên").fill("2099-12-31")
    page.get_by_label("Muốn rút thì báo ai").fill("cô Hạnh, phòng Đoàn Đội")
    page.get_by_label("Hỏi thêm câu dự đoán").check()
    move = page.get_by_role("button", name="Đưa “thời gian làm bài” lên trước")
    move.click()
    expect(move).to_be_focused()
    organiser.button("Xem lại").click()
    expect(page.get_by_role("heading", name="Xem lại lần cuối")).to_be_focused()
    expect(page.get_by_text("ai cũng xem được đáp án")).to_be_visible()
    expect(page.get_by_text("Máy chủ tự xóa tên khi sang ngày 31/12/2099.")).to_be_visible()
    organiser.look("dieu-hanh-xem-lai")
    page.get_by_label("Người thực hiện").fill(WHO)
    organiser.button("Tạo cuộc thi").click()
    expect(page.get_by_role("heading", name=TITLE)).to_be_focused()
    return slug


def hand_out(organiser: Visit) -> dict[str, str]:
    """Import a class list; return the entry code of each name, from the list that was saved."""
    page = organiser.page
    slip = pypdfium2.PdfDocument(read(download(page, "Tải phiếu đồng ý (PDF)")))
    assert "31/12/2099" in slip[0].get_textpage().get_text_bounded()
    page.get_by_label("Danh sách thí sinh").set_input_files(
        {"name": "lop.csv", "mimeType": "text/csv", "buffer": ROSTER.encode()}
    )
    organiser.button("Đọc danh sách").click()
    expect(page.get_by_text("Đọc được 3 thí sinh, 2 phòng, 2 lớp.")).to_be_visible()
    organiser.look("dieu-hanh-danh-sach-thi-sinh")
    organiser.button("Thêm 3 thí sinh và cấp mã").click()
    organiser.look("dieu-hanh-ai-lam")
    sign(page, "Thực hiện")
    expect(page.get_by_text("Trang này đang giữ 3 mã dự thi.")).to_be_visible()
    cards = read(download(page, "Tải thẻ dự thi (PDF)"))
    book = openpyxl.load_workbook(BytesIO(read(download(page, "Tải danh sách mã (Excel)"))))
    rows = list(book.active.iter_rows(min_row=4, values_only=True))
    codes = {row[1]: row[6] for row in rows}
    text = pypdfium2.PdfDocument(cards)[0].get_textpage().get_text_bounded()
    assert [name for name, code in codes.items() if code not in text] == []
    organiser.look("dieu-hanh-chuan-bi")
    return codes


def sit(browser: WatchedBrowser, organiser: Visit, address: str, code: str) -> None:
    """Enter by the link of a card, answer a question, and submit."""
    contestant = Contestant(browser, organiser.screens)
    contestant.page.goto(f"{address}#ma={code}")
    contestant.button("Vào phòng thi").click()
    contestant.start()
    contestant.answer()
    expect(contestant.page.locator(".lc-saved")).to_have_text("Đã ghi")
    contestant.submit()
    contestant.context.close()


def watch(organiser: Visit) -> None:
    """See who is there, act for one and for all, and show the wall."""
    page = organiser.page
    organiser.button("Ngày thi").click()
    row = page.get_by_role("row").filter(has_text="Nguyễn Thị Ánh")
    expect(row).to_contain_text("đã nộp")
    expect(page.get_by_role("row").filter(has_text="Vừ A Chớ")).to_contain_text("chưa vào")
    organiser.look("dieu-hanh-ngay-thi")
    row.get_by_role("button").click()
    page.get_by_role("dialog").get_by_role("button", name="Thực hiện").click()
    expect(page.get_by_text("Hãy ghi lí do; lí do này vào nhật kí.")).to_be_visible()
    organiser.look("dieu-hanh-xu-li")
    sign(page, "Thực hiện", "Bấm nhầm nút nộp")
    expect(row).to_contain_text("đang làm")
    organiser.button("Tạm dừng tất cả").click()
    sign(page, "Thực hiện", "Mất điện")
    expect(page.locator(".lc-office-time")).to_contain_text("Cả cuộc thi đang tạm dừng")
    expect(row).to_contain_text("tạm dừng")
    organiser.button("Cho tất cả làm tiếp").click()
    sign(page, "Thực hiện")
    organiser.button("Nhắn tất cả").click()
    page.get_by_role("dialog").get_by_label("Lời nhắn").fill("Còn 10 phút, hãy xem lại bài.")
    sign(page, "Gửi")
    expect(page.get_by_text("Lời nhắn đang hiện: Còn 10 phút")).to_be_visible()
    organiser.button("Màn hình chiếu").click()
    expect(page.locator(".lc-wall-clock")).to_be_visible()
    expect(page.locator(".lc-wall-qr")).to_be_visible()
    expect(page.get_by_text("Nguyễn Thị Ánh").first).to_be_hidden()
    organiser.look("dieu-hanh-man-chieu")
    page.keyboard.press("Escape")
    expect(page.locator(".lc-wall-clock")).to_be_hidden()


def peek(browser: WatchedBrowser, organiser: Visit, slug: str) -> None:
    """Look at the same contest as an invigilator and as a viewer."""
    for role, passcode in zip(("giam-thi", "theo-doi"), PASSCODES.values(), strict=True):
        visit = open_visit(browser, organiser.base, organiser.size, organiser.screens)
        log_in(visit, passcode)
        page = visit.page
        expect(visit.button("Tạo cuộc thi")).to_have_count(0)
        page.goto(f"{visit.base}{OFFICE}#{slug}/day")
        page.reload()
        page.locator(".lc-office[data-ready]").wait_for()
        expect(page.get_by_text("có trong danh sách").first).to_be_visible()
        names = page.get_by_text("Nguyễn Thị Ánh")
        expect(names.first if role == "giam-thi" else page.locator("h1")).to_be_visible()
        assert names.count() == (1 if role == "giam-thi" else 0)
        expect(visit.button("Tạm dừng tất cả")).to_have_count(0)
        expect(visit.button("Chuẩn bị")).to_have_count(0)
        visit.look(f"dieu-hanh-{role}")
        visit.context.close()
        assert visit.foreign == []


def close(organiser: Visit, tmp_path: Path) -> None:
    """Close the contest and take all its files."""
    page = organiser.page
    organiser.button("Kết quả").click()
    organiser.button("Kết thúc ngay").click()
    sign(page, "Thực hiện", "Mọi người đã nộp")
    expect(page.get_by_role("heading", name="Bảng xếp hạng")).to_be_visible()
    commitment = page.locator(".lc-office-code").first.inner_text()
    table = page.get_by_role("region", name="Bảng xếp hạng")
    expect(table.get_by_role("row")).to_have_count(3)
    expect(table).to_contain_text("Giải Nhất")
    if int(organiser.size.partition("x")[0]) >= 1280:
        # The prize is the last column, and what everyone looks for.
        assert table.evaluate("table => table.scrollWidth - table.clientWidth") == 0
    organiser.button("Xem tỉ lệ đúng từng câu").click()
    expect(page.get_by_role("region", name="Từng câu hỏi")).to_be_visible()
    organiser.look("dieu-hanh-ket-qua")
    book = openpyxl.load_workbook(BytesIO(read(download(page, "Kết quả có tên (Excel)"))))
    # What wrong choices stand for is a sheet only where one of them was taken.
    sheets = [name for name in book.sheetnames if name != "Hiểu lầm"]
    assert sheets == ["Xếp hạng", "Tập thể", "Câu hỏi", "Ai trả lời gì", "Cách xếp"]
    bundle = tmp_path / "ho-so.zip"
    bundle.write_bytes(read(download(page, "Hồ sơ kiểm chứng (zip)")))
    assert verify_bundle(str(bundle), commitment).faults == []
    page.get_by_label("Nơi kí").fill("Mường Khương")
    page.get_by_label("Ngày kí").fill("2026-12-09")
    page.get_by_label("Chức vụ người kí").fill("TRƯỞNG BAN")
    page.get_by_label("Họ tên người kí").fill("Vàng Thị Mỷ")
    document = pypdfium2.PdfDocument(read(download(page, "Tải giấy chứng nhận (PDF)")))
    text = document[0].get_textpage().get_text_bounded()
    assert "Giải Nhất" in text
    assert "Mường Khương, ngày 09 tháng 12 năm 2026" in text
    assert "Vàng Thị Mỷ" in text
    word = Document(BytesIO(read(download(page, "Tải bản Word"))))
    assert "Vàng Thị Mỷ" in word.tables[1].cell(0, 1).text
    organiser.look("dieu-hanh-giay-chung-nhan")


def erase(organiser: Visit, slug: str) -> None:
    page = organiser.page
    organiser.button("Nhật kí và dữ liệu").click()
    log = page.get_by_role("region", name="Nhật kí")
    expect(log).to_contain_text("Mất điện")
    expect(log).to_contain_text("Cô Hạnh (Ban Tổ chức)")
    organiser.look("dieu-hanh-nhat-ki")
    archive = zipfile.ZipFile(BytesIO(read(download(page, "Xuất toàn bộ dữ liệu (zip)"))))
    assert "Nguyễn Thị Ánh" in archive.read("du-lieu.json").decode()
    organiser.button("Một thí sinh rút").click()
    page.get_by_role("dialog").get_by_label("Số báo danh hoặc mã ẩn danh").fill("3")
    organiser.look("dieu-hanh-rut")
    sign(page, "Thực hiện")
    expect(page.get_by_text("Đã xóa dữ liệu của người ấy.")).to_be_visible()
    expect(log).to_contain_text("một thí sinh rút")
    organiser.button("Xóa dữ liệu cá nhân").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label(f"Gõ {slug} để xác nhận").fill("nhầm tên")
    dialog.get_by_label("Người thực hiện").fill(WHO)
    dialog.get_by_role("button", name="Thực hiện").click()
    expect(page.get_by_text("Hãy gõ đúng tên cuộc thi")).to_be_visible()
    dialog.get_by_label(f"Gõ {slug} để xác nhận").fill(slug)
    sign(page, "Thực hiện")
    expect(page.get_by_text("Đã xóa dữ liệu của 2 người.")).to_be_visible()
    expect(log).not_to_contain_text("Nguyễn Thị Ánh")


def test_a_whole_contest(organiser: Visit, browser: WatchedBrowser, tmp_path: Path) -> None:
    slug = declare(organiser, organiser.size)
    codes = hand_out(organiser)
    address = organiser.page.get_by_label("Địa chỉ phòng thi in trên thẻ").input_value()
    sit(browser, organiser, address, codes["Nguyễn Thị Ánh"])
    sit(browser, organiser, address, codes["Công Tằng Tôn Nữ Hoàng Thị Phương Nhung"])
    watch(organiser)
    peek(browser, organiser, slug)
    close(organiser, tmp_path)
    erase(organiser, slug)
