"""A contestant's whole way through the room, on a phone, with everything that can go wrong."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from lachan.content import Content
from lachan.domain.contests.contest import EntryMode, Reveal
from lachan.domain.items import Item
from lachan.domain.kinds import ItemType, Use
from lachan.domain.papers.rosters import Entrant
from support.browsers import WatchedBrowser
from support.contestant_page import COUNT, Contestant
from support.contests import WHO, Hall, RoomServer, open_hall, room_server

FOCUSED = """
document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent
"""


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory, real_content: Content) -> Iterator[Hall]:
    with open_hall(tmp_path_factory.mktemp("hall"), real_content) as hall:
        yield hall


@pytest.fixture(scope="module")
def room(
    hall: Hall, tmp_path_factory: pytest.TempPathFactory, repository: Path
) -> Iterator[RoomServer]:
    log = tmp_path_factory.mktemp("room") / "log.txt"
    with room_server(hall, log, repository) as room:
        yield room


@pytest.fixture
def contestant(browser: WatchedBrowser, repository: Path) -> Iterator[Contestant]:
    contestant = Contestant(browser, repository / "out" / "screens")
    yield contestant
    contestant.context.close()


def test_who_comes_by_the_short_path_sees_their_own_name(
    contestant: Contestant, hall: Hall, room: RoomServer
) -> None:
    hall.hold("co-ten", entry=EntryMode.ROSTER, names=hall.names)
    person = Entrant("000007", "Công Tằng Tôn Nữ Hoàng Thị Phương Nhung Quỳnh", "6A")
    [card] = hall.office.add_people("co-ten", [person], who=WHO)
    short = hall.office.board("co-ten", seats=False).contest.short
    page = contestant.page
    page.goto(f"{room.base}/{short}#ma={card.code}")
    # The code behind # came along.
    expect(page.get_by_label("Mã dự thi")).to_have_value(card.code)
    assert page.url == f"{room.base}/co-ten"
    contestant.button("Vào phòng thi").click()
    facts = page.locator(".lc-facts")
    expect(facts).to_contain_text(person.name)
    expect(facts.get_by_text(person.number, exact=True)).to_be_visible()
    contestant.look("ten-the-le")
    contestant.start()
    expect(page.locator(".lc-room-who")).to_have_text(f"{person.name} · {person.number}")
    contestant.look("ten-lam-bai")


def is_trial_with_picture(item: Item) -> bool:
    fits = item.use is Use.PRACTICE and item.type is ItemType.SINGLE_CHOICE
    return fits and item.media is not None


def try_out(contestant: Contestant) -> None:
    """Answer the trial question, with its picture, and see it explained."""
    page = contestant.page
    contestant.button("Làm câu thử").click()
    picture = page.locator(".lc-room-trial img").first
    expect(picture).to_be_visible()
    assert picture.evaluate("each => each.decode().then(() => each.naturalWidth)") > 0
    contestant.button("Xem đáp án câu thử").click()
    missing = page.get_by_text("Hãy trả lời câu thử trước đã.")
    expect(missing).to_be_visible()
    page.locator(".lc-room-trial input").first.check()
    expect(missing).to_have_count(0)
    contestant.button("Xem đáp án câu thử").click()
    expect(page.locator(".lc-room-trial .lc-review")).to_be_visible()
    contestant.look("cau-thu")


def test_from_the_card_to_the_receipt(contestant: Contestant, hall: Hall, room: RoomServer) -> None:
    practice = next(item for item in hall.content.items if is_trial_with_picture(item))
    (code,) = hall.hold(
        "tron-ven",
        1,
        entry=EntryMode.CODES,
        prediction=True,
        practice=practice,
        reveal=Reveal.SCORE,
    )
    page = contestant.page
    page.goto(f"{room.base}/tron-ven#ma={code}")
    expect(page.get_by_label("Mã dự thi")).to_have_value(code)
    assert page.url == f"{room.base}/tron-ven"
    contestant.look("vao")
    page.get_by_label("Mã dự thi").fill("AAAAA-AAAAA")
    contestant.button("Vào phòng thi").click()
    expect(page.locator(".lc-room-door .lc-notice")).to_contain_text("Mã dự thi")
    contestant.look("ma-sai")
    page.get_by_label("Mã dự thi").fill(code.lower())
    page.keyboard.press("Enter")

    expect(contestant.button("Bắt đầu làm bài")).to_be_visible()
    contestant.look("the-le")
    try_out(contestant)

    contestant.start()
    for number in range(1, COUNT + 1):
        expect(page.get_by_role("heading", name=f"Câu {number}/{COUNT}")).to_be_visible()
        if number != 2:
            contestant.answer()
        if number == 3:
            contestant.button("Đánh dấu xem lại").click()
        contestant.look(f"cau-{number}")
        contestant.button("Câu tiếp theo").click()
    page.get_by_label("Số người dự đoán").fill("12")
    contestant.look("du-doan")
    contestant.expect_saved(COUNT - 1)

    page.get_by_role("button", name=re.compile("^Các câu")).click()
    contestant.look("danh-sach")
    cell = page.get_by_role("button", name=f"Câu 3/{COUNT}, đã trả lời, đã đánh dấu xem lại")
    expect(cell).to_contain_text("xem lại")
    cell.click()
    expect(page.get_by_role("heading", name=f"Câu 3/{COUNT}")).to_be_focused()
    contestant.button("Hiện tất cả các câu").click()
    expect(page.locator(".lc-room-page:not([hidden])")).to_have_count(COUNT + 1)
    contestant.look("tat-ca")

    contestant.button("Xem lại và nộp bài").click()
    expect(page.locator(".lc-room-finish")).to_contain_text("Còn 1 câu chưa trả lời")
    contestant.look("nop-bai")
    contestant.button("Nộp bài").click()
    expect(page.get_by_role("heading", name="Đã nhận bài")).to_be_visible()
    expect(page.locator(".lc-room-receipt")).to_contain_text(f"{COUNT - 1}/{COUNT}")
    expect(page.locator(".lc-code")).to_have_text(re.compile(r"^([0-9A-F]{4}-){2}[0-9A-F]{4}$"))
    contestant.look("bien-nhan")
    (seat,) = hall.office.board("tron-ven").seats
    assert seat.state == "submitted"


def test_answers_outlive_network_reload_and_a_killed_server(
    contestant: Contestant, hall: Hall, repository: Path, tmp_path: Path
) -> None:
    (code,) = hall.hold("song-sot", 1, entry=EntryMode.CODES)
    page = contestant.page
    with room_server(hall, tmp_path / "log.txt", repository) as first:
        contestant.enter(first, "song-sot", code)
        contestant.start()
        contestant.answer()
        contestant.expect_saved(1)

        contestant.context.set_offline(True)
        contestant.button("Câu tiếp theo").click()
        contestant.answer()
        expect(page.get_by_text("Mất kết nối với máy chủ.")).to_be_visible()
        expect(page.locator(".lc-saved")).to_have_text("Chờ mạng")
        contestant.look("mat-mang")
        contestant.context.set_offline(False)
        contestant.expect_saved(2)

        first.kill()
        contestant.button("Câu tiếp theo").click()
        contestant.answer()
        expect(page.locator(".lc-saved")).to_have_text("Chờ mạng")
        with room_server(hall, tmp_path / "log2.txt", repository, port=first.port):
            contestant.expect_saved(3)
            page.reload()
            contestant.expect_saved(3)
            contestant.submit()
    expect(page.locator(".lc-room-receipt")).to_contain_text(f"3/{COUNT}")


def test_what_was_answered_offline_survives_a_closed_tab(
    contestant: Contestant, hall: Hall, room: RoomServer
) -> None:
    (code,) = hall.hold("dong-the", 1, entry=EntryMode.CODES)
    contestant.enter(room, "dong-the", code)
    contestant.start()
    contestant.context.set_offline(True)
    contestant.answer()
    expect(contestant.page.locator(".lc-saved")).to_have_text("Chờ mạng")
    contestant.page.close()
    contestant.context.set_offline(False)
    contestant.page = contestant.open_tab()
    contestant.page.goto(f"{room.base}/dong-the")
    contestant.expect_saved(1)
    expect(contestant.shown.locator("input").first).to_be_checked()


def test_a_second_device_goes_on_and_the_first_is_told(
    contestant: Contestant, browser: WatchedBrowser, hall: Hall, room: RoomServer, repository: Path
) -> None:
    (code,) = hall.hold("doi-may", 1, entry=EntryMode.CODES)
    contestant.enter(room, "doi-may", code)
    contestant.start()
    contestant.answer()
    contestant.expect_saved(1)
    other = Contestant(browser, repository / "out" / "screens")
    other.enter(room, "doi-may", code)
    other.expect_saved(1)
    expect(other.shown.locator("input").first).to_be_checked()
    other.look("may-moi")
    # The first device asks by itself within its beat.
    expect(contestant.page.get_by_text("Bài này đang mở trên một máy khác")).to_be_visible()
    expect(contestant.shown.locator("input").first).to_be_disabled()
    contestant.look("may-cu")
    other.submit()
    other.context.close()


def test_two_tabs_do_not_write_over_each_other(
    contestant: Contestant, hall: Hall, room: RoomServer
) -> None:
    (code,) = hall.hold("hai-the", 1, entry=EntryMode.CODES)
    contestant.enter(room, "hai-the", code)
    contestant.start()
    first = contestant.page
    contestant.page = contestant.open_tab()
    contestant.page.goto(f"{room.base}/hai-the")
    contestant.answer()
    contestant.expect_saved(1)
    contestant.page = first
    expect(first.get_by_text("Bài đang mở ở một thẻ khác")).to_be_visible()
    expect(contestant.shown.locator("input").first).to_be_disabled()
    contestant.look("the-cu")
    contestant.button("Làm tiếp ở thẻ này").click()
    expect(contestant.shown.locator("input").first).to_be_checked()
    expect(contestant.shown.locator("input").first).to_be_enabled()


def test_time_runs_out_and_the_paper_hands_itself_in(
    contestant: Contestant, hall: Hall, room: RoomServer
) -> None:
    ends = hall.database.now() + dt.timedelta(seconds=12)
    (code,) = hall.hold("het-gio", 1, entry=EntryMode.CODES, closes_at=ends)
    contestant.enter(room, "het-gio", code)
    contestant.start()
    contestant.answer()
    contestant.expect_saved(1)
    expect(contestant.page.locator(".lc-clock")).to_have_text(re.compile(r"^Còn 0:0\d$"))
    contestant.look("sap-het-gio")
    expect(contestant.page.get_by_role("heading", name="Đã nhận bài")).to_be_visible()
    expect(contestant.page.get_by_text("Đã hết giờ, bài tự nộp")).to_be_visible()
    contestant.look("het-gio")


def test_pause_and_words_of_the_organisers_arrive(
    contestant: Contestant, hall: Hall, room: RoomServer
) -> None:
    (code,) = hall.hold("tam-dung", 1, entry=EntryMode.CODES)
    contestant.enter(room, "tam-dung", code)
    contestant.start()
    hall.office.message("tam-dung", "Câu 2 không có lỗi in.", who=WHO)
    hall.office.pause("tam-dung", who=WHO)
    expect(contestant.page.get_by_text("Ban tổ chức đang tạm dừng.")).to_be_visible()
    expect(contestant.page.get_by_text("Câu 2 không có lỗi in.")).to_be_visible()
    expect(contestant.page.locator(".lc-clock")).to_contain_text("Tạm dừng")
    # Nobody reads on, also not by loading the page again.
    expect(contestant.page.locator("fieldset:visible")).to_have_count(0)
    contestant.look("tam-dung")
    contestant.page.reload()
    expect(contestant.page.get_by_text("Ban tổ chức đang tạm dừng.")).to_be_visible()
    expect(contestant.page.locator("fieldset")).to_have_count(0)
    contestant.look("tam-dung-tai-lai")
    hall.office.resume("tam-dung", who=WHO)
    expect(contestant.shown.locator("input").first).to_be_enabled()
    hall.office.pause("tam-dung", who=WHO)
    expect(contestant.page.locator("fieldset:visible")).to_have_count(0)
    hall.office.resume("tam-dung", who=WHO)
    expect(contestant.shown.locator("input").first).to_be_enabled()


def test_by_keyboard_alone(contestant: Contestant, hall: Hall, room: RoomServer) -> None:
    (code,) = hall.hold("ban-phim", 1, entry=EntryMode.CODES)
    page = contestant.page

    def tab_to(name: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            focused = page.evaluate(FOCUSED)
            if focused.strip() == name:
                return
        raise AssertionError(f"Tab never reached {name}")

    page.goto(f"{room.base}/ban-phim")
    page.get_by_label("Mã dự thi").focus()
    page.keyboard.type(code)
    page.keyboard.press("Enter")
    expect(contestant.button("Bắt đầu làm bài")).to_be_visible()
    tab_to("Bắt đầu làm bài")
    page.keyboard.press("Enter")
    expect(contestant.shown).to_be_visible()
    tab_to("Đánh dấu xem lại")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    contestant.expect_saved(1)
    tab_to("Câu tiếp theo")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=f"Câu 2/{COUNT}")).to_be_focused()
    tab_to("Xem lại và nộp bài")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Nộp bài?")).to_be_focused()
    tab_to("Nộp bài")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Đã nhận bài")).to_be_focused()


def test_who_leaves_the_room_quickly_finds_it_by_its_address_only(
    contestant: Contestant, hall: Hall, room: RoomServer
) -> None:
    (code,) = hall.hold("thoat", 1, entry=EntryMode.CODES)
    page = contestant.page
    page.goto(f"{room.base}/")
    contestant.enter(room, "thoat", code)
    contestant.start()
    contestant.answer()
    contestant.expect_saved(1)
    page.get_by_role("link", name="Thoát nhanh").click()
    expect(page).to_have_title("Bảng cửu chương")
    page.evaluate("() => { setTimeout(() => history.back()) }")
    page.wait_for_event("framenavigated", lambda frame: frame.url.endswith("/bang-cuu-chuong"))
    expect(page).to_have_title("Bảng cửu chương")
    page.goto(f"{room.base}/thoat")
    contestant.expect_saved(1)
