import pytest
from tornado.httputil import HTTPHeaders, HTTPServerRequest, RequestStartLine

from lachan.contest.gate import (
    EntryLimits,
    comes_from_our_page,
)
from lachan.limits.contest_room import FREE_ENTRIES_OF_A_CODE, FREE_GUESSES


@pytest.fixture
def limits() -> EntryLimits:
    return EntryLimits(lambda: 1000.0)


def test_a_guesser_waits_and_the_next_address_does_not(limits: EntryLimits) -> None:
    for _ in range(FREE_GUESSES.value):
        assert limits.find_wait_s("10.0.0.5", "AAAAA-AAAAA") == 0
        limits.record_guess("10.0.0.5")
    assert limits.find_wait_s("10.0.0.5", "AAAAA-AAAAA") > 0
    assert limits.find_wait_s("10.0.0.5", "") > 0
    assert limits.find_wait_s("10.0.0.6", "AAAAA-AAAAA") == 0


def test_a_code_is_counted_however_it_is_typed_and_wherever(limits: EntryLimits) -> None:
    for number in range(FREE_ENTRIES_OF_A_CODE.value):
        limits.record_entry(f"10.0.0.{number}", "abcde-fgh23")
    assert limits.find_wait_s("10.9.9.9", "ABCDE FGH23") > 0
    assert limits.find_wait_s("10.9.9.9", "ABCDE FGH24") == 0


def ask(**headers: str) -> HTTPServerRequest:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    line = RequestStartLine("POST", "/", "HTTP/1.1")
    found = HTTPHeaders({"Host": "thi.example:8877", **named})
    return HTTPServerRequest(start_line=line, headers=found)


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
