"""Children's data: all of it can be had, all of it can go, and the ranking stays checkable."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import text

from lachan.domain.bodies import SingleChoice
from lachan.domain.contests.contest import EntryMode, GroupBy
from lachan.domain.misconceptions import Misconception
from lachan.domain.papers.paper import Paper
from lachan.domain.papers.rosters import Entrant
from lachan.exchange.contests.lists import format_duration
from lachan.workflows.contests.erasure import erase_contest
from lachan.workflows.contests.outcome import close_contest, read_outcome
from lachan.workflows.contests.personal_data import (
    BUNDLE,
    PEOPLE,
    RESULTS,
    export_contest,
    render_cards,
    render_results,
)
from lachan.workflows.contests.verify import verify_bundle
from lachan.workflows.contests.views import ContestError, Refusal
from support.contest_day import (
    CHOICE,
    MINUTE,
    OPENS,
    SLUG,
    WHO,
    ContestDay,
    StandingClock,
    create,
    make_paper,
    open_day,
)

ROSTER = [
    Entrant("000001", "Nguyễn Thị Ánh", "6A", "THCS Tân Hòa", "P1"),
    Entrant("000002", "=1+1", "6B", "THCS Tân Hòa", "P2"),
]


@pytest.fixture
def held(database_url: str) -> Iterator[ContestDay]:
    """Two sat, the first with everything right; the contest is not closed yet."""
    with open_day(database_url, StandingClock(OPENS)) as day:
        create(day, entry=EntryMode.ROSTER, group_by=GroupBy.CLASS)
        for number, card in enumerate(day.office.add_people(SLUG, ROSTER, who=WHO)):
            session, _ = day.begin(card.code)
            day.desk.save(session.token, day.right_answers() if not number else ())
            day.pass_time(MINUTE)
            day.desk.submit(session.token, 1)
        day.office.message(SLUG, "Em Ánh ngồi bàn 2", who=WHO)
        day.clock.now = OPENS + 61 * MINUTE
        yield day


def _open(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def _cells(data: bytes, sheet: str) -> list[list[object]]:
    return [list(row) for row in _open(data)[sheet].iter_rows(min_row=3, values_only=True)]


def test_the_codes_to_hand_out_stand_beside_the_names(day: ContestDay) -> None:
    create(day, slug="khac", entry=EntryMode.ROSTER)
    cards = day.office.add_people("khac", ROSTER, who=WHO)
    rows = _cells(render_cards("Thi", cards, day.database.now()), "Mã dự thi")

    titles = ["SBD", "Họ và tên", "Lớp", "Trường", "Phòng", "Mã ẩn danh", "Mã dự thi"]
    assert rows == [
        titles,
        ["000001", "Nguyễn Thị Ánh", "6A", "THCS Tân Hòa", "P1", cards[0].pseudonym, cards[0].code],
        ["000002", "=1+1", "6B", "THCS Tân Hòa", "P2", cards[1].pseudonym, cards[1].code],
    ]


def test_all_that_is_stored_of_people_can_be_had(held: ContestDay, tmp_path: Path) -> None:
    close_contest(held.database, SLUG, who=WHO)
    paths = export_contest(held.database, SLUG, tmp_path / "ra")
    data = json.loads((tmp_path / "ra" / PEOPLE).read_text("utf-8"))
    by_name = {person["name"]: pseudonym for pseudonym, person in data["people"].items()}

    assert [path.name for path in paths] == [PEOPLE, RESULTS, BUNDLE]
    assert sorted(by_name) == ["=1+1", "Nguyễn Thị Ánh"]
    answered = {each["pseudonym"]: len(each["answers"]) for each in data["attempts"]}
    assert answered == {by_name["Nguyễn Thị Ánh"]: 9, by_name["=1+1"]: 1}
    assert verify_bundle(str(tmp_path / "ra" / BUNDLE)).faults == []


def test_what_was_chosen_can_be_read_in_the_data(held: ContestDay, tmp_path: Path) -> None:
    close_contest(held.database, SLUG, who=WHO)
    export_contest(held.database, SLUG, tmp_path / "ra")
    data = json.loads((tmp_path / "ra" / PEOPLE).read_text("utf-8"))
    saved = [answer for attempt in data["attempts"] for answer in attempt["answers"]]
    said = {answer["item"]: json.loads(answer["value"]) for answer in saved}
    pairs, choice = "cau-matching", data["items"]["cau-single-choice"]
    way = said["cau-scenario"][0]

    assert choice["question"] == "Câu dẫn cau-single-choice?"
    assert choice["parts"][said["cau-single-choice"]] == "phương án cau-single-choice-b"
    told = data["items"][pairs]["parts"]
    assert {told[left]: told[right] for left, right in said[pairs].items()} == {
        f"vế trái {pairs}-{pair}": f"vế phải {pairs}-{pair}" for pair in "abc"
    }
    assert data["items"]["cau-scenario"]["parts"][way] == "cách cau-scenario-mot-b"


def test_the_results_show_every_tie_break(held: ContestDay, tmp_path: Path) -> None:
    close_contest(held.database, SLUG, who=WHO)
    export_contest(held.database, SLUG, tmp_path / "ra")
    data = (tmp_path / "ra" / RESULTS).read_bytes()
    titles, first, second = _cells(data, "Xếp hạng")
    seen = {title: (one, other) for title, one, other in zip(titles, first, second, strict=True)}

    assert seen["Họ và tên"] == ("Nguyễn Thị Ánh", "=1+1")
    assert seen["Hạng"] == (1, 2)
    assert seen["Câu đúng"] == (8, 0)
    assert seen["Điểm"] == (5, 0)
    assert seen["Sai lệch"] == (0, 0)
    assert seen["Thời gian"] == (dt.timedelta(minutes=1), dt.timedelta(minutes=1))
    handed_in = dt.datetime(2026, 12, 5, 8, 1)
    assert seen["Nộp lúc"] == (handed_in, handed_in + MINUTE)
    assert seen["Phân hạng nhờ"] == ("", "số câu đúng")
    assert seen["Giải"] == ("Giải Nhất", "Giải Nhì")
    groups = _cells(data, "Tập thể")
    assert [row[0] for row in groups] == ["Tập thể", "6A – THCS Tân Hòa", "6B – THCS Tân Hòa"]
    assert groups[1][1:] == [1, 1, 1, 1, 0, 1, 8]
    assert _cells(data, "Cách xếp")[-1] == ["", "số người đúng hết (đáp án câu dự đoán)", 1]


def test_what_can_be_reckoned_with_has_a_format_and_the_rule_stands_with_the_table(
    held: ContestDay,
) -> None:
    outcome = close_contest(held.database, SLUG, who=WHO)
    sheet = _open(render_results(held.database, outcome))["Xếp hạng"]
    formats = {
        title.value: cell.number_format for title, cell in zip(sheet[3], sheet[4], strict=True)
    }
    assert formats == {
        "Hạng": "0",
        **dict.fromkeys(("SBD", "Họ và tên", "Lớp", "Trường", "Mã ẩn danh"), "@"),
        "Câu đúng": '0"/8"',
        "Điểm": "0",
        "Dự đoán": "0",
        "Sai lệch": "0",
        "Thời gian": "[mm]:ss.000",
        "Nộp lúc": "dd/mm/yyyy hh:mm:ss",
        "Phân hạng nhờ": "@",
        "Giải": "@",
    }
    assert str(sheet["A2"].value).startswith("Xếp theo số câu đúng, rồi ")


def test_who_was_absent_stands_after_those_with_a_place(database_url: str) -> None:
    with open_day(database_url, StandingClock(OPENS)) as day:
        create(day, entry=EntryMode.ROSTER)
        first, second = day.office.add_people(SLUG, ROSTER, who=WHO)
        session, _ = day.begin(second.code)
        day.desk.submit(session.token, 1)
        outcome = close_contest(day.database, SLUG, who=WHO, at_once=True)
        data = render_results(day.database, outcome)
    _, *rows = _cells(data, "Xếp hạng")
    assert [row[:6] for row in rows] == [
        [1, "000002", "=1+1", "6B", "THCS Tân Hòa", second.pseudonym],
        ["vắng", "000001", "Nguyễn Thị Ánh", "6A", "THCS Tân Hòa", first.pseudonym],
    ]
    assert rows[1][6:] == [""] * 8
    assert [row[0] for row in _cells(data, "Ai trả lời gì")[1:]] == ["=1+1"]


def test_who_answered_what_stands_under_pseudonyms_once_names_are_gone(held: ContestDay) -> None:
    outcome = close_contest(held.database, SLUG, who=WHO)
    data = render_results(held.database, outcome)
    titles, right, nothing = _cells(data, "Ai trả lời gì")
    assert titles[:2] == ["Họ và tên hoặc mã ẩn danh", "Câu đúng"]
    assert (right[:2], nothing[:2]) == (["Nguyễn Thị Ánh", 8], ["=1+1", 0])
    assert set(nothing[2:]) == {"–"}
    said = {
        str(title).partition(". ")[2]: text
        for title, text in zip(titles[2:], right[2:], strict=True)
    }
    assert said["cau-single-choice"] == "b"
    assert said["cau-true-false-group"] == "a) Đ, b) S, c) Đ, d) S"
    assert said["cau-matching"] == "a–a, b–b, c–c"
    grounds = {cell.fill.fgColor.rgb for cell in _open(data)["Ai trả lời gì"][4][2:]}
    assert grounds == {"FFDDF2E3"}

    erase_contest(held.database, SLUG, who=WHO)
    again = render_results(held.database, read_outcome(held.database, SLUG))
    pseudonyms = [row.finished.pseudonym for row in outcome.ranking.rows]
    assert [row[0] for row in _cells(again, "Ai trả lời gì")[1:]] == pseudonyms
    told = str([_cells(again, sheet) for sheet in _open(again).sheetnames])
    assert [word for word in ("Ánh", "Tân Hòa") if word in told] == []


def test_wrong_answers_are_told_by_what_they_stand_for(database_url: str) -> None:
    believed = Misconception("phai-co-tien", "Phải có tiền.", "Không.", "hanh-vi", frozenset())
    with open_day(database_url, StandingClock(OPENS)) as day:
        create(day, paper=_name_wrong_choice(make_paper(), "a", believed.id))
        for choice in ("a", "b", "a"):
            session, _ = day.begin()
            day.desk.save(session.token, [day.pick(choice)])
            day.desk.submit(session.token, 1)
        day.clock.now = OPENS + 61 * MINUTE
        outcome = close_contest(day.database, SLUG, who=WHO)

        titles, row = _cells(render_results(day.database, outcome, [believed]), "Hiểu lầm")
        assert dict(zip(titles, row, strict=True)) == {
            "STT": 1,
            "Điều hay bị hiểu lầm": believed.belief,
            "Điều đúng": believed.right,
            "Số người gặp": 3,
            "Số người chọn": 2,
            "Tỉ lệ": 2 / 3,
        }
        [_, row] = _cells(render_results(day.database, outcome), "Hiểu lầm")
        assert row[1:3] == [believed.id, ""]


def _name_wrong_choice(paper: Paper, option: str, name: str) -> Paper:
    item = paper.items[CHOICE]
    assert isinstance(item.body, SingleChoice)
    choices = tuple(
        replace(choice, misconception=name) if choice.id == option else choice
        for choice in item.body.choices
    )
    named = replace(item, body=replace(item.body, choices=choices))
    return replace(paper, items={**paper.items, CHOICE: named})


def test_the_results_print_one_page_wide(held: ContestDay) -> None:
    outcome = close_contest(held.database, SLUG, who=WHO)
    for sheet in _open(render_results(held.database, outcome)):
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_title_rows == "$3:$3"


def test_a_running_contest_is_neither_read_nor_erased(held: ContestDay, tmp_path: Path) -> None:
    for act in (
        lambda: export_contest(held.database, SLUG, tmp_path / "ra"),
        lambda: erase_contest(held.database, SLUG, who=WHO),
    ):
        with pytest.raises(ContestError) as raised:
            act()
        assert raised.value.reason is Refusal.NOT_CLOSED
    assert not (tmp_path / "ra").exists()


def test_a_cancelled_contest_has_data_but_no_results(held: ContestDay, tmp_path: Path) -> None:
    held.office.cancel(SLUG, who=WHO, reason="lộ đề")

    paths = export_contest(held.database, SLUG, tmp_path / "ra")
    assert [path.name for path in paths] == [PEOPLE]


def _everything(day: ContestDay) -> str:
    """Return all that the database holds, as text."""
    with day.database.read() as connection:
        names = connection.execute(text(_TABLES[connection.dialect.name])).scalars().all()
        rows = [connection.execute(text(f"SELECT * FROM {name}")).all() for name in names]
    return repr(rows)


_TABLES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table'",
    "postgresql": "SELECT tablename FROM pg_tables WHERE schemaname = 'public'",
}


def test_erasing_leaves_no_name_and_a_ranking_that_can_be_checked(
    held: ContestDay, tmp_path: Path
) -> None:
    before = close_contest(held.database, SLUG, who=WHO)
    private = ("Nguyễn Thị Ánh", "=1+1", "Tân Hòa", "Em Ánh", WHO)
    assert [word for word in private if word not in _everything(held)] == []
    count = erase_contest(held.database, SLUG, who=WHO)
    after = read_outcome(held.database, SLUG)
    export_contest(held.database, SLUG, tmp_path / "ra")

    assert count == 2
    assert [word for word in private if word in _everything(held)] == []
    assert (after.ranking, after.people, after.group_labels) == (before.ranking, {}, {})
    assert [act.act for act in held.office.list_acts(SLUG)][-2:] == ["close", "erase"]
    assert verify_bundle(str(tmp_path / "ra" / BUNDLE)).faults == []
    assert erase_contest(held.database, SLUG, who=WHO) == 0


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_erasing_leaves_no_name_in_the_files(held: ContestDay, tmp_path: Path) -> None:
    close_contest(held.database, SLUG, who=WHO)
    erase_contest(held.database, SLUG, who=WHO)

    held_bytes = b"".join(path.read_bytes() for path in tmp_path.glob("lachan.db*"))
    assert b"khoi-dong" in held_bytes
    assert "Nguyễn Thị Ánh".encode() not in held_bytes


def test_erasing_the_whole_contest_leaves_nothing(held: ContestDay) -> None:
    close_contest(held.database, SLUG, who=WHO)
    erase_contest(held.database, SLUG, who=WHO, whole=True)

    assert held.desk.find_contest(SLUG) is None
    with held.database.read() as connection:
        names = connection.execute(text(_TABLES[connection.dialect.name])).scalars().all()
        counts = {
            name: connection.execute(text(f"SELECT count(*) FROM {name}")).scalar()
            for name in names
            if name.startswith("contest")
        }
    assert set(counts.values()) == {0}
    assert len(counts) == 11


def test_another_server_does_not_take_a_new_contest_for_one_that_was_erased(
    held: ContestDay,
) -> None:
    held.office.cancel(SLUG, who=WHO, reason="")
    with open_day(held.url, held.clock) as other:
        erase_contest(other.database, SLUG, who=WHO, whole=True)
        create(other)
        made = other.desk.find_contest(SLUG)
        seen = held.desk.find_contest(SLUG)

    assert seen == made


@pytest.mark.parametrize(
    ("microseconds", "shown"),
    [
        (0, "0:00,000"),
        (1_999, "0:00,001"),
        (843_250_000, "14:03,250"),
        (6_000_000_000, "100:00,000"),
    ],
)
def test_a_duration_is_shown_to_the_thousandth(microseconds: int, shown: str) -> None:
    assert format_duration(microseconds) == shown
