"""A projected lesson by screens: nothing below the fold, whatever the lesson and the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from lachan.content import Content
from lachan.domain.kinds import BlockKind
from lachan.frontend import load_styles
from lachan.widgets import LessonPlayer
from support.browsers import WatchedBrowser
from support.script_pages import Visit, mount_widget, open_page
from support.sheets import count_pages, find_cut, find_split

SCREENS = [
    pytest.param((1280, 720), id="720p"),
    pytest.param((1920, 1080), id="1080p", marks=pytest.mark.full),
    pytest.param((3840, 2160), id="4K", marks=pytest.mark.full),
]
# Two periods, nearly every kind of block.
LONGEST = "viec-nhe-luong-cao"
FIRST = "#buoc-tin-nhan-la"
Project = Callable[..., Visit]


@pytest.fixture
def project(browser: WatchedBrowser, real_content: Content) -> Iterator[Project]:
    visits: list[Visit] = []

    def start(slug: str, size: tuple[int, int], fragment: str = "") -> Visit:
        query = f"?bai={slug}{fragment}"
        visit = open_page(browser, *size, styles=load_styles("lesson/lesson"), query=query)
        visits.append(visit)
        mount_widget(visit, LessonPlayer(real_content, lesson=slug), "lesson/lesson")
        visit.page.get_by_role("button", name="Trình chiếu").click()
        return visit

    yield start
    for visit in visits:
        visit.page.close()
        assert visit.requests == []


def find_step(content: Content, kind: BlockKind) -> str:
    """Return where the longest lesson's last step with such a block begins."""
    steps = content.get_lesson(LONGEST).steps
    found = [step.id for step in steps if any(block.kind is kind for block in step.blocks)]
    return f"#buoc-{found[-1]}"


def place(visit: Visit) -> str:
    return visit.page.locator(".lc-projector-place").inner_text()


def walk(visit: Visit, key: str) -> list[str]:
    """Press the key until nothing moves any more; return where that led, screen by screen."""
    places = [place(visit)]
    while True:
        visit.press(key)
        if place(visit) == places[-1]:
            return places
        places.append(place(visit))


@pytest.mark.parametrize("size", SCREENS)
def test_no_line_of_any_lesson_is_below_the_fold(
    project: Project, real_content: Content, size: tuple[int, int]
) -> None:
    for lesson in real_content.lessons:
        visit = project(lesson.slug, size)
        for number in range(len(lesson.steps) + 1):
            where = f"{lesson.slug}, {number}"
            assert find_cut(visit.page) == [], where
            assert find_split(visit.page) == [], where
            for _ in range(count_pages(visit.page)):
                visit.press("PageDown")
        visit.page.close()


def test_back_leads_the_way_it_came(project: Project) -> None:
    visit = project(LONGEST, (1280, 720))
    assert place(visit).startswith("Mở đầu")
    forwards = walk(visit, "PageDown")
    assert len(forwards) > len({each.split(" ")[0] for each in forwards})
    assert forwards[::-1] == walk(visit, "PageUp")
    assert forwards == walk(visit, "ArrowRight")
    assert forwards[::-1] == walk(visit, "ArrowLeft")
    assert forwards == walk(visit, " ")
    assert forwards[::-1] == walk(visit, "Shift+Space")


def test_the_bar_turns_pages_by_mouse(project: Project) -> None:
    visit = project(LONGEST, (1280, 720), FIRST)
    pages = count_pages(visit.page)
    assert pages > 1
    visit.page.get_by_role("button", name="Trang tiếp theo").click()
    assert place(visit).endswith(f" · trang 2/{pages}")
    visit.page.get_by_role("button", name="Trang trước").click()
    assert place(visit).endswith(f" · trang 1/{pages}")


def test_a_clicker_turns_the_page_from_a_choice_but_arrows_choose(
    project: Project, real_content: Content
) -> None:
    visit = project(LONGEST, (1280, 720), find_step(real_content, BlockKind.QUICK_CHECK))
    first = visit.page.locator(".lc-question input[type=radio]").first
    first.focus()
    visit.press("Space")
    before = place(visit)
    visit.press("ArrowDown")
    assert (place(visit), first.is_checked()) == (before, False)
    visit.press("PageDown")
    assert place(visit) != before


def test_tab_leads_to_the_page_of_what_has_the_focus(
    project: Project, real_content: Content
) -> None:
    visit = project(LONGEST, (1280, 720), find_step(real_content, BlockKind.HELP))
    last = visit.page.get_by_role("link", name="111").last
    last.focus()
    shown = visit.page.evaluate(
        """() => {
          const box = document.querySelector(".lc-sheets").getBoundingClientRect();
          const own = document.activeElement.getBoundingClientRect();
          return own.left >= box.left && own.right <= box.right;
        }"""
    )
    assert shown


def type_size(visit: Visit) -> float:
    script = "parseFloat(getComputedStyle(document.querySelector('.lc-sheets')).fontSize)"
    return float(visit.page.evaluate(script))


@pytest.mark.parametrize("size", SCREENS)
def test_type_is_as_large_as_the_last_row_needs(project: Project, size: tuple[int, int]) -> None:
    visit = project(LONGEST, size)
    # A capital of 0.7 em for a row six heights away: a two hundredth of that distance.
    assert type_size(visit) == pytest.approx(6 * size[1] / 200 / 0.7, abs=0.1)


def test_the_teacher_sets_the_distance_and_the_browser_keeps_it(project: Project) -> None:
    visit = project(LONGEST, (1280, 720), FIRST)
    usual, pages = type_size(visit), count_pages(visit.page)
    visit.press("+")
    assert "cách màn hình 7 lần" in visit.page.locator(".lc-projector-hint").inner_text()
    larger = type_size(visit)
    assert (larger > usual, count_pages(visit.page) >= pages) == (True, True)
    visit.page.get_by_role("button", name="Chữ nhỏ hơn").click()
    assert type_size(visit) == usual
    visit.press(*"++++")
    assert find_cut(visit.page) == []
    assert visit.page.evaluate("localStorage.getItem('lachan-hang-cuoi')") == "10"


def test_an_answer_makes_the_step_longer_and_is_seen_at_once(
    project: Project, real_content: Content
) -> None:
    visit = project(LONGEST, (1280, 720), find_step(real_content, BlockKind.QUICK_CHECK))
    page = visit.page
    page.locator(".lc-question input[type=radio]").first.check()
    page.get_by_role("button", name="Kiểm tra").first.click()
    page.locator(".lc-review").wait_for()
    assert find_cut(page) == []
    heading = page.locator(".lc-result").bounding_box()
    assert heading is not None
    assert 0 <= heading["x"] < 1280


@pytest.mark.full
def test_the_largest_type_is_cut_nowhere(project: Project, real_content: Content) -> None:
    for name in sorted(lesson.slug for lesson in real_content.lessons)[::5]:
        visit = project(name, (1280, 720))
        visit.press(*"++++")
        for _ in range(len(walk(visit, "PageDown"))):
            assert find_cut(visit.page) == [], (name, place(visit))
            visit.press("PageUp")
        visit.page.close()


@pytest.mark.parametrize(
    "wishes",
    [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}],
    ids=["light", "dark", "forced"],
)
def test_every_page_of_a_step_is_sound(project: Project, wishes: dict[str, Any]) -> None:
    visit = project(LONGEST, (1280, 720), FIRST)
    visit.page.emulate_media(**wishes)
    for _ in range(count_pages(visit.page)):
        assert visit.find_violations() == []
        visit.press("PageDown")
    assert not visit.overflows()
