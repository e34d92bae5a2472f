"""Take the pictures of the READMEs' gallery and of docs/design-language.md anew.

Run by ``make screens``: it serves the repository's content, walks through the apps as the tests
do, and leaves small palette pictures in the folder that is named.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from conftest import CHROMIUM_FLAGS
from e2e.visit import Visit, open_visit
from service.running import PASSCODE, lachan_server

REPOSITORY = Path(__file__).resolve().parent.parent
LESSON = "/voila/render/bai_hoc.ipynb?bai=viec-nhe-luong-cao"
PRACTICE = "/voila/render/luyen_tap.ipynb?cap=thcs&chu-de=viec-nhe-luong-cao"
MOST_BYTES = 120_000
COLOURS = 128
WIDE = (1280, 800)
# Of the design's four looks, as a browser takes them from its system.
LOOKS = (
    {"color_scheme": "light"},
    {"color_scheme": "dark"},
    {"contrast": "more"},
    {"forced_colors": "active", "color_scheme": "dark"},
)


@dataclass(frozen=True)
class Studio:
    """A browser before a running server, and the folder for its pictures."""

    browser: Browser
    base: str
    folder: Path

    @contextmanager
    def visit(self, size: str, **wishes: object) -> Iterator[Visit]:
        visit = open_visit(self.browser, self.base, size, self.folder, **wishes)
        yield visit
        visit.context.close()

    def keep(self, name: str, picture: Image.Image) -> None:
        """Write a picture with few colours; one that is too large is an error."""
        small = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        path = self.folder / f"{name}.png"
        small.save(path, optimize=True)
        if path.stat().st_size > MOST_BYTES:
            raise SystemExit(f"{path} has {path.stat().st_size} bytes, more than {MOST_BYTES}")


def shoot(page: Page) -> Image.Image:
    return Image.open(io.BytesIO(page.screenshot()))


def take_home(studio: Studio) -> None:
    with studio.visit("1920x1080") as visit:
        visit.page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
        visit.go("/")
        studio.keep("home", shoot(visit.page))


def take_lesson(studio: Studio) -> None:
    with studio.visit("1920x1080") as visit:
        visit.page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
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
    with studio.visit("1920x1080") as visit:
        visit.page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
        visit.page.goto(f"{visit.base}/lachan/dang-nhap")
        visit.page.get_by_label("Mã giáo viên").fill(PASSCODE)
        visit.page.keyboard.press("Enter")
        visit.wait_until_drawn()
        studio.keep("teacher-corner", shoot(visit.page))
        visit.go("/voila/render/ra_de.ipynb")
        studio.keep("paper-maker", shoot(visit.page))


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
)


def main(folder: Path) -> None:
    """Take all pictures into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        log = Path(place) / "log.txt"
        executable = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_FLAGS)
        with lachan_server(log, "--root", str(REPOSITORY), cwd=log.parent) as server:
            studio = Studio(browser, server.base, folder)
            for take in SHOTS:
                take(studio)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
