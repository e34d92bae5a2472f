"""Pairs, steps, branching cases, words and essays in a browser, answered by keyboard alone."""

from collections.abc import Callable, Iterator

import pytest

from lachan.domain.kinds import ItemType
from lachan.frontend import load_styles
from lachan.widgets import Quiz
from support.browsers import WatchedBrowser
from support.items import make_item
from support.script_pages import SIZES, Visit, mount_widget, open_page, text_of

BODY = '<main><h1>Câu hỏi</h1><div id="app"></div></main>'


@pytest.fixture(params=SIZES)
def open_quiz(
    browser: WatchedBrowser, request: pytest.FixtureRequest
) -> Iterator[Callable[[ItemType], Visit]]:
    visits = []

    def open_(kind: ItemType) -> Visit:
        visit = open_page(browser, *request.param, styles=load_styles("items/quiz"), body=BODY)
        mount_widget(visit, Quiz([make_item("thu", kind)], {}), "items/quiz")
        visits.append(visit)
        assert_sound(visit)
        return visit

    yield open_
    for visit in visits:
        assert_sound(visit)
        visit.page.close()
        assert visit.requests == []


def assert_sound(visit: Visit) -> None:
    assert visit.find_violations() == []
    assert not visit.overflows()


def submit(visit: Visit) -> str:
    visit.tab_to("button[type=submit]")
    visit.press("Enter")
    visit.page.wait_for_selector(".lc-review")
    return visit.focused_text()


def test_pairs_are_joined_by_select(open_quiz: Callable[[ItemType], Visit]) -> None:
    visit = open_quiz(ItemType.MATCHING)
    page = visit.page
    for row in range(3):
        left = page.locator(".lc-left").nth(row)
        wanted = left.locator(".lc-option").text_content().replace("vế trái", "vế phải")
        texts = left.locator("option").all_text_contents()
        place = next(index for index, text in enumerate(texts) if text.endswith(wanted))
        visit.tab_to(f".lc-left:nth-child({row + 1}) select")
        visit.press(*["ArrowDown"] * place)
    assert submit(visit) == "Đúng rồi"
    assert "Em nối đúng 3/3 cặp, được 1 điểm" in text_of(page.locator(".lc-score"))
    assert "Ý này không thuộc cặp nào" in text_of(page.locator(".lc-reasons"))


def test_pairs_left_open_are_asked_for(open_quiz: Callable[[ItemType], Visit]) -> None:
    visit = open_quiz(ItemType.MATCHING)
    visit.tab_to("button[type=submit]")
    visit.press("Enter")
    assert "Còn ý chưa nối" in text_of(visit.page.locator(".lc-notice"))
    assert visit.page.evaluate("document.activeElement.tagName") == "SELECT"


def test_steps_are_moved_by_buttons(open_quiz: Callable[[ItemType], Visit]) -> None:
    visit = open_quiz(ItemType.ORDERING)
    page = visit.page
    # Bring each step up to its place, from the first on, as a person would.
    for place, letter in enumerate("abcd"):
        rows = page.locator(".lc-step-row .lc-option").all_text_contents()
        now = rows.index(f"phương án thu-{letter}")
        for _ in range(now - place):
            visit.tab_to(f'button[aria-label="Đưa lên: phương án thu-{letter}"]')
            visit.press("Enter")
    assert submit(visit) == "Đúng rồi"
    assert page.locator(".lc-reasons > li").count() == 4


def test_a_case_is_walked_and_taken_back(open_quiz: Callable[[ItemType], Visit]) -> None:
    visit = open_quiz(ItemType.SCENARIO)
    page = visit.page
    visit.tab_to("input[type=radio]")
    visit.press("Space")
    visit.tab_to(".lc-scene button")
    visit.press("Enter")
    assert visit.focused_text() == "cảnh thu-hai"
    assert "Em chọn: cách thu-mot-a" in text_of(page.locator(".lc-scene-past"))
    assert_sound(visit)
    visit.tab_to(".lc-scenes > button")
    visit.press("Enter")
    assert visit.focused_text() == "cảnh thu-mot"
    visit.tab_to("input[type=radio]")
    visit.press("Space", "Tab")
    visit.press("Enter")
    visit.tab_to("input[type=radio]")
    visit.press("Space")
    visit.tab_to(".lc-scene button")
    visit.press("Enter")
    assert submit(visit) == "Chưa đúng, cùng xem lại nhé"
    text = text_of(page.locator(".lc-review"))
    for shown in ("1/2 lần, được 0,5 điểm", "Cách tốt hơn: cách thu-mot-b", "Một kết thúc an toàn"):
        assert shown in text


def test_a_case_must_be_walked_to_its_end(open_quiz: Callable[[ItemType], Visit]) -> None:
    visit = open_quiz(ItemType.SCENARIO)
    visit.tab_to("button[type=submit]")
    visit.press("Enter")
    assert "đi hết tình huống" in text_of(visit.page.locator("form > .lc-notice"))


def test_a_word_is_judged_without_case(open_quiz: Callable[[ItemType], Visit]) -> None:
    visit = open_quiz(ItemType.SHORT_TEXT)
    visit.tab_to("input[type=text]")
    visit.page.keyboard.type("CÔNG AN.")
    assert submit(visit) == "Đúng rồi"


def test_an_essay_is_laid_beside_its_guide_and_not_judged(
    open_quiz: Callable[[ItemType], Visit],
) -> None:
    visit = open_quiz(ItemType.ESSAY)
    visit.tab_to("textarea")
    visit.page.keyboard.type("<b>Em kể với cô.</b>")
    assert submit(visit) == "Cùng đối chiếu với gợi ý nhé"
    text = text_of(visit.page.locator(".lc-review"))
    for shown in ("<b>Em kể với cô.</b>", "gợi ý thu", "tiêu chí thu-a", "1 điểm"):
        assert shown in text
    assert "Đúng rồi" not in text
