"""What a contestant might try, or two servers might do at once; each leaves the store right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from lachan.domain.contests.contest import PREDICTION, AttemptState, EntryMode
from lachan.domain.option_names import OptionNames
from lachan.limits.contest_room import HIGHEST_SEQUENCE, MOST_ANSWERS, MOST_EVENTS
from lachan.store.contests import hold_place
from lachan.store.contests.tables import attempts
from lachan.workflows.contests.attempts import begin
from lachan.workflows.contests.entry import get_place
from lachan.workflows.contests.outcome import close_contest
from lachan.workflows.contests.views import (
    Answer,
    ContestError,
    Receipt,
    Refusal,
    SavedAnswer,
    SaveResult,
)
from support.contest_day import (
    CHOICE,
    MINUTE,
    OPENS,
    SLUG,
    WHO,
    ContestDay,
    StandingClock,
    create,
    open_day,
)

# One contest takes all examples: each begins an attempt of its own.
MANY = settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
TYPED = "cau-short-answer"
SERVERS = 4


def _rows(day: ContestDay, query: str) -> list[tuple[Any, ...]]:
    with day.database.read() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def _events(day: ContestDay) -> list[tuple[Any, ...]]:
    query = "SELECT attempt_id, item_id, seq, value FROM contest_events ORDER BY 1, 2, 3"
    return _rows(day, query)


def test_sending_again_saves_once(open_contest: ContestDay) -> None:
    session, _ = open_contest.begin()
    answers = open_contest.right_answers()
    first = open_contest.desk.save(session.token, answers)
    stored = _events(open_contest)
    again = open_contest.desk.save(session.token, [*answers, *answers])

    assert [ack.saved for ack in (*first.acks, *again.acks)] == [True] * 24
    assert _events(open_contest) == stored


def test_a_sequence_number_is_not_given_a_second_value(open_contest: ContestDay) -> None:
    session, _ = open_contest.begin()
    desk = open_contest.desk
    desk.save(session.token, [open_contest.pick("a")])
    later = desk.save(session.token, [open_contest.pick("b")]).acks
    at_once = desk.save(session.token, [open_contest.pick("c", 2), open_contest.pick("d", 2)]).acks

    assert [(ack.saved, ack.reason, ack.current_seq) for ack in (*later, *at_once)] == [
        (False, Refusal.BAD_SEQUENCE, 1),
        (True, None, 2),
        (False, Refusal.BAD_SEQUENCE, 2),
    ]
    kept = [(1, f'"{open_contest.name("a")}"'), (2, f'"{open_contest.name("c")}"')]
    assert [row[2:] for row in _events(open_contest)] == kept


@pytest.mark.parametrize("seq", [0, -1, HIGHEST_SEQUENCE.value + 1, 2**70])
def test_a_forged_sequence_number_is_refused(open_contest: ContestDay, seq: int) -> None:
    session, _ = open_contest.begin()
    [ack] = open_contest.desk.save(session.token, [open_contest.pick("a", seq)]).acks

    assert (ack.saved, ack.reason) == (False, Refusal.BAD_SEQUENCE)
    assert _events(open_contest) == []


def test_an_attempt_keeps_so_many_changes_and_what_was_saved(open_contest: ContestDay) -> None:
    session, _ = open_contest.begin()
    desk, picked = open_contest.desk, open_contest.name("a")
    for start in range(1, MOST_EVENTS.value, MOST_ANSWERS.value):
        numbers = range(start, start + MOST_ANSWERS.value)
        desk.save(session.token, [Answer(CHOICE, seq, picked) for seq in numbers])
    last, other, again = desk.save(
        session.token,
        [
            open_contest.pick("b", MOST_EVENTS.value + 1),
            Answer(TYPED, 1, "111"),
            Answer(CHOICE, MOST_EVENTS.value, picked),
        ],
    ).acks

    assert (last.saved, last.reason, last.current_seq) == (
        False,
        Refusal.TOO_OFTEN,
        MOST_EVENTS.value,
    )
    assert "vẫn được giữ" in last.message
    assert (other.saved, again.saved) == (False, True)
    assert len(_events(open_contest)) == MOST_EVENTS.value
    assert desk.submit(session.token).answered == 1


def test_an_older_answer_that_comes_late_does_not_win(open_contest: ContestDay) -> None:
    session, _ = open_contest.begin()
    for seq, option in ((3, "c"), (1, "a"), (2, "b")):
        [ack] = open_contest.desk.save(session.token, [open_contest.pick(option, seq)]).acks
        assert (ack.saved, ack.current_seq) == (True, 3)

    assert open_contest.desk.read(session.token).answers == {
        CHOICE: SavedAnswer(3, open_contest.name("c"))
    }


@pytest.mark.parametrize(
    ("item_id", "value", "reason"),
    [
        ("cau-khong-co", "a", Refusal.UNKNOWN_ITEM),
        ("lam-thu", "a", Refusal.UNKNOWN_ITEM),
        ("", "a", Refusal.UNKNOWN_ITEM),
        ("\0", "a", Refusal.UNKNOWN_ITEM),
        ("\ud800", "a", Refusal.UNKNOWN_ITEM),
        ("x" * 5000, "a", Refusal.UNKNOWN_ITEM),
        ("cau-short-text", "\ud800", Refusal.BAD_VALUE),
        (CHOICE, "e", Refusal.BAD_VALUE),
        (CHOICE, "a", Refusal.BAD_VALUE),
        (CHOICE, ["#a"], Refusal.BAD_VALUE),
        (CHOICE, {"#a": True}, Refusal.BAD_VALUE),
        (CHOICE, True, Refusal.BAD_VALUE),
        ("cau-ordering", ["a", "b", "c", "d"], Refusal.BAD_VALUE),
        ("cau-matching", {"a": "a"}, Refusal.BAD_VALUE),
        ("cau-matching", {"#a": "a"}, Refusal.BAD_VALUE),
        ("cau-matching", {"#a": "#a"}, Refusal.BAD_VALUE),
        ("cau-short-text", "x" * 9000, Refusal.BAD_VALUE),
        (PREDICTION, -1, Refusal.BAD_VALUE),
        (PREDICTION, True, Refusal.BAD_VALUE),
        (PREDICTION, "12", Refusal.BAD_VALUE),
        (PREDICTION, 10**12, Refusal.BAD_VALUE),
    ],
)
def test_what_fits_no_item_is_refused_and_the_rest_saved(
    open_contest: ContestDay, item_id: str, value: object, reason: Refusal
) -> None:
    session, _ = open_contest.begin()
    named = _with_names(value, OptionNames(item_id, open_contest.frozen.salt))
    sent = [Answer(item_id, 1, named), Answer(TYPED, 1, "111")]
    bad, good = open_contest.desk.save(session.token, sent).acks

    assert (bad.saved, bad.reason, bad.message != "") == (False, reason, True)
    assert good.saved
    assert [row[1] for row in _events(open_contest)] == [TYPED]


def _with_names(value: object, names: OptionNames) -> object:
    """Replace "#a" by the name of choice, or left side, a."""
    match value:
        case str() if value.startswith("#"):
            name = names.left if names.item_id == "cau-matching" else names.option
            return name(value[1:])
        case list():
            return [_with_names(each, names) for each in value]
        case dict():
            return {_with_names(k, names): _with_names(v, names) for k, v in value.items()}
        case _:
            return value


def test_no_text_that_a_browser_sends_breaks_the_store(open_contest: ContestDay) -> None:
    odd = "\0máy\ud800 1" + "x" * 500
    session = open_contest.desk.enter(SLUG, "", odd)
    open_contest.desk.start(session.token)
    open_contest.desk.save(session.token, [Answer("cau-short-text", 1, "\0công an")])

    assert _rows(open_contest, "SELECT device FROM contest_sessions") == [("máy 1" + "x" * 75,)]
    assert open_contest.desk.find_contest("\0") is None
    with pytest.raises(ContestError):
        open_contest.desk.enter("\ud800", "", "")


def test_a_flood_of_answers_is_refused_as_a_whole(open_contest: ContestDay) -> None:
    session, _ = open_contest.begin()
    with pytest.raises(ContestError) as raised:
        open_contest.desk.save(session.token, [open_contest.pick("a", n) for n in range(1, 202)])

    assert raised.value.reason is Refusal.BAD_VALUE
    assert _events(open_contest) == []


def test_a_made_up_token_opens_nothing(open_contest: ContestDay) -> None:
    session, _ = open_contest.begin()
    with open_contest.database.read() as connection:
        [hashed] = connection.scalars(text("SELECT token_hash FROM contest_sessions"))
    desk = open_contest.desk
    acts = (desk.read, desk.start, desk.submit, desk.result, lambda token: desk.save(token, ()))

    for token in ("", hashed, session.token[:-1], session.token.swapcase(), "' OR 1=1 --"):
        for act in acts:
            with pytest.raises(ContestError) as raised:
                act(token)
            assert raised.value.reason is Refusal.SIGNED_OUT


def test_nobody_reaches_the_attempt_of_another(open_contest: ContestDay) -> None:
    mine, _ = open_contest.begin()
    theirs, _ = open_contest.begin()
    open_contest.desk.save(theirs.token, [open_contest.pick("b")])
    open_contest.desk.save(mine.token, [open_contest.pick("a"), open_contest.pick("c", 2)])

    assert open_contest.desk.read(theirs.token).answers == {
        CHOICE: SavedAnswer(1, open_contest.name("b"))
    }
    assert open_contest.desk.read(mine.token).answers == {
        CHOICE: SavedAnswer(2, open_contest.name("c"))
    }
    assert mine.pseudonym not in repr(open_contest.desk.read(theirs.token))


def test_the_contestants_clock_is_not_asked(open_contest: ContestDay) -> None:
    """Nothing that a device sends holds a time; a late answer stays late when it comes again."""
    session, _ = open_contest.begin()
    open_contest.pass_time(16 * MINUTE)
    answer = open_contest.pick("b")
    told = [open_contest.desk.save(session.token, [answer]).acks[0].reason for _ in range(2)]

    assert told == [Refusal.LATE, Refusal.SUBMITTED]
    assert set(Answer.__dataclass_fields__) == {"item_id", "seq", "value"}
    assert _events(open_contest) == []


def test_the_table_itself_refuses_what_comes_late(open_contest: ContestDay) -> None:
    session, _ = open_contest.begin()
    open_contest.desk.save(session.token, [open_contest.pick("b")])
    copy = (
        "INSERT INTO contest_events SELECT attempt_id, item_id, 2, 2, value, latest_at + 1,"
        " latest_at, hash FROM contest_events"
    )
    with pytest.raises(IntegrityError), open_contest.database.store.write() as connection:
        connection.execute(text(copy))


def test_the_tables_refuse_a_second_live_attempt_and_device(open_contest: ContestDay) -> None:
    open_contest.begin()
    attempt = ", ".join(
        {"id": "99", "number": "2"}.get(name, name)
        for name in _columns(open_contest, "contest_attempts")
    )
    copies = [
        f"INSERT INTO contest_attempts SELECT {attempt} FROM contest_attempts",
        (
            "INSERT INTO contest_sessions SELECT 'khac', entrant_id, device, created_at, ended_at"
            " FROM contest_sessions"
        ),
    ]
    for copy in copies:
        with pytest.raises(IntegrityError), open_contest.database.store.write() as connection:
            connection.execute(text(copy))


def _columns(day: ContestDay, table: str) -> list[str]:
    with day.database.read() as connection:
        return list(connection.execute(text(f"SELECT * FROM {table}")).keys())


def _start(day: ContestDay, token: str) -> int | Refusal:
    """Return the number of the attempt, or why none was begun."""
    try:
        return day.desk.start(token).number
    except ContestError as error:
        return error.reason


def test_several_servers_begin_one_attempt_and_let_one_device_in(database_url: str) -> None:
    clock = StandingClock(OPENS)
    with open_day(database_url, clock) as day:
        create(day, entry=EntryMode.CODES)
        [card] = day.office.add_codes(SLUG, 1, who=WHO)

        def come(number: int) -> tuple[str, int | Refusal]:
            with open_day(database_url, clock) as server:
                session = server.desk.enter(SLUG, card.code, f"máy {number}")
                return session.token, _start(server, session.token)

        with ThreadPoolExecutor(SERVERS) as pool:
            came = list(pool.map(come, range(SERVERS)))
        current = [day.desk.read(token).current for token, _ in came]
        attempts = _rows(day, "SELECT number, state FROM contest_attempts")

    assert sorted(current) == [False] * (SERVERS - 1) + [True]
    assert {told for _, told in came} - {Refusal.SUPERSEDED} == {1}
    assert attempts == [(1, "working")]


def test_several_servers_save_the_same_answers_once(database_url: str) -> None:
    clock = StandingClock(OPENS)
    with open_day(database_url, clock) as day:
        create(day)
        session, _ = day.begin()
        sent = [day.pick("abcd"[seq % 4], seq) for seq in range(1, 13)]

        def save(number: int) -> list[bool]:
            with open_day(database_url, clock) as server:
                order = sent if number % 2 else sent[::-1]
                acks = [ack for one in order for ack in server.desk.save(session.token, [one]).acks]
                return [ack.saved for ack in acks]

        with ThreadPoolExecutor(SERVERS) as pool:
            assert list(pool.map(save, range(SERVERS))) == [[True] * 12] * SERVERS
        assert [row[2] for row in _events(day)] == list(range(1, 13))
        numbers = _rows(day, "SELECT number FROM contest_events ORDER BY number")
        assert numbers == [(number,) for number in range(1, 13)]
        assert day.desk.read(session.token).answers[CHOICE] == SavedAnswer(12, day.name("a"))


def test_a_save_that_races_with_submitting_is_whole_or_refused(database_url: str) -> None:
    clock = StandingClock(OPENS)
    with open_day(database_url, clock) as day:
        create(day)
        session, _ = day.begin()

        def act(number: int) -> SaveResult | Receipt:
            with open_day(database_url, clock) as server:
                if number == 2:
                    return server.desk.submit(session.token)
                return server.desk.save(session.token, [Answer(TYPED, number + 1, str(number))])

        with ThreadPoolExecutor(SERVERS) as pool:
            told = list(pool.map(act, range(SERVERS)))
        receipt = day.desk.submit(session.token)
        saved = [ack.seq for number in (0, 1, 3) for ack in told[number].acks if ack.saved]
        refused = [a.reason for n in (0, 1, 3) for a in told[n].acks if not a.saved]

    assert told[2] == receipt
    assert [row[2] for row in _stored(database_url)] == sorted(saved)
    assert set(refused) <= {Refusal.SUBMITTED}


def _stored(url: str) -> list[tuple[Any, ...]]:
    with open_day(url, StandingClock()) as day:
        return _events(day)


def test_one_server_closes_a_contest(database_url: str) -> None:
    clock = StandingClock(OPENS)
    with open_day(database_url, clock) as day:
        create(day)
        day.begin()
        clock.now = OPENS + 61 * MINUTE

        def close(_: int) -> str:
            with open_day(database_url, clock) as server:
                try:
                    close_contest(server.database, SLUG, who=WHO)
                except ContestError as error:
                    return error.reason.value
                return "closed"

        with ThreadPoolExecutor(SERVERS) as pool:
            told = sorted(pool.map(close, range(SERVERS)))
        acts = [act.act for act in day.office.list_acts(SLUG)]

    assert told == ["closed", *["over"] * (SERVERS - 1)]
    assert acts == ["create", "close"]


def _close(server: ContestDay) -> None:
    close_contest(server.database, SLUG, who=WHO, at_once=True)


def _pause(server: ContestDay) -> None:
    server.office.pause(SLUG, who=WHO)


@pytest.mark.parametrize(
    ("act", "left"),
    [(_close, ("submitted", None)), (_pause, ("working", OPENS))],
)
def test_an_act_reaches_those_who_are_just_beginning(
    database_url: str, act: Callable[[ContestDay], None], left: tuple[str, int | None]
) -> None:
    clock = StandingClock(OPENS)
    with open_day(database_url, clock) as day, open_day(database_url, clock) as other:
        create(day)
        token = day.desk.enter(SLUG, "", "").token
        with ThreadPoolExecutor(1) as pool:
            with day.database.store.write() as connection:
                place = get_place(connection, token, hold_place)
                begin(connection, place, day.frozen, clock.now)
                acting = pool.submit(act, other)
                # An act that does not wait for the beginning to be stored is done by now.
                wait([acting], timeout=1)
            acting.result()
        query = select(attempts.c.state, attempts.c.paused_at)
        with day.database.read() as connection:
            assert [tuple(row) for row in connection.execute(query)] == [left]


SENT = st.lists(
    st.builds(
        Answer,
        st.sampled_from([CHOICE, TYPED]),
        st.integers(1, 6),
        st.none(),
    ),
    min_size=1,
    max_size=20,
)


def _value(day: ContestDay, answer: Answer) -> Answer:
    """Give a sequence number always the same value, as a browser does."""
    if answer.item_id == CHOICE:
        return day.pick("abcd"[answer.seq % 4], answer.seq)
    return Answer(answer.item_id, answer.seq, ["1", "11", "111", "-1"][answer.seq % 4])


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@given(SENT, st.randoms(), st.integers(1, 5))
@MANY
def test_any_order_and_repetition_gives_the_same_answers(
    open_contest: ContestDay, sent: list[Answer], rng: Random, size: int
) -> None:
    answers = [_value(open_contest, answer) for answer in sent]
    expected = {}
    for answer in sorted(answers, key=lambda each: each.seq):
        expected[answer.item_id] = SavedAnswer(answer.seq, answer.value)
    tries = []
    for _ in range(2):
        session, _view = open_contest.begin()
        mixed = [*answers, *rng.sample(answers, len(answers) // 2)]
        rng.shuffle(mixed)
        for start in range(0, len(mixed), size):
            acks = open_contest.desk.save(session.token, mixed[start : start + size]).acks
            assert all(ack.saved for ack in acks)
        tries.append(open_contest.desk.read(session.token).answers)

    assert tries == [expected, expected]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@given(st.integers(-20_000_000, 20_000_000))
@MANY
def test_an_answer_counts_exactly_until_the_grace_is_over(
    open_contest: ContestDay, late_us: int
) -> None:
    open_contest.clock.now = OPENS
    session, view = open_contest.begin()
    assert view.deadline is not None
    open_contest.clock.now = view.deadline + dt.timedelta(microseconds=late_us)
    result = open_contest.desk.save(session.token, [open_contest.pick("b")])

    in_time = late_us <= 5_000_000
    assert result.acks[0].saved is in_time
    state = AttemptState.WORKING if in_time else AttemptState.SUBMITTED
    assert result.state is state
