"""The room inside a notebook: the same contest, through a kernel."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from playwright.sync_api import Browser, expect

from e2e.visit import SIZES, open_visit
from lachan.domain.contests import EntryMode
from service.contests import open_hall
from service.running import running

LAST = re.compile(r"Ctrl\+C")


def test_a_contest_in_the_notebook_room(
    browser: Browser, real_content, repository: Path, tmp_path: Path
) -> None:
    with open_hall(tmp_path, real_content) as hall:
        (code,) = hall.hold("so-tay", 1, entry=EntryMode.CODES)
        env = {**os.environ, "COLUMNS": "200", "LACHAN_DATABASE_URL": hall.url}
        command = [sys.executable, "-m", "lachan", "serve", "--port", "0", "--no-browser"]
        command += ["--ready", "0", "--contest-port", "0", "--root", str(repository)]
        with running(command, tmp_path / "log.txt", LAST, env, tmp_path) as (_, _, seen):
            base = re.search(r"Học sinh: +(http://localhost:\d+)/", "".join(seen))[1]
            visit = open_visit(browser, base, next(iter(SIZES)), repository / "out" / "screens")
            page = visit.page
            visit.go("/voila/render/phong_thi.ipynb")
            page.get_by_role("button", name="Tìm hiểu pháp luật").click()
            page.get_by_label("Mã dự thi").fill(code)
            visit.button("Vào phòng thi").click()
            visit.look("phong-thi-so-tay")
            visit.button("Bắt đầu làm bài").click()
            page.locator(".lc-room-page:not([hidden]) input").first.check()
            expect(page.locator(".lc-saved")).to_have_text("Đã ghi")
            visit.look("phong-thi-so-tay-cau")
            visit.button("Xem lại và nộp bài").click()
            visit.button("Nộp bài").click()
            expect(page.get_by_role("heading", name="Đã nhận bài")).to_be_visible()
            expect(page.locator(".lc-room-receipt")).to_contain_text("1/8")
            visit.context.close()
        (seat,) = hall.office.board("so-tay").seats
        assert seat.state == "submitted"
    assert (visit.errors, visit.foreign) == ([], [])
