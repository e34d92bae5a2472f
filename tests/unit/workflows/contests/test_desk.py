"""A contestant's way through a contest, and what the desk refuses on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest

from lachan.domain.contests.contest import (
    AttemptState,
    ContestState,
    EntryMode,
    Reveal,
    SubmittedBy,
)
from lachan.domain.contests.entry_codes import parse_entry_code
from lachan.domain.papers.rosters import Entrant
from lachan.wire.public_item import FormItemJson
from lachan.workflows.contests.outcome import close_contest
from lachan.workflows.contests.views import Answer, ContestError, EntryError, Refusal, SavedAnswer
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


def _refused(raised: pytest.ExceptionInfo[ContestError]) -> Refusal:
    return raised.value.reason


def test_a_contest_is_shown_before_it_opens_without_its_questions(day: ContestDay) -> None:
    view = day.desk.find_contest(SLUG)

    assert view is not None
    assert view.state is ContestState.UPCOMING
    assert (view.item_count, view.minutes, view.attempts, view.prediction) == (8, 15, 1, True)
    assert view.practice is not None
    assert view.practice["id"] == "lam-thu"
    assert len(view.key_commitment) == 64
    assert [view] == list(day.desk.list_contests())
    assert day.desk.find_contest("khong-co") is None


def test_the_trial_question_is_judged_and_explained(day: ContestDay) -> None:
    feedback = day.desk.try_practice(SLUG, day.name("b", "lam-thu"))

    assert (feedback["item"], feedback["correct"]) == ("lam-thu", True)
    with pytest.raises(ContestError) as raised:
        day.desk.try_practice(SLUG, "không có")
    assert _refused(raised) is Refusal.BAD_VALUE


def test_one_may_enter_early_but_not_begin(day: ContestDay) -> None:
    session = day.desk.enter(SLUG, "", "máy 1")
    waiting = day.desk.read(session.token)

    assert parse_entry_code(session.code)
    assert (waiting.state, waiting.items, waiting.can_start) == (
        AttemptState.NOT_STARTED,
        (),
        False,
    )
    with pytest.raises(ContestError) as raised:
        day.desk.start(session.token)
    assert _refused(raised) is Refusal.NOT_OPEN


def test_an_attempt_begins_once_with_items_and_a_deadline(open_contest: ContestDay) -> None:
    session, view = open_contest.begin()
    open_contest.pass_time(MINUTE)
    again = open_contest.desk.start(session.token)

    assert (view.state, view.number, view.attempts_left) == (AttemptState.WORKING, 1, 0)
    assert view.deadline == OPENS + 15 * MINUTE
    assert sorted(item["id"] for item in view.items) == open_contest.item_ids
    assert (again.number, again.deadline, again.items) == (1, view.deadline, view.items)
    assert again.time_left_s == 14 * 60


def test_no_key_or_reason_leaves_before_closing(open_contest: ContestDay) -> None:
    _, view = open_contest.begin()

    told = repr(view)
    hidden = [word for word in ("lí do", "gợi ý", "'key'", "correct", "best") if word in told]
    assert hidden == []
    ways = [way for item in view.items for scene in item["scenes"] for way in scene["choices"]]
    named = [*ways, *(part for item in view.items for part in _parts(item))]
    assert len(named) > 30
    assert {len(part["id"]) for part in named} == {10}


def _parts(item: FormItemJson) -> list[Mapping[str, Any]]:
    return [*item["options"], *item["targets"], *item["scenes"]]


def test_a_form_stays_the_same_and_people_get_different_ones(open_contest: ContestDay) -> None:
    frozen = open_contest.frozen
    names = [f"TS-{number}" for number in range(200)]

    codes = [frozen.choose_form(name, 1) for name in names]
    assert codes == [frozen.choose_form(name, 1) for name in names]
    assert set(codes) == {"101", "102", "103", "104"}
    assert min(codes.count(code) for code in set(codes)) > 25


def test_saved_answers_come_back_after_a_reload(open_contest: ContestDay) -> None:
    session, _ = open_contest.begin()
    answers = open_contest.right_answers()
    result = open_contest.desk.save(session.token, answers)

    assert [(ack.saved, ack.current_seq) for ack in result.acks] == [(True, 1)] * len(answers)
    assert open_contest.desk.read(session.token).answers == {
        answer.item_id: SavedAnswer(1, answer.value) for answer in answers
    }


def test_an_answer_can_be_cleared(open_contest: ContestDay) -> None:
    session, _ = open_contest.begin()
    open_contest.desk.save(session.token, [open_contest.pick("a"), Answer(CHOICE, 2, None)])

    assert open_contest.desk.read(session.token).answers == {CHOICE: SavedAnswer(2, None)}
    assert open_contest.desk.submit(session.token).answered == 0


def test_another_device_takes_over_and_the_first_is_told(open_contest: ContestDay) -> None:
    first, _ = open_contest.begin()
    open_contest.desk.save(first.token, [open_contest.pick("a")])
    second = open_contest.desk.enter(SLUG, first.code, "điện thoại")
    seen = open_contest.desk.read(second.token)
    late = open_contest.desk.save(first.token, [open_contest.pick("b", 2)])
    old = open_contest.desk.read(first.token)

    assert (first.replaced, second.replaced, second.code) == (False, True, "")
    assert (seen.current, seen.answers) == (True, {CHOICE: SavedAnswer(1, open_contest.name("a"))})
    assert (late.superseded, late.acks[0].reason) == (True, Refusal.SUPERSEDED)
    assert (old.current, old.items, old.answers) == (False, (), {})
    for act in (open_contest.desk.start, open_contest.desk.submit, open_contest.desk.result):
        with pytest.raises(ContestError) as raised:
            act(first.token)
        assert _refused(raised) is Refusal.SUPERSEDED


def test_who_leaves_a_shared_computer_can_come_back(open_contest: ContestDay) -> None:
    session, _ = open_contest.begin()
    open_contest.desk.leave(session.token)
    again = open_contest.desk.enter(SLUG, session.code, "máy 2")

    assert not open_contest.desk.read(session.token).current
    assert open_contest.desk.read(again.token).state is AttemptState.WORKING


def test_submitting_twice_gives_one_receipt(open_contest: ContestDay) -> None:
    session, view = open_contest.begin()
    open_contest.desk.save(session.token, open_contest.right_answers(but=[CHOICE]))
    open_contest.pass_time(7 * MINUTE)
    receipt = open_contest.desk.submit(session.token, 12)
    open_contest.pass_time(MINUTE)

    assert receipt == open_contest.desk.submit(session.token, 99)
    assert (receipt.submitted_by, receipt.time_used_s) == (SubmittedBy.CONTESTANT, 420)
    assert (receipt.answered, receipt.item_count, receipt.prediction) == (7, 8, 12)
    assert view.pseudonym == receipt.pseudonym


def test_nothing_is_taken_after_submitting_but_what_was_saved_is_told(
    open_contest: ContestDay,
) -> None:
    session, _ = open_contest.begin()
    open_contest.desk.save(session.token, [open_contest.pick("a")])
    open_contest.desk.submit(session.token)
    result = open_contest.desk.save(
        session.token, [open_contest.pick("a"), open_contest.pick("b", 2)]
    )

    assert [(ack.saved, ack.reason) for ack in result.acks] == [
        (True, None),
        (False, Refusal.SUBMITTED),
    ]
    assert result.state is AttemptState.SUBMITTED


def test_time_runs_out_by_itself_with_grace_for_what_was_on_its_way(
    open_contest: ContestDay,
) -> None:
    session, view = open_contest.begin()
    assert view.deadline
    open_contest.clock.now = view.deadline + 5 * SECOND
    in_time = open_contest.desk.save(session.token, [open_contest.pick("a")])
    open_contest.pass_time(dt.timedelta(microseconds=1))
    late = open_contest.desk.save(session.token, [open_contest.pick("b", 2)])
    receipt = open_contest.desk.submit(session.token)

    assert in_time.acks[0].saved
    assert (late.acks[0].reason, late.state) == (Refusal.LATE, AttemptState.SUBMITTED)
    assert (receipt.submitted_by, receipt.submitted_at) == (SubmittedBy.DEADLINE, view.deadline)
    assert receipt.time_used_s == 15 * 60


def test_an_attempt_nobody_looks_at_is_submitted_by_the_sweep(open_contest: ContestDay) -> None:
    open_contest.begin()
    open_contest.begin()
    open_contest.pass_time(15 * MINUTE + 5 * SECOND)
    early = open_contest.desk.sweep()
    open_contest.pass_time(SECOND)

    assert (early, open_contest.desk.sweep(), open_contest.desk.sweep()) == (0, 2, 0)


def test_a_reload_after_the_deadline_shows_the_attempt_submitted(open_contest: ContestDay) -> None:
    session, _ = open_contest.begin()
    open_contest.pass_time(20 * MINUTE)

    view = open_contest.desk.read(session.token)
    assert (view.state, view.submitted_at, view.time_left_s) == (
        AttemptState.SUBMITTED,
        OPENS + 15 * MINUTE,
        0,
    )


def test_the_window_cuts_an_attempt_short(open_contest: ContestDay) -> None:
    open_contest.clock.now = OPENS + 50 * MINUTE
    _, view = open_contest.begin()
    late = open_contest.desk.enter(SLUG, "", "máy 2")
    open_contest.clock.now = OPENS + 60 * MINUTE

    assert view.deadline == OPENS + 60 * MINUTE
    with pytest.raises(ContestError) as raised:
        open_contest.desk.start(late.token)
    assert _refused(raised) is Refusal.OVER
    with pytest.raises(EntryError) as refused:
        open_contest.desk.enter(SLUG, "", "máy 3")
    assert refused.value.reason is Refusal.OVER


def test_a_second_attempt_where_the_contest_gives_two(database_url: str) -> None:
    with open_day(database_url, StandingClock(OPENS)) as day:
        create(day, attempts=2)
        session, first = day.begin()
        day.desk.submit(session.token)
        second = day.desk.start(session.token)
        day.desk.submit(session.token)
        with pytest.raises(ContestError) as raised:
            day.desk.start(session.token)

    assert (first.attempts_left, second.number, second.attempts_left) == (1, 2, 0)
    assert second.answers == {}
    assert _refused(raised) is Refusal.NO_MORE_ATTEMPTS
    assert str(raised.value) == "Mỗi người có 2 lượt thi, các lượt ấy đã dùng hết."


def test_only_holders_of_a_code_enter_a_contest_with_codes(database_url: str) -> None:
    with open_day(database_url, StandingClock(OPENS)) as day:
        create(day, entry=EntryMode.CODES)
        [card] = day.office.add_codes(SLUG, 1, who=WHO)
        session, _ = day.begin(card.code.lower().replace("-", " "))
        wrong = [("", Refusal.BAD_CODE), ("22222-22222", Refusal.UNKNOWN_CODE)]
        wrong += [(card.code[:-1], Refusal.BAD_CODE), ("0O1IL", Refusal.BAD_CODE)]
        for typed, reason in wrong:
            with pytest.raises(EntryError) as raised:
                day.desk.enter(SLUG, typed, "")
            assert (typed, raised.value.reason) == (typed, reason)

    assert (session.code, session.pseudonym) == ("", card.pseudonym)


def test_entrants_see_their_own_name_and_number(database_url: str) -> None:
    with open_day(database_url, StandingClock(OPENS)) as day:
        create(day, entry=EntryMode.ROSTER)
        people = [Entrant("000007", "Vừ A Chớ", "6B"), Entrant("000008")]
        named, numbered = day.office.add_people(SLUG, people, who=WHO)
        waiting = day.desk.enter(SLUG, named.code, "máy 1")
        before = day.desk.read(waiting.token)
        working = day.desk.start(waiting.token)
        day.desk.enter(SLUG, named.code, "máy 2")
        replaced = day.desk.read(waiting.token)
        other, _ = day.begin(numbered.code)
        alone = day.desk.read(other.token)

    told = [(view.entrant_number, view.entrant_name) for view in (before, working, replaced, alone)]
    assert [("000007", "Vừ A Chớ"), ("000007", "Vừ A Chớ"), ("", ""), ("000008", "")] == told


def test_a_result_shows_what_the_contest_reveals(database_url: str) -> None:
    told = {}
    for reveal in Reveal:
        with open_day(database_url, StandingClock(OPENS)) as day:
            slug = f"thi-{reveal.value}"
            create(day, slug=slug, reveal=reveal, entry=EntryMode.CODES)
            [card] = day.office.add_codes(slug, 1, who=WHO)
            session = day.desk.enter(slug, card.code, "")
            day.desk.start(session.token)
            with pytest.raises(ContestError):
                day.desk.result(session.token)
            day.desk.save(session.token, [day.pick("b")])
            day.desk.submit(session.token)
            result = day.desk.result(session.token)
            told[reveal] = (result.correct, result.score, result.maximum, result.feedback)

    assert told == {
        Reveal.NOTHING: (None, None, None, ()),
        Reveal.SCORE: (1, "0,5", "5", ()),
        Reveal.REASONS: (1, "0,5", "5", ()),
    }


@pytest.mark.parametrize("reveal", [Reveal.SCORE, Reveal.REASONS])
def test_where_all_may_come_a_score_is_told_only_after_closing(
    database_url: str, reveal: Reveal
) -> None:
    with open_day(database_url, StandingClock(OPENS)) as day:
        create(day, reveal=reveal)
        session, _ = day.begin()
        day.desk.save(session.token, [day.pick("b")])
        day.desk.submit(session.token)
        before = day.desk.result(session.token)
        close_contest(day.database, SLUG, who=WHO, at_once=True)
        after = day.desk.result(session.token)

    assert (before.correct, before.score, before.maximum) == (None, None, None)
    assert (after.correct, after.score, after.maximum) == (1, "0,5", "5")


def test_a_code_is_looked_up_without_letting_anyone_in(open_contest: ContestDay) -> None:
    [card] = open_contest.office.add_codes(SLUG, 1, who=WHO)
    open_contest.desk.check_code(SLUG, card.code)
    open_contest.desk.check_code(SLUG, "")
    with pytest.raises(EntryError) as raised:
        open_contest.desk.check_code(SLUG, "22222-22222")
    assert raised.value.reason is Refusal.UNKNOWN_CODE
    assert [seat.entered for seat in open_contest.office.board(SLUG).seats] == [False]


def test_pictures_are_for_those_who_have_begun(open_contest: ContestDay) -> None:
    waiting = open_contest.desk.enter(SLUG, "", "")
    session, _ = open_contest.begin()

    def find(token: str, path: str) -> bytes | None:
        return open_contest.desk.find_picture(token, path)

    assert find(session.token, "hinh/bien.png") == b"png"
    assert find(session.token, "../lachan.toml") is None
    assert find(waiting.token, "hinh/bien.png") is None
