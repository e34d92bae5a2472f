"""The teacher's screen of a live class in a browser, on a real database."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from lachan.content import Content
from lachan.domain.bodies import SingleChoice
from lachan.domain.kinds import Sensitivity
from lachan.domain.misconceptions import Misconception
from lachan.frontend import load_styles
from lachan.store import open_store
from lachan.store.live.rooms import LiveRooms
from lachan.widgets.live.live_class import LiveClass
from support.browsers import WatchedBrowser
from support.items import make_chat
from support.script_pages import SIZES, Visit, mount_widget, open_page

NOW = dt.datetime(2026, 3, 2, 5, 0, tzinfo=dt.UTC)
ALL = ["thu-mot", "thu-nhieu", "thu-nhom", "thu-ngan", "thu-am"]
ANSWERS: dict[str, list[Any]] = {
    "thu-mot": ["a", "b", "b"],
    "thu-nhieu": [["a", "c"], ["a"], ["b", "d"]],
    "thu-nhom": [dict.fromkeys("abcd", value) for value in (True, False, True)],
    "thu-ngan": ["111", "113", "111"],
    "thu-am": ["-0,5", "0,5", "5"],
}

BELIEF = Misconception(
    "phai-co-tien",
    "Phải có tiền trao tay mới là mua bán người.",
    "Nhận tiền chỉ là một trong các mục đích mà luật nêu.",
    "hanh-vi",
    frozenset(),
)
SHARES = {
    "thu-mot": "2/3 trả lời đúng (67%)",
    "thu-nhieu": "1/3 trả lời đúng (33%)",
    "thu-nhom": "0/3 trả lời đúng (0%)",
    "thu-ngan": "2/3 trả lời đúng (67%)",
    "thu-am": "1/3 trả lời đúng (33%)",
}


@pytest.fixture
def rooms(tmp_path: Path) -> Iterator[LiveRooms]:
    store = open_store(f"sqlite:///{tmp_path / 'lachan.db'}")
    yield LiveRooms(store, lambda: NOW)
    store.close()


@pytest.fixture(params=SIZES)
def visit(
    browser: WatchedBrowser, content: Content, rooms: LiveRooms, request: pytest.FixtureRequest
) -> Iterator[Visit]:
    yield from mount(browser, content, rooms, request.param)


@pytest.fixture
def guarded(browser: WatchedBrowser, content: Content, rooms: LiveRooms) -> Iterator[Visit]:
    items = tuple(replace(item, sensitivity=Sensitivity.HIGH) for item in content.items)
    yield from mount(browser, replace(content, items=items), rooms, (1280, 800))


@pytest.fixture(params=SIZES)
def believing(
    browser: WatchedBrowser, content: Content, rooms: LiveRooms, request: pytest.FixtureRequest
) -> Iterator[Visit]:
    """A class whose first question has a wrong choice that stands for something."""
    yield from mount(browser, believe(content), rooms, request.param)


@pytest.fixture
def chatting(browser: WatchedBrowser, content: Content, rooms: LiveRooms) -> Iterator[Visit]:
    """A class all of whose questions are chats."""
    items = tuple(
        replace(make_chat(each.id), band=each.band, topic=each.topic) for each in content.items
    )
    yield from mount(browser, replace(content, items=items), rooms, (1280, 800))


def believe(content: Content) -> Content:
    item = content.get_item("thu-mot")
    assert isinstance(item.body, SingleChoice)
    choices = tuple(
        replace(choice, misconception=BELIEF.id if choice.id == "a" else "")
        for choice in item.body.choices
    )
    named = replace(item, body=replace(item.body, choices=choices))
    items = tuple(named if each.id == named.id else each for each in content.items)
    return replace(content, items=items, misconceptions=(BELIEF,))


def mount(
    browser: WatchedBrowser, content: Content, rooms: LiveRooms, size: tuple[int, int]
) -> Iterator[Visit]:
    visit = open_page(browser, *size, styles=load_styles("live/class"))
    mount_widget(
        visit, LiveClass(content, rooms, lambda: NOW, hosts=lambda: ("192.0.2.7",)), "live/class"
    )
    yield visit
    visit.page.close()
    assert visit.requests == []


def assert_sound(visit: Visit) -> None:
    assert visit.find_violations() == []
    assert not visit.overflows()


def open_room(visit: Visit, rooms: LiveRooms) -> str:
    expect(visit.page.get_by_text("Đã chọn 5 câu.")).to_be_visible()
    visit.tab_to("button[type=submit]")
    visit.press("Enter")
    expect(visit.page.get_by_role("heading", name="Vào phòng bằng điện thoại")).to_be_focused()
    ((room, _),) = rooms.list_rooms()
    return room.code


def take_seats(rooms: LiveRooms, code: str, count: int = 3) -> list[str]:
    return [rooms.take_seat(code) for _ in range(count)]


def press_main(visit: Visit, name: str) -> None:
    """Press the way on by key; it keeps the focus, so that one key leads through a lesson."""
    visit.tab_to(".lc-turn .lc-primary")
    assert visit.focused_text() == name
    visit.press("Enter")


def test_choosing_and_inviting(visit: Visit, rooms: LiveRooms) -> None:
    page = visit.page
    assert_sound(visit)
    page.get_by_label("Nơi nào nhận tin báo?").uncheck()
    expect(page.get_by_text("Đã chọn 4 câu.")).to_be_visible()
    page.get_by_label("Nơi nào nhận tin báo?").check()
    code = open_room(visit, rooms)
    expect(page.get_by_role("img", name=f"Mã QR để vào phòng {code}")).to_be_visible()
    expect(page.locator(".lc-live-address")).to_have_text("lachan.test/lop")
    assert_sound(visit)
    take_seats(rooms, code)
    expect(page.get_by_text("3 máy đã vào")).to_be_visible()


def test_before_and_after_a_lesson_its_own_questions_are_picked(
    browser: WatchedBrowser, content: Content, rooms: LiveRooms
) -> None:
    lesson = replace(content.lessons[0], before_after=("thu-nhieu", "thu-ngan"))
    visit = open_page(
        browser, 360, 640, styles=load_styles("live/class"), query="?chu-de=thu&cach=truoc-sau"
    )
    known = replace(content, lessons=(lesson, *content.lessons[1:]))
    mount_widget(visit, LiveClass(known, rooms, lambda: NOW), "live/class")
    page = visit.page

    expect(page.get_by_label("Trước và sau bài học")).to_be_checked()
    expect(page.get_by_text("Đã chọn 2 câu.")).to_be_visible()
    expect(page.get_by_text("đã được chọn sẵn")).to_be_visible()
    assert_sound(visit)
    page.get_by_label("Hỏi đáp").check()
    expect(page.get_by_text("Đã chọn 5 câu.")).to_be_visible()
    page.close()


def test_no_kernel_any_more_is_no_fault_of_the_page(visit: Visit) -> None:
    visit.page.evaluate("window.loseKernel()")
    visit.page.wait_for_function("window.tries >= 2")
    expect(visit.page.get_by_text("Đã chọn 5 câu.")).to_be_visible()


def test_nothing_chosen_is_told(visit: Visit) -> None:
    page = visit.page
    expect(page.get_by_text("Đã chọn 5 câu.")).to_be_visible()
    for box in page.get_by_role("checkbox").all():
        box.uncheck()
    page.get_by_role("button", name="Mở phòng").click()
    expect(page.get_by_text("Hãy chọn ít nhất một câu.")).to_be_visible()
    expect(page.get_by_role("checkbox").first).to_be_focused()
    assert_sound(visit)


def test_every_type_has_its_chart_and_its_reason(visit: Visit, rooms: LiveRooms) -> None:
    page = visit.page
    code = open_room(visit, rooms)
    seats = take_seats(rooms, code)
    press_main(visit, "Bắt đầu hỏi")
    asked = []
    for number in range(1, 6):
        expect(page.locator("h1")).to_have_text(f"Câu {number}/5")
        room = rooms.find_room(code)
        asked.append(room.stop.item_id)
        for seat, value in zip(seats, ANSWERS[asked[-1]], strict=True):
            assert rooms.save_answer(code, seat, number, value)
        expect(page.get_by_text("3/3 máy đã trả lời")).to_be_visible()
        expect(page.locator(".lc-bars")).to_have_count(0)
        press_main(visit, "Đóng câu hỏi")
        expect(page.locator(".lc-bars").first).to_be_visible()
        expect(page.locator(".lc-bar-key, .lc-review")).to_have_count(0)
        assert_sound(visit)
        press_main(visit, "Hiện đáp án và lí do")
        expect(page.locator(".lc-review .lc-law")).to_be_visible()
        expect(page.locator(".lc-live-chart > .lc-big")).to_have_text(SHARES[asked[-1]])
        assert_sound(visit)
        press_main(visit, "Câu tiếp theo" if number < 5 else "Xem kết quả của lớp")
    assert sorted(asked) == sorted(ALL)
    expect(page.locator(".lc-result-rows > li")).to_have_count(5)
    expect(page.get_by_role("link", name="111")).to_be_visible()
    page.locator("summary", has_text="Xem dạng bảng").click()
    expect(page.get_by_role("table")).to_contain_text("2/3")
    assert_sound(visit)


def test_a_class_goes_through_a_chat_by_what_it_votes_for(
    chatting: Visit, rooms: LiveRooms
) -> None:
    page = chatting.page
    open_room(chatting, rooms)
    press_main(chatting, "Bắt đầu hỏi")
    expect(page.locator(".lc-bubble")).to_have_count(1)

    page.get_by_role("button", name="Để mình hỏi bố.").click()

    expect(page.get_by_text("Có bố thì thôi.")).to_be_visible()
    expect(page.locator(".lc-own")).to_contain_text("Để mình hỏi bố.")
    assert_sound(chatting)
    press_main(chatting, "Đóng câu hỏi")
    expect(page.locator(".lc-reply")).to_have_count(0)


def test_what_many_believe_is_told_with_the_answer(believing: Visit, rooms: LiveRooms) -> None:
    page = believing.page
    code = open_room(believing, rooms)
    seats = take_seats(rooms, code)
    press_main(believing, "Bắt đầu hỏi")
    while rooms.find_room(code).stop.item_id != "thu-mot":
        press_main(believing, "Đóng câu hỏi")
        press_main(believing, "Hiện đáp án và lí do")
        press_main(believing, "Câu tiếp theo")
    place = rooms.find_room(code).place
    for seat, value in zip(seats, ANSWERS["thu-mot"], strict=True):
        rooms.save_answer(code, seat, place, value)
    press_main(believing, "Đóng câu hỏi")
    expect(page.locator(".lc-bars").first).to_be_visible()
    expect(page.locator(".lc-live-beliefs")).to_have_count(0)
    press_main(believing, "Hiện đáp án và lí do")

    told = page.locator(".lc-live-beliefs li")
    expect(told).to_have_count(1)
    expect(told).to_contain_text(f"“{BELIEF.belief}” – 1 máy (33%)")
    expect(told).to_contain_text(f"Đúng ra: {BELIEF.right}")
    assert_sound(believing)


def test_a_guarded_question_shows_nothing_of_two(guarded: Visit, rooms: LiveRooms) -> None:
    page = guarded.page
    code = open_room(guarded, rooms)
    seats = take_seats(rooms, code)
    press_main(guarded, "Bắt đầu hỏi")
    expect(page.get_by_role("button", name="Hiện biểu đồ khi đang trả lời")).to_have_count(0)
    answers = ANSWERS[rooms.find_room(code).stop.item_id]
    for seat, value in zip(seats[:2], answers, strict=False):
        rooms.save_answer(code, seat, 1, value)
    press_main(guarded, "Đóng câu hỏi")
    expect(page.get_by_text("cần từ 3 người trả lời")).to_be_visible()
    expect(page.locator(".lc-bars")).to_have_count(0)
    assert_sound(guarded)
    page.get_by_role("button", name="Mở lại câu hỏi").click()
    expect(page.get_by_text("2/3 máy đã trả lời")).to_be_visible()
    rooms.save_answer(code, seats[2], 1, answers[2])
    press_main(guarded, "Đóng câu hỏi")
    expect(page.locator(".lc-bars").first).to_be_visible()


def test_an_early_chart_is_a_choice(visit: Visit, rooms: LiveRooms) -> None:
    page = visit.page
    code = open_room(visit, rooms)
    (seat,) = take_seats(rooms, code, 1)
    press_main(visit, "Bắt đầu hỏi")
    rooms.save_answer(code, seat, 1, ANSWERS[rooms.find_room(code).stop.item_id][0])
    early = page.get_by_role("button", name="Hiện biểu đồ khi đang trả lời")
    expect(early).to_have_attribute("aria-pressed", "false")
    early.click()
    expect(early).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".lc-bars").first).to_be_visible()
    assert_sound(visit)
    early.click()
    expect(page.locator(".lc-bars")).to_have_count(0)


def test_before_and_after(visit: Visit, rooms: LiveRooms) -> None:
    page = visit.page
    page.get_by_label("Trước và sau bài học").check()
    code = open_room(visit, rooms)
    seats = take_seats(rooms, code)
    press_main(visit, "Bắt đầu hỏi")
    for stop in range(1, 6):
        expect(page.locator("h1")).to_have_text(f"Câu {stop}/5 · lần 1, trước bài học")
        for seat in seats:
            rooms.save_answer(code, seat, stop, wrong(rooms, code))
        press_main(visit, "Đóng, sang câu sau" if stop < 5 else "Đóng, vào bài học")
    assert_sound(visit)
    press_main(visit, "Hỏi lại 5 câu")
    for stop in range(7, 12):
        expect(page.locator("h1")).to_have_text(f"Câu {stop - 6}/5 · lần 2, sau bài học")
        item = rooms.find_room(code).stop.item_id
        for seat, value in zip(seats, ANSWERS[item], strict=True):
            rooms.save_answer(code, seat, stop, value)
        press_main(visit, "Đóng câu hỏi")
        press_main(visit, "Hiện đáp án và lí do")
        press_main(visit, "Câu tiếp theo" if stop < 11 else "Xem kết quả của lớp")
    total = page.locator(".lc-live-total")
    expect(total).to_contain_text("ở cả hai lần: 15 lượt")
    expect(total.locator(".lc-track-words")).to_have_text(["0%", "40%"])
    expect(total).to_contain_text("Lớp đã học được 40% phần chưa biết lúc đầu.")
    assert_sound(visit)


def wrong(rooms: LiveRooms, code: str) -> object:
    return {
        "thu-mot": "a",
        "thu-nhieu": ["b"],
        "thu-nhom": dict.fromkeys("abcd", False),
        "thu-ngan": "113",
        "thu-am": "5",
    }[rooms.find_room(code).stop.item_id]


def test_ending_asks_once_more(visit: Visit, rooms: LiveRooms) -> None:
    page = visit.page
    code = open_room(visit, rooms)
    page.get_by_role("button", name="Đóng phòng").click()
    assert rooms.find_room(code).ended_at is None
    page.get_by_role("button", name="Bấm lần nữa để đóng").click()
    expect(page.get_by_text("Phòng đã đóng.")).to_be_visible()
    page.get_by_role("button", name="Danh sách phòng").click()
    expect(page.get_by_text(f"{code} · Hỏi đáp · đã đóng")).to_be_visible()
    assert_sound(visit)
    page.get_by_role("button", name="Xóa phòng").click()
    page.get_by_role("button", name="Bấm lần nữa để xóa hẳn").click()
    expect(page.get_by_text(code)).to_have_count(0)
    assert rooms.list_rooms() == []


@pytest.mark.parametrize("size", [(1280, 720), (360, 640)])
def test_the_room_can_be_opened_from_anywhere_in_the_list(
    browser: WatchedBrowser, real_content: Content, rooms: LiveRooms, size: tuple[int, int]
) -> None:
    visit = open_page(browser, *size, styles=load_styles("live/class"))
    mount_widget(visit, LiveClass(real_content, rooms, lambda: NOW), "live/class")
    page = visit.page
    boxes = page.get_by_role("checkbox")
    expect(boxes.first).to_be_attached()
    for place in (0, boxes.count() - 1):
        boxes.nth(place).focus()
        button = page.get_by_role("button", name="Mở phòng", exact=True)
        box = button.bounding_box()
        assert box is not None
        assert 0 <= box["y"] <= box["y"] + box["height"] <= size[1]
        button.click(trial=True)
        # What is chosen is not hidden behind the bar that opens the room.
        chosen = boxes.nth(place).bounding_box()
        assert chosen is not None
        assert chosen["y"] + chosen["height"] <= box["y"]
    assert_sound(visit)
    page.close()
