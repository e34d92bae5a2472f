"""Why names are asked for: what must be said, which day can be promised, and what is kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from lachan.domain.consent import NameUse, find_erasure, find_faults, is_kept_long, keep_asked
from lachan.domain.papers.rosters import Entrant
from lachan.text import VIETNAM

NAMES = NameUse(("trao giải",), dt.date(2026, 12, 31), "Ban Tổ chức", "cô Hạnh", "Trường A")
LAST_DAY = dt.date(2026, 12, 5)
TODAY = dt.date(2026, 11, 30)


def test_a_use_that_says_everything_has_no_fault() -> None:
    assert find_faults(NAMES, LAST_DAY, TODAY) == {}
    assert find_faults(replace(NAMES, organiser=""), LAST_DAY) == {}


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"purposes": ()}, "purposes", "vì sao"),
        ({"purposes": ("trao giải", " ")}, "purposes", "vì sao"),
        ({"purposes": ("a", "b", "c", "d")}, "purposes", "nhiều nhất 3"),
        ({"purposes": ("a", "a")}, "purposes", "giống nhau"),
        ({"purposes": ("a" * 161,)}, "purposes", "161"),
        ({"seen_by": ""}, "seen_by", "ai xem"),
        ({"withdraw": " "}, "withdraw", "báo ai"),
        ({"withdraw": "a" * 161}, "withdraw", "nhiều nhất 160"),
        ({"organiser": "a" * 161}, "organiser", "nhiều nhất 160"),
        ({"erase_on": LAST_DAY}, "erase_on", "phải sau ngày thi xong (05/12/2026)"),
        ({"erase_on": dt.date(2025, 12, 31)}, "erase_on", "phải sau ngày thi xong"),
        ({"erase_on": dt.date(2027, 12, 6)}, "erase_on", "chỉ được giữ đến 05/12/2027"),
    ],
)
def test_what_is_missing_or_wrong_is_told_beside_its_field(
    changes: dict[str, Any], field: str, words: str
) -> None:
    found = find_faults(replace(NAMES, **changes), LAST_DAY, TODAY)
    assert list(found) == [field]
    assert words in found[field]


def test_a_day_that_has_come_cannot_be_promised() -> None:
    found = find_faults(NAMES, LAST_DAY, NAMES.erase_on)
    assert list(found) == ["erase_on"]
    assert "đã qua" in found["erase_on"]
    assert find_faults(NAMES, LAST_DAY, NAMES.erase_on - dt.timedelta(days=1)) == {}


def test_all_faults_are_told_at_once() -> None:
    assert set(find_faults(NameUse((), LAST_DAY, "", ""), LAST_DAY)) == {
        "purposes",
        "seen_by",
        "withdraw",
        "erase_on",
    }


def test_ninety_days_are_enough() -> None:
    last = LAST_DAY + dt.timedelta(days=90)
    assert not is_kept_long(replace(NAMES, erase_on=last), LAST_DAY)
    assert is_kept_long(replace(NAMES, erase_on=last + dt.timedelta(days=1)), LAST_DAY)


def test_names_go_when_their_day_begins_in_vietnam() -> None:
    closes = dt.datetime(2026, 12, 5, 10, tzinfo=dt.UTC)
    found = find_erasure(NAMES, closes, closes)
    assert found == dt.datetime(2026, 12, 30, 17, tzinfo=dt.UTC)


def test_without_names_what_is_kept_goes_ninety_days_after_the_end() -> None:
    early, late = (dt.datetime(2026, 12, day, 18, tzinfo=dt.UTC) for day in (1, 5))
    expected = dt.datetime(2027, 3, 6, tzinfo=VIETNAM)
    # One that is made after its own end keeps its people as long.
    assert (find_erasure(None, late, early), find_erasure(None, early, late)) == (expected,) * 2


def test_a_name_is_kept_only_where_it_was_said_what_for() -> None:
    people = [Entrant("000001", "Nguyễn Thị Ánh", "6A", "THCS", "P1"), Entrant("000002")]
    assert keep_asked(NAMES, people) == tuple(people)
    assert keep_asked(None, people) == (Entrant("000001", "", "6A", "THCS", "P1"), people[1])
