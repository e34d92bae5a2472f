"""The paper maker's grid in a browser, on the real bank and with no server."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from lachan.content import Content
from lachan.frontend import load_styles
from lachan.widgets.papers.maker import PaperMaker
from lachan.workflows.papers.bench import PaperBench
from support.script_pages import SIZES, Visit, mount_widget, open_page

TODAY = dt.date(2026, 12, 1)
LONG = "Hôn nhân, con nuôi, mang thai hộ, bộ phận cơ thể: những hình thức khác"


def report() -> str:
    raise AssertionError("no fault without words is expected")


def today() -> dt.date:
    return TODAY


@pytest.fixture(params=SIZES)
def visit(
    browser: Browser, real_content: Content, request: pytest.FixtureRequest
) -> Iterator[Visit]:
    visit = open_page(browser, *request.param, styles=load_styles("paper/maker"))
    maker = PaperMaker(real_content, PaperBench(real_content, today), today, report)
    mount_widget(visit, maker, "paper/maker")
    yield visit
    visit.page.close()
    assert (visit.errors, visit.requests) == ([], [])


def begin(visit: Visit, band: str) -> None:
    visit.page.get_by_label("Ma trận mới cho").select_option(band)
    visit.page.get_by_role("button", name="Lập ma trận mới").click()
    expect(visit.page.locator(".lc-paper-state")).to_have_text("Còn chỗ cần điền lại.")


def numbers(visit: Visit, row: int) -> list[str]:
    """Return the sums of a row of the first part's table, the last one of its columns."""
    return (
        visit.page.locator(".lc-paper-grid tr")
        .nth(row)
        .locator(".lc-paper-number")
        .all_inner_texts()
    )


def test_sums_follow_every_key(visit: Visit) -> None:
    page = visit.page
    begin(visit, "thpt")
    page.get_by_label(f"{LONG}, mức biết").fill("2")
    page.get_by_label(f"{LONG}, mức hiểu").fill("1")
    page.get_by_label("Luật quốc tế, ASEAN và ngày 30/7, mức biết").fill("1")
    assert numbers(visit, -1) == ["3", "1", "0", "4"]
    expect(page.locator(".lc-paper-part-sum")).to_have_text("4 câu, 1 điểm")
    page.get_by_label("Điểm mỗi câu").fill("0,5")
    expect(page.locator(".lc-paper-bar")).to_contain_text("Cả đề: 4 câu, 2 điểm, 45 phút.")
    expect(page.locator(".lc-paper-state")).to_have_text("Ngân hàng đủ câu.")
    assert visit.find_violations() == []
    assert not visit.overflows()


def test_a_closed_kernel_is_told_at_once(visit: Visit) -> None:
    page = visit.page
    begin(visit, "thpt")
    page.evaluate("window.loseKernel()")
    page.get_by_label(f"{LONG}, mức biết").fill("2")
    expect(page.get_by_text("Chưa nhận được trả lời từ máy chủ.").first).to_be_visible()
    assert visit.find_violations() == []


def test_a_cell_tells_what_it_lacks_before_the_bank_is_asked(visit: Visit) -> None:
    page = visit.page
    begin(visit, "thpt")
    cell = page.get_by_label(f"{LONG}, mức biết")
    page.clock.install()
    cell.fill("50")
    supply = page.locator(".lc-paper-lacks .lc-paper-supply")
    expect(supply).to_contain_text("thiếu")
    page.clock.run_for(1000)
    expect(page.locator(".lc-paper-state")).to_have_text("Ngân hàng chưa đủ.")
    assert visit.find_violations() == []
    assert not visit.overflows()


def test_a_topic_that_is_put_away_counts_no_more_and_comes_back_as_it_was(visit: Visit) -> None:
    page = visit.page
    begin(visit, "thpt")
    page.get_by_label(f"{LONG}, mức biết").fill("2")
    page.get_by_text("Chủ đề: đang dùng").click()
    page.get_by_label(LONG, exact=True).uncheck()
    expect(page.locator(".lc-paper-part-sum")).to_have_text("0 câu, 0 điểm")
    page.get_by_label(LONG, exact=True).check()
    expect(page.get_by_label(f"{LONG}, mức biết")).to_have_value("2")
    expect(page.locator(".lc-paper-part-sum")).to_have_text("2 câu, 0,5 điểm")


def test_parts_come_and_go(visit: Visit) -> None:
    page = visit.page
    begin(visit, "thcs")
    page.get_by_role("button", name="Thêm một phần").click()
    expect(page.get_by_role("heading", level=3).nth(1)).to_be_focused()
    page.get_by_label("Dạng câu").nth(1).select_option("true_false_group")
    expect(page.get_by_label("Ô đếm")).to_be_visible()
    expect(page.get_by_label("Dạng câu").nth(1)).to_be_focused()
    remove = page.get_by_role("button", name="Bỏ phần này").nth(1)
    remove.click()
    page.get_by_role("button", name="Bấm lần nữa để bỏ").click()
    expect(page.locator(".lc-paper-part")).to_have_count(1)
    expect(page.get_by_role("heading", level=3)).to_be_focused()


def test_a_kernel_that_falls_silent_is_told(visit: Visit) -> None:
    page = visit.page
    begin(visit, "thpt")
    visit.send = lambda _message: []
    page.clock.install()
    page.get_by_label(f"{LONG}, mức biết").fill("2")
    page.get_by_role("button", name="Xem thử mã đề đầu tiên").click()
    page.clock.run_for(200_000)
    expect(page.locator(".lc-paper-preview")).to_contain_text("Chưa nhận được trả lời từ máy chủ.")
    expect(page.locator(".lc-paper-state")).to_have_text("Chưa hỏi được ngân hàng.")
    expect(page.locator(".lc-paper-verdict")).to_contain_text("Chưa nhận được trả lời từ máy chủ.")
    expect(page.get_by_label(f"{LONG}, mức biết")).to_have_value("2")
