"""Roles: what each may see and do, whoever asks; and that acts are signed."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lachan.apps.office.form import FormError
from lachan.apps.office.office import RoleError, StaffOffice
from lachan.domain.contests.contest import EntryMode, GroupBy
from lachan.domain.contests.roles import Right, Role
from lachan.domain.papers.rosters import Entrant
from support.contest_day import SLUG, WHO, ContestDay, StandingClock, create, open_day

PEOPLE = [
    Entrant("000001", "Nguyễn Thị Ánh", "6A", "THCS", "P1"),
    Entrant("000002", "Vừ A Chớ", "6B", "THCS", "P2"),
]
SIGNED = {"who": WHO, "reason": "máy hỏng"}


@pytest.fixture
def day(tmp_path: Path) -> Iterator[ContestDay]:
    """A contest with two people, one of whom is at work."""
    clock = StandingClock()
    with open_day(f"sqlite:///{tmp_path / 'kho.db'}", clock) as day:
        create(day, entry=EntryMode.ROSTER, group_by=GroupBy.CLASS)
        cards = day.office.add_people(SLUG, PEOPLE, who=WHO)
        clock.now = day.frozen.contest.opens_at
        day.begin(cards[0].code)
        yield day


def office(day: ContestDay, role: Role) -> StaffOffice:
    return StaffOffice(day.database, role)


def someone(day: ContestDay) -> str:
    people = day.office.board(SLUG).people
    return next(each for each, person in people.items() if person.number == "000001")


ACTS: dict[str, Callable[[StaffOffice, str], object]] = {
    "extend": lambda each, who: each.extend(SLUG, who, 5, **SIGNED),
    "renew": lambda each, who: each.renew_code(SLUG, who, **SIGNED),
    "pause room": lambda each, _: each.pause(SLUG, "P1", **SIGNED),
    "resume room": lambda each, _: each.resume(SLUG, "P1", who=WHO),
    "log": lambda each, _: each.list_acts(SLUG),
    "pause all": lambda each, _: each.pause(SLUG, "", **SIGNED),
    "resume all": lambda each, _: each.resume(SLUG, "", who=WHO),
    "message": lambda each, _: each.message(SLUG, "Chú ý", who=WHO),
    "add people": lambda each, _: each.add_people(SLUG, [Entrant("000009", "Lê Thị Bé")], who=WHO),
    "renew unused": lambda each, _: each.renew_unused_codes(SLUG, **SIGNED),
    "close": lambda each, _: each.close(SLUG, who=WHO, reason="xong", at_once=True),
    "withdraw": lambda each, _: each.withdraw(SLUG, "2", who=WHO),
    "results": lambda each, _: each.results(SLUG, ()),
    "export": lambda each, _: each.export(SLUG, ()),
    "erase": lambda each, _: each.erase(SLUG, SLUG, who=WHO, whole=False),
}
HELPING = ["extend", "renew", "pause room", "resume room", "log"]


def try_all(day: ContestDay, role: Role) -> list[str]:
    """Return the acts that the role was let do, each on the contest as the last one left it."""
    staff, person, done = office(day, role), someone(day), []
    for name, act in ACTS.items():
        try:
            act(staff, person)
        except RoleError:
            continue
        done.append(name)
    return done


@pytest.mark.parametrize(
    ("role", "allowed"),
    [(Role.ORGANISER, list(ACTS)), (Role.INVIGILATOR, HELPING), (Role.VIEWER, [])],
)
def test_a_role_does_what_is_its_own_and_nothing_else(
    day: ContestDay, role: Role, allowed: list[str]
) -> None:
    assert try_all(day, role) == allowed


@pytest.mark.parametrize(
    ("role", "names"), [(Role.ORGANISER, 2), (Role.INVIGILATOR, 2), (Role.VIEWER, 0)]
)
def test_who_may_not_know_people_sees_numbers_only(day: ContestDay, role: Role, names: int) -> None:
    board = office(day, role).board(SLUG, seats=True)
    assert (len(board.people), len(board.seats)) == (names, names)
    assert sum(count.working for count in board.counts) == 1


def test_only_organisers_get_names_in_the_ranking(day: ContestDay) -> None:
    office(day, Role.ORGANISER).close(SLUG, who=WHO, reason="xong", at_once=True)
    named = [len(office(day, role).outcome(SLUG).people) for role in Role]
    assert named == [2, 0, 0]
    assert office(day, Role.VIEWER).bundle(SLUG) == office(day, Role.ORGANISER).bundle(SLUG)


@pytest.mark.parametrize(
    ("who", "reason", "missing"),
    [("", "", {"who", "reason"}), ("  ", "mất điện", {"who"}), (WHO, " \n", {"reason"})],
)
def test_an_act_without_a_name_or_a_reason_is_not_done(
    day: ContestDay, who: str, reason: str, missing: set[str]
) -> None:
    before = day.office.list_acts(SLUG)
    with pytest.raises(FormError) as told:
        office(day, Role.ORGANISER).pause(SLUG, "", who=who, reason=reason)
    assert set(told.value.fields) == missing
    assert day.office.list_acts(SLUG) == before


def test_the_log_names_who_acted_and_in_which_role(day: ContestDay) -> None:
    office(day, Role.INVIGILATOR).pause(SLUG, "P1", who="Thầy Bình", reason=" mất điện ")
    last = day.office.list_acts(SLUG)[-1]
    assert (last.act, last.subject, last.who, last.reason) == (
        "pause",
        "P1",
        "Thầy Bình (giám thị)",
        "mất điện",
    )


def test_new_codes_for_the_absent_leave_those_inside_alone(day: ContestDay) -> None:
    cards = office(day, Role.ORGANISER).renew_unused_codes(SLUG, **SIGNED)
    assert [card.person for card in cards] == [PEOPLE[1]]
    session = day.desk.enter(SLUG, cards[0].code, "")
    assert session.pseudonym == cards[0].pseudonym


def test_erasing_asks_for_the_name_and_leaves_the_ranking(day: ContestDay) -> None:
    staff = office(day, Role.ORGANISER)
    staff.close(SLUG, who=WHO, reason="xong", at_once=True)
    bundle = staff.bundle(SLUG)
    with pytest.raises(FormError, match=SLUG):
        staff.erase(SLUG, "tim-hieu", who=WHO, whole=False)
    assert staff.erase(SLUG, f" {SLUG} ", who=WHO, whole=False) == 2
    assert staff.outcome(SLUG).people == {}
    kept = [
        zipfile.ZipFile(io.BytesIO(each)).read("ranking.json")
        for each in (bundle, staff.bundle(SLUG))
    ]
    assert kept[0] == kept[1]


def test_a_withdrawal_is_signed_and_asks_for_no_reason(day: ContestDay) -> None:
    staff = office(day, Role.ORGANISER)
    with pytest.raises(FormError) as told:
        staff.withdraw(SLUG, "2", who=" ")
    assert set(told.value.fields) == {"who"}
    with pytest.raises(FormError) as told:
        staff.withdraw(SLUG, " ", who=WHO)
    assert set(told.value.fields) == {"person"}
    assert staff.withdraw(SLUG, "2", who=WHO)
    assert staff.list_acts(SLUG)[-1].who == f"{WHO} (Ban Tổ chức)"


def test_an_export_holds_everything_about_people(day: ContestDay) -> None:
    staff = office(day, Role.ORGANISER)
    staff.close(SLUG, who=WHO, reason="xong", at_once=True)
    archive = zipfile.ZipFile(io.BytesIO(staff.export(SLUG, ())))
    people = json.loads(archive.read("du-lieu.json"))["people"]
    assert sorted(each["name"] for each in people.values()) == ["Nguyễn Thị Ánh", "Vừ A Chớ"]
    assert archive.namelist() == ["du-lieu.json", "ket-qua.xlsx", "ho-so-kiem-chung.zip"]


def test_rights_grow_from_viewers_to_organisers(day: ContestDay) -> None:
    held = [{right for right in Right if office(day, role).may(right)} for role in Role]
    organiser, invigilator, viewer = held
    assert viewer < invigilator < organiser == set(Right)
