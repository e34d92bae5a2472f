"""What organisers do on the day: pauses, more time, reopening, closing, and the log of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lachan.domain.contests.contest import (
    AttemptState,
    ContestState,
    EntryMode,
    GroupBy,
    Prize,
    SubmittedBy,
)
from lachan.domain.papers.rosters import Entrant
from lachan.store.contests.contests import SlugTakenError
from lachan.workflows.contests.outcome import close_contest
from lachan.workflows.contests.views import ContestError, Refusal
from support.contest_day import (
    CHOICE,
    MINUTE,
    OPENS,
    SECOND,
    SLUG,
    WHO,
    ContestDay,
    StandingClock,
    create,
    open_day,
)

ROOMS = [Entrant(f"{n:06}", "Em", "6A", "THCS", f"P{1 + n % 2}") for n in range(4)]


@pytest.fixture
def rooms(database_url: str) -> Iterator[tuple[ContestDay, list[str]]]:
    """Two rooms of two, all at work; gives the day and the token of each, by number."""
    with open_day(database_url, StandingClock(OPENS)) as day:
        create(day, entry=EntryMode.ROSTER, group_by=GroupBy.CLASS)
        cards = day.office.add_people(SLUG, ROOMS, who=WHO)
        tokens = [day.begin(card.code)[0].token for card in cards]
        yield day, tokens


def _left(day: ContestDay, tokens: list[str]) -> list[float]:
    return [day.desk.read(token).time_left_s / 60 for token in tokens]


def test_a_pause_of_all_stops_the_time_and_moves_the_window(
    rooms: tuple[ContestDay, list[str]],
) -> None:
    day, tokens = rooms
    day.pass_time(5 * MINUTE)
    paused = day.office.pause(SLUG, who=WHO, reason="mất điện")
    day.pass_time(30 * MINUTE)
    seen = day.desk.read(tokens[0])
    swept = day.desk.sweep()
    resumed = day.office.resume(SLUG, who=WHO)
    view = day.desk.find_contest(SLUG)

    assert (paused, resumed, swept) == (4, 4, 0)
    assert (seen.paused, seen.time_left_s, seen.contest.state) == (True, 600, ContestState.PAUSED)
    # Nobody reads on while the time stands still.
    assert seen.items == ()
    assert len(day.desk.read(tokens[0]).items) > 0
    assert _left(day, tokens) == [10] * 4
    assert view is not None
    assert view.closes_at == OPENS + 90 * MINUTE


def test_what_was_answered_before_a_pause_may_arrive_in_it(
    rooms: tuple[ContestDay, list[str]],
) -> None:
    day, [token, *_] = rooms
    day.office.pause(SLUG, who=WHO)
    day.pass_time(5 * SECOND)
    on_its_way = day.desk.save(token, [day.pick("a")])
    day.pass_time(SECOND)
    too_late = day.desk.save(token, [day.pick("b", 2)])
    day.office.resume(SLUG, who=WHO)
    again = day.desk.save(token, [day.pick("b", 2)])

    told = [(r.acks[0].saved, r.acks[0].reason, r.paused) for r in (on_its_way, too_late, again)]
    assert told == [(True, None, True), (False, Refusal.PAUSED, True), (True, None, False)]


def test_a_pause_of_one_room_leaves_the_other_alone(rooms: tuple[ContestDay, list[str]]) -> None:
    day, tokens = rooms
    assert day.office.pause(SLUG, who=WHO, room="P1") == 2
    assert day.office.pause(SLUG, who=WHO, room="P1") == 0
    day.pass_time(5 * MINUTE)
    assert _left(day, tokens) == [15, 10, 15, 10]
    assert day.office.resume(SLUG, who=WHO, room="P1") == 2
    day.pass_time(MINUTE)
    assert _left(day, tokens) == [14, 9, 14, 9]


def test_a_room_stays_paused_when_all_go_on_and_the_other_way_round(
    rooms: tuple[ContestDay, list[str]],
) -> None:
    day, tokens = rooms
    day.office.pause(SLUG, who=WHO, room="P1")
    day.office.pause(SLUG, who=WHO)
    assert day.office.resume(SLUG, who=WHO) == 2
    day.pass_time(MINUTE)
    assert _left(day, tokens) == [15, 14, 15, 14]
    day.office.pause(SLUG, who=WHO)
    assert day.office.resume(SLUG, who=WHO, room="P1") == 0
    day.pass_time(MINUTE)
    assert _left(day, tokens) == [15, 14, 15, 14]
    assert day.office.resume(SLUG, who=WHO) == 4
    day.pass_time(MINUTE)
    assert _left(day, tokens) == [14, 13, 14, 13]


def test_nobody_begins_in_a_pause(database_url: str) -> None:
    with open_day(database_url, StandingClock(OPENS)) as day:
        create(day, entry=EntryMode.ROSTER)
        cards = day.office.add_people(SLUG, ROOMS, who=WHO)
        token = day.desk.enter(SLUG, cards[0].code, "").token
        for room in ("P1", ""):
            day.office.pause(SLUG, who=WHO, room=room)
            waiting = day.desk.read(token)
            assert (waiting.paused, waiting.can_start) == (True, False)
            with pytest.raises(ContestError) as raised:
                day.desk.start(token)
            assert raised.value.reason is Refusal.PAUSED
            day.office.resume(SLUG, who=WHO, room=room)
        assert day.desk.read(token).can_start


def test_time_is_not_used_in_a_pause(rooms: tuple[ContestDay, list[str]]) -> None:
    day, [token, *_] = rooms
    day.pass_time(2 * MINUTE)
    day.office.pause(SLUG, who=WHO)
    day.pass_time(20 * MINUTE)
    in_pause = day.desk.submit(token)
    day.office.resume(SLUG, who=WHO)

    assert (in_pause.time_used_s, in_pause.submitted_at) == (120, OPENS + 2 * MINUTE)


def test_one_person_gets_more_time_even_past_the_window(
    rooms: tuple[ContestDay, list[str]],
) -> None:
    day, tokens = rooms
    name = day.desk.read(tokens[0]).pseudonym
    deadline = day.office.extend(SLUG, name, 90, who=WHO, reason="máy hỏng")
    day.clock.now = OPENS + 80 * MINUTE
    saved = day.desk.save(tokens[0], [day.pick("b")])

    assert deadline == OPENS + 105 * MINUTE
    assert saved.acks[0].saved
    assert _left(day, tokens) == [25, 0, 0, 0]
    with pytest.raises(ContestError, match="Còn 1 bài đang làm"):
        close_contest(day.database, SLUG, who=WHO)


@pytest.mark.parametrize("minutes", [0, -5, 1441])
def test_no_odd_number_of_minutes_is_given(
    rooms: tuple[ContestDay, list[str]], minutes: int
) -> None:
    day, tokens = rooms
    name = day.desk.read(tokens[0]).pseudonym
    with pytest.raises(ContestError, match="Số phút phải từ 1 đến 1440"):
        day.office.extend(SLUG, name, minutes, who=WHO, reason="")


def test_a_submitted_attempt_can_be_opened_again(rooms: tuple[ContestDay, list[str]]) -> None:
    day, [token, *_] = rooms
    day.desk.save(token, [day.pick("a")])
    day.pass_time(5 * MINUTE)
    receipt = day.desk.submit(token)
    name = receipt.pseudonym
    day.pass_time(3 * MINUTE)
    deadline = day.office.reopen(SLUG, name, 2, who=WHO, reason="bấm nhầm")
    view = day.desk.read(token)
    day.pass_time(MINUTE)
    saved = day.desk.save(token, [day.pick("b", 2)])
    again = day.desk.submit(token)

    assert deadline == day.clock.now - MINUTE + 12 * MINUTE
    assert (view.state, view.time_left_s, view.answers[CHOICE].value) == (
        AttemptState.WORKING,
        720,
        day.name("a"),
    )
    assert saved.acks[0].saved
    assert (again.time_used_s, again.number) == (360, 1)
    assert again.fingerprint != receipt.fingerprint
    with pytest.raises(ContestError, match="mở lại bài"):
        day.office.extend(SLUG, name, 5, who=WHO, reason="")


@pytest.mark.parametrize("room", ["", "P1"])
def test_an_attempt_that_is_opened_in_a_pause_stands_still_with_the_others(
    rooms: tuple[ContestDay, list[str]], room: str
) -> None:
    day, [token, *_] = rooms
    day.pass_time(5 * MINUTE)
    name = day.desk.submit(token).pseudonym
    day.office.pause(SLUG, room=room, who=WHO)
    day.pass_time(MINUTE)
    day.office.reopen(SLUG, name, 0, who=WHO, reason="bấm nhầm")
    day.pass_time(20 * MINUTE)
    seen = day.desk.read(token)
    day.office.resume(SLUG, room=room, who=WHO)
    day.pass_time(MINUTE)
    receipt = day.desk.submit(token)

    assert (seen.paused, seen.time_left_s) == (True, 600)
    assert receipt.time_used_s == 360


def test_the_window_can_end_later_for_those_it_would_cut_short(database_url: str) -> None:
    with open_day(database_url, StandingClock(OPENS)) as day:
        create(day, closes_at=OPENS + 20 * MINUTE)
        early, _ = day.begin()
        day.pass_time(10 * MINUTE)
        late, _ = day.begin()
        before = _left(day, [early.token, late.token])
        day.office.move_closing(SLUG, OPENS + 23 * MINUTE, who=WHO, reason="mạng chậm")
        after = _left(day, [early.token, late.token])
        day.office.move_closing(SLUG, OPENS + 90 * MINUTE, who=WHO, reason="mạng chậm")
        at_last = _left(day, [early.token, late.token])
        with pytest.raises(ContestError, match="muộn hơn"):
            day.office.move_closing(SLUG, OPENS + 80 * MINUTE, who=WHO, reason="")

    assert (before, after, at_last) == ([5, 10], [5, 13], [5, 15])


def test_everyone_hears_the_message(rooms: tuple[ContestDay, list[str]]) -> None:
    day, [token, *_] = rooms
    day.office.message(SLUG, "  Còn 5 phút.  ", who=WHO)

    assert day.desk.read(token).message == "Còn 5 phút."
    assert day.desk.save(token, []).message == "Còn 5 phút."
    day.office.message(SLUG, "", who=WHO)
    assert day.desk.read(token).message == ""


def test_a_cancelled_contest_takes_nothing_and_has_no_ranking(
    rooms: tuple[ContestDay, list[str]],
) -> None:
    day, [token, *_] = rooms
    assert day.office.cancel(SLUG, who=WHO, reason="lộ đề") == 4

    [ack] = day.desk.save(token, [day.pick("a")]).acks
    assert ack.reason is Refusal.CANCELLED
    assert day.desk.read(token).contest.state is ContestState.CANCELLED
    for act in (
        lambda: day.office.pause(SLUG, who=WHO),
        lambda: close_contest(day.database, SLUG, who=WHO),
    ):
        with pytest.raises(ContestError, match="bị hủy"):
            act()


def test_closing_waits_for_the_window_unless_it_is_at_once(
    rooms: tuple[ContestDay, list[str]],
) -> None:
    day, tokens = rooms
    day.desk.save(tokens[0], [day.pick("b")])
    day.pass_time(MINUTE)
    with pytest.raises(ContestError) as raised:
        close_contest(day.database, SLUG, who=WHO)
    outcome = close_contest(day.database, SLUG, who=WHO, at_once=True)
    result = day.desk.result(tokens[0])

    assert raised.value.reason is Refusal.NOT_CLOSED
    assert [row.finished.correct for row in outcome.ranking.rows] == [1, 0, 0, 0]
    assert [row.place for row in outcome.ranking.rows] == [1, 2, 2, 2]
    assert (result.receipt.submitted_by, result.place, result.prize) == (
        SubmittedBy.ORGANISER,
        1,
        "Giải Nhất",
    )
    with pytest.raises(ContestError, match="kết thúc"):
        day.office.message(SLUG, "muộn", who=WHO)


def test_the_board_counts_rooms_and_shows_who_was_seen(rooms: tuple[ContestDay, list[str]]) -> None:
    day, tokens = rooms
    day.pass_time(MINUTE)
    day.desk.save(tokens[0], day.right_answers())
    day.desk.submit(tokens[1])
    board = day.office.board(SLUG)
    one_room = day.office.board(SLUG, "P1")
    projector = day.office.board(SLUG, seats=False)

    counted = [(c.room, c.listed, c.entered, c.working, c.submitted) for c in board.counts]
    assert counted == [("P1", 2, 2, 2, 0), ("P2", 2, 2, 1, 1)]
    assert list(board.group_labels.values()) == ["6A – THCS"]
    seat = next(s for s in board.seats if s.pseudonym == day.desk.read(tokens[0]).pseudonym)
    assert (seat.answer_count, seat.last_seen_at, seat.state) == (8, OPENS + MINUTE, "working")
    assert board.people[seat.pseudonym].number == "000000"
    assert len(one_room.seats) == 2
    assert (projector.seats, projector.people) == ((), {})


def test_a_new_code_replaces_the_old_one(database_url: str) -> None:
    with open_day(database_url, StandingClock(OPENS)) as day:
        create(day, entry=EntryMode.CODES)
        [card] = day.office.add_codes(SLUG, 1, who=WHO)
        code = day.office.renew_code(SLUG, card.pseudonym, who=WHO, reason="mất thẻ")

        assert day.desk.enter(SLUG, code, "").pseudonym == card.pseudonym
        with pytest.raises(ContestError) as raised:
            day.desk.enter(SLUG, card.code, "")
        assert raised.value.reason is Refusal.UNKNOWN_CODE


def test_every_act_is_logged_with_who_when_and_why(rooms: tuple[ContestDay, list[str]]) -> None:
    day, tokens = rooms
    name = day.desk.read(tokens[0]).pseudonym
    day.pass_time(MINUTE)
    day.office.pause(SLUG, who="Thầy Nam", room="P1", reason="mất điện")
    day.office.resume(SLUG, who="Thầy Nam", room="P1")
    day.office.extend(SLUG, name, 5, who=WHO, reason="máy hỏng")

    acts = day.office.list_acts(SLUG)
    assert [(a.number, a.act, a.subject, a.amount, a.who, a.reason) for a in acts] == [
        (1, "create", "", 0, WHO, ""),
        (2, "add_people", "", 4, WHO, ""),
        (3, "pause", "P1", 2, "Thầy Nam", "mất điện"),
        (4, "resume", "P1", 2, "Thầy Nam", ""),
        (5, "extend", name, 5, WHO, "máy hỏng"),
    ]
    assert acts[-1].at == OPENS + MINUTE


def test_a_refused_act_is_not_logged(rooms: tuple[ContestDay, list[str]]) -> None:
    day, _ = rooms
    before = day.office.list_acts(SLUG)
    with pytest.raises(ContestError, match="không có ai"):
        day.office.extend(SLUG, "TS-KHONGCO", 5, who=WHO, reason="")

    assert day.office.list_acts(SLUG) == before


def test_long_words_are_kept_whole(database_url: str) -> None:
    long = "Trường Tiểu học và Trung học cơ sở " * 6
    prize = Prize(f"Giải Nhất, {long}", 1)
    person = Entrant("1" * 30, long, long, long, long)
    with open_day(database_url, StandingClock(OPENS)) as day:
        create(day, entry=EntryMode.ROSTER, prizes=(prize,))
        [card] = day.office.add_people(SLUG, [person], who=WHO)
        day.begin(card.code)
        day.office.pause(SLUG, room=long, who=long)
        outcome = close_contest(day.database, SLUG, who=WHO, at_once=True)
        acts = [(act.act, act.subject, act.who) for act in day.office.list_acts(SLUG)]

    assert outcome.people == {card.pseudonym: person}
    assert [row.prize for row in outcome.ranking.rows] == [prize.title]
    assert ("pause", long, long) in acts


def test_two_contests_have_two_names(day: ContestDay) -> None:
    with pytest.raises(SlugTakenError, match=SLUG):
        create(day)
    create(day, slug="thi-khac")

    assert {view.slug for view in day.desk.list_contests()} == {SLUG, "thi-khac"}
    assert day.desk.find_contest("thi-khac").opens_at == OPENS
