"""Names go on their day, by command, or one by one; ranking, chain and bundle stay as they are."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from lachan.apps.office.files import render_awards
from lachan.domain.contests.awards import CertificateStyle
from lachan.domain.contests.contest import EntryMode, GroupBy
from lachan.domain.papers.rosters import Entrant
from lachan.store.contests.acts import list_acts
from lachan.store.contests.contests import change_contest, find_contest
from lachan.workflows.contests.bundle import render_bundle
from lachan.workflows.contests.erasure import erase_contest, erase_due, withdraw_person
from lachan.workflows.contests.outcome import Outcome, close_contest, read_outcome
from lachan.workflows.contests.personal_data import render_results
from lachan.workflows.contests.verify import verify_bundle
from lachan.workflows.contests.views import ContestError, EntryError, Refusal
from support.contest_day import (
    MINUTE,
    NAMES,
    OPENS,
    SLUG,
    WHO,
    ContestDay,
    StandingClock,
    create,
    open_day,
)

ROSTER = [
    Entrant("000001", "Nguyễn Thị Ánh", "6A", "THCS Tân Hòa", "P1"),
    Entrant("000002", "Vừ A Chớ", "6B", "THCS Tân Hòa", "P2"),
    Entrant("000003", "Lê Thị Bé", "6A", "THCS Tân Hòa", "P1"),
]
PRIVATE = ("Nguyễn Thị Ánh", "000001")
EVERYONE = ("Nguyễn Thị Ánh", "Vừ A Chớ", "Lê Thị Bé", "Tân Hòa", WHO)
# When the day begins in Vietnam on which the names go.
DAY = dt.datetime(2026, 12, 30, 17, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)
OVER = OPENS + 61 * MINUTE


class School:
    """A contest with a class list of three."""

    def __init__(self, day: ContestDay) -> None:
        self.day = day
        create(day, entry=EntryMode.ROSTER, group_by=GroupBy.CLASS)
        self.cards = day.office.add_people(SLUG, ROSTER, who=WHO)

    def sit(self) -> Sequence[str]:
        """Let the first hand in everything right, and the second begin; return their tokens."""
        self.day.clock.now = OPENS
        first, second = (self.day.begin(card.code)[0] for card in self.cards[:2])
        self.day.desk.save(first.token, self.day.right_answers())
        self.day.desk.save(second.token, [self.day.pick("a")])
        self.day.pass_time(MINUTE)
        self.day.desk.submit(first.token, 1)
        return first.token, second.token

    def close(self) -> Outcome:
        self.day.clock.now = max(self.day.clock.now, OVER)
        return close_contest(self.day.database, SLUG, who=WHO)

    def withdraw(self, person: str = "1") -> bool:
        return withdraw_person(self.day.database, SLUG, person, who=WHO)

    @property
    def everything(self) -> str:
        """All that the database holds, as text."""
        with self.day.database.read() as connection:
            names = connection.execute(text(TABLES[connection.dialect.name])).scalars().all()
            rows = [connection.execute(text(f"SELECT * FROM {name}")).all() for name in names]
        return repr(rows)

    def finds(self, words: Sequence[str]) -> list[str]:
        """Return which of the words are still anywhere in the database."""
        held = self.everything
        return [word for word in words if word in held]

    @property
    def acts(self) -> list[tuple[str, str, int]]:
        with self.day.database.read() as connection:
            found = find_contest(connection, SLUG)
            assert found is not None
            return [(a.act, a.subject, a.amount) for a in list_acts(connection, found.id)]

    def verify(self, folder: Path) -> list[str]:
        """Return what a stranger finds wrong with the public bundle."""
        bundle = folder / "ho-so.zip"
        bundle.write_bytes(render_bundle(self.day.database, SLUG))
        return verify_bundle(str(bundle), self.day.frozen.commitment).faults


TABLES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table'",
    "postgresql": "SELECT tablename FROM pg_tables WHERE schemaname = 'public'",
}


@pytest.fixture
def school(database_url: str) -> Iterator[School]:
    with open_day(database_url, StandingClock()) as day:
        yield School(day)


def test_names_stay_until_the_second_before_their_day(school: School) -> None:
    school.sit()
    school.close()
    school.day.clock.now = DAY - SECOND
    assert (erase_due(school.day.database), school.finds(PRIVATE)) == ((), list(PRIVATE))

    school.day.clock.now = DAY
    assert (erase_due(school.day.database), school.finds(EVERYONE)) == ((SLUG,), [])


def test_a_running_server_erases_when_the_day_comes_and_once(school: School) -> None:
    school.sit()
    school.close()
    school.day.clock.now = DAY
    school.day.desk.sweep()
    assert school.finds(EVERYONE) == []
    assert school.acts[-1] == ("erase_due", "", 3)

    before = school.everything
    school.day.desk.sweep()
    with open_day(school.day.url, school.day.clock) as other:
        assert erase_due(other.database) == ()
    assert school.everything == before


def test_ranking_list_certificates_and_bundle_stay_after_erasure(
    school: School, tmp_path: Path
) -> None:
    school.sit()
    before = school.close()
    bundle = render_bundle(school.day.database, SLUG)
    school.day.clock.now = DAY
    erase_due(school.day.database)
    after = read_outcome(school.day.database, SLUG)

    assert (after.ranking, after.groups) == (before.ranking, before.groups)
    assert (after.people, after.group_labels) == ({}, {})
    assert school.verify(tmp_path) == []
    kept = [_read_ranking(each) for each in (bundle, render_bundle(school.day.database, SLUG))]
    assert kept[0] == kept[1]
    results = zipfile.ZipFile(io.BytesIO(render_results(school.day.database, after)))
    words = "".join(results.read(name).decode("utf-8", "ignore") for name in results.namelist())
    assert [name for name in EVERYONE if name in words] == []
    contest = school.day.frozen.contest
    assert render_awards(contest, after, CertificateStyle()).startswith(b"%PDF")


def _read_ranking(bundle: bytes) -> object:
    return json.loads(zipfile.ZipFile(io.BytesIO(bundle)).read("ranking.json"))


def test_a_contest_that_nobody_closed_is_erased_and_can_still_be_closed(
    school: School, tmp_path: Path
) -> None:
    school.sit()
    school.day.clock.now = DAY
    school.day.desk.sweep()
    assert school.finds(EVERYONE) == []
    outcome = school.close()

    assert [row.finished.correct for row in outcome.ranking.rows] == [8, 0]
    assert outcome.people == {}
    assert school.verify(tmp_path) == []
    with pytest.raises(ContestError, match="đã kết thúc"):
        school.day.office.add_people(SLUG, ROSTER, who=WHO)


def test_nobody_is_added_once_the_people_are_erased(school: School) -> None:
    school.day.clock.now = DAY
    erase_due(school.day.database)
    with pytest.raises(ContestError, match="đã xóa ngày 31/12/2026"):
        school.day.office.add_people(SLUG, [Entrant("000009", "Vũ Thị Na")], who=WHO)
    assert school.finds(("Vũ Thị Na",)) == []


def test_by_command_a_second_time_changes_nothing(school: School) -> None:
    school.sit()
    school.close()
    assert erase_contest(school.day.database, SLUG, who=WHO) == 3
    before = school.everything
    assert erase_contest(school.day.database, SLUG, who=WHO) == 0
    assert school.everything == before
    # Its day comes, and there is nothing left to be done.
    school.day.clock.now = DAY
    assert (erase_due(school.day.database), school.everything) == ((), before)


def test_a_contest_from_before_days_were_asked_waits_for_the_command(school: School) -> None:
    school.sit()
    school.close()
    with school.day.database.store.write() as connection:
        found = find_contest(connection, SLUG)
        assert found is not None
        change_contest(connection, found.id, erase_at=None)
    school.day.clock.now = DAY + dt.timedelta(days=1000)
    assert (erase_due(school.day.database), school.finds(PRIVATE)) == ((), list(PRIVATE))
    assert erase_contest(school.day.database, SLUG, who=WHO) == 3


def test_without_a_reason_no_name_is_kept_and_the_rest_goes_after_ninety_days(
    database_url: str,
) -> None:
    with open_day(database_url, StandingClock(OPENS)) as day:
        create(day, entry=EntryMode.ROSTER, group_by=GroupBy.CLASS, names=None)
        cards = day.office.add_people(SLUG, ROSTER, who=WHO)
        people = day.office.board(SLUG).people.values()
        view = day.desk.find_contest(SLUG)

        expected = [replace(each, name="") for each in ROSTER]
        assert [card.person for card in cards] == expected
        assert sorted(people, key=lambda each: each.number) == expected
        assert view is not None
        assert view.erase_at == dt.datetime(2027, 3, 4, 17, tzinfo=dt.UTC)
        day.clock.now = view.erase_at
        assert (erase_due(day.database), day.office.board(SLUG).people) == ((SLUG,), {})


@pytest.mark.parametrize("closed", [False, True], ids=["before it closes", "after"])
def test_a_withdrawal_leaves_the_ranking_and_the_chain_as_they_were(
    school: School, tmp_path: Path, closed: bool
) -> None:
    first, _ = school.sit()
    before = school.close() if closed else None
    assert school.withdraw("000001")
    assert (school.finds(PRIVATE), school.finds(("Vừ A Chớ",))) == ([], ["Vừ A Chớ"])
    with pytest.raises(ContestError) as told:
        school.day.desk.read(first)
    assert told.value.reason is Refusal.SIGNED_OUT

    after = read_outcome(school.day.database, SLUG) if closed else school.close()
    if before is not None:
        assert (after.ranking, after.groups) == (before.ranking, before.groups)
    assert after.ranking.rows[0].finished.pseudonym == school.cards[0].pseudonym
    assert [person.number for person in after.people.values()] == ["000002", "000003"]
    assert school.verify(tmp_path) == []


def test_who_withdraws_before_the_contest_is_not_on_the_list_any_more(school: School) -> None:
    gone = school.cards[0]
    assert school.withdraw(gone.pseudonym)
    board = school.day.office.board(SLUG)
    assert gone.pseudonym not in {seat.pseudonym for seat in board.seats}
    assert sum(count.listed for count in board.counts) == 2
    school.day.clock.now = OPENS
    with pytest.raises(EntryError, match="không thuộc cuộc thi"):
        school.day.desk.enter(SLUG, gone.code, "")
    # New codes for all who are not in are for those who still may come.
    renewed = school.day.office.renew_unused_codes(SLUG, who=WHO, reason="mất danh sách")
    assert [card.person.number for card in renewed] == ["000002", "000003"]


def test_who_withdraws_at_work_is_out_and_what_was_saved_is_scored(
    school: School, tmp_path: Path
) -> None:
    _, second = school.sit()
    assert school.withdraw("2")
    seats = {seat.pseudonym: seat for seat in school.day.office.board(SLUG).seats}
    assert seats[school.cards[1].pseudonym].withdrawn
    for act in (
        lambda: school.day.desk.save(second, [school.day.pick("b", 2)]),
        lambda: school.day.desk.submit(second),
    ):
        with pytest.raises(ContestError) as told:
            act()
        assert told.value.reason is Refusal.SIGNED_OUT
    outcome = school.close()
    assert len(outcome.ranking.rows) == 2
    assert school.verify(tmp_path) == []


def test_nothing_more_is_done_for_who_has_withdrawn(school: School) -> None:
    school.sit()
    school.withdraw("1")
    pseudonym, office = school.cards[0].pseudonym, school.day.office
    signed = {"who": WHO, "reason": "nhầm"}
    for act in (
        lambda: office.renew_code(SLUG, pseudonym, **signed),
        lambda: office.extend(SLUG, pseudonym, 5, **signed),
        lambda: office.reopen(SLUG, pseudonym, 5, **signed),
    ):
        with pytest.raises(ContestError, match="đã rút"):
            act()


def test_the_log_says_that_someone_withdrew_and_not_who(school: School, tmp_path: Path) -> None:
    school.sit()
    pseudonym = school.cards[0].pseudonym
    school.day.office.reopen(SLUG, pseudonym, 5, who=WHO, reason="em bấm nhầm")
    school.day.office.pause(SLUG, room="P1", who=WHO, reason="Nguyễn  thị Ánh bị mệt")
    school.day.office.pause(SLUG, room="P2", who=WHO, reason="mất điện")
    school.day.office.message(SLUG, "Bạn Nguyễn Thị Ánh về chỗ", who=WHO)
    school.withdraw("1")
    reasons = [act.reason for act in school.day.office.list_acts(SLUG)]

    assert school.acts[-1] == ("withdraw", "", 1)
    assert [each for each in reasons if each] == ["mất điện"]
    view = school.day.desk.find_contest(SLUG)
    assert view is not None
    assert view.message == ""
    for room in ("P1", "P2"):
        school.day.office.resume(SLUG, room=room, who=WHO)
    school.day.pass_time(60 * MINUTE)
    school.close()
    assert school.verify(tmp_path) == []


def test_a_second_withdrawal_finds_nothing(school: School) -> None:
    pseudonym = school.cards[0].pseudonym
    assert school.withdraw(pseudonym.lower())
    before = school.everything
    assert not school.withdraw(pseudonym)
    assert school.everything == before
    with pytest.raises(ContestError, match="không còn tìm được bằng số báo danh"):
        school.withdraw("000001")


@pytest.mark.parametrize("typed", ["", "999", "TS-KHONGCO", "Nguyễn Thị Ánh", "１"])
def test_who_is_not_there_is_told(school: School, typed: str) -> None:
    before = school.everything
    with pytest.raises(ContestError) as told:
        school.withdraw(typed)
    assert told.value.reason is Refusal.UNKNOWN_CODE
    assert school.everything == before


def test_a_number_that_two_have_asks_for_the_pseudonym(school: School) -> None:
    other = school.day.office.add_people(SLUG, [Entrant("000001", "Vũ Thị Na", "6B")], who=WHO)
    with pytest.raises(ContestError, match="Có 2 người mang số báo danh 000001"):
        school.withdraw("1")
    assert school.withdraw(other[0].pseudonym)
    assert (school.finds(("Vũ Thị Na",)), school.finds(PRIVATE)) == ([], list(PRIVATE))


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_withdrawal_leaves_no_name_in_the_files(school: School, tmp_path: Path) -> None:
    school.sit()
    school.withdraw("1")
    held = b"".join(path.read_bytes() for path in tmp_path.glob("lachan.db*"))
    assert "Vừ A Chớ".encode() in held
    assert "Nguyễn Thị Ánh".encode() not in held


def test_the_closing_cannot_be_moved_past_the_day_that_was_promised(school: School) -> None:
    with pytest.raises(ContestError, match="trước ngày xóa tên 31/12/2026"):
        school.day.office.move_closing(SLUG, DAY + SECOND, who=WHO, reason="lùi lịch")
    moved = school.day.office.move_closing(SLUG, DAY, who=WHO, reason="lùi lịch")
    assert moved.closes_at == DAY


def test_everyone_may_read_why_names_are_kept_and_until_when(school: School) -> None:
    view = school.day.desk.find_contest(SLUG)
    assert view is not None
    assert (view.names, view.erase_at, view.erased_at) == (NAMES, DAY, None)
    school.day.clock.now = DAY
    erase_due(school.day.database)
    erased = school.day.desk.find_contest(SLUG)
    assert erased is not None
    assert erased.erased_at == DAY
