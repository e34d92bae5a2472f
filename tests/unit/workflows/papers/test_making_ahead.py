"""Files made in threads come as if they were made one after the other."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lachan.workflows.papers.making_ahead import make_ahead


@given(st.lists(st.binary(max_size=3), max_size=40), st.integers(1, 8))
def test_every_file_comes_once_and_in_order(contents: list[bytes], workers: int) -> None:
    jobs = [(str(number), partial(bytes, data)) for number, data in enumerate(contents)]
    assert list(make_ahead(jobs, workers)) == [(n, make()) for n, make in jobs]


def test_a_slow_first_file_still_comes_first() -> None:
    second_made = threading.Event()

    def first() -> bytes:
        assert second_made.wait(30)
        return b"1"

    def second() -> bytes:
        second_made.set()
        return b"2"

    assert list(make_ahead([("a", first), ("b", second)], 2)) == [("a", b"1"), ("b", b"2")]


def test_no_more_is_begun_than_two_for_each_worker() -> None:
    asked: list[int] = []

    def jobs() -> Iterator[tuple[str, Callable[[], bytes]]]:
        for number in range(100):
            asked.append(number)
            yield str(number), lambda: b""

    files = make_ahead(jobs(), 2)
    next(files)
    assert len(asked) == 5
    files.close()
    assert len(asked) == 5


def test_a_fault_comes_in_its_turn_and_ends_the_making() -> None:
    made: list[str] = []

    def job(name: str) -> Callable[[], bytes]:
        def make() -> bytes:
            if name == "b":
                raise ValueError(name)
            made.append(name)
            return name.encode()

        return make

    names = ["a", "b", *map(str, range(50))]
    files = make_ahead([(name, job(name)) for name in names], 1)
    assert next(files) == ("a", b"a")
    with pytest.raises(ValueError, match="b"):
        next(files)
    assert len(made) < len(names) - 1
