"""The quiz in a browser, answered by keyboard alone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from lachan.domain.items import Item
from lachan.frontend import load_styles
from lachan.widgets import Quiz
from lachan.wire.media import load_media
from support.browsers import WatchedBrowser
from support.sample_items import SAMPLE, load_sample
from support.script_pages import SIZES, Visit, mount_widget, open_page, text_of

NAMES = ("thu-mot", "thu-nhieu", "thu-nhom", "thu-ngan")
BODY = '<main><h1>Câu hỏi</h1><div id="app"></div></main>'


@pytest.fixture(params=SIZES)
def visit(browser: WatchedBrowser, request: pytest.FixtureRequest) -> Iterator[Visit]:
    content = load_sample()
    items = [content.get_item(name) for name in NAMES]
    visit = open_quiz(browser, request.param, items)
    yield visit
    visit.page.close()
    assert visit.requests == []


def open_quiz(browser: WatchedBrowser, size: tuple[int, int], items: Sequence[Item]) -> Visit:
    visit = open_page(browser, *size, styles=load_styles("items/quiz"), body=BODY)
    quiz = Quiz(items, load_sample().provisions, media=load_media([SAMPLE], items))
    mount_widget(visit, quiz, "items/quiz")
    return visit


def assert_sound(visit: Visit) -> None:
    assert visit.find_violations() == []
    assert not visit.overflows()


def submit(visit: Visit) -> str:
    """Press Kiểm tra by keyboard; return the heading that got the focus."""
    visit.tab_to("button[type=submit]")
    visit.press("Enter")
    visit.page.wait_for_selector(".lc-review")
    return visit.focused_text()


def go_on(visit: Visit) -> None:
    visit.tab_to(".lc-review + .lc-buttons .lc-primary")
    visit.press("Enter")


def test_all_four_types_by_keyboard(visit: Visit) -> None:
    page = visit.page
    assert_sound(visit)
    visit.tab_to("input[type=radio]")
    visit.press("Space", "ArrowDown")
    assert submit(visit) == "Đúng rồi"
    assert_sound(visit)
    go_on(visit)

    visit.press("Space")
    visit.tab_to("input[value=b]")
    visit.press("Space")
    assert submit(visit) == "Chưa đúng, cùng xem lại nhé"
    assert "Em chưa chọn" in text_of(page.locator(".lc-reasons > li").nth(2))
    assert_sound(visit)
    go_on(visit)

    for verdict in ("ArrowLeft", "Space", "Space", "Space"):
        visit.press("Space", verdict, "Tab")
    assert_sound(visit)
    assert submit(visit) == "Chưa đúng, cùng xem lại nhé"
    assert text_of(page.locator(".lc-score")) == "Em đúng 1/4 ý, được 0,1 điểm trên 1 điểm."
    assert "Cho ý b, d." in text_of(page.locator(".lc-law"))
    assert_sound(visit)
    go_on(visit)

    assert text_of(page.locator(".lc-hint")) == "Gõ một số bằng các chữ số."
    page.keyboard.type("111")
    assert submit(visit) == "Đúng rồi"
    assert "Có hiệu lực từ 01/7/2025." in text_of(page.locator(".lc-law"))
    assert_sound(visit)
    go_on(visit)
    assert visit.focused_text() == "Em đã làm xong"
    assert "2/4" in text_of(page.locator(".lc-deck"))
    assert_sound(visit)


def test_an_incomplete_answer_is_asked_for_kindly(visit: Visit) -> None:
    visit.tab_to("button[type=submit]")
    visit.press("Enter")
    notice = visit.page.locator(".lc-notice")
    assert "hãy chọn một đáp án" in text_of(notice)
    assert visit.page.evaluate("document.activeElement.type") == "radio"
    assert_sound(visit)
    visit.press("Space")
    assert text_of(notice) == ""


def test_a_refused_answer_keeps_what_was_typed(visit: Visit) -> None:
    page = visit.page
    for _ in range(3):
        page.get_by_role("button", name="Để sau").click()
    page.fill(".lc-typed", "abc")
    visit.press("Enter")
    page.wait_for_selector(".lc-notice:not(:empty)")
    assert "chữ số" in text_of(page.locator(".lc-notice"))
    assert page.input_value(".lc-typed") == "abc"
    page.fill(".lc-typed", "113")
    visit.press("Enter")
    page.wait_for_selector(".lc-review")
    assert "Đáp án: 111 (ba chữ số)" in text_of(page.locator(".lc-review"))


def test_an_item_of_skill_says_that_no_law_decides_it(browser: WatchedBrowser) -> None:
    skill = replace(load_sample().get_item("thu-mot"), citations=(), is_skill=True)
    visit = open_quiz(browser, (360, 640), [skill])
    visit.page.locator(".lc-choice").first.click()
    submit(visit)
    told = "Câu này rèn kĩ năng, không dựa vào điều luật nào."
    assert told in text_of(visit.page.locator(".lc-law"))
    assert_sound(visit)
    visit.page.close()


def test_retry_starts_the_question_anew(visit: Visit) -> None:
    page = visit.page
    page.locator(".lc-choice").first.click()
    submit(visit)
    page.get_by_role("button", name="Làm lại").click()
    page.wait_for_selector(".lc-question")
    assert page.locator("input:checked").count() == 0
    assert page.evaluate("document.activeElement.type") == "radio"


def test_the_announcement_says_the_result(visit: Visit) -> None:
    visit.page.locator(".lc-choice").first.click()
    submit(visit)
    status = text_of(visit.page.locator(".lc-unseen[role=status]"))
    assert status.startswith("Chưa đúng, cùng xem lại nhé.")


def test_targets_are_big_enough_for_fingers(visit: Visit) -> None:
    sizes = visit.page.evaluate(
        """[...document.querySelectorAll("button, .lc-choice, .lc-verdict, .lc-typed")]
           .filter((e) => e.checkVisibility({ visibilityProperty: true }))
           .map((e) => Math.round(e.getBoundingClientRect().height))"""
    )
    assert len(sizes) >= 6
    assert min(sizes) >= 44


def test_a_picture_in_the_stem_is_shown_with_its_description(visit: Visit) -> None:
    image = visit.page.locator("img[alt='Hình một chiếc điện thoại']")
    assert image.evaluate("(img) => img.decode().then(() => img.naturalWidth > 0)")


def test_dispose_stops_listening(visit: Visit) -> None:
    visit.page.evaluate("window.dispose()")
    visit.page.locator(".lc-choice").first.click()
    visit.page.get_by_role("button", name="Kiểm tra").click()
    assert visit.page.locator(".lc-review").count() == 0
