"""The lesson player in a browser."""

from collections.abc import Callable, Iterator

import pytest

from lachan.frontend import load_styles
from lachan.widgets import LessonPlayer
from support.browsers import WatchedBrowser
from support.sample_items import load_sample
from support.script_pages import SIZES, Visit, mount_widget, open_page, text_of


@pytest.fixture(params=SIZES)
def start(
    browser: WatchedBrowser, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Visit]]:
    visits: list[Visit] = []

    def open_lesson(query: str = "", staff: bool = False) -> Visit:
        visit = open_page(browser, *request.param, styles=load_styles("lesson/lesson"), query=query)
        visits.append(visit)
        links = [("Phiếu học tập", "/phieu/{slug}.pdf")]
        mount_widget(visit, LessonPlayer(load_sample(), staff, links=links), "lesson/lesson")
        return visit

    yield open_lesson
    for visit in visits:
        visit.page.close()
        assert visit.requests == []


def assert_sound(visit: Visit) -> None:
    assert visit.find_violations() == []
    assert not visit.overflows()


def title(visit: Visit) -> str:
    return text_of(visit.page.locator(".lc-step h2"))


def turn(visit: Visit, name: str) -> None:
    visit.page.get_by_role("button", name=name, exact=True).click()


def turn_to(visit: Visit, name: str) -> None:
    """Turn the pages of the step that is projected until the next one is on show."""
    before = visit.page.locator(".lc-projector-place").inner_text()
    while title(visit) != name:
        visit.press("ArrowRight")
        now = visit.page.locator(".lc-projector-place").inner_text()
        assert now != before, f"{name} never comes after {now}"
        before = now


def test_from_the_list_to_the_end_of_a_lesson(start: Callable[..., Visit]) -> None:
    visit = start()
    page = visit.page
    assert ["Bài thử", "Bài khác"] == page.locator(".lc-card h3").all_text_contents()
    assert_sound(visit)
    visit.tab_to(".lc-card a")
    visit.press("Enter")
    page.wait_for_selector(".lc-step h2")
    assert visit.focused_text() == "Bài thử"
    assert page.evaluate("location.search") == "?bai=thu"
    assert_sound(visit)
    turn(visit, "Bắt đầu")
    assert (title(visit), visit.focused_text()) == ("Mở màn", "Mở màn")
    assert page.evaluate("location.hash") == "#buoc-mo-man"
    assert page.get_by_role("heading", name="Cần người giúp?").count() == 1
    assert_sound(visit)
    turn(visit, "Bước tiếp theo")
    assert page.get_by_text("Điều cần nhớ của bài.").count() == 1
    assert page.get_by_role("link", name="111").count() == 1
    assert_sound(visit)
    for name in ("Mở màn", "Mở đầu"):
        page.go_back()
        page.wait_for_function("(name) => document.activeElement.textContent === name", arg=name)
    page.go_back()
    page.wait_for_selector(".lc-index")
    assert visit.focused_text() == "Bài học"
    page.go_forward()
    page.go_forward()
    page.wait_for_selector(".lc-step h2")
    assert page.evaluate("location.hash") == "#buoc-mo-man"


def test_the_address_opens_lesson_and_step(start: Callable[..., Visit]) -> None:
    visit = start("?bai=thu#buoc-luyen")
    visit.page.wait_for_selector(".lc-step h2")
    assert title(visit) == "Luyện tập nào"


def test_an_unknown_lesson_in_the_address_is_told(start: Callable[..., Visit]) -> None:
    visit = start("?bai=khong-co")
    visit.page.wait_for_selector(".lc-notice:not(:empty)")
    assert visit.page.locator(".lc-index").count() == 1


