from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lachan.serving.catalogue import App
from lachan.serving.kernels.plans import HALF_LIFE_S, DemandPlan, FixedPlan

LESSON, PRACTICE, ROOM = (
    App(name, staff=False) for name in ("bai_hoc.ipynb", "luyen_tap.ipynb", "phong_thi.ipynb")
)
APPS = (LESSON, PRACTICE, ROOM)


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def make_plan(pages: int, clock: Clock | None = None) -> DemandPlan:
    return DemandPlan(lambda: pages, clock or Clock())


def come(plan: DemandPlan, app: App, count: int) -> None:
    for _ in range(count):
        plan.note(app)


def test_what_the_operator_says_is_the_same_for_all() -> None:
    plan = FixedPlan(5)
    plan.note(LESSON)
    assert plan.share_out(APPS) == dict.fromkeys(APPS, 5)


def test_before_anyone_has_come_the_lesson_has_most() -> None:
    sizes = make_plan(160).share_out(APPS)
    assert sum(sizes.values()) == 160
    assert sizes[LESSON] >= 140
    assert sizes[PRACTICE] > sizes[ROOM] > 1


def test_pages_go_where_pupils_come() -> None:
    plan = make_plan(100)
    before = plan.share_out(APPS)
    come(plan, PRACTICE, 45)
    after = plan.share_out(APPS)
    assert after[PRACTICE] > 50 > before[PRACTICE]
    assert sum(after.values()) == 100


def test_what_was_asked_long_ago_counts_little() -> None:
    clock = Clock()
    plan = make_plan(100, clock)
    come(plan, PRACTICE, 45)
    at_once = plan.share_out(APPS)[PRACTICE]
    clock.now += HALF_LIFE_S
    later = plan.share_out(APPS)[PRACTICE]
    clock.now += 100 * HALF_LIFE_S
    assert at_once > later > plan.share_out(APPS)[PRACTICE]
    assert plan.share_out(APPS) == make_plan(100).share_out(APPS)


def test_who_asks_again_and_again_does_not_get_all() -> None:
    plan = make_plan(60)
    come(plan, ROOM, 100_000)
    assert plan.share_out(APPS)[LESSON] >= 60 // 4


def test_a_small_machine_has_one_of_each() -> None:
    assert make_plan(0).share_out(APPS) == dict.fromkeys(APPS, 1)
    assert make_plan(0).share_out([]) == {}


@given(
    pages=st.integers(0, 300),
    asked=st.lists(st.sampled_from(APPS), max_size=200),
    apps=st.lists(st.sampled_from(APPS), min_size=1, unique=True),
)
def test_no_page_is_lost_and_none_is_too_many(
    pages: int, asked: list[App], apps: list[App]
) -> None:
    plan = make_plan(pages)
    for app in asked:
        plan.note(app)
    sizes = plan.share_out(apps)
    assert sizes.keys() == set(apps)
    assert min(sizes.values()) >= 1
    assert sum(sizes.values()) == max(pages, len(apps))


@pytest.mark.parametrize("app", APPS)
def test_each_who_comes_moves_little(app: App) -> None:
    """A pool that threw pages away for each visitor would draw more than it gives."""
    plan = make_plan(150)
    come(plan, LESSON, 45)
    before = plan.share_out(APPS)
    plan.note(app)
    after = plan.share_out(APPS)
    assert max(abs(after[each] - before[each]) for each in APPS) <= 3
