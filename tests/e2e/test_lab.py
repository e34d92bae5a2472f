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

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/lab\S*\?token=\w+")
DEADLINE_MS = 180_000
NOTEBOOK = "thcs/viec-nhe-luong-cao.ipynb"
READY = "Python 3 (ipykernel) | Đang rảnh"


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


def open_notebook(lab: str, name: str) -> str:
    """Return the address of a notebook, with the token, and nothing else open beside it.

    The server remembers what the tests before had open. A command goes to the notebook in front,
    and until this one has come that is one of theirs.
    """
    return re.sub(r"/lab/tree/[^?]+", f"/lab/tree/{name}", lab) + "&reset"


def run_all(page: Page, name: str) -> None:
    page.locator(".lm-DockPanel-tabBar .lm-mod-current").filter(has_text=name).wait_for()
    # Cells that are run before the kernel has answered are silently left out.
    page.get_by_text(READY).wait_for()
    page.get_by_role("menuitem", name="Chạy", exact=True).click()
    page.get_by_role("menuitem", name="Chạy mọi ô", exact=True).click()


def screen(repository: Path, name: str) -> Path:
    """Return where the picture of a test lies."""
    folder = repository / "out" / "screens"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{name}.png"


def test_lab_opens_a_guide_in_vietnamese_and_nothing_is_unsaved(
    lab: str, page: Page, repository: Path
) -> None:
    page.goto(lab)
    page.get_by_role("heading", name="Chọn bài, sửa bài, xuất bài").wait_for()
    page.get_by_text(READY).wait_for()
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    expect(page.locator(".jp-mod-dirty")).to_have_count(0)

    page.get_by_role("menuitem", name="Tệp", exact=True).click()
    # The item of a submenu has no role.
    page.get_by_text("Xuất sổ ra", exact=True).hover()
    page.get_by_role("menuitem", name="Lá Chắn: Trang không cần mạng (.html)").wait_for()
    names = page.locator(".lm-Menu").last.locator(".lm-Menu-itemLabel").all_inner_texts()
    assert [name for name in names if name.startswith("Lá Chắn")] == [
        "Lá Chắn: Phiếu học tập (PDF)",
        "Lá Chắn: Tờ rơi cho gia đình (PDF)",
        "Lá Chắn: Trang không cần mạng (.html)",
        "Lá Chắn: Bản trình chiếu (PowerPoint)",
    ]
    page.screenshot(path=screen(repository, "jupyterlab-xuat"))


@pytest.mark.full
def test_a_workbook_with_no_answers_says_so(lab: str, page: Page, repository: Path) -> None:
    page.goto(open_notebook(lab, "lop-tra-loi-the-nao.ipynb"))
    run_all(page, "lop-tra-loi-the-nao.ipynb")

    shown = page.locator(".jp-OutputArea-output")
    expect(shown.first).to_contain_text("Chưa có phòng nào còn giữ", timeout=DEADLINE_MS)
    expect(shown).to_have_count(5, timeout=DEADLINE_MS)
    texts = shown.all_inner_texts()
    assert [
        text for text in texts if not text.startswith(("Chưa có", "Không có", "Chưa thấy"))
    ] == []
    page.screenshot(path=screen(repository, "jupyterlab-lop"))


def find_before_anything_is_run(page: Page, repository: Path) -> None:
    """What a teacher who only opens a lesson's notebook finds."""
    page.get_by_role("heading", name="Việc nhẹ, lương cao").wait_for()
    minutes = page.get_by_role("table").first
    expect(minutes).to_contain_text("Phút")
    expect(minutes).to_contain_text("Tiết 2")
    expect(minutes).to_be_in_viewport()
    page.screenshot(path=screen(repository, "jupyterlab-mo-ra"))
    expect(page.locator(".jp-Notebook")).not_to_contain_text("nbconvert")

    notes = page.locator("details").filter(has_text="Ghi chú giáo viên")
    expect(notes.first).to_be_attached()
    assert notes.evaluate_all("(all) => all.every((note) => !note.open)")
    told = notes.last.locator("p").first
    expect(told).to_be_hidden()
    notes.last.locator("summary").click()
    expect(told).to_be_visible()

    question = page.locator(".jp-OutputArea-output").filter(has_text="Câu 1.").first
    expect(question).to_be_visible()
    expect(question.get_by_text("A.", exact=True).first).to_be_visible()
    page.screenshot(path=screen(repository, "jupyterlab-chua-chay"))


def test_a_lessons_quiz_is_answered_in_lab(lab: str, page: Page, repository: Path) -> None:
    foreign: list[str] = []
    base = lab.split("/lab/", maxsplit=1)[0]

    def see(request: Request) -> None:
        if not request.url.startswith((base, f"blob:{base}", "data:")):
            foreign.append(request.url)

    page.on("request", see)
    page.goto(open_notebook(lab, NOTEBOOK))
    find_before_anything_is_run(page, repository)
    run_all(page, "viec-nhe-luong-cao.ipynb")

    question = page.locator("form.lc-question").first
    question.locator("input").first.check()
    question.get_by_role("button", name="Kiểm tra").click()

    expect(page.locator(".lc-review").first).to_be_visible(timeout=DEADLINE_MS)
    page.locator(".lc-review").first.scroll_into_view_if_needed()
    page.screenshot(path=screen(repository, "jupyterlab"))
    assert [] == foreign
