from __future__ import annotations

import json
import logging
import re

import pytest

from lachan.limits.requests import INCIDENT_LINES, INCIDENT_WINDOW
from lachan.web.incidents import IncidentJournal, log_incident, make_incident


def test_code_can_be_read_out_loud() -> None:
    codes = [make_incident() for _ in range(200)]
    assert all(re.fullmatch(r"[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}", code) for code in codes)
    assert len(set(codes)) == 200


def fail(message: str) -> None:
    raise ValueError(message)


def record(journal: IncidentJournal, where: str = "GET /lop", message: str = "hỏng") -> str:
    try:
        fail(message)
    except ValueError as fault:
        return log_incident(logging.getLogger("thu"), where, fault, journal)
    raise AssertionError("nothing failed")


@pytest.fixture
def clock() -> list[float]:
    return [0.0]


@pytest.fixture
def journal(clock: list[float]) -> IncidentJournal:
    return IncidentJournal(lambda: clock[0])


def test_a_fault_stands_in_the_log_under_its_code(
    caplog: pytest.LogCaptureFixture, journal: IncidentJournal
) -> None:
    code = record(journal)
    [kept] = caplog.records
    first, what, *frames = kept.getMessage().split("\n    ")
    assert (kept.name, first, what) == ("thu", f"Sự cố {code}: GET /lop", "ValueError: hỏng")
    assert re.fullmatch(r"(unit/)?web/test_incidents\.py:\d+ record", frames[0])
    assert re.fullmatch(r"(unit/)?web/test_incidents\.py:\d+ fail", frames[1])


def test_the_fault_being_handled_is_the_one_that_is_meant(
    caplog: pytest.LogCaptureFixture, journal: IncidentJournal
) -> None:
    try:
        try:
            fail("gốc")
        except ValueError as fault:
            raise KeyError("ngọn") from fault
    except KeyError:
        log_incident(logging.getLogger("thu"), "GET /lop", journal=journal)
    assert "KeyError: 'ngọn'\n    ValueError: gốc" in caplog.text


def test_no_folder_of_the_machine_stands_in_the_log(
    caplog: pytest.LogCaptureFixture, journal: IncidentJournal
) -> None:
    try:
        json.loads("{")
    except ValueError as fault:
        log_incident(logging.getLogger("thu"), "GET /lop", fault, journal)
    assert "json/decoder.py:" in caplog.text
    assert not re.search(r"(?<![\w.])/(?!lop)", caplog.records[0].getMessage())


def test_what_a_stranger_wrote_is_short_and_moves_no_cursor(
    caplog: pytest.LogCaptureFixture, journal: IncidentJournal
) -> None:
    record(journal, "GET /\x1b[2J\n" + "x" * 900, "\x1b" + "y" * 900)
    text = caplog.records[0].getMessage()
    assert "\x1b" not in text
    assert len(text) < 800
    assert "GET /�[2J�x" in text


def test_one_fault_caused_a_thousand_times_fills_no_disk(
    caplog: pytest.LogCaptureFixture, journal: IncidentJournal, clock: list[float]
) -> None:
    codes = [record(journal) for _ in range(1000)]
    assert len(set(codes)) == 1000
    lines = [each.getMessage() for each in caplog.records]
    assert len(lines) == INCIDENT_LINES.value
    assert [len(line.splitlines()) for line in lines[:3]] == [4, 2, 2]
    clock[0] += INCIDENT_WINDOW.value + 1
    caplog.clear()
    record(journal)
    told, again = (each.getMessage() for each in caplog.records)
    assert told == "Thêm 900 sự cố không ghi ở đây, vì quá nhiều trong ít phút."
    assert len(again.splitlines()) == 4
