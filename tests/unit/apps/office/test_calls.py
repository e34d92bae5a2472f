"""What the office's page asks, message by message, on a real database with real content."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest
from docx import Document

from lachan.apps.office.calls import StaffCalls
from lachan.apps.office.office import StaffOffice
from lachan.apps.office.page import StaffPage
from lachan.content import load_content
from lachan.domain.contests.contest import EntryMode, GroupBy
from lachan.domain.contests.roles import Role
from lachan.exchange import render_items_snapshot, render_manifest
from lachan.workflows.contests.personal_data import RESULTS
from support.contest_day import (
    MINUTE,
    NAMES,
    OPENS,
    SLUG,
    WHO,
    ContestDay,
    StandingClock,
    create,
    make_paper,
    open_day,
)
from support.pdf import page_texts

ROSTER = "Họ và tên;Lớp;Trường;Phòng\nNguyễn Thị Ánh;6A;THCS;P1\nVừ A Chớ;6B;THCS;P2\n"
FORM: dict[str, Any] = {
    "slug": "thi-thu",
    "title": "Thi thử",
    "rules": "Mỗi người một lượt.",
    "source": "blueprint",
    "blueprint": "mau",
    "forms": 2,
    "opens": "2026-12-05T08:00",
    "closes": "2026-12-05T17:00",
    "minutes": 20,
    "entry": "roster",
    "attempts": 1,
    "counted": "best",
    "group_by": "class",
    "ranking": ["correct", "time"],
    "prizes": [{"title": "Giải Nhất", "count": 1}],
    "reveal": "score",
}


NAMED: dict[str, Any] = {
    "names": True,
    "purposes": "trao giải",
    "erase_on": "2026-12-31",
    "seen_by": "Ban Tổ chức",
    "withdraw": "cô Hạnh",
}


@dataclass(frozen=True)
class Told:
    body: Mapping[str, Any]
    data: bytes


class Browser:
    """A page of the office: asks, and fails where it is refused unexpectedly."""

    def __init__(self, day: ContestDay, root: Path, role: Role = Role.ORGANISER) -> None:
        self.root = root
        self.page = StaffPage(
            StaffOffice(day.database, role),
            lambda: load_content(root),
            room="http://127.0.0.1:8877/thi/",
            hosts=lambda: ("192.0.2.7",),
        )
        self._calls = StaffCalls(self.page)

    def ask(self, name: str, piece: bytes = b"", /, **values: Any) -> Told:
        reply = self._calls.answer(name, {"slug": SLUG, "who": WHO, **values}, piece)
        return Told(reply.body, reply.data)

    def get(self, name: str, piece: bytes = b"", /, **values: Any) -> Mapping[str, Any]:
        reply = self.ask(name, piece, **values)
        assert "error" not in reply.body, reply.body
        return reply.body

    def upload(self, key: str, data: bytes, name: str = "tep.csv") -> None:
        half = len(data) // 2
        self.get("upload", data[:half], key=key, name=name, part=0)
        assert self.get("upload", data[half:], key=key, name=name, part=1) == {"size": len(data)}


@pytest.fixture
def day(tmp_path: Path) -> Iterator[ContestDay]:
    with open_day(f"sqlite:///{tmp_path / 'kho.db'}", StandingClock()) as day:
        yield day


@pytest.fixture
def browser(day: ContestDay, sample: Path) -> Browser:
    return Browser(day, sample)


@pytest.fixture
def held(day: ContestDay, browser: Browser) -> Browser:
    """An organiser's page with a contest of two rooms; nobody has entered."""
    create(day, entry=EntryMode.ROSTER, group_by=GroupBy.CLASS)
    browser.upload("roster", ROSTER.encode())
    browser.get("add_roster")
    return browser


def test_a_contest_is_made_from_a_form_that_was_looked_at(browser: Browser) -> None:
    told = browser.get("check", **FORM)
    assert (told["slug"], told["forms"], told["starts_now"]) == ("thi-thu", 2, False)
    assert told["open_items"] == told["items"] > 0
    changed = browser.ask("create", **{**FORM, "minutes": 30}).body
    assert "Xem lại" in changed["error"]
    assert browser.page.staff.list_contests() == ()
    assert browser.get("create", **FORM)["slug"] == "thi-thu"
    assert [each.slug for each in browser.page.staff.list_contests()] == ["thi-thu"]


