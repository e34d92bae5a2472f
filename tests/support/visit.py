"""A visitor's browser page, with every request to strangers written down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from playwright.sync_api import BrowserContext, Locator, Page, Request, WebSocket

from support.accessibility import find_violations
from support.browsers import WatchedBrowser
from support.running import PASSCODE

SIZES = {"360x640": (360, 640), "768x1024": (768, 1024), "1920x1080": (1920, 1080)}
SCHEMES: tuple[Literal["dark", "light"], ...] = ("dark", "light")
STEP_DEADLINE_MS = 30_000


@dataclass
class Visit:
    """A page that starts at the server's address.

    `foreign` holds every request to anything but the server; what goes wrong on the page, the
    browser writes down.
    """

    base: str
    size: str
    context: BrowserContext
    page: Page
    screens: Path
    foreign: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        self.page.goto(self.base + path)
        self.wait_until_drawn()

    def wait_until_drawn(self) -> None:
        self.page.wait_for_selector("body[data-lachan-ready]")

    def look(self, name: str, *, skip: Sequence[str] = ()) -> None:
        """Keep a screenshot in dark and in light; hold both to what every page must be.

        In dark only the colours are others. `skip` names rules of axe that cannot judge here.
        """
        self.screens.mkdir(parents=True, exist_ok=True)
        for scheme in SCHEMES:
            self.page.emulate_media(color_scheme=scheme)
            suffix = "-dark" if scheme == "dark" else ""
            self.page.screenshot(path=self.screens / f"{name}-{self.size}{suffix}.png")
            violations = find_violations(self.page, skip, colours_only=scheme == "dark")
            assert not violations, "\n".join([f"{name}, {scheme}", *violations])
        assert not overflows(self.page), f"{name} is wider than {self.size}"

    def log_in(self, passcode: str = PASSCODE, target: str = "") -> None:
        """Log in at the form, which leads on to the page wanted or to the teachers' corner."""
        self.page.goto(f"{self.base}/lachan/dang-nhap?next={target}")
        self.page.get_by_label("Mã giáo viên").fill(passcode)
        self.page.keyboard.press("Enter")
        self.wait_until_drawn()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def tab_to(self, selector: str, limit: int = 80) -> None:
        """Press Tab until an element that matches has the focus."""
        for _ in range(limit):
            if self.page.evaluate("(s) => document.activeElement.matches(s)", selector):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab never reached {selector}")

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def answer(self) -> None:
        """Give some complete answer to the question on show."""
        fill(self.page.locator("form.lc-question"))
        self.button("Kiểm tra").click()
        self.page.locator(".lc-review").wait_for()


def fill(question: Locator) -> None:
    """Choose, move or type something everywhere, whatever the question's type."""
    statements = question.locator(".lc-statement")
    selects = question.locator("select")
    steps = question.locator(".lc-move:not([disabled])")
    typed = question.locator("textarea, .lc-typed")
    if statements.count():
        for statement in statements.all():
            statement.get_by_label("Đúng").check()
    elif selects.count():
        for select in selects.all():
            select.select_option(index=1)
    elif steps.count():
        steps.first.click()
    elif question.locator(".lc-scenes").count():
        scene = question.locator(".lc-scene:not(.lc-scene-past) input")
        while scene.count():
            scene.first.check()
            question.get_by_role("button", name="Đi tiếp", exact=True).click()
    elif typed.count():
        typed.fill("0")
    else:
        question.locator("input").first.check()


def overflows(page: Page) -> bool:
    script = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    return bool(page.evaluate(script))


def open_visit(
    browser: WatchedBrowser, base: str, size: str, screens: Path, **wishes: object
) -> Visit:
    """Open a page of a size; `wishes` are further options of Playwright's browser context."""
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        locale="vi-VN",
        reduced_motion="reduce",
        **wishes,
    )
    context.set_default_timeout(STEP_DEADLINE_MS)
    page = context.new_page()
    visit = Visit(base, size, context, page, screens)

    def see(request: Request) -> None:
        if not request.url.startswith((base + "/", f"blob:{base}/", "data:")):
            visit.foreign.append(request.url)

    def meet(socket: WebSocket) -> None:
        if not socket.url.startswith(base.replace("http:", "ws:", 1) + "/"):
            visit.foreign.append(socket.url)

    page.on("request", see)
    page.on("websocket", meet)
    return visit
