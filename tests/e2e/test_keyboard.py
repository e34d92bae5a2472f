"""Every way through the pupils' apps with the keyboard alone: Tab, Space, Enter, arrows, Escape."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from lachan.content import Content
from lachan.domain.kinds import ItemType, Status, Use
from support.visit import Visit

LESSON = "/voila/render/bai_hoc.ipynb?bai=viec-nhe-luong-cao"
PRACTICE = "/voila/render/luyen_tap.ipynb?cap=thcs&chu-de=viec-nhe-luong-cao"


def test_home_to_practice(visit: Visit) -> None:
    page = visit.page
    visit.go("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Đến nội dung chính")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "noi-dung"
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Học bài")).to_be_focused()
    visit.press("Tab", "Enter")
    visit.wait_until_drawn()
    expect(page.get_by_role("heading", level=1, name="Luyện tập")).to_be_visible()


def test_a_lesson_from_the_list_to_its_end(phone: Visit) -> None:
    page = phone.page
    phone.go("/voila/render/bai_hoc.ipynb")
    phone.tab_to(".lc-card a[href*='bai=viec-nhe-luong-cao']")
    phone.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Việc nhẹ, lương cao")).to_be_visible()
    onward = ".lc-turn .lc-primary"
    while page.locator(onward).count():
        before = page.locator(".lc-step h2").first.inner_text()
        phone.tab_to(onward)
        phone.press("Enter")
        expect(page.locator(".lc-step h2").first).not_to_have_text(before)
    expect(page.locator(".lc-key-points")).to_be_visible()


def test_the_projector_by_its_keys(visit: Visit) -> None:
    page = visit.page
    visit.go(LESSON)
    visit.tab_to(".lc-tools button")
    visit.press("Enter")
    expect(page.locator(".lc-projector")).to_be_visible()
    first = page.locator(".lc-step h2").first.inner_text()
    # On a phone the opening has several pages, which come first.
    while page.locator(".lc-projector-place").inner_text().startswith(first):
        visit.press("ArrowRight")
    expect(page.locator(".lc-step h2").first).not_to_have_text(first)
    visit.look("trinh-chieu")
    visit.press("b")
    expect(page.locator(".lc-black")).to_be_visible()
    visit.press("b", "ArrowLeft")
    expect(page.locator(".lc-step h2").first).to_have_text(first)
    visit.press("Escape")
    expect(page.locator(".lc-projector")).to_have_count(0)


def test_practice_to_its_result(phone: Visit) -> None:
    page = phone.page
    phone.go(PRACTICE)
    phone.tab_to("form button[type=submit]")
    phone.press("Enter")
    page.locator("form.lc-question").wait_for()
    onward = page.locator(".lc-deck > .lc-deck-body > .lc-buttons .lc-primary")
    while page.locator(".lc-practice-result").count() == 0:
        answer_by_keys(phone)
        before = onward.inner_text()
        phone.tab_to(".lc-deck > .lc-deck-body > .lc-buttons .lc-primary")
        phone.press("Enter")
        expect(page.locator(".lc-review")).to_have_count(0)
        assert before in ("Câu tiếp theo", "Xem kết quả")
        page.locator("form.lc-question, .lc-practice-result").wait_for()
    expect(page.get_by_role("heading", name="Kết quả luyện tập")).to_be_focused()


@pytest.mark.parametrize(
    "kind",
    [
        ItemType.SCENARIO,
        *(
            pytest.param(kind, marks=pytest.mark.full)
            for kind in (ItemType.MATCHING, ItemType.ORDERING, ItemType.SHORT_ANSWER)
        ),
    ],
)
def test_a_question_of_each_longer_type(
    phone: Visit, real_content: Content, kind: ItemType
) -> None:
    item = next(
        each
        for each in real_content.items
        if each.type is kind and each.use is Use.PRACTICE and each.status is Status.READY
    )
    page = phone.page
    phone.go(f"/voila/render/luyen_tap.ipynb?cap={item.band.value}&chu-de={item.topic}")
    everything = page.locator("label", has_text=re.compile(r"^Tất cả")).locator("input")
    everything.focus()
    phone.press("Space")
    phone.tab_to("form button[type=submit]")
    phone.press("Enter")
    page.locator("form.lc-question").wait_for()
    wanted = page.locator(SIGNS[kind])
    while not wanted.count():
        stem = page.locator("legend").inner_text()
        phone.tab_to(".lc-run-bar .lc-button")
        phone.press("Enter")
        expect(page.locator("legend")).not_to_have_text(stem)
    phone.look(f"cau-{kind.value}")
    answer_by_keys(phone)
    expect(page.locator(".lc-result")).to_be_focused()
    phone.look(f"loi-giai-{kind.value}")


SIGNS = {
    ItemType.SCENARIO: ".lc-scenes",
    ItemType.MATCHING: ".lc-matching",
    ItemType.ORDERING: ".lc-ordering",
    ItemType.SHORT_ANSWER: ".lc-typed",
}


def answer_by_keys(visit: Visit) -> None:
    """Give some complete answer to the question on show, and send it."""
    page = visit.page
    question = page.locator("form.lc-question")
    if question.locator(".lc-scenes").count():
        while question.locator(".lc-scene:not(.lc-scene-past) input").count():
            past = question.locator(".lc-scene-past").count()
            visit.tab_to(".lc-scene:not(.lc-scene-past) input")
            visit.press("Space")
            visit.tab_to(".lc-scene:not(.lc-scene-past) > .lc-button")
            visit.press("Enter")
            expect(question.locator(".lc-scene-past")).to_have_count(past + 1)
    elif question.locator(".lc-matching").count():
        for row in range(1, question.locator(".lc-left").count() + 1):
            visit.tab_to(f".lc-left:nth-child({row}) select")
            visit.press("ArrowDown")
    elif question.locator(".lc-ordering").count():
        visit.tab_to(".lc-step-row:nth-child(1) .lc-move:not([disabled])")
        visit.press("Enter")
    elif question.locator(".lc-statement").count():
        for row in range(1, question.locator(".lc-statement").count() + 1):
            visit.tab_to(f".lc-statement:nth-child({row}) input")
            visit.press("Space")
    elif question.locator(".lc-typed").count():
        visit.tab_to(".lc-typed")
        page.keyboard.type("0")
    else:
        visit.tab_to(".lc-choice input")
        visit.press("Space")
    visit.tab_to("form.lc-question button[type=submit]")
    visit.press("Enter")
    page.locator(".lc-review").wait_for()


def test_quick_exit_by_tab(visit: Visit) -> None:
    visit.go(PRACTICE)
    visit.tab_to(".site-exit")
    visit.press("Enter")
    expect(visit.page).to_have_title("Bảng cửu chương")
