import datetime as dt

import pytest

from lachan.doctor import State
from lachan.doctor.known_faults import (
    KNOWN_FAULTS,
    SQLITE_FAULT,
    KnownFault,
    Version,
    parse_version,
)
from lachan.doctor.software import (
    check_software,
    judge_fonts,
    judge_packages,
    judge_python,
    judge_sqlite,
    read_versions,
)
from lachan.errors import LachanError
from support.plans import make_plan

DAY = dt.date(2026, 12, 5)


@pytest.mark.parametrize(
    ("version", "has_it"),
    [
        ((3, 6, 23), False),
        ((3, 7, 0), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 46, 1), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 53, 0), False),
    ],
)
def test_which_sqlite_has_the_fault(version: Version, has_it: bool) -> None:
    assert SQLITE_FAULT.concerns(version) is has_it


def test_a_faulty_sqlite_matters_where_a_contest_is_held() -> None:
    states = [judge_sqlite((3, 46, 1), entrants).state for entrants in (0, 200)]
    assert states == [State.GOOD, State.WARNING]
    assert judge_sqlite((3, 53, 0), 200).state is State.GOOD


@pytest.mark.parametrize("fault", KNOWN_FAULTS, ids=lambda fault: f"{fault.name}-{fault.mended}")
def test_each_known_fault_is_told_with_its_source(fault: KnownFault) -> None:
    before = (fault.mended[0] - 1, 9, 9)
    found = [f for f in judge_packages({fault.name: before}) if fault.what in f.found]
    assert [finding.state for finding in found] == [State.FAULT]
    assert fault.source in found[0].advice
    assert not fault.concerns(fault.mended)


def test_what_is_installed_for_the_tests_has_no_known_fault() -> None:
    assert [f.state for f in judge_packages(read_versions())] == [State.GOOD]


@pytest.mark.parametrize(
    ("running", "last_day", "state"),
    [
        ((3, 11, 7), DAY, State.GOOD),
        ((3, 11, 7), dt.date(2027, 11, 20), State.WARNING),
        ((3, 13, 5), dt.date(2027, 11, 20), State.GOOD),
        ((3, 17, 0), DAY, State.GOOD),
    ],
)
def test_a_python_that_is_mended_no_more(running: Version, last_day: dt.date, state: State) -> None:
    assert judge_python(running, last_day).state is state


def test_fonts_that_cannot_be_made_are_a_fault() -> None:
    def fail() -> None:
        raise LachanError("thiếu phông")

    found = judge_fonts(fail)
    assert (found.state, found.found) == (State.FAULT, "thiếu phông")


def test_this_installation_has_its_fonts() -> None:
    found = {finding.check: finding.state for finding in check_software(make_plan())}
    assert found["software.fonts"] is State.GOOD


@pytest.mark.parametrize(
    ("text", "version"),
    [("6.5.8", (6, 5, 8)), ("2.20.0.post1", (2, 20, 0)), ("7.0rc1", (7, 0)), ("?", ())],
)
def test_versions_are_read_as_numbers(text: str, version: Version) -> None:
    assert parse_version(text) == version
