"""Pictures of what many do at once: a live class and a contest."""

from __future__ import annotations

from playwright.sync_api import expect
from studio import Studio, shoot

from e2e.test_live_class import answer
from lachan.content import Content
from lachan.domain.contests.contest import GroupBy
from lachan.domain.items import Item
from lachan.domain.kinds import Band, ItemType, Status
from lachan.domain.papers.rosters import Entrant
from lachan.workflows.contests.desk import ContestDesk
from lachan.workflows.contests.views import Answer
from support.contests import WHO, Hall
from support.visit import STEP_DEADLINE_MS, Visit

LIVE = "/voila/render/lop_hoc.ipynb?cap=thcs&chu-de=viec-nhe-luong-cao"
OFFICE = "/voila/render/dieu_hanh.ipynb"
SLUG = "tim-hieu-phap-luat"
ITEMS = 10
# Made up, as all names in the kit are.
NAMES = ("Bùi Minh An", "Vừ A Chớ", "Nguyễn Thị Ánh", "Lò Thị Mai", "Trần Văn Bình", "Hồ Gia Bảo")

# A page is drawn slowly where its kernel is the first.
expect.set_options(timeout=STEP_DEADLINE_MS)


def hold_contest(hall: Hall) -> str:
    """Make a contest under way, with some who work; return the code of one who waits."""
    items = pick_items(hall.content)
    hall.hold(SLUG, items=items, group_by=GroupBy.CLASS, prediction=True, names=hall.names)
    people = [
        Entrant(f"{number:06}", name, f"8{'AB'[number % 2]}", room="P1")
        for number, name in enumerate(NAMES, 1)
    ]
    waiting, *others = hall.office.add_people(SLUG, people, who=WHO)
    desk = ContestDesk(hall.database)
    for done, card in enumerate(others, 1):
        token = desk.enter(SLUG, card.code, "điện thoại").token
        asked = desk.start(token).items[: 2 * done]
        desk.save(token, [Answer(item["id"], 1, item["options"][0]["id"]) for item in asked])
        if len(asked) == ITEMS:
            desk.submit(token, 10)
    return waiting.code


def pick_items(content: Content) -> tuple[Item, ...]:
    fitting = (
        item
        for item in content.items
        if item.band is Band.LOWER_SECONDARY
        and item.type is ItemType.SINGLE_CHOICE
        and item.status is Status.READY
        and not item.enemies
    )
    return tuple(item for item, _ in zip(fitting, range(ITEMS), strict=False))


def take_live_class(studio: Studio) -> None:
    with studio.visit_as_staff(LIVE) as teacher:
        page = teacher.page
        expect(page.get_by_text("Đã chọn 5 câu.")).to_be_visible()
        page.locator("button[type=submit]").click()
        code = page.locator(".lc-live-code strong").inner_text()
        with studio.visit("360x640") as one, studio.visit("360x640") as two:
            answer_both(teacher, [one, two], code)
            studio.keep("live-phone", shoot(one.page))
            studio.keep("live-class", shoot(page))


def answer_both(teacher: Visit, pupils: list[Visit], code: str) -> None:
    for each in pupils:
        each.page.goto(f"{each.base}/lop/{code}")
        expect(each.page.get_by_role("heading", name="Em đã vào phòng")).to_be_visible()
    teacher.button("Bắt đầu hỏi").click()
    for place, each in enumerate(pupils):
        answer(each, place)
    expect(teacher.page.get_by_text("2/2 máy đã trả lời")).to_be_visible()
    teacher.button("Đóng câu hỏi").click()
    teacher.button("Hiện đáp án và lí do").click()
    expect(pupils[0].page.locator(".lc-review").first).to_be_visible()


def take_contest_office(studio: Studio) -> None:
    with studio.visit_as_staff(f"{OFFICE}#{SLUG}/day") as visit:
        visit.page.get_by_role("row").filter(has_text=NAMES[1]).wait_for()
        studio.keep("contest-office", shoot(visit.page))


def take_contest_room(studio: Studio) -> None:
    with studio.visit("360x640") as visit:
        visit.page.goto(f"{studio.room}/{SLUG}#ma={studio.code}")
        visit.button("Vào phòng thi").click()
        visit.button("Bắt đầu làm bài").click()
        visit.page.locator(".lc-room-page:not([hidden]) input").first.check()
        expect(visit.page.locator(".lc-saved")).to_have_text("Đã ghi")
        studio.keep("contest-phone", shoot(visit.page))