def test_a_contest_is_made_from_a_paper_that_was_made_before(browser: Browser) -> None:
    paper = make_paper()
    browser.upload("manifest", render_manifest(paper, {}), "manifest.json")
    browser.upload("items", render_items_snapshot(paper), "items.json")
    form = {**FORM, "source": "files", "blueprint": ""}
    told = browser.get("check", **form)
    assert (told["forms"], told["items"]) == (4, len(paper.items))
    assert browser.get("create", **form)["item_count"] == told["items"]


def test_a_taken_name_and_a_missing_file_stand_beside_their_fields(held: Browser) -> None:
    assert set(held.ask("check", **{**FORM, "slug": SLUG}).body["fields"]) == {"slug"}
    form = {**FORM, "source": "files"}
    assert held.ask("check", **form).body["fields"] == {"manifest": "Hãy chọn tệp."}


def test_a_score_that_nobody_could_reach_is_refused(browser: Browser) -> None:
    told = browser.ask("check", **{**FORM, "prize_minimum": "999"}).body["fields"]
    assert set(told) == {"prize_minimum"}
    assert "không ai được giải" in told["prize_minimum"]


def test_a_trial_question_of_the_paper_itself_is_refused(browser: Browser) -> None:
    offered = [each["id"] for each in browser.get("options")["practice"]]
    told = [browser.ask("check", **{**FORM, "practice": each}).body for each in offered]
    refused = [each["fields"]["practice"] for each in told if "fields" in each]
    assert refused
    assert all("có trong đề thi" in each for each in refused)


def test_a_list_is_looked_at_before_anyone_is_added(browser: Browser, day: ContestDay) -> None:
    create(day, entry=EntryMode.ROSTER)
    browser.upload("roster", ROSTER.encode())
    told = browser.get("read_roster")
    assert (told["count"], told["rooms"], told["groups"]) == (2, 2, 2)
    assert told["first"][0] == ["000001", "Nguyễn Thị Ánh", "6A", "THCS", "P1"]
    assert day.office.board(SLUG).people == {}


def test_names_that_nobody_asked_for_are_dropped_and_that_is_told(
    browser: Browser, day: ContestDay
) -> None:
    create(day, entry=EntryMode.ROSTER, names=None)
    browser.upload("roster", ROSTER.encode())
    told = browser.get("read_roster")
    assert (told["dropped"], told["first"][0]) == (2, ["000001", "", "6A", "THCS", "P1"])
    browser.get("add_roster")
    assert [card.person.name for card in browser.page.get_cards(SLUG)] == ["", ""]
    assert "không xin tên ai" in browser.ask("slip").body["error"]


def test_what_names_are_for_is_looked_at_before_a_contest_is_made(browser: Browser) -> None:
    plain = browser.get("check", **FORM)
    named = browser.get("check", **FORM, **NAMED)
    assert (plain["purposes"], plain["erases"]) == ([], "05/3/2027")
    assert (named["purposes"], named["erases"]) == (["trao giải"], "31/12/2026")
    assert [plain["kept_long"], named["kept_long"]] == [False, False]
    assert browser.get("check", **FORM, **{**NAMED, "erase_on": "2027-06-01"})["kept_long"]
    told = browser.ask("check", **FORM, **{**NAMED, "erase_on": "2026-12-05"}).body
    assert set(told["fields"]) == {"erase_on"}


def test_the_consent_slip_is_printed_for_who_has_the_data(held: Browser, day: ContestDay) -> None:
    reply = held.ask("slip")
    text = page_texts(reply.data)
    assert reply.body["name"] == f"phieu-dong-y-{SLUG}.pdf"
    assert (len(text), "cô Hạnh" in text[0] or "Cô Hạnh" in text[0]) == (1, True)
    viewer = Browser(day, held.root, Role.INVIGILATOR)
    assert "hãy nhờ Ban Tổ chức" in viewer.ask("slip").body["error"]
    assert "hãy nhờ Ban Tổ chức" in viewer.ask("withdraw", person="1").body["error"]


def test_who_withdraws_is_gone_from_the_page_too(held: Browser, day: ContestDay) -> None:
    first = held.page.get_cards(SLUG)[0]
    day.clock.now = OPENS
    day.begin(first.code)
    assert held.get("withdraw", person="1") == {"count": 1}
    assert [card.person.number for card in held.page.get_cards(SLUG)] == ["000002"]
    seats = held.get("look", seats=True)["seats"]
    shown = {seat["pseudonym"]: (seat["name"], seat["state"], seat["left_s"]) for seat in seats}
    assert shown[first.pseudonym] == ("", "withdrawn", None)
    assert held.get("withdraw", person=first.pseudonym) == {"count": 0}
    assert set(held.ask("withdraw", person=" ").body["fields"]) == {"person"}


