"""What several files share is made by the first that needs it, and once."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from lachan.workflows.papers.made_once import MadeOnce

ASKING = 4


def test_who_asks_at_the_same_moment_waits_for_the_first() -> None:
    made: list[object] = []

    def make() -> object:
        made.append(object())
        return made[-1]

    all_ask = threading.Barrier(ASKING)
    shared = MadeOnce(make)

    def ask() -> object:
        all_ask.wait()
        return shared()

    with ThreadPoolExecutor(ASKING) as pool:
        given = [each.result() for each in [pool.submit(ask) for _ in range(ASKING)]]
    assert len(made) == 1
    assert given == made * ASKING


def test_nothing_is_made_before_it_is_needed() -> None:
    made: list[int] = []
    MadeOnce(lambda: made.append(1))
    assert made == []


def test_nothing_made_is_kept_as_nothing() -> None:
    made: list[int] = []
    shared = MadeOnce(lambda: made.append(1))
    assert (shared(), shared(), made) == (None, None, [1])


def test_a_fault_is_told_to_each_and_making_is_tried_again() -> None:
    faults = [ValueError("mực hết"), ValueError("giấy hết")]
    left = list(faults)

    def make() -> str:
        if left:
            raise left.pop(0)
        return "xong"

    shared = MadeOnce(make)
    for fault in faults:
        with pytest.raises(ValueError, match=str(fault)):
            shared()
    assert shared() == "xong"
