"""Practice in a browser, from choosing to the result."""

from random import Random

import pytest
from widgets.sample import load_sample

from frontend.pages import Visit, mount_widget, open_page
from lachan.frontend import load_styles
from lachan.widgets import Practice

SIZES = [(360, 740), (1280, 800)]


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}px")
def visit(browser, request):
    visit = open_page(browser, *request.param, styles=load_styles("practice"), query="?chu-de=thu")
    practice = Practice(load_sample(), Random(3), lesson_href="bai_hoc.ipynb?bai={slug}")
    mount_widget(visit, practice, "practice")
    yield visit
    visit.page.close()
    assert (visit.errors, visit.requests) == ([], [])


def assert_sound(visit: Visit) -> None:
    assert visit.find_violations() == []
    assert not visit.overflows()


def begin(visit: Visit) -> None:
    visit.tab_to("button[type=submit]")
    visit.press("Enter")
    visit.page.wait_for_selector(".lc-run")


def skip_to(visit: Visit, selector: str) -> None:
    while visit.page.locator(selector).count() == 0:
        visit.page.get_by_role("button", name="Để sau").click()


def test_choosing_by_keyboard(visit) -> None:
    assert_sound(visit)
    assert ["Trung học cơ sở", "Bài thử", "Tất cả (5 câu)"] == [
        text.replace("5 câu", "", 1) if text.startswith("Bài") else text
        for text in visit.page.locator(".lc-choice:has(:checked)").all_text_contents()
    ]
    begin(visit)
    assert visit.focused_text() == "Bài thử"
    assert visit.page.locator(".lc-progress-text").text_content() == "Câu 1/5"
    assert_sound(visit)


def test_the_result_sends_back_to_law_and_lesson(visit) -> None:
    page = visit.page
    begin(visit)
    skip_to(visit, ".lc-statement")
    for row in range(4):
        page.locator(".lc-statement").nth(row).locator("input[value=true]").click()
    page.get_by_role("button", name="Kiểm tra").click()
    page.wait_for_selector(".lc-review")
    page.get_by_role("button", name="Dừng ở đây").click()
    page.wait_for_selector(".lc-practice-result")
    assert visit.focused_text() == "Kết quả luyện tập"
    text = page.locator(".lc-practice-result").text_content()
    assert "Em làm đúng 0/5 câu." in text
    assert (text.count("Chưa làm"), text.count("Chưa đúng")) == (4, 1)
    assert "Khoản 1 Điều 22 Luật Thử 2024" in page.locator(".lc-law").text_content()
    link = page.get_by_role("link", name="Bài thử")
    assert link.get_attribute("href") == "bai_hoc.ipynb?bai=thu"
    assert_sound(visit)


def test_again_asks_what_was_missed_and_other_goes_back(visit) -> None:
    page = visit.page
    begin(visit)
    skip_to(visit, "input[type=checkbox]")
    page.locator("input[value=a]").click()
    page.locator("input[value=c]").click()
    page.get_by_role("button", name="Kiểm tra").click()
    page.wait_for_selector(".lc-review")
    page.get_by_role("button", name="Dừng ở đây").click()
    page.get_by_role("button", name="Làm lại các câu chưa đúng").click()
    page.wait_for_selector(".lc-run")
    assert page.locator(".lc-progress-text").text_content() == "Câu 1/4"
    page.get_by_role("button", name="Dừng ở đây").click()
    page.get_by_role("button", name="Chọn bài luyện khác").click()
    page.wait_for_selector(".lc-chooser")
    assert visit.focused_text() == "Luyện tập"


def test_help_is_on_every_screen(visit) -> None:
    page = visit.page
    assert page.get_by_role("link", name="111").is_visible()
    begin(visit)
    assert page.get_by_role("link", name="111").is_visible()
    page.get_by_text("Số khác, nơi khác").click()
    number = page.get_by_role("link", name="+84 981 84 84 84")
    assert number.get_attribute("href") == "tel:+84981848484"
    assert_sound(visit)