def test_the_screens_say_what_for_and_until_when(held: Browser, day: ContestDay) -> None:
    privacy = held.get("look")["contest"]["privacy"]
    assert privacy["names"]["purposes"] == list(NAMES.purposes)
    assert (privacy["erases"], privacy["erased"]) == ("31/12/2026", "")
    day.clock.now = OPENS
    held.get("close", at_once=True, reason="xong")
    held.get("erase", typed=SLUG)
    assert held.get("look")["contest"]["privacy"]["erased"] == "05/12/2026"


def test_a_list_is_not_added_twice(held: Browser) -> None:
    held.upload("roster", ROSTER.encode())
    assert "2 số báo danh đã có" in held.ask("add_roster").body["fields"]["roster"]


def test_an_upload_is_bounded(browser: Browser) -> None:
    piece = bytes(400_000)
    values = {"key": "roster", "name": "to.xlsx"}
    replies = [browser.ask("upload", piece, part=part, **values).body for part in range(13)]
    assert ["size" in each for each in replies] == [True] * 12 + [False]
    assert "5 MB" in replies[-1]["fields"]["roster"]
    assert browser.ask("read_roster").body["fields"] == {"roster": "Hãy chọn tệp."}


def test_cards_and_list_hold_the_same_codes_which_open_the_door(
    held: Browser, day: ContestDay
) -> None:
    told = held.get("cards")
    assert told == {"cards": 2, "address": "http://192.0.2.7:8877/thi/1"}
    pdf = held.ask("print_cards", address=told["address"], start=0)
    book = held.ask("list_codes")
    rows = list(openpyxl.load_workbook(io.BytesIO(book.data)).active.iter_rows(min_row=4))
    codes = [row[6].value for row in rows]
    text = pypdfium2.PdfDocument(pdf.data)[0].get_textpage().get_text_bounded()
    assert [code for code in codes if code not in text] == []
    assert "192.0.2.7:8877/thi/1" in text
    assert day.desk.enter(SLUG, codes[0], "").pseudonym == rows[0][5].value

    again = Browser(day, held.page.content.root)
    assert "không còn giữ mã" in again.ask("list_codes").body["error"]
    again.upload("codes", book.data, "ma.xlsx")
    again.get("load_codes")
    assert again.ask("list_codes").data == book.data


def test_an_address_that_nobody_could_open_is_not_printed(held: Browser) -> None:
    for address in ("", "192.168.1.20:8877/thi", "javascript:alert(1)", "http://a/?ma=1"):
        assert (
            "không phải địa chỉ" in held.ask("print_cards", address=address, start=0).body["error"]
        )


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://192.0.2.7:8877/thi/"),
        ("may-chu.truong", "http://may-chu.truong:8877/thi/"),
        ("::1", "http://192.0.2.7:8877/thi/"),
        ("fd00::5", "http://[fd00::5]:8877/thi/"),
    ],
)
def test_contestants_get_the_address_that_reaches_this_machine(
    held: Browser, host: str, address: str
) -> None:
    held.get("start", host=host)
    assert held.page.find_address(SLUG) == f"{address}1"


def test_the_board_shows_whom_the_filters_leave(held: Browser, day: ContestDay) -> None:
    codes = {card.person.number: card.code for card in held.page.get_cards(SLUG)}
    day.clock.now = OPENS
    day.begin(codes["000002"])
    day.pass_time(MINUTE)

    def names(**filters: str) -> list[str]:
        told = held.get("look", seats=True, **filters)
        return [seat["name"] for seat in told["seats"]]

    whole = held.get("look", seats=True)
    assert whole["total"] == {"listed": 2, "entered": 1, "working": 1, "submitted": 0}
    groups = {group["name"]: group["working"] for group in whole["groups"]}
    assert groups == {"6A – THCS": 0, "6B – THCS": 1}
    assert names() == ["Nguyễn Thị Ánh", "Vừ A Chớ"]
    assert names(room="P2") == ["Vừ A Chớ"]
    assert names(state="absent") == ["Nguyễn Thị Ánh"]
    assert names(query="anh nguyen") == ["Nguyễn Thị Ánh"]
    assert names(query="000002") == ["Vừ A Chớ"]
    seat = next(seat for seat in whole["seats"] if seat["number"] == "000002")
    assert (seat["state"], seat["left_s"], seat["seen_s"]) == ("working", 14 * 60, 60)


