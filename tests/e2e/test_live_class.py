"""A live class: a teacher before the projector, three pupils with their phones."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from lachan.content import Content
from lachan.serving.live.pages import CROWD
from support.browsers import WatchedBrowser
from support.live_rooms import open_folder
from support.live_rooms import open_room as open_quiz
from support.running import RunningServer
from support.visit import Visit, fill, open_visit

TOPIC = "/voila/render/lop_hoc.ipynb?cap=thcs&chu-de=viec-nhe-luong-cao"


@pytest.fixture
def teacher(browser: WatchedBrowser, server: RunningServer, repository: Path) -> Iterator[Visit]:
    visit = open_visit(browser, server.base, "1920x1080", repository / "out" / "screens")
    visit.log_in()
    visit.go(TOPIC)
    yield visit
    visit.context.close()
    assert visit.foreign == []


@pytest.fixture
def pupils(
    browser: WatchedBrowser, server: RunningServer, repository: Path
) -> Iterator[list[Visit]]:
    # Lost networks and wrong codes are part of their journeys.
    browser.expect("^Failed to load resource|^WebSocket connection to")
    folder = repository / "out" / "screens"
    visits = [open_visit(browser, server.base, "360x640", folder) for _ in range(3)]
    yield visits
    for visit in visits:
        visit.context.close()
        assert visit.foreign == []


def open_room(teacher: Visit, plan: str) -> str:
    """Open a room by keyboard alone and project it; return its code."""
    page = teacher.page
    expect(page.get_by_text("Đã chọn 5 câu.")).to_be_visible()
    teacher.look("lop-hoc-chon")
    if plan == "truoc-sau":
        teacher.tab_to("input[value=hoi-dap]")
        page.keyboard.press("ArrowRight")
    teacher.tab_to("button[type=submit]")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Vào phòng bằng điện thoại")).to_be_focused()
    teacher.look("lop-hoc-vao-phong")
    teacher.tab_to(".lc-tools button")
    page.keyboard.press("Enter")
    expect(page.locator(".lc-projector")).to_be_visible()
    return page.locator(".lc-live-code strong").inner_text()


def enter(pupils: list[Visit], code: str) -> None:
    """Type the code on the first phone; the others have scanned it."""
    first, *others = pupils
    first.page.goto(f"{first.base}/lop")
    first.look("lop-go-ma")
    first.page.get_by_label("Mã phòng").fill(code.lower())
    first.page.keyboard.press("Enter")
    for each in others:
        each.page.goto(f"{each.base}/lop/{code}")
    for each in pupils:
        expect(each.page.get_by_role("heading", name="Em đã vào phòng")).to_be_visible()
    first.look("lop-cho")


def answer(visit: Visit, choice: int) -> None:
    """Choose, say or type something and send it."""
    question = visit.page.locator("form.lc-question")
    question.wait_for()
    if question.locator(".lc-choices").count():
        question.locator("input").nth(choice).check()
    else:
        fill(question)
    visit.button("Gửi").click()
    expect(visit.page.get_by_text("Đã gửi.")).to_be_visible()


def read_reasons(page: Page) -> None:
    """Turn the pages of the answer that is on show until the key would lead on."""
    main = page.locator(".lc-turn .lc-primary")
    while main.inner_text() == "Xem tiếp":
        page.keyboard.press("ArrowRight")


def progress(visit: Visit, text: str) -> None:
    expect(visit.page.locator("h1").filter(has_text=text)).to_be_visible()


@pytest.mark.full
def test_before_and_after_a_lesson_by_keyboard(teacher: Visit, pupils: list[Visit]) -> None:
    page = teacher.page
    code = open_room(teacher, "truoc-sau")
    enter(pupils, code)
    expect(page.get_by_text("3 máy đã vào")).to_be_visible()

    for number in range(1, 6):
        page.keyboard.press("ArrowRight")
        progress(teacher, f"Câu {number}/5 · lần 1, trước bài học")
        for each in pupils:
            progress(each, f"Câu {number}/5")
            answer(each, 0)
        expect(page.get_by_text("3/3 máy đã trả lời")).to_be_visible()
        expect(page.locator(".lc-bars")).to_have_count(0)
        if number == 1:
            teacher.look("lop-hoc-truoc")
            pupils[0].look("lop-da-gui")
    page.keyboard.press("ArrowRight")
    progress(teacher, "Bây giờ cùng học bài")
    expect(pupils[0].page.get_by_role("heading", name="Bây giờ cùng học bài")).to_be_visible()
    teacher.look("lop-hoc-hoc-bai")
    pupils[0].look("lop-hoc-bai")

    for number in range(1, 6):
        page.keyboard.press("ArrowRight")
        progress(teacher, f"Câu {number}/5 · lần 2, sau bài học")
        for index, each in enumerate(pupils):
            progress(each, f"Câu {number}/5")
            answer(each, index)
        expect(page.get_by_text("3/3 máy đã trả lời")).to_be_visible()
        page.keyboard.press("ArrowRight")
        # A chart that would give the key away, as of pairs, comes with it.
        held = page.get_by_text("Tỉ lệ đúng sẽ hiện cùng đáp án.")
        expect(page.locator(".lc-bars").or_(held).first).to_be_visible()
        page.keyboard.press("ArrowRight")
        expect(page.locator(".lc-review .lc-law")).to_be_visible()
        expect(pupils[0].page.locator(".lc-review .lc-law")).to_be_visible()
        read_reasons(page)
    page.keyboard.press("ArrowRight")
    expect(page.locator(".lc-live-total")).to_contain_text("ở cả hai lần: 15 lượt")
    expect(page.locator("ol .lc-live-pair")).to_have_count(5)
    expect(page.get_by_role("heading", name="Theo mục tiêu của bài")).to_be_visible()
    expect(page.locator("ul .lc-live-pair").first).to_be_visible()
    teacher.look("lop-hoc-truoc-sau")
    expect(pupils[0].page.get_by_text("Lần đầu em đúng")).to_be_visible()
    pupils[0].look("lop-xong")

    page.keyboard.press("Escape")
    teacher.tab_to(".lc-live-table summary")
    page.keyboard.press("Enter")
    expect(page.get_by_role("table")).to_contain_text("Tất cả các câu")
    teacher.look("lop-hoc-bang")


def test_questions_one_by_one_with_chart_reason_and_blank_screen(
    teacher: Visit, pupils: list[Visit]
) -> None:
    page = teacher.page
    enter(pupils, open_room(teacher, "hoi-dap"))
    page.keyboard.press("ArrowRight")
    for index, each in enumerate(pupils):
        answer(each, index)
    teacher.look("lop-hoc-dang-hoi")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".lc-bars")).to_be_visible()
    expect(page.get_by_text("Đáp án đúng")).to_have_count(0)
    teacher.look("lop-hoc-bieu-do")
    expect(pupils[0].page.get_by_text("đã được ghi nhận")).to_be_visible()
    pupils[0].look("lop-da-dong")
    page.keyboard.press("b")
    expect(page.locator(".lc-black")).to_be_visible()
    page.keyboard.press("b")
    expect(page.locator(".lc-black")).to_be_hidden()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".lc-bar-key")).to_contain_text("Đáp án đúng")
    teacher.look("lop-hoc-dap-an")
    expect(pupils[0].page.locator(".lc-review")).to_be_visible()
    pupils[0].look("lop-dap-an")

    # The same room in a page of its own, as after a fault of the teacher's machine.
    teacher.go(TOPIC)
    teacher.look("lop-hoc-danh-sach")
    teacher.button("Vào tiếp").first.click()
    progress(teacher, "Câu 1/5")
    expect(page.locator(".lc-bar-key")).to_be_visible()
    teacher.button("Đóng phòng").click()
    teacher.button("Bấm lần nữa để đóng").click()
    expect(page.get_by_text("Phòng đã đóng.")).to_be_visible()
    teacher.look("lop-hoc-ket-qua")
    expect(pupils[0].page.get_by_role("button", name="Vào phòng khác")).to_be_visible()


def test_a_phone_keeps_seat_and_answer_through_reload_and_lost_network(
    teacher: Visit, pupils: list[Visit]
) -> None:
    page = teacher.page
    enter(pupils, open_room(teacher, "hoi-dap"))
    page.keyboard.press("ArrowRight")
    phone = pupils[0].page
    answer(pupils[0], 1)
    phone.reload()
    expect(phone.get_by_text("Đã gửi.")).to_be_visible()
    expect(phone.locator("form.lc-question input").nth(1)).to_be_checked()
    expect(page.get_by_text("1/3 máy đã trả lời")).to_be_visible()

    pupils[0].context.set_offline(True)
    phone.locator("form.lc-question input").nth(2).check()
    pupils[0].button("Gửi").click()
    expect(phone.get_by_text("Câu trả lời còn trên máy")).to_be_visible()
    expect(phone.get_by_text("Trang sẽ tự nối lại")).to_be_visible()
    pupils[0].look("lop-cho-mang")
    pupils[0].context.set_offline(False)
    expect(phone.get_by_text("Đã gửi.")).to_be_visible()
    expect(phone.get_by_text("Trang sẽ tự nối lại")).to_be_hidden()

    phone.get_by_role("link", name="Thoát nhanh").click()
    expect(phone).to_have_title("Bảng cửu chương")
    phone.goto(f"{pupils[0].base}/lop")
    expect(phone.get_by_label("Mã phòng")).to_be_visible()


def test_a_wrong_code_is_told_beside_the_field(pupils: list[Visit]) -> None:
    phone = pupils[0]
    phone.page.goto(f"{phone.base}/lop")
    phone.page.get_by_label("Mã phòng").fill("ZZZZZZ")
    phone.page.keyboard.press("Enter")
    field = phone.page.get_by_label("Mã phòng")
    expect(field).to_be_focused()
    expect(field).to_have_accessible_description(
        "Không có phòng nào mang mã này. Hãy xem lại mã trên màn hình của lớp."
    )
    phone.look("lop-sai-ma")


def test_a_phone_that_comes_with_a_hall_gets_in_by_itself(
    pupils: list[Visit], server: RunningServer, real_content: Content
) -> None:
    with closing(open_folder(server.log.parent)) as rooms:
        room = open_quiz(rooms, real_content)
    page = pupils[0].page
    crowd = {"error": CROWD, "retry_s": 4}
    page.route("**/lop/api/vao", lambda route: route.fulfill(status=429, json=crowd), times=1)
    page.goto(f"{server.base}/lop/{room.code}")
    expect(page.get_by_text(CROWD)).to_be_visible()
    expect(page.get_by_role("heading", name="Em đã vào phòng")).to_be_visible(timeout=30_000)
