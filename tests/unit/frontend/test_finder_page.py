"""Lessons found by words, grade and subject, jumped to by band; the teachers' cards and menus."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from lachan.content import Content
from lachan.frontend import load_styles
from lachan.widgets import LessonPlayer
from lachan.widgets.lessons.corner import LessonCorner
from support.browsers import WatchedBrowser
from support.script_pages import SIZES, Visit, mount_widget, open_page

LINKS = (
    ("Mở bài kèm ghi chú", "bai?bai={slug}"),
    ("Hỏi cả lớp", "lop?cap={band}&chu-de={slug}"),
    ("Phiếu học tập", "tai/{slug}/phieu.pdf"),
)


@pytest.fixture(params=SIZES)
def lessons(
    browser: WatchedBrowser, real_content: Content, request: pytest.FixtureRequest
) -> Iterator[Visit]:
    visit = open_page(browser, *request.param, styles=load_styles("lesson/lesson"))
    mount_widget(visit, LessonPlayer(real_content, lookup="/tra-cuu"), "lesson/lesson")
    yield visit
    visit.page.close()
    assert visit.requests == []


@pytest.fixture(params=SIZES)
def corner(
    browser: WatchedBrowser, real_content: Content, request: pytest.FixtureRequest
) -> Iterator[Visit]:
    visit = open_page(browser, *request.param, styles=load_styles("lesson/corner"))
    teacher = LessonCorner(real_content, LINKS, ask=LINKS[1][1], lookup="/tra-cuu")
    mount_widget(visit, teacher, "lesson/corner")
    # The page around it has the heading.
    visit.page.evaluate("document.querySelector('main').prepend(document.createElement('h1'))")
    visit.page.locator("h1").evaluate("(heading) => heading.append('Góc giáo viên')")
    yield visit
    visit.page.close()
    assert visit.requests == []


def assert_sound(visit: Visit) -> None:
    assert visit.find_violations() == []
    assert not visit.overflows()


def test_lessons_are_found_without_marks_by_grade_and_by_subject(
    lessons: Visit, real_content: Content
) -> None:
    page = lessons.page
    cards, box = page.locator(".lc-card"), page.get_by_label("Tìm bài học")
    expect(cards).to_have_count(len(real_content.lessons))
    assert_sound(lessons)
    box.fill("viec nhe luong cao")
    expect(cards.first).to_contain_text("Việc nhẹ, lương cao")
    lessons.press("Enter")
    expect(cards.first.get_by_role("link")).to_be_focused()
    expect(page.get_by_role("link", name="Tìm “viec nhe luong cao” trong luật")).to_have_attribute(
        "href", "/tra-cuu#tim=viec%20nhe%20luong%20cao"
    )
    box.fill("")
    page.get_by_label("Lớp", exact=True).select_option("Lớp 8")
    subject = page.get_by_label("Môn, hoạt động")
    subject.select_option("Giáo dục công dân")
    meant = [
        lesson.title
        for lesson in real_content.lessons
        if 8 in lesson.grades and "Giáo dục công dân" in lesson.subjects
    ]
    assert meant == cards.locator("h3").all_text_contents()
    expect(page.get_by_role("status").last).to_have_text(f"{len(meant)} bài học")
    subject.select_option("Sinh hoạt cộng đồng")
    expect(page.get_by_text("Không có bài học nào như vậy.")).to_be_visible()
    assert_sound(lessons)
    page.get_by_role("button", name="Bỏ điều kiện tìm").click()
    expect(cards).to_have_count(len(real_content.lessons))
    expect(box).to_be_focused()


def test_a_band_is_jumped_to_and_what_was_sought_stays(lessons: Visit) -> None:
    page = lessons.page
    jump = page.get_by_role("navigation", name="Đến phần").get_by_role("button")
    names = jump.all_text_contents()
    assert names == page.locator(".lc-finder h2").all_text_contents()
    jump.last.click()
    heading = page.get_by_role("heading", level=2, name=names[-1])
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    page.get_by_label("Tìm bài học").fill("nhe luong")
    page.locator(".lc-card a").first.click()
    page.get_by_role("button", name="Tất cả bài học").click()
    expect(page.get_by_label("Tìm bài học")).to_have_value("nhe luong")


def test_a_card_has_one_thing_to_do_and_a_menu(corner: Visit) -> None:
    page = corner.page
    card = page.locator(".lc-card").filter(has_text="Việc nhẹ, lương cao").first
    links = card.get_by_role("link")
    expect(links).to_have_count(1)
    expect(links).to_have_attribute("href", "bai?bai=viec-nhe-luong-cao")
    menu = card.get_by_label("Việc khác với bài Việc nhẹ, lương cao")
    menu.focus()
    corner.press("Enter")
    expect(card.get_by_role("link")).to_have_text([label for label, _ in LINKS])
    assert_sound(corner)


def test_questions_are_found_with_the_lessons(corner: Visit) -> None:
    page = corner.page
    page.get_by_label("Tìm bài học và câu hỏi").fill("ho chieu ")
    found = page.locator(".lc-corner-questions")
    expect(found.get_by_role("heading")).to_contain_text("Câu hỏi có những từ ấy")
    expect(found.locator("li").first).to_contain_text("hộ chiếu")
    href = found.get_by_role("link").first.get_attribute("href")
    assert href
    assert href.startswith("lop?cap=")
    assert_sound(corner)
