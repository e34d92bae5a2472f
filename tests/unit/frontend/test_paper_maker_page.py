"""The paper maker's grid in a browser, on the real bank and with no server."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from lachan.content import Content
from lachan.domain.papers.paper import Blueprint
from lachan.frontend import load_styles
from lachan.widgets.papers.maker import PaperMaker
from lachan.workflows.papers.bench import PaperBench
from support.browsers import WatchedBrowser
from support.script_pages import SIZES, Visit, mount_widget, open_page

TODAY = dt.date(2026, 12, 1)
# A file or a whole paper, on a machine that does other things too.
MAKING_MS = 120_000
LONG = "Khi việc đẹp bị lợi dụng: hôn nhân, con nuôi, mang thai hộ, bộ phận cơ thể"


def report() -> str:
    raise AssertionError("no fault without words is expected")


def today() -> dt.date:
    return TODAY


@pytest.fixture(params=SIZES)
def visit(
    browser: WatchedBrowser, real_content: Content, request: pytest.FixtureRequest
) -> Iterator[Visit]:
    visit = open_page(browser, *request.param, styles=load_styles("paper/maker"))
    maker = PaperMaker(real_content, PaperBench(real_content, today), today, report)
    mount_widget(visit, maker, "paper/maker")
    yield visit
    visit.page.close()
    assert visit.requests == []


NEW = ""


def walk_all_pairs(names: list[str]) -> Iterator[str]:
    """Yield names so that each comes right before each other one, and just once.

    A closed walk over every edge between them (Hierholzer, 1873).
    """
    ahead = {name: [other for other in names if other != name] for name in names}
    walk, path = [], [names[0]]
    while path:
        if ahead[path[-1]]:
            path.append(ahead[path[-1]].pop())
        else:
            walk.append(path.pop())
    yield from reversed(walk)


def open_matrix(visit: Visit, slug: str) -> None:
    page = visit.page
    again = page.get_by_text("Bắt đầu lại từ ma trận khác")
    if again.count():
        again.click()
    page.get_by_label("Ma trận có sẵn").select_option(slug)
    page.get_by_role("button", name="Dùng ma trận này").click()
    expect(page.locator(".lc-paper-editor h2").first).to_be_focused()


# Opens a matrix as the buttons do; resolves with what is then on the screen. Where the page fails
# on the way, nothing is drawn anew.
OPEN = """
async ([slug, use, anew, longest]) => {
  const old = document.querySelector(".lc-paper-editor");
  const press = (name) =>
    [...document.querySelectorAll("button")].find((each) => each.textContent === name).click();
  document.querySelector("select").value = slug;
  press(slug ? use : anew);
  const end = performance.now() + longest;
  while (performance.now() < end && document.querySelector(".lc-paper-editor") === old) {
    await new Promise((resolve) => setTimeout(resolve));
  }
  const parts = document.querySelectorAll(".lc-paper-part").length;
  return [document.querySelector(".lc-paper-about").textContent, parts];
}
"""


def test_every_matrix_follows_every_other(visit: Visit, real_content: Content) -> None:
    page = visit.page
    shipped = {each.slug: each for each in real_content.blueprints}
    told = {
        slug: [
            (
                f"Sắp ra “{each.title}”: {len(each.parts)} phần, {count_items(each)} câu, "
                f"{each.form_count or len(each.codes) or 4} mã đề."
            ),
            len(each.parts),
        ]
        for slug, each in shipped.items()
    } | {NEW: ["Sắp ra “Đề kiểm tra”: 1 phần, 0 câu, 4 mã đề.", 1]}
    bring = visit.send
    assert bring is not None
    sent: list[dict[str, Any]] = []

    def send(message: dict[str, Any]) -> list[list[Any]]:
        """Bring a message to the kernel; the bank, which takes long, is still thinking."""
        sent.append(message)
        return [] if message["type"] == "look" else bring(message)

    visit.send = send
    for slug in walk_all_pairs(list(told)):
        shown = page.evaluate(OPEN, [slug, "Dùng ma trận này", "Lập ma trận mới", MAKING_MS])
        assert told[slug] == shown
    assert sum(message["type"] == "start" for message in sent) == len(told) * (len(told) - 1) + 1


def count_items(blueprint: Blueprint) -> int:
    return sum(part.count for part in blueprint.parts)


def test_what_is_made_is_what_is_on_the_screen(visit: Visit) -> None:
    page = visit.page
    open_matrix(visit, "dinh-ki-cv-7991-thcs")
    page.get_by_label("Danh sách thí sinh").set_input_files(
        {"name": "lop.csv", "mimeType": "text/csv", "buffer": "Họ và tên\nĐỗ Thị Ân\n".encode()}
    )
    expect(page.get_by_text("lop.csv: 1 thí sinh.")).to_be_visible()
    open_matrix(visit, "ma-tran-40-cau-thcs")
    # The list is still there, so it is still told.
    expect(page.get_by_text("lop.csv: 1 thí sinh.")).to_be_visible()
    page.get_by_role("button", name="Bỏ danh sách").click()
    page.get_by_label("Số mã đề").fill("1")
    page.get_by_label("Tên ma trận").fill("Lớp 8A")
    page.get_by_label("Bản Word").uncheck()
    making = page.get_by_role("button", name="Ra đề", exact=True)
    expect(making).to_have_accessible_description("Sắp ra “Lớp 8A”: 1 phần, 40 câu, 1 mã đề.")
    making.click()
    expect(page.get_by_role("link", name="Tải ma-tran-40-cau-thcs-1-ma-de.zip")).to_be_focused(
        timeout=MAKING_MS
    )
    expect(page.get_by_text("Đã ra “Lớp 8A”: 1 phần, 40 câu, 1 mã đề: 101.")).to_be_visible()
    assert visit.find_violations() == []


def test_another_matrix_ends_what_is_being_made_and_asked(visit: Visit) -> None:
    page = visit.page
    page.evaluate(HOLD)
    open_matrix(visit, "dinh-ki-cv-7991-thcs")
    page.get_by_role("button", name="Ra đề", exact=True).click()
    making = page.get_by_text(re.compile("Đã làm [0-9]+/[0-9]+ tệp"))
    expect(making).to_be_visible(timeout=MAKING_MS)
    page.clock.install()
    page.evaluate("window.hold()")
    count = page.locator(".lc-paper-count").first
    for value in ("1", "2"):
        count.fill(value)
        page.clock.run_for(1000)
    page.get_by_text("Bắt đầu lại từ ma trận khác").click()
    page.get_by_role("button", name="Lập ma trận mới").click()
    page.evaluate("window.letGo()")
    expect(page.get_by_label("Tên ma trận")).to_have_value("Đề kiểm tra", timeout=MAKING_MS)
    expect(page.locator(".lc-paper-part")).to_have_count(1)
    expect(page.locator(".lc-paper-state")).to_have_text("Còn chỗ cần điền lại.")
    page.get_by_role("button", name="Ra đề", exact=True).click()
    expect(page.locator(".lc-paper-press").get_by_role("alert").last).to_contain_text("chưa có câu")


# The kernel's line, which brings one message after the other, can be held.
HOLD = """
() => {
  const bring = window.sendToPython;
  let free = Promise.resolve();
  let last = Promise.resolve();
  window.hold = () => {
    free = new Promise((resolve) => (window.letGo = resolve));
  };
  window.sendToPython = (message) => {
    const [before, gate] = [last, free];
    return (last = before.then(() => gate).then(() => bring(message)));
  };
}
"""


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


def test_a_question_is_exchanged_and_taken_back(visit: Visit) -> None:
    page = visit.page
    open_matrix(visit, "khoi-dong-thcs")
    page.get_by_role("button", name="Xem thử mã đề đầu tiên").click()
    items = page.locator(".lc-paper-item")
    expect(items.first).to_be_visible(timeout=MAKING_MS)
    old = items.first.get_attribute("data-item")
    before = items.evaluate_all("(all) => all.map((each) => each.dataset.item)")
    items.first.get_by_role("button", name="Đổi câu").click()
    told = page.locator(".lc-paper-swapped:not(:empty)", has_text="Câu này thay cho câu")
    expect(told).to_contain_text(f"Câu này thay cho câu {old}", timeout=MAKING_MS)
    after = items.evaluate_all("(all) => all.map((each) => each.dataset.item)")
    assert {old} == set(before) - set(after)
    assert page.locator(":focus").get_attribute("aria-label").startswith("Đổi câu")
    assert visit.find_violations() == []
    assert not visit.overflows()
    page.get_by_role("button", name="Lấy lại câu cũ").click()
    expect(page.get_by_text("Đã lấy lại câu cũ.")).to_be_visible(timeout=MAKING_MS)
    assert before == items.evaluate_all("(all) => all.map((each) => each.dataset.item)")