def test_a_question_is_answered_inside_the_lesson(start: Callable[..., Visit]) -> None:
    visit = start("?bai=thu#buoc-luyen")
    visit.page.wait_for_selector(".lc-question")
    visit.tab_to(".lc-question input[type=radio]")
    visit.press("Space", "ArrowDown")
    visit.tab_to("button[type=submit]")
    visit.press("Enter")
    visit.page.wait_for_selector(".lc-review")
    assert visit.focused_text() == "Đúng rồi"
    assert_sound(visit)


def test_links_and_list_of_steps(start: Callable[..., Visit]) -> None:
    visit = start("?bai=thu")
    page = visit.page
    page.wait_for_selector(".lc-step h2")
    assert page.get_by_role("link", name="Phiếu học tập").get_attribute("href") == "/phieu/thu.pdf"
    if page.locator(".lc-steps-toggle").is_visible():
        page.locator(".lc-steps-toggle").click()
        assert page.locator(".lc-steps-toggle").get_attribute("aria-expanded") == "true"
    page.get_by_role("button", name="Luyện tập nào").click()
    assert title(visit) == "Luyện tập nào"
    assert text_of(page.locator("[aria-current=step]")) == "2.Luyện tập nào"


def test_pupils_see_neither_notes_nor_timer(start: Callable[..., Visit]) -> None:
    visit = start("?bai=thu#buoc-mo-man")
    visit.page.wait_for_selector(".lc-step h2")
    assert visit.page.locator(".lc-timer, .lc-plan, .lc-block-ghi-chu-giao-vien").count() == 0


def test_the_teachers_timer_runs_and_pauses(start: Callable[..., Visit]) -> None:
    visit = start("?bai=thu#buoc-mo-man", staff=True)
    page = visit.page
    page.wait_for_selector(".lc-step h2")
    assert_sound(visit)
    page.clock.install()
    page.get_by_role("button", name="Bấm giờ").click()
    page.clock.run_for(61_000)
    assert text_of(page.locator(".lc-clock")) == "3:59"
    page.get_by_role("button", name="Tạm dừng").click()
    page.clock.run_for(30_000)
    assert text_of(page.locator(".lc-clock")) == "3:59"
    page.get_by_role("button", name="Bấm giờ").click()
    page.clock.run_for(240_000)
    assert text_of(page.locator(".lc-clock")) == "Hết giờ"


def test_projector_mode_by_keyboard(start: Callable[..., Visit]) -> None:
    visit = start("?bai=thu", staff=True)
    page = visit.page
    page.wait_for_selector(".lc-step h2")
    visit.press("ArrowRight")
    assert title(visit) == "Mở đầu"
    page.get_by_role("button", name="Trình chiếu").click()
    visit.press("ArrowRight")
    assert title(visit) == "Mở màn"
    assert_sound(visit)
    notes = page.locator(".lc-block-ghi-chu-giao-vien")
    assert (notes.count(), notes.is_visible()) == (1, False)
    visit.press("b")
    assert page.locator(".lc-black").is_visible()
    visit.press("ArrowRight")
    assert (page.locator(".lc-black").is_visible(), title(visit)) == (False, "Mở màn")
    visit.press("PageDown", "PageUp")
    turn_to(visit, "Luyện tập nào")
    assert page.get_by_role("link", name="111").is_visible()
    visit.press("Escape")
    page.wait_for_selector(".lc-lesson:not(.lc-projector)")
    visit.press("ArrowLeft", "b")
    assert (title(visit), page.locator(".lc-black").is_visible()) == ("Luyện tập nào", False)


def test_arrow_keys_stay_with_the_answers_in_projector_mode(start: Callable[..., Visit]) -> None:
    visit = start("?bai=thu#buoc-luyen")
    visit.page.wait_for_selector(".lc-question")
    visit.page.get_by_role("button", name="Trình chiếu").click()
    visit.page.locator(".lc-question input").first.focus()
    visit.press("Space", "ArrowRight")
    assert title(visit) == "Luyện tập nào"
    assert visit.page.locator("input:checked").get_attribute("value") == "b"
