import pytest

from lachan.doctor import State
from lachan.doctor.machine import (
    check_machine,
    judge_files,
    judge_memory,
    judge_pages,
    judge_queue,
)
from support.plans import make_plan

GB = 1_000_000_000


@pytest.mark.parametrize(
    ("free", "entrants", "state"),
    [
        (GB // 4, 0, State.FAULT),
        (GB // 2, 0, State.GOOD),
        (GB // 2, 200, State.FAULT),
        (GB, 2000, State.GOOD),
        (GB, 10_000, State.FAULT),
    ],
)
def test_memory_for_the_entrants(free: int, entrants: int, state: State) -> None:
    assert judge_memory(free, entrants).state is state


@pytest.mark.parametrize(
    ("free", "files", "state"),
    [(GB, 65536, State.WARNING), (8 * GB, 65536, State.GOOD), (8 * GB, 1024, State.WARNING)],
)
def test_pages_for_a_class(free: int, files: int, state: State) -> None:
    assert judge_pages(free, files).state is state


@pytest.mark.parametrize(
    ("files", "entrants", "state"),
    [(1024, 0, State.GOOD), (1024, 1000, State.FAULT), (65536, 2000, State.GOOD)],
)
def test_files_for_the_entrants(files: int, entrants: int, state: State) -> None:
    assert judge_files(files, entrants).state is state


def test_a_short_queue_is_a_warning() -> None:
    assert [judge_queue(length).state for length in (128, 4096)] == [State.WARNING, State.GOOD]


def test_this_machine_is_looked_at() -> None:
    checks = [finding.check for finding in check_machine(make_plan(entrants=200))]
    assert checks == ["machine.memory", "machine.pages", "machine.files"]
