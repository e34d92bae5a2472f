"""Practice in a browser, from choosing to the result."""

import json
from collections.abc import Iterator
from random import Random

import pytest

from lachan.frontend import load_styles
from lachan.widgets import Practice
from support.browsers import WatchedBrowser
from support.sample_items import load_sample
from support.script_pages import SIZES, Visit, mount_widget, open_page, text_of


@pytest.fixture(params=SIZES)
def visit(browser: WatchedBrowser, request: pytest.FixtureRequest) -> Iterator[Visit]:
    visit = open_page(
        browser, *request.param, styles=load_styles("practice/practice"), query="?chu-de=thu"
    )
    mount_practice(visit)
    yield visit
    visit.page.close()
    assert visit.requests == []


def mount_practice(visit: Visit, seed: int = 3) -> None:
    practice = Practice(load_sample(), Random(seed), lesson_href="bai_hoc.ipynb?bai={slug}")
    mount_widget(visit, practice, "practice/practice")


def assert_sound(visit: Visit) -> None:
    assert visit.find_violations() == []
    assert not visit.overflows()


def begin(visit: Visit) -> None:
    visit.tab_to("button[type=submit]")
    visit.press("Enter")
    visit.page.wait_for_selector(".lc-run")


def progress(visit: Visit) -> str:
    return text_of(visit.page.locator(".lc-progress-text"))


def answer_wrongly_by_keyboard(visit: Visit) -> str:
    """Bring the question on four statements up, say "Đúng" to all; return its stem."""
    skip_to(visit, ".lc-statement")
    stem = text_of(visit.page.locator("legend"))
    for row in range(1, 5):
        visit.tab_to(f".lc-statement:nth-child({row}) input")
        visit.press("Space")
    submit(visit)
    return stem


def submit(visit: Visit) -> None:
    visit.tab_to("button[type=submit]")
    visit.press("Enter")
    visit.page.wait_for_selector(".lc-review")


def go_on(visit: Visit) -> None:
    visit.tab_to(".lc-deck .lc-primary")
    visit.press("Enter")
    visit.page.wait_for_selector(".lc-review", state="detached")


def answer_somehow(visit: Visit) -> None:
    """Choose or type something, by keyboard, and go on."""
    if visit.page.locator(".lc-typed").count():
        visit.tab_to(".lc-typed")
        visit.page.keyboard.type("1")
    else:
        visit.tab_to(".lc-choice input")
        visit.press("Space")
    submit(visit)
    go_on(visit)


def skip_to(visit: Visit, selector: str) -> None:
    while visit.page.locator(selector).count() == 0:
        visit.page.get_by_role("button", name="Để sau").click()


def test_choosing_by_keyboard(visit: Visit) -> None:
    assert_sound(visit)
    assert ["Trung học cơ sở", "Bài thử", "Tất cả (5 câu)"] == [
        text.replace("5 câu", "", 1) if text.startswith("Bài") else text
        for text in visit.page.locator(".lc-choice:has(:checked)").all_text_contents()
    ]
    begin(visit)
    assert visit.focused_text() == "Bài thử"
    assert progress(visit) == "Đã xong 0/5 câu"
    assert_sound(visit)


def test_the_result_sends_back_to_law_and_lesson(visit: Visit) -> None:
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
    text = text_of(page.locator(".lc-practice-result"))
    assert "Em làm đúng 0/5 câu." in text
    assert (text.count("Chưa làm"), text.count("Chưa đúng")) == (4, 1)
    assert "Khoản 1 Điều 22 Luật Thử 2024" in text_of(page.locator(".lc-law"))
    link = page.get_by_role("link", name="Bài thử")
    assert link.get_attribute("href") == "bai_hoc.ipynb?bai=thu"
    assert_sound(visit)


def test_what_was_missed_comes_back_after_three_others(visit: Visit) -> None:
    page = visit.page
    begin(visit)
    stem = answer_wrongly_by_keyboard(visit)
    assert "sẽ quay lại sau vài câu" in text_of(page.locator(".lc-comes-back"))
    assert progress(visit) == "Đã xong 0/5 câu · 1 câu sẽ quay lại"
    assert_sound(visit)
    go_on(visit)
    for _ in range(3):
        assert stem != text_of(page.locator("legend"))
        answer_somehow(visit)
    assert stem == text_of(page.locator("legend"))
    assert page.get_by_text("Câu quay lại", exact=True).is_visible()
    assert_sound(visit)


def test_a_reload_goes_on_where_it_was(visit: Visit) -> None:
    page = visit.page
    begin(visit)
    answer_wrongly_by_keyboard(visit)
    go_on(visit)
    before = (progress(visit), text_of(page.locator("form.lc-question")))
    page.reload()
    mount_practice(visit, seed=8)
    page.wait_for_selector(".lc-run")
    assert before == (progress(visit), text_of(page.locator("form.lc-question")))
    assert_sound(visit)


def test_a_link_to_another_topic_does_not_resume(visit: Visit) -> None:
    begin(visit)
    visit.page.goto(visit.page.url.replace("chu-de=thu", "chu-de=khac"))
    mount_practice(visit)
    visit.page.wait_for_selector(".lc-run")
    other = json.dumps({"start": {"topic": "bai-khac"}})
    visit.page.evaluate("(kept) => sessionStorage.setItem('lachan-luyen-tap', kept)", other)
    visit.page.goto(visit.page.url.replace("chu-de=khac", "chu-de=thu"))
    mount_practice(visit)
    visit.page.wait_for_selector(".lc-chooser")
    assert text_of(visit.page.locator(".lc-practice > .lc-notice")) == ""


@pytest.mark.parametrize("kept", ["{", '"x"', "{}", '{"start": {"topic": "thu"}}'])
def test_a_spoilt_store_starts_clean_and_says_so(visit: Visit, kept: str) -> None:
    page = visit.page
    page.evaluate("(kept) => sessionStorage.setItem('lachan-luyen-tap', kept)", kept)
    page.reload()
    mount_practice(visit)
    page.wait_for_selector(".lc-chooser")
    notice = page.locator(".lc-practice > .lc-notice")
    assert notice.text_content().startswith("Bài luyện lần trước không mở lại được")
    assert page.evaluate("sessionStorage.length") == 0
    assert_sound(visit)
    begin(visit)
    assert notice.text_content() == ""


def test_again_asks_what_was_missed_and_other_goes_back(visit: Visit) -> None:
    page = visit.page
    begin(visit)
    skip_to(visit, "input[type=checkbox]")
    page.locator("input[value=a]").click()
    page.locator("input[value=c]").click()
    submit(visit)
    page.get_by_role("button", name="Dừng ở đây").click()
    page.get_by_role("button", name="Làm lại các câu chưa đúng").click()
    page.wait_for_selector(".lc-run")
    assert progress(visit) == "Đã xong 0/4 câu"
    page.get_by_role("button", name="Dừng ở đây").click()
    page.get_by_role("button", name="Chọn bài luyện khác").click()
    page.wait_for_selector(".lc-chooser")
    assert visit.focused_text() == "Luyện tập"
    assert page.evaluate("sessionStorage.length") == 0


def test_help_is_on_every_screen(visit: Visit) -> None:
    page = visit.page
    assert page.get_by_role("link", name="111").is_visible()
    begin(visit)
    assert page.get_by_role("link", name="111").is_visible()
    page.get_by_text("Số khác, nơi khác").click()
    number = page.get_by_role("link", name="+84 981 84 84 84")
    assert number.get_attribute("href") == "tel:+84981848484"
    assert_sound(visit)
