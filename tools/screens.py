"""Take the pictures of the READMEs' gallery and of docs/design-language.md anew.

Run by ``make screens``: it serves the repository's content, walks through the apps as the tests
do, and leaves small palette pictures in the folder that is named.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright
from screens_of_papers import take_paper_maker, take_papers
from screens_together import hold_contest, take_contest_office, take_contest_room, take_live_class
from studio import Studio, shoot

from lachan.content import load_content
from support.browsers import WatchedBrowser, launch_chromium
from support.contests import open_hall, room_server
from support.running import lachan_server
from support.visit import Visit

REPOSITORY = Path(__file__).resolve().parent.parent
LESSON = "/voila/render/bai_hoc.ipynb?bai=viec-nhe-luong-cao"
PRACTICE = "/voila/render/luyen_tap.ipynb?cap=thcs&chu-de=viec-nhe-luong-cao"
# Of the design's four looks, as a browser takes them from its system.
LOOKS = (
    {"color_scheme": "light"},
    {"color_scheme": "dark"},
    {"contrast": "more"},
    {"forced_colors": "active", "color_scheme": "dark"},
)


def take_home(studio: Studio) -> None:
    with studio.visit_on_laptop() as visit:
        visit.go("/")
        studio.keep("home", shoot(visit.page))


def take_lesson(studio: Studio) -> None:
    with studio.visit_on_laptop() as visit:
        visit.go(LESSON)
        begin(visit)
        visit.page.evaluate("window.scrollTo(0, 0)")
        studio.keep("lesson-wide", shoot(visit.page))
        visit.button("Trình chiếu").click()
        visit.page.locator(".lc-projector").wait_for()
        studio.keep("projector", shoot(visit.page))
    with studio.visit("360x640") as visit:
        visit.go(LESSON)
        studio.keep("lesson-phone", shoot(visit.page))


def take_practice(studio: Studio) -> None:
    with studio.visit("360x640") as visit:
        visit.go(PRACTICE)
        visit.button("Bắt đầu").click()
        visit.page.locator("form.lc-question").wait_for()
        studio.keep("practice-phone", shoot(visit.page))


def take_answer(studio: Studio) -> None:
    looks = [shoot_answer(studio, wishes) for wishes in LOOKS]
    studio.keep("answer-phone", looks[0])
    studio.keep("answer-phone-dark", looks[1])
    studio.keep("looks", lay_side_by_side(looks))


def shoot_answer(studio: Studio, wishes: dict[str, str]) -> Image.Image:
    """Return the review of the lesson's first question, answered in the same way each time."""
    with studio.visit("360x640", **wishes) as visit:
        page = visit.page
        visit.go(LESSON)
        begin(visit)
        while not page.locator("form.lc-question").count():
            title = page.locator(".lc-step h2").first.inner_text()
            visit.button("Bước tiếp theo").click()
            page.locator(".lc-step h2").first.filter(has_not_text=title).wait_for()
        visit.answer()
        page.locator(".lc-result").evaluate("e => e.scrollIntoView({ block: 'start' })")
        return shoot(page)


def begin(visit: Visit) -> None:
    visit.button("Bắt đầu").click()
    visit.button("Bước tiếp theo").wait_for()


def take_staff(studio: Studio) -> None:
    with studio.visit_as_staff("/voila/render/giao_vien.ipynb") as visit:
        studio.keep("teacher-corner", shoot(visit.page))


def lay_side_by_side(pictures: list[Image.Image], gap: int = 12) -> Image.Image:
    width = sum(picture.width for picture in pictures) + gap * (len(pictures) - 1)
    sheet = Image.new("RGB", (width, max(picture.height for picture in pictures)), "#8a979c")
    left = 0
    for picture in pictures:
        sheet.paste(picture, (left, 0))
        left += picture.width + gap
    return sheet


SHOTS: tuple[Callable[[Studio], None], ...] = (
    take_home,
    take_lesson,
    take_practice,
    take_answer,
    take_staff,
    take_live_class,
    take_paper_maker,
    take_papers,
    take_contest_room,
    take_contest_office,
)


def main(folder: Path) -> None:
    """Take all pictures into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        playwright = stack.enter_context(sync_playwright())
        browser = WatchedBrowser(launch_chromium(playwright))
        stack.callback(browser.close)
        hall = stack.enter_context(open_hall(place, load_content(REPOSITORY)))
        code = hold_contest(hall)
        room = stack.enter_context(room_server(hall, place / "room.txt", REPOSITORY))
        root, env = ("--root", str(REPOSITORY)), {"LACHAN_DATABASE_URL": hall.url}
        served = lachan_server(place / "log.txt", *root, cwd=place, env=env)
        studio = Studio(browser, stack.enter_context(served).base, folder, room.base, code)
        for take in SHOTS:
            take(studio)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
