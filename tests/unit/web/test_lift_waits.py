from __future__ import annotations

import os
from pathlib import Path

from lachan.web.lift_waits import WaitLift, ask_to_lift


def test_each_time_someone_asks_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "chưa có" / "bo-cho"
    lift = WaitLift(path)
    assert not lift.is_asked()
    ask_to_lift(path)
    assert [lift.is_asked(), lift.is_asked()] == [True, False]
    os.utime(path, ns=(1, 1))
    assert [lift.is_asked(), lift.is_asked()] == [True, False]


def test_what_was_asked_before_the_server_began_is_over(tmp_path: Path) -> None:
    ask_to_lift(tmp_path / "bo-cho")
    assert not WaitLift(tmp_path / "bo-cho").is_asked()
