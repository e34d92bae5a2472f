"""The room inside a notebook: the same contest, through a kernel."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from lachan.content import Content
from lachan.domain.contests.contest import EntryMode
from support.browsers import WatchedBrowser
from support.contests import open_hall
from support.running import lachan_server
from support.visit import SIZES, open_visit


def test_a_contest_in_the_notebook_room(
    browser: WatchedBrowser, real_content: Content, repository: Path, tmp_path: Path
) -> None:
    with open_hall(tmp_path, real_content) as hall:
        (code,) = hall.hold("so-tay", 1, entry=EntryMode.CODES)
        options = ("--contest", "--contest-port", "0", "--root", str(repository))
        env = {"LACHAN_DATABASE_URL": hall.url}
        log, screens = tmp_path / "log.txt", repository / "out" / "screens"
        with lachan_server(log, *options, cwd=tmp_path, env=env) as server:
            visit = open_visit(browser, server.base, next(iter(SIZES)), screens)
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
    assert visit.foreign == []
