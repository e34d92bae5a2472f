from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from lachan.content import Content
from lachan.domain.contests.contest import ContestState
from lachan.domain.contests.doors import ContestDoor
from lachan.workflows.contests.doors import list_doors
from support.contests import WHO, Hall


@pytest.fixture
def hall(database_url: str, real_content: Content) -> Iterator[Hall]:
    hall = Hall(database_url, real_content)
    yield hall
    hall.close()


def test_those_that_are_on_are_listed_and_no_others(hall: Hall) -> None:
    assert list_doors(hall.database) == ()
    now = hall.database.now()
    day, minutes = dt.timedelta(days=1), dt.timedelta(minutes=30)
    hall.hold("dang-mo", title="Đang mở")
    hall.hold("sap-mo", title="Sắp mở", opens_at=now + minutes, closes_at=now + day)
    hall.hold("thang-sau", opens_at=now + day, closes_at=now + 2 * day)
    hall.hold("da-qua", opens_at=now - day, closes_at=now - minutes)
    assert list_doors(hall.database) == (
        ContestDoor("sap-mo", "Sắp mở", ContestState.UPCOMING),
        ContestDoor("dang-mo", "Đang mở", ContestState.OPEN),
    )
    hall.office.cancel("dang-mo", who=WHO, reason="thử")
    assert [door.slug for door in list_doors(hall.database)] == ["sap-mo"]
