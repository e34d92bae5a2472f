"""Who may come in how often: only who guesses waits, and never for another's guesses."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from tornado.httputil import HTTPHeaders, HTTPServerRequest, RequestStartLine

from lachan.contest_room.gate import EntryLimits, comes_from_our_page, name_visitor
from lachan.limits.contest_room import (
    FREE_ENTRIES_OF_A_CODE,
    FREE_GUESSES,
    FREE_NEWCOMERS,
    FREE_SAVES,
    LONGEST_ENTRY_WAIT,
    SAVES_A_SECOND,
)
from lachan.web.visitor_pass import name_network, sign_visitor


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def limits(clock: Clock) -> EntryLimits:
    return EntryLimits(clock)


def test_a_guesser_waits_and_a_right_code_from_the_same_address_does_not(
    limits: EntryLimits,
) -> None:
    for _ in range(FREE_GUESSES.value):
        assert limits.find_guess_wait_s("10.0.0.5") == 0
        limits.record_guess("10.0.0.5")
    assert limits.find_guess_wait_s("10.0.0.5") > 0
    assert limits.find_wait_s("10.0.0.5", "AAAAA-AAAAA") == 0
    assert limits.find_wait_s("10.0.0.5", "") == 0
    assert limits.find_guess_wait_s("10.0.0.6") == 0


def test_a_code_is_counted_however_it_is_typed(limits: EntryLimits) -> None:
    for _ in range(FREE_ENTRIES_OF_A_CODE.value):
        limits.record_entry("10.0.0.5", "abcde-fgh23")
    assert limits.find_wait_s("10.0.0.5", "ABCDE FGH23") > 0
    assert limits.find_wait_s("10.0.0.5", "ABCDE FGH24") == 0


def test_who_knows_a_code_elsewhere_does_not_shut_its_owner_out(limits: EntryLimits) -> None:
    for _ in range(40):
        limits.record_entry("10.0.0.5", "ABCDE-FGH23")
    assert limits.find_wait_s("10.0.0.5", "ABCDE-FGH23") <= LONGEST_ENTRY_WAIT.value
    assert limits.find_wait_s("10.0.0.6", "ABCDE-FGH23") == 0


def test_a_bad_network_that_brings_one_back_all_day_makes_nobody_wait(
    limits: EntryLimits, clock: Clock
) -> None:
    for _ in range(60):
        limits.record_entry("10.0.0.5", "ABCDE-FGH23")
        clock.now += 60
        assert limits.find_wait_s("10.0.0.5", "ABCDE-FGH23") == 0


def test_a_city_behind_one_address_goes_on_coming_in(limits: EntryLimits, clock: Clock) -> None:
    entered = 0
    began = clock.now
    while clock.now < began + 600:
        if limits.find_wait_s("10.0.0.5", "") == 0:
            limits.record_entry("10.0.0.5", "")
            entered += 1
        else:
            clock.now += 1
    assert FREE_NEWCOMERS.value + 200 < entered <= FREE_NEWCOMERS.value + 601


def test_who_saves_without_pause_is_slowed_and_no_other(limits: EntryLimits, clock: Clock) -> None:
    taken = 0
    for _ in range(3000):
        taken += limits.count_save("mot-may") == 0
        clock.now += 0.01
    assert FREE_SAVES.value <= taken <= FREE_SAVES.value + 30 * SAVES_A_SECOND.value
    assert limits.count_save("may-khac") == 0
    assert {limits.count_save("") for _ in range(500)} == {0}
    for _ in range(500):
        clock.now += 1
        assert limits.count_save("may-khac") == 0


def test_an_address_is_believed_only_where_it_is_signed() -> None:
    signed = sign_visitor("203.0.113.9", "khoa")
    said = {
        "signed": name_visitor(ask(X_Lachan_Visitor=signed), "khoa"),
        "with another key": name_visitor(ask(X_Lachan_Visitor=signed), "khoa khac"),
        "where no key is": name_visitor(ask(X_Lachan_Visitor=signed), ""),
        "forged": name_visitor(ask(X_Lachan_Visitor="203.0.113.9"), "khoa"),
        "not said": name_visitor(ask(), "khoa"),
    }
    own = name_network("10.1.1.1", "khoa")
    assert said == {
        "signed": name_network("203.0.113.9", "khoa"),
        "with another key": name_network("10.1.1.1", "khoa khac"),
        "where no key is": "10.1.1.1",
        "forged": own,
        "not said": own,
    }


def ask(**headers: str) -> HTTPServerRequest:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    line = RequestStartLine("POST", "/", "HTTP/1.1")
    found = HTTPHeaders({"Host": "thi.example:8877", **named})
    connection: Any = SimpleNamespace(context=SimpleNamespace(remote_ip="10.1.1.1"))
    return HTTPServerRequest(start_line=line, headers=found, connection=connection)


@pytest.mark.parametrize(
    "headers",
    [
        {"X_Lachan": "1"},
        {"X_Lachan": "1", "Origin": "http://thi.example:8877"},
        {"X_Lachan": "1", "Origin": "https://thi.example:8877", "Sec_Fetch_Site": "same-origin"},
    ],
)
def test_our_own_page_is_known(headers: dict[str, str]) -> None:
    assert comes_from_our_page(ask(**headers))


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://thi.example:8877"},
        {"X_Lachan": "1", "Origin": "http://thi.example:8878"},
        {"X_Lachan": "1", "Origin": "http://thi.example.org"},
        {"X_Lachan": "1", "Origin": "null"},
        {"X_Lachan": "1", "Sec_Fetch_Site": "cross-site"},
        {"X_Lachan": "1", "Sec_Fetch_Site": "none"},
    ],
)
def test_anybody_elses_is_not(headers: dict[str, str]) -> None:
    assert not comes_from_our_page(ask(**headers))
