"""What of the law is about to change is told with what rests on it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from lachan.checks.law_watch import Reason, watch_law
from lachan.domain.kinds import Verification
from lachan.domain.law import Document, Provision
from support.content import item, lesson

ON = dt.date(2026, 11, 30)
LAW = Document("luat", "1/2026", "Luật", "Luật Mẫu", "Luật Mẫu", "Quốc hội", dt.date(2020, 1, 1))
CITING = replace(item(), citations=("luat/d1",))


def provision(**changes: Any) -> Provision:
    plain = Provision(
        id="luat/d1",
        document=LAW,
        article="1",
        clause="",
        point="",
        in_force_from=dt.date(2020, 1, 1),
        in_force_to=None,
        replaced_by="",
        verified=Verification.STATUTE,
        sources=("N1",),
        checked=ON,
        summary="Một điều.",
    )
    return replace(plain, **changes)


def watch(one: Provision, *, cited: bool = True) -> list[tuple[Reason, dt.date, int]]:
    found = watch_law({one.id: one}, (), (CITING,) if cited else (), ON, days=30, stale_days=180)
    return [(each.reason, each.day, len(each.items)) for each in found]


def days(number: int) -> dt.date:
    return ON + dt.timedelta(days=number)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, []),
        ({"in_force_from": days(30)}, [(Reason.BEGINS, days(30), 1)]),
        ({"in_force_from": days(31)}, []),
        ({"in_force_to": ON}, [(Reason.ENDS, ON, 1)]),
        ({"in_force_to": days(31)}, []),
        ({"review_by": days(-3)}, [(Reason.REVIEW, days(-3), 1)]),
        ({"review_by": days(31)}, []),
        ({"checked": days(-180)}, []),
        ({"checked": days(-181)}, [(Reason.STALE, days(-181), 1)]),
        ({"checked": days(-181), "in_force_to": days(-1)}, []),
    ],
)
def test_what_is_near_is_told_with_what_rests_on_it(
    changes: dict[str, Any], told: list[tuple[Reason, dt.date, int]]
) -> None:
    assert watch(provision(**changes)) == told


def test_what_nobody_cites_may_stay_unread_but_its_end_is_told() -> None:
    assert watch(provision(checked=days(-400)), cited=False) == []
    assert watch(provision(in_force_to=days(3)), cited=False) == [(Reason.ENDS, days(3), 0)]


def test_lessons_that_rest_on_it_are_told_too() -> None:
    taught = replace(lesson(), citations=("luat/d1", "luat/d1"))
    [found] = watch_law({"luat/d1": provision(in_force_to=ON)}, (taught,), (CITING,), ON)
    assert ((taught,), (CITING,)) == (found.lessons, found.items)


def test_the_earliest_day_comes_first() -> None:
    two = provision(in_force_to=days(20)), provision(id="luat/d2", review_by=days(10))
    found = watch_law({each.id: each for each in two}, (), (), ON)
    assert [each.provision.id for each in found] == ["luat/d2", "luat/d1"]
