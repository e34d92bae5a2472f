"""A lesson's widgets in JupyterLab, on a teacher's own copy."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect

from support.browsers import WatchedBrowser
from support.running import running

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/lab\?token=\w+")
DEADLINE_MS = 60_000
NOTEBOOK = "thcs/viec-nhe-luong-cao.ipynb"


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Iterator[str]:
    """Give the address of JupyterLab with its token."""
    folder = tmp_path_factory.mktemp("lab")
    python = f"{sys.executable} -m lachan lab --root {repository} --folder {folder} --no-browser"
    # JupyterLab tells its address on the error channel.
    command = ["sh", "-c", f"exec {python} --allow-root --port=0 --ip=127.0.0.1 2>&1"]
    env = {**os.environ, "JUPYTER_RUNTIME_DIR": str(folder / "run"), "HOME": str(folder)}
    with running(command, folder / "log.txt", ADDRESS, env, folder) as (found, _, _):
        yield found.group(0)


@pytest.fixture
def page(browser: WatchedBrowser) -> Iterator[Page]:
    # JupyterLab's own pages complain of this and that, which is not ours to mend.
    browser.expect("")
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="vi-VN")
    context.set_default_timeout(DEADLINE_MS)
    yield context.new_page()
    context.close()


def test_a_lessons_quiz_is_answered_in_lab(lab: str, page: Page, repository: Path) -> None:
    foreign: list[str] = []
    base = lab.split("/lab?", maxsplit=1)[0]

    def see(request: Request) -> None:
        if not request.url.startswith((base, f"blob:{base}", "data:")):
            foreign.append(request.url)

    page.on("request", see)
    page.goto(lab.replace("/lab?", f"/lab/tree/{NOTEBOOK}?"))
    # Cells that are run before the kernel has answered are silently left out.
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()

    question = page.locator("form.lc-question").first
    question.locator("input").first.check()
    question.get_by_role("button", name="Kiểm tra").click()

    expect(page.locator(".lc-review").first).to_be_visible(timeout=DEADLINE_MS)
    screens = repository / "out" / "screens"
    screens.mkdir(parents=True, exist_ok=True)
    page.locator(".lc-review").first.scroll_into_view_if_needed()
    page.screenshot(path=screens / "jupyterlab.png")
    assert [] == foreign
