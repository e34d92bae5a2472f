"""Paths are written short, every point where it was, and nothing unseen is kept."""

from __future__ import annotations

import re

import pytest

from lachan.drawing.path_data import lies_outside, shorten


@pytest.mark.parametrize(
    ("data", "short"),
    [
        ("M1.5 -2L11.5 -2L11.5 8L1.5 8Z", "m1.5-2h10v10h-10z"),
        ("M 0 0 C 1 2 3 4 5 6 C 5.5 6.5 7 8 9 9", "m0 0c1 2 3 4 5 6 .5.5 2 2 4 3"),
        ("M1 1L2 2L4 4ZM3 3L4 4.1", "m1 1 1 1 2 2zm2 2 1 1.1"),
        ("M0 0A5.5 5 0 0 1 10 0L12 -0.5Q1 1 2 2", "m0 0a5.5 5 0 0 1 10 0l2-.5q-11 1.5-10 2.5"),
    ],
)
def test_a_path_is_told_from_point_to_point(data: str, short: str) -> None:
    assert short == shorten(data)


def test_tenths_do_not_drift_over_many_steps() -> None:
    data = "M0.1 0.1" + "".join(f"L{index / 10:.1f} {index * 3 / 10:.1f}" for index in range(2, 90))

    numbers = re.findall(r"-?(?:\d*\.\d+|\d+)", shorten(data))
    xs, ys = numbers[::2], numbers[1::2]
    assert 8.9 == pytest.approx(sum(map(float, xs)))
    assert 26.7 == pytest.approx(sum(map(float, ys)))


@pytest.mark.parametrize(
    ("data", "outside"),
    [
        ("M10 450L30 480", True),
        ("M-20 10L-8 20", True),
        ("M10 405L30 480", False),
        ("M-20 10L420 20", False),
        ("M10 410A20 20 0 0 1 50 410", False),
    ],
)
def test_what_lies_outside_is_told(data: str, outside: bool) -> None:
    assert outside == lies_outside(data, 400)