def test_the_wall_and_its_viewers_get_no_name(held: Browser, day: ContestDay) -> None:
    viewer = Browser(day, held.page.content.root, Role.VIEWER)
    for told in (held.get("look", seats=False), viewer.get("look", seats=True)):
        assert (told["seats"], "Nguyễn" in str(told)) == ([], False)


def test_acts_are_done_and_told_in_the_log(held: Browser, day: ContestDay) -> None:
    day.clock.now = OPENS
    person = held.page.get_cards(SLUG)[0]
    day.begin(person.code)
    signed = {"reason": "máy hỏng"}
    held.get("act", act="pause", room="P1", **signed)
    held.get("act", act="resume", room="P1")
    held.get("act", act="extend", person=person.pseudonym, minutes=5, **signed)
    held.get("act", act="message", text="Giữ trật tự")
    held.get("act", act="move_closing", closes="2026-12-05T10:00", **signed)
    code = held.get("act", act="renew_code", person=person.pseudonym, **signed)["code"]
    assert day.desk.enter(SLUG, code, "").replaced
    held.get("act", act="cancel", **signed)
    acts = held.get("log")["acts"]
    assert [(act["act"], act["subject"]) for act in reversed(acts)][2:] == [
        ("pause", "P1"),
        ("resume", "P1"),
        ("extend", "000001 – Nguyễn Thị Ánh"),
        ("message", ""),
        ("move_closing", ""),
        ("renew_code", "000001 – Nguyễn Thị Ánh"),
        ("cancel", ""),
    ]


@pytest.mark.parametrize("minutes", ["", "0", "-5", "241", "năm", None])
def test_minutes_that_make_no_sense_stand_beside_their_field(
    held: Browser, minutes: object
) -> None:
    person = held.page.get_cards(SLUG)[0].pseudonym
    told = held.ask("act", act="extend", person=person, minutes=minutes, reason="máy hỏng").body
    assert set(told["fields"]) == {"minutes"}


def test_after_closing_there_are_ranking_shares_and_files(held: Browser, day: ContestDay) -> None:
    day.clock.now = OPENS
    first, second = held.page.get_cards(SLUG)
    session, _ = day.begin(first.code)
    day.pass_time(MINUTE)
    day.desk.save(session.token, day.right_answers(but=day.item_ids[:1]))
    day.desk.submit(session.token)
    day.begin(second.code)
    assert "chưa kết thúc" in held.ask("outcome", start=0).body["error"]
    held.get("close", at_once=True, reason="đã nộp hết")
    told = held.get("outcome", start=0)
    count = len(day.item_ids)
    shown = [(row["place"], row["name"], row["correct"], row["prize"]) for row in told["rows"]]
    assert shown == [
        (1, "Nguyễn Thị Ánh", f"{count - 1}/{count}", "Giải Nhất"),
        (2, "Vừ A Chớ", f"0/{count}", "Giải Nhì"),
    ]
    assert [row["decided_by"] for row in told["rows"]] == ["", "số câu đúng"]
    shares = {each["percent"] for each in held.get("shares")["items"]}
    assert shares == {0, 50}
    sheet = openpyxl.load_workbook(io.BytesIO(held.ask("results").data))["Câu hỏi"]
    assert {row[6].value for row in sheet.iter_rows(min_row=4)} == {0, 0.5}
    assert held.ask("results").body["name"] == RESULTS
    pdf = held.ask("certificates", organiser="Trường THCS", signed_on="2026-12-09").data
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]
    assert ["Nguyễn Thị Ánh" in pages[0], "Vừ A Chớ" in pages[1]] == [True, True]
    assert any("6A – THCS" in page for page in pages[2:])
    word = held.ask("certificates", word=True, signer_name="Vàng Thị Mỷ")
    assert word.body["name"] == f"giay-chung-nhan-{SLUG}.docx"
    cells = [cell.text for table in Document(io.BytesIO(word.data)).tables for cell in table._cells]
    assert sum("Vàng Thị Mỷ" in cell for cell in cells) == len(pages)


def test_what_is_no_question_and_what_breaks_gets_an_answer_all_the_same(
    held: Browser, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    assert "tải lại trang" in held.ask("phá").body["error"]
    assert "tải lại trang" in held.ask("act", act="phá").body["error"]

    def broken(_slug: str) -> bytes:
        raise ZeroDivisionError

    monkeypatch.setattr(held.page.staff, "export", broken)
    told = held.ask("export").body["error"]
    assert "báo mã" in told
    assert told.rpartition(" ")[2].rstrip(".") in caplog.text
