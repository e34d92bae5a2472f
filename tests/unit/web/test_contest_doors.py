from __future__ import annotations

from lachan.domain.contests.contest import ContestState
from lachan.domain.contests.doors import ContestDoor
from lachan.web.contest_doors import read_doors, write_doors


def test_what_is_told_is_read_again() -> None:
    doors = (
        ContestDoor("tim-hieu", "Tìm hiểu “luật” <b>", ContestState.OPEN),
        ContestDoor("thi-thu", "Thi thử", ContestState.UPCOMING),
    )
    assert read_doors(write_doors(doors)) == doors


def test_where_nothing_is_told_nothing_is_on() -> None:
    assert (read_doors(""), read_doors(write_doors(()))) == ((), ())
