"""A live class before the wall: chart and answer at a glance, reasons by pages, hands counted."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import expect

from lachan.content import Content
from lachan.domain.items import Item
from lachan.domain.kinds import ItemType
from lachan.domain.live.live_class import Plan, Room, RoomItem
from lachan.frontend import load_styles
from lachan.store import open_store
from lachan.store.live.rooms import LiveRooms
from lachan.widgets.live.live_class import LiveClass
from lachan.wire.feedback import feedback_json
from lachan.wire.public_item import public_json
from support.browsers import WatchedBrowser
from support.items import make_item
from support.responses import draw_value
from support.script_pages import Visit, mount_widget, open_page
from support.sheets import count_pages, find_cut, find_split

NOON = dt.datetime(2026, 3, 2, 5, 0, tzinfo=dt.UTC)
SCREENS = [
    pytest.param((1280, 720), id="720p"),
    pytest.param((1920, 1080), id="1080p", marks=pytest.mark.full),
    pytest.param((3840, 2160), id="4K"),
]
STATES = ("Đang nhận câu trả lời", "Câu hỏi đã đóng", "Đáp án và lí do")
# Smaller type than this share of the screen's height is no longer read from the back rows.
LEAST_TYPE = 0.016

Lead = Callable[[tuple[int, int], list[Item]], tuple[Visit, Room]]


@pytest.fixture
def rooms(tmp_path: Path) -> Iterator[LiveRooms]:
    store = open_store(f"sqlite:///{tmp_path / 'lachan.db'}")
    yield LiveRooms(store, lambda: NOON)
    store.close()


@pytest.fixture(scope="module")
def asked_content(real_content: Content) -> Content:
    """The content with an item of the one type that its practice items lack."""
    word = make_item("thu", ItemType.SHORT_TEXT)
    return replace(real_content, items=(*real_content.items, word))


@pytest.fixture
def lead(browser: WatchedBrowser, asked_content: Content, rooms: LiveRooms) -> Iterator[Lead]:
    """Open a room with some items and project it."""
    visits: list[Visit] = []

    def start(size: tuple[int, int], items: list[Item]) -> tuple[Visit, Room]:
        visit = open_page(browser, *size, styles=load_styles("live/class"))
        visits.append(visit)
        teacher = LiveClass(
            asked_content,
            rooms,
            lambda: NOON,
            hosts=lambda: ("192.0.2.7",),
            results_href="/ket-qua/{code}.xlsx",
        )
        asked = tuple(RoomItem(item.id, item.revision) for item in items)
        room = rooms.open_room("Lớp thử", Plan.QUIZ, asked)
        mount_widget(visit, teacher, "live/class")
        visit.page.get_by_role("button", name="Vào tiếp").click()
        visit.page.get_by_role("button", name="Trình chiếu").click()
        return visit, room

    yield start
    for visit in visits:
        visit.page.close()
        assert visit.requests == []


def measure(item: Item, content: Content) -> int:
    """Return how much there is to read of an item and its answer."""
    told = [public_json(item), feedback_json(item, None, content.provisions)]
    return len(json.dumps(told, ensure_ascii=False))


def find_longest(content: Content, count: int) -> list[Item]:
    """Return the longest items of each type that a class may be asked."""
    found: list[Item] = []
    for kind in ItemType:
        items = [item for item in content.items if item.type is kind and item.may_be_practised]
        found += sorted(items, key=lambda item: -measure(item, content))[:count]
    return found


def state(visit: Visit, name: str) -> None:
    expect(visit.page.locator(".lc-live-room > .lc-unseen")).to_have_text(name)


def assert_at_a_glance(visit: Visit, where: str) -> None:
    page = visit.page
    assert find_cut(page) == [], where
    assert find_split(page) == [], where
    parts, size, height = page.evaluate(
        """() => {
          const sight = document.querySelector(".lc-live-sight");
          return [sight.getClientRects().length, parseFloat(getComputedStyle(sight).fontSize),
            window.innerHeight];
        }"""
    )
    assert parts == 1, where
    assert size / height >= LEAST_TYPE, f"{where}: {size} px of {height}"


@pytest.mark.parametrize("size", SCREENS)
def test_chart_and_answer_are_on_one_screen(
    lead: Lead, rooms: LiveRooms, asked_content: Content, size: tuple[int, int]
) -> None:
    items = find_longest(asked_content, 2)
    assert {item.type for item in items} == set(ItemType)
    visit, room = lead(size, items)
    page, random = visit.page, Random(11)
    seats = [rooms.take_seat(room.code) for _ in range(3)]
    assert find_cut(page) == []
    visit.press("ArrowRight")
    for number, item in enumerate(items, 1):
        where = f"{item.id}, {item.type}, {size}"
        expect(page.locator("h1")).to_have_text(f"Câu {number}/{len(items)}")
        for seat in seats:
            value = draw_value(public_json(item, room.salt), random)
            assert rooms.save_answer(room.code, seat, number, value)
        for name in STATES:
            state(visit, name)
            expect(page.locator(".lc-projector-place")).to_contain_text(f"Câu {number}/")
            assert_at_a_glance(visit, f"{where}, {name}")
            if name != STATES[-1]:
                visit.press(*["ArrowRight"] * count_pages(page))
        # Reasons begin on a screen of their own, and only after the last of them the next question.
        pages = count_pages(page)
        assert pages > 1, where
        for turned in range(2, pages + 1):
            visit.press("ArrowRight")
            expect(page.locator(".lc-projector-place")).to_contain_text(f"trang {turned}/{pages}")
        state(visit, STATES[-1])
        visit.press("ArrowRight")
    expect(page.locator("h1")).to_have_text("Kết quả của lớp")
    assert find_cut(page) == []


def test_back_leads_through_the_reasons_again(lead: Lead, asked_content: Content) -> None:
    items = find_longest(asked_content, 1)[:2]
    visit, _ = lead((1280, 720), items)
    page = visit.page
    place = page.locator(".lc-projector-place")
    for name in STATES:
        visit.press(" ")
        state(visit, name)
    pages = count_pages(page)
    main = page.locator(".lc-turn .lc-primary")
    expect(main).to_have_text("Xem tiếp")
    visit.press(*["PageDown"] * (pages - 1))
    expect(main).to_have_text("Câu tiếp theo")
    visit.press("PageDown")
    expect(place).to_contain_text("Câu 2/2")
    visit.press("PageUp")
    expect(place).to_have_text(f"Câu 1/2 · trang {pages}/{pages}")
    visit.press("PageUp")
    expect(place).to_have_text(f"Câu 1/2 · trang {pages - 1}/{pages}")


@pytest.mark.parametrize("kind", ItemType)
def test_a_class_without_devices_raises_hands(
    lead: Lead, rooms: LiveRooms, asked_content: Content, kind: ItemType
) -> None:
    item = next(each for each in find_longest(asked_content, 1) if each.type is kind)
    visit, room = lead((1280, 720), [item])
    page = visit.page
    expect(page.get_by_text("Lớp không có điện thoại?")).to_be_visible()
    visit.press("ArrowRight")
    state(visit, STATES[0])
    page.get_by_role("button", name="Đếm tay giơ").click()
    fields = page.locator(".lc-live-hands input")
    expect(fields.first).to_be_focused()
    assert find_cut(page) == []
    assert visit.find_violations() == []
    for place in range(fields.count()):
        visit.page.keyboard.type("7" if place else "9")
        visit.press("Tab")
    if kind is ItemType.MULTIPLE_CHOICE:
        fields.last.fill("12")
    page.get_by_role("button", name="Ghi số đếm").click()
    expect(page.locator(".lc-live-hands")).to_have_count(0)
    expect(page.locator(".lc-live-numbers")).to_contain_text("người giơ tay (đếm tay)")
    counted = rooms.load_hands(room.code)[1]
    for name in STATES[1:]:
        visit.press(*["ArrowRight"] * count_pages(page))
        state(visit, name)
        assert_at_a_glance(visit, f"{kind}, {name}")
    expect(page.locator(".lc-live-by-hand")).to_contain_text(
        f"Đếm tay: {counted.answered} trong {counted.answered}"
    )
    visit.press(*["ArrowRight"] * count_pages(page))
    expect(page.locator("h1")).to_have_text("Kết quả của lớp")
    marked = "đếm tay" if counted.right is not None else "không có tỉ lệ đúng"
    expect(page.locator(".lc-result-rows > li")).to_contain_text(marked)
    assert find_cut(page) == []
    assert visit.find_violations() == []


@pytest.mark.parametrize("typed", ["-1", "1.5"])
def test_what_is_no_count_is_told_beside_the_field(
    lead: Lead, rooms: LiveRooms, asked_content: Content, typed: str
) -> None:
    visit, room = lead((1280, 720), find_longest(asked_content, 1)[:1])
    page = visit.page
    visit.press("ArrowRight")
    page.get_by_role("button", name="Đếm tay giơ").click()
    page.locator(".lc-live-hands input").nth(1).fill(typed)
    page.get_by_role("button", name="Ghi số đếm").click()
    expect(page.locator(".lc-live-hands .lc-notice")).to_have_text("Hãy gõ số nguyên từ 0 trở lên.")
    expect(page.locator(".lc-live-hands input").nth(1)).to_be_focused()
    assert rooms.load_hands(room.code) == {}
    page.get_by_role("button", name="Thôi, không đếm").click()
    expect(page.get_by_role("button", name="Đếm tay giơ")).to_be_focused()


def test_results_are_kept_and_taken_along(
    lead: Lead, rooms: LiveRooms, asked_content: Content
) -> None:
    visit, room = lead((1280, 720), find_longest(asked_content, 1)[:1])
    page = visit.page
    visit.press("Escape")
    page.get_by_role("button", name="Đóng phòng").click()
    page.get_by_role("button", name="Bấm lần nữa để đóng").click()
    download = page.get_by_role("link", name="Tải kết quả (Excel)")
    assert download.get_attribute("href") == f"/ket-qua/{room.code}.xlsx"
    page.get_by_label("Giữ phòng này trong").select_option(label="30 ngày")
    expect(page.get_by_text("Tự xóa lúc 12:00 ngày 1/4/2026")).to_be_visible()
    assert visit.find_violations() == []
    found = rooms.find_room(room.code)
    assert found is not None
    assert found.kept_until == NOON + dt.timedelta(days=30)
    page.get_by_role("button", name="Danh sách phòng").click()
    expect(page.get_by_label("Giữ phòng này trong")).to_have_value("30")
    assert visit.find_violations() == []
